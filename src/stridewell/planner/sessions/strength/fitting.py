"""Making a session fit: not under the shortest, not over what the day allows, near what the block wishes.

Extras are chosen once for a block, in a fixed order, so that they stay from week to week; sets go where a day is
short, the least costly first. Required parts never go. A session that would be too short gets a longer warm-up,
then one more extra, then one more set of a light part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from stridewell.planner.sessions.strength.case import Case
from stridewell.planner.sessions.strength.dosing import Draft, timed
from stridewell.planner.sessions.strength.duration import whole_minutes
from stridewell.planner.sessions.strength.parts import Part

MINUTES_CUT = "strength.session_minutes"


@dataclass(frozen=True, slots=True)
class Fitted:
    """The parts that stay, the warm-up and the whole length [min]."""

    drafts: tuple[Draft, ...]
    warmup_min: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Room:
    """The least and the most minutes of a session, and the length its extras are chosen for (`roomy`).

    `most_sets` bounds the sets of all that is no extra, in the taper; None before.
    """

    least: int
    roomy: int
    most: int
    most_sets: int | None = None


def fit(
    required: Sequence[Draft],
    extras: Sequence[Draft],
    *,
    before: Sequence[Part] | None,
    warmup_min: int,
    room: Room,
    case: Case,
) -> Fitted:
    """Fit a session into its room.

    `before` are the extras of the last session of the same kind and block, which stay while they fit; None at the
    start of a block, when extras are chosen for it: those that fit with every dose of the block grown.
    """
    drafts = _cut(list(required), warmup_min, room, case)
    kept = [extra for extra in extras if before is not None and extra.part in before]
    kept = kept if before is not None else _for_block(drafts, extras, warmup_min, room)
    others = [extra for extra in extras if extra not in kept]
    add = partial(_with_extras, warmup_min=warmup_min, most=room.most)
    drafts = add(drafts, kept)
    if before is None:
        drafts = add(drafts, others, until=room.least)
    warmup = _longer_warmup(drafts, warmup_min, room, case)
    if _minutes(drafts, warmup) < room.least:
        drafts = add(drafts, others, until=room.least)
        warmup = _longer_warmup(drafts, warmup_min, room, case)
    drafts = _filled(drafts, warmup, room, case)
    # A set more may be a minute too much, which the longer warm-up gives back; what nothing fills, it fills.
    warmup -= min(max(_minutes(drafts, warmup) - room.most, 0), warmup - warmup_min)
    warmup += max(room.least - _minutes(drafts, warmup), 0)
    return Fitted(tuple(drafts), warmup, _minutes(drafts, warmup))


def _minutes(drafts: Sequence[Draft], warmup_min: int) -> int:
    return whole_minutes(warmup_min, (draft.planned.minutes for draft in drafts))


def _cut(drafts: list[Draft], warmup_min: int, room: Room, case: Case) -> list[Draft]:
    """Take sets away, then the second jump, until the required parts fit in minutes and, in the taper, in sets."""
    order = case.knowledge.words("strength.cut_order")
    fewest = int(case.knowledge.number("strength.fewest_sets"))
    for floor in (fewest, 1):
        while _minutes(drafts, warmup_min) > room.most or _too_many_sets(drafts, room):
            cuttable = [draft for draft in drafts if draft.planned.sets > floor]
            if not cuttable:
                drafts = [draft for draft in drafts if draft.part.name != "second_jump"]
                break
            longest = max(cuttable, key=lambda draft: (draft.planned.sets, -order.index(draft.part.name)))
            drafts = [_fewer(draft, case) if draft is longest else draft for draft in drafts]
    return drafts


def _too_many_sets(drafts: Sequence[Draft], room: Room) -> bool:
    return room.most_sets is not None and sum(draft.planned.sets for draft in drafts) > room.most_sets


def _longer_warmup(drafts: Sequence[Draft], warmup_min: int, room: Room, case: Case) -> int:
    missing = max(room.least - _minutes(drafts, warmup_min), 0)
    return max(warmup_min, min(warmup_min + missing, int(case.knowledge.number("strength.longest_warmup_min"))))


def _for_block(drafts: Sequence[Draft], extras: Sequence[Draft], warmup_min: int, room: Room) -> list[Draft]:
    """The extras a block can carry to its end: with all doses grown the session stays near its wished length.

    The first extra only has to fit at all.
    """
    taken = warmup_min + sum(draft.grown_min for draft in drafts)
    chosen: list[Draft] = []
    for extra in extras:
        if taken + extra.grown_min <= (room.roomy if chosen else room.most):
            chosen.append(extra)
            taken += extra.grown_min
    return chosen


def _with_extras(
    drafts: list[Draft], extras: Sequence[Draft], *, warmup_min: int, most: int, until: int | None = None
) -> list[Draft]:
    """Add extras in their order while they fit, and only up to `until` where it is given."""
    for extra in extras:
        if until is not None and _minutes(drafts, warmup_min) >= until:
            break
        if extra not in drafts and _minutes([*drafts, extra], warmup_min) <= most:
            drafts = [*drafts, extra]
    return drafts


def _filled(drafts: list[Draft], warmup_min: int, room: Room, case: Case) -> list[Draft]:
    """One more set of the light parts where a session is still too short."""
    most = int(case.knowledge.number("strength.most_sets"))
    fillable = ("extra",) if room.most_sets is not None else ("extra", "lateral_hip", "calf_achilles")
    light = [draft.part for draft in drafts if draft.part.slot in fillable]
    for part in light[::-1] * most:
        if _minutes(drafts, warmup_min) >= room.least:
            break
        drafts = [_more(draft, case) if draft.part == part and draft.planned.sets < most else draft for draft in drafts]
    return drafts


def _fewer(draft: Draft, case: Case) -> Draft:
    planned = timed(replace(draft.planned, sets=draft.planned.sets - 1), case)
    return replace(draft, planned=planned, held=(*draft.held, MINUTES_CUT))


def _more(draft: Draft, case: Case) -> Draft:
    return replace(draft, planned=timed(replace(draft.planned, sets=draft.planned.sets + 1), case))
