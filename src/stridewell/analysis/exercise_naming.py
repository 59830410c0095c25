"""From what a file calls an exercise to the exercise of our library that is meant, for all sets of a history.

The runner's own mapping comes first, then the names that knowledge lists, then the library itself: its names for the
logs of apps, its codes for watches, where one code belongs to one exercise only. A guess of a watch becomes an exercise
only by the runner's word. What matches nothing stays what it is; `naming_notices` says so. Slots are told elsewhere
(`metrics.slots_covered`), more coarsely, for names without an exercise too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from stridewell.analysis.metrics.slots_covered import slots_of_set
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.quantities.weights import KG_PER_POUND
from stridewell.training.exercise_names import ExerciseNames, WeightUnit, name_key
from stridewell.training.recording import Notice, SourceFormat, StrengthSet

_APPS = frozenset[SourceFormat]({"strong", "hevy"})
_KG: Mapping[WeightUnit, float] = {"kg": 1.0, "lb": KG_PER_POUND}
_MOST_NAMED = 7
_ABOUT = "your strength sets"


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Ids of exercises by `name_key`: for the logs of apps and for the codes of watches."""

    of_apps: Mapping[str, str]
    of_watches: Mapping[str, str]


def known_names(knowledge: Knowledge) -> KnownNames:
    """All names and codes that mean exactly one exercise of the library."""
    listed = {
        name_key(name): exercise
        for exercise, names in knowledge.table("strength_history.names").items()
        for name in names
    }
    library = {
        name_key(word.replace("_", " ")): one.id for one in knowledge.exercises.values() for word in (one.name, one.id)
    }
    codes: dict[str, list[str]] = {}
    for one in knowledge.exercises.values():
        if one.garmin is not None and one.garmin[2] is not None:
            for code in (f"{one.garmin[1]}/{one.garmin[2]}", f"{one.garmin[1]}/{one.garmin[3]}"):
                codes.setdefault(code, []).append(one.id)
    single = {code: ids[0] for code, ids in codes.items() if len(ids) == 1}
    return KnownNames({**library, **listed}, {**single, **listed})


def with_exercises(summaries: Iterable[Summary], names: ExerciseNames, knowledge: Knowledge) -> list[Summary]:
    """The same activities, their sets matched to exercises, and weights without a unit in the runner's."""
    known = known_names(knowledge)
    return [one if not one.sets else replace(one, sets=_named(one, names, known)) for one in summaries]


def naming_notices(activities: Iterable[Summary], knowledge: Knowledge) -> tuple[Notice, ...]:
    """What could not be matched in the strength sessions that count: names, guesses that disagree, missing units."""
    sets = [done for one in activities if one.sport == "strength" for done in one.sets]
    silent = [done for done in sets if done.named is not None and slots_of_set(done, knowledge) is None]
    names = Counter(done.named for done in silent if not done.guesses)
    guesses = Counter(done.named for done in silent if done.guesses)
    unitless = sum(done.weight_without_unit is not None for done in sets)
    notices = []
    if names:
        notices.append(f"no exercise here matches {_listed(names)}; a mapping file can (--mapping)")
    if guesses:
        notices.append(
            f"your watch only guessed, and its guesses differ: {_listed(guesses)}; they count for nothing unless a "
            "mapping file says what they were (--mapping)"
        )
    if unitless:
        notices.append(
            f"{_sets(unitless)} with a weight in a log that names no unit; the weights count once a mapping file says "
            'weight_unit = "kg" or "lb" (--mapping)'
        )
    return tuple(Notice(_ABOUT, says) for says in notices)


def _named(activity: Summary, names: ExerciseNames, known: KnownNames) -> tuple[StrengthSet, ...]:
    listed = known.of_apps if activity.format in _APPS else known.of_watches
    return tuple(_with_unit(_matched(done, names.exercises, listed), names.weight_unit) for done in activity.sets)


def _matched(done: StrengthSet, mapped: Mapping[str, str], listed: Mapping[str, str]) -> StrengthSet:
    """A guess is no listed name, for it always names several: only the runner's own word makes an exercise of it."""
    if done.named is None:
        return done
    key = name_key(done.named)
    found = mapped.get(key) or listed.get(key)
    return done if found is None else replace(done, known_as=found)


def _with_unit(done: StrengthSet, unit: WeightUnit | None) -> StrengthSet:
    if done.weight_without_unit is None or unit is None:
        return done
    return replace(done, weight_kg=round(done.weight_without_unit * _KG[unit], 3), weight_without_unit=None)


def _listed(counts: Mapping[str | None, int]) -> str:
    """As in `12 sets of "Cable Crossover" and 3 sets of 2 more names`, the most often first."""
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0] or ""))
    said = [f'{_sets(count)} of "{name}"' for name, count in ordered[:_MOST_NAMED]]
    rest = ordered[_MOST_NAMED:]
    if rest:
        names = "1 more name" if len(rest) == 1 else f"{len(rest)} more names"
        said.append(f"{_sets(sum(count for _, count in rest))} of {names}")
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


def _sets(count: int) -> str:
    return "1 set" if count == 1 else f"{count} sets"
