"""Who belongs together: recordings in groups, each group one activity, with the reason why each of them is in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Joined:
    """Why a recording was joined to a group, and the recording `of` which it was found to be a copy."""

    because: str
    of: int


class Groups:
    """Recordings by number, 0 to `count` - 1; in the beginning each is a group of its own, led by itself."""

    def __init__(self, count: int) -> None:
        self._leader = list(range(count))
        self._members: dict[int, list[int]] = {at: [at] for at in range(count)}
        self._joined: dict[int, Joined] = {}

    def leader(self, at: int) -> int:
        """The number by which the group of a recording is known now."""
        return self._leader[at]

    def members(self, leader: int) -> list[int]:
        """The recordings of a group."""
        return self._members[leader]

    def leaders(self) -> Iterable[int]:
        """All groups, by their leaders."""
        return self._members.keys()

    def joined(self, at: int) -> Joined | None:
        """Why a recording joined its group; None for one that only others joined, or that came along with another."""
        return self._joined.get(at)

    def join(self, host: int, guest: int, *, because: str) -> None:
        """Make the whole group of `guest` part of the group of `host`; reasons that its members had before stay."""
        into, gone = self._leader[host], self._leader[guest]
        if into == gone:
            return
        self._joined.setdefault(guest, Joined(because, host))
        moved = self._members.pop(gone)
        for at in moved:
            self._leader[at] = into
        self._members[into].extend(moved)
