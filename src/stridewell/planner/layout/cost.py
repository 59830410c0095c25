"""Levels of cost, compared in order: accepted musts, load given up, shoulds, nices.

A cost is one 64-bit whole number in mixed radix. Each lower level has more room than a plan of the longest kind can
fill (`check_room`), so comparing numbers compares the levels in order, exactly; no level is a large weight on
another.
"""

from __future__ import annotations

NICE_BITS, SHOULD_BITS, LOAD_BITS, ACCEPTED_BITS = 16, 14, 16, 14

NICE = 1
SHOULD = 1 << NICE_BITS
LOAD = SHOULD << SHOULD_BITS
ACCEPTED = LOAD << LOAD_BITS
FORBIDDEN = ACCEPTED << ACCEPTED_BITS
"""Beyond every cost a plan can have."""

LEVELS = ("accepted musts", "load given up (tenths of a week)", "shoulds", "nices")


def levels_of(cost: int) -> tuple[int, int, int, int]:
    """The four levels of a cost: accepted musts, load, shoulds, nices."""
    return (
        cost >> (NICE_BITS + SHOULD_BITS + LOAD_BITS),
        (cost >> (NICE_BITS + SHOULD_BITS)) % (1 << LOAD_BITS),
        (cost >> NICE_BITS) % (1 << SHOULD_BITS),
        cost % (1 << NICE_BITS),
    )


def check_room(highest_week_cost: tuple[int, int, int, int], weeks: int) -> None:
    """Raise OverflowError if a plan of so many weeks could spill from one level into the next."""
    room = (ACCEPTED_BITS, LOAD_BITS, SHOULD_BITS, NICE_BITS)
    for level, highest, bits in zip(LEVELS, highest_week_cost, room, strict=True):
        if highest * weeks >= 1 << bits:
            raise OverflowError(f"{level}: {highest} in each of {weeks} weeks do not fit {bits} bits")
