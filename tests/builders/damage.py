"""Ways to damage bytes at random, by a seed of the caller's."""

from __future__ import annotations

import random


def flipped(data: bytes, chance: random.Random) -> bytes:
    """Some bytes replaced by others."""
    damaged = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 40))):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    return bytes(damaged)


def cut(data: bytes, chance: random.Random) -> bytes:
    """Broken off somewhere."""
    return data[: chance.randrange(len(data))]


def spliced(data: bytes, chance: random.Random) -> bytes:
    """The beginning up to somewhere, and the rest from somewhere else."""
    at, other = chance.randrange(len(data)), chance.randrange(len(data))
    return data[:at] + data[other:]
