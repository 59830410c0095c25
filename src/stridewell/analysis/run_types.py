"""What kind of run each run was: easy, long, tempo, intervals, hills or race, read from its samples.

A run is judged beside the runner's other runs around it (how fast is easy here, how far is usual), never by a fixed
speed; with too few of them a run is judged by its own easy part, or stays Unknown. What was hard is a bout clearly
faster than easy; how bouts are made of length, rest and slope says what kind of hard it was. Strides stay easy. Heart
rate is not asked. A run without samples can be a race that its file tells, or long; nothing else can be told of it.
The borders are parameters; what they get right and wrong on generated runs is in docs/reference/run_types.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, Literal, NamedTuple

from stridewell.analysis.features import Bout, RunFeatures
from stridewell.analysis.metric import Unknown
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge

RunKind = Literal["easy", "long", "tempo", "intervals", "hills", "race"]

_NO_SAMPLES = Unknown("its samples are not known")
_TOO_FEW = Unknown("there are too few other runs to compare it with")


@dataclass(frozen=True, slots=True)
class RunType:
    """The kind of a run, and its hard time [s]: bouts clearly faster than easy, the whole of a race, 0 if all easy."""

    kind: RunKind | Unknown
    hard_s: float | Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """What is usual for this runner around a run: easy speed [m/s], moving time [s], best times by distance [s]."""

    easy_m_per_s: float | None
    moving_s: float | None
    best_s: Mapping[int, float]


def run_types(runs: Sequence[Summary], knowledge: Knowledge) -> tuple[RunType, ...]:
    """The type of each run, in the order given (by time)."""
    easy = [None if run.features is None else _easy_speed(run.features) for run in runs]
    return tuple(_type_of(run, _usual(runs, easy, at, knowledge), knowledge) for at, run in enumerate(runs))


def _usual(runs: Sequence[Summary], easy: Sequence[float | None], at: int, knowledge: Knowledge) -> Usual:
    """The medians of the nearest runs before and after this one, without it."""
    borders = knowledge.table("run_types.usual")
    reach, days, fewest = int(borders["runs_each_side"]), borders["days"], borders["fewest"]
    day = runs[at].day
    near = [
        other
        for other in range(max(0, at - reach), min(len(runs), at + reach + 1))
        if other != at and abs((runs[other].day - day).days) <= days
    ]
    speeds = [speed for other in near if (speed := easy[other]) is not None]
    times = [seconds for other in near if (seconds := _moving_s(runs[other])) is not None]
    best: dict[int, float] = {}
    for other in near:
        for distance_m, time_s in runs[other].efforts_s.items():
            best[distance_m] = min(time_s, best.get(distance_m, time_s))
    return Usual(
        easy_m_per_s=median(speeds) if len(speeds) >= fewest else None,
        moving_s=median(times) if len(times) >= fewest else None,
        best_s=best,
    )


def _easy_speed(features: RunFeatures) -> float | None:
    """How fast this run was outside its bouts; for running that takes turns with walking, the running."""
    if isinstance(features.easy_m_per_s, float):
        return features.easy_m_per_s
    if features.bouts:
        seconds = sum(bout.duration_s for bout in features.bouts)
        return sum(bout.m_per_s * bout.duration_s for bout in features.bouts) / seconds
    return features.grade_adjusted_m_per_s if isinstance(features.grade_adjusted_m_per_s, float) else None


def _moving_s(run: Summary) -> float | None:
    return run.elapsed_s if run.moving_s is None else run.moving_s


def _type_of(run: Summary, usual: Usual, knowledge: Knowledge) -> RunType:
    moving_s = _moving_s(run)
    if run.race:
        return RunType("race", Unknown("how long it took is not known") if moving_s is None else moving_s)
    long = _is_long(moving_s, usual, knowledge)
    if run.features is None or moving_s is None:
        return RunType("long" if long else _NO_SAMPLES, _NO_SAMPLES)
    easy = run.features.easy_m_per_s if usual.easy_m_per_s is None else usual.easy_m_per_s
    if isinstance(easy, Unknown) or (usual.easy_m_per_s is None and not run.features.bouts):
        return RunType(_TOO_FEW, _TOO_FEW)
    work = _work(run.features, moving_s, easy, knowledge)
    if _is_race(run, run.features, usual, knowledge):
        return RunType("race", sum(bout.duration_s for bout in work) or moving_s)
    kind = _kind(work, moving_s, long=long, knowledge=knowledge)
    if kind == "easy" and usual.easy_m_per_s is None:
        return RunType(_TOO_FEW, _TOO_FEW)
    return RunType(kind, 0.0 if kind == "easy" else sum(bout.duration_s for bout in work))


def _work(features: RunFeatures, moving_s: float, easy_m_per_s: float, knowledge: Knowledge) -> tuple[Bout, ...]:
    """The bouts that were hard for this runner; an even run that was fast from end to end is one bout."""
    borders = knowledge.table("run_types.hard")
    bouts = features.bouts or _whole(features, moving_s)
    parted = features.bouts and isinstance(features.easy_m_per_s, float)
    least = borders["bout" if parted else "whole"] * easy_m_per_s
    return tuple(bout for bout in bouts if bout.m_per_s >= least and bout.gradient > borders["downhill"])


def _whole(features: RunFeatures, moving_s: float) -> tuple[Bout, ...]:
    """The run as one bout."""
    if isinstance(features.grade_adjusted_m_per_s, Unknown):
        return ()
    speed = features.grade_adjusted_m_per_s
    return (Bout(start_s=0.0, duration_s=moving_s, m_per_s=speed, gradient=0.0, rest_s=0.0),)


def _kind(work: tuple[Bout, ...], moving_s: float, *, long: bool, knowledge: Knowledge) -> RunKind:
    """The kind of a run that is no race, by its hard bouts."""
    if long and _span_s(work) < knowledge.table("run_types.long")["work_share"] * moving_s:
        return "long"
    if _is_hills(work, knowledge):
        return "hills"
    if _is_tempo(work, knowledge):
        return "tempo"
    if _is_intervals(work, knowledge):
        return "intervals"
    return "long" if long else "easy"


def _span_s(work: tuple[Bout, ...]) -> float:
    """From the begin of the first bout to the end of the last [s]."""
    return work[-1].start_s + work[-1].duration_s - work[0].start_s if work else 0.0


def _is_long(moving_s: float | None, usual: Usual, knowledge: Knowledge) -> bool:
    if moving_s is None or usual.moving_s is None:
        return False
    return bool(moving_s >= knowledge.table("run_types.long")["times_usual"] * usual.moving_s)


def _is_race(run: Summary, features: RunFeatures, usual: Usual, knowledge: Knowledge) -> bool:
    """Whether the whole run was a race, or one of its bouts: a race distance, much faster than usual, near the best."""
    borders = knowledge.table("run_types.race")
    whole, moving_s = features.grade_adjusted_m_per_s, _moving_s(run)
    one_piece = moving_s is not None and (
        not features.bouts or max(bout.duration_s for bout in features.bouts) >= borders["even"] * moving_s
    )
    if one_piece and moving_s is not None and run.distance_m is not None and isinstance(whole, float):
        piece = _Piece(run.distance_m, whole, moving_s)
        if _at_race_speed(piece, borders["whole_ratio"], usual, borders):
            return True
    bouts = (_Piece(bout.m_per_s * bout.duration_s, bout.m_per_s, bout.duration_s) for bout in features.bouts)
    return any(_at_race_speed(bout, borders["part_ratio"], usual, borders) for bout in bouts)


class _Piece(NamedTuple):
    distance_m: float
    m_per_s: float
    time_s: float


def _at_race_speed(piece: _Piece, ratios: Mapping[str, float], usual: Usual, borders: Mapping[str, Any]) -> bool:
    if usual.easy_m_per_s is None:
        return False
    for named, ratio in ratios.items():
        as_far = borders["short"] <= piece.distance_m / float(named) <= borders["far"]
        best_s = usual.best_s.get(int(float(named)), piece.time_s)
        if as_far and piece.m_per_s >= ratio * usual.easy_m_per_s:
            return bool(piece.time_s <= borders["near_best"] * best_s)
    return False


def _is_hills(work: tuple[Bout, ...], knowledge: Knowledge) -> bool:
    """Bouts that mostly climb."""
    borders = knowledge.table("run_types.hills")
    up = [bout.duration_s for bout in work if bout.gradient >= borders["gradient"]]
    return len(up) >= borders["fewest"] and bool(sum(up) >= borders["share"] * sum(one.duration_s for one in work))


def _is_tempo(work: tuple[Bout, ...], knowledge: Knowledge) -> bool:
    """Long bouts with little rest between them, or one."""
    borders = knowledge.table("run_types.tempo")
    blocks = tuple(bout for bout in work if bout.duration_s >= borders["shortest_s"])
    block_s = sum(bout.duration_s for bout in blocks)
    if not blocks or block_s < borders["share"] * sum(bout.duration_s for bout in work):
        return False
    return bool(_span_s(blocks) - block_s <= borders["rest_share"] * block_s)


def _is_intervals(work: tuple[Bout, ...], knowledge: Knowledge) -> bool:
    """Repeated bouts with rests; strides are too short and too few."""
    borders = knowledge.table("run_types.intervals")
    times = [bout.duration_s for bout in work]
    if len(times) < borders["fewest"] or sum(times) < borders["work_s"]:
        return False
    return bool(median(times) >= borders["stride_s"] or sum(times) >= borders["strides_work_s"])
