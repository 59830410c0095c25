"""The pictures of a report as data: what is shown, which part of it matters, and the same in words.

A finding says which chart it was read from; how it is drawn, and in which colors, is decided in `writing`. Every chart
carries its message (`title`) and a text alternative (`says`) that tells the same to those who do not see it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A value on a day; `marked` is what the message speaks of, `label` a short word set beside it."""

    day: dt.date
    value: float
    marked: bool = False
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A line that the values are held against, with its name: the wish, the range, the border."""

    value: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """One bar a week (or month), from zero: `points` by day, the `unit` of their values, lines to compare with."""

    title: str
    says: str
    unit: str
    points: tuple[Point, ...]
    limits: tuple[Limit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots:
    """One dot an activity. `trend` is a line through them (first and last point), `steps` a moving limit above them.

    The label of a step is the limit's name. `from_zero` says whether zero means something here; `higher_is` names the
    direction in words ("faster").
    """

    title: str
    says: str
    unit: str
    points: tuple[Point, ...]
    trend: tuple[Point, Point] | None = None
    steps: tuple[Point, ...] = ()
    from_zero: bool = True
    higher_is: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A part of a whole, 0 to 1, with its name and the same in natural units ("41 min a week")."""

    label: str
    share: float
    says: str
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Parts beside each other, each a bar from zero to the whole; `limit` is the share to compare one of them with.

    Where the labels are amounts ("6:00–6:30"), `unit` is theirs, said once.
    """

    title: str
    says: str
    shares: tuple[Share, ...]
    limit: Limit | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A value early and late in one activity, or before and after."""

    label: str
    before: float
    after: float
    marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Pairs joined by a line: how something went from `before` to `after`, each named as in "first third"."""

    title: str
    says: str
    unit: str
    before: str
    after: str
    changes: tuple[Change, ...]


Chart = Bars | Dots | Shares | Changes
