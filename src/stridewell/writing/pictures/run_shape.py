"""How a run looks: a bar whose kind is told by its shape, so that it is told in grey and to every eye.

Easy is plain, long is tall, tempo banded, intervals toothed, hills peaked, strides carry ticks, walk-runs step, a race
is solid. Shapes are drawn in a box of 100 by 14 that whoever uses them stretches to the minutes. No colors here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from stridewell.training.plan import Run, RunType, Step, StepGroup
from stridewell.writing.markup import Markup, joined, tag

WIDTH = 100.0
HEIGHT = 14.0
_BASE = 6.0
_LOW = 4.0
_MOST_TEETH = 6
_USUAL_WORK = (0.28, 0.78)


def run_shape(run: Run) -> Markup:
    """The shape of a run in a box of 100 by 14, to be stretched sideways."""
    return _SHAPES[run.type](run)


def work_share(run: Run) -> tuple[float, float]:
    """Where the hard part begins and ends, as shares of the bar; a usual place where steps do not tell."""
    lengths = [(_seconds(step), _is_work(step)) for step in run.steps]
    total = sum(length for length, _ in lengths)
    places = [index for index, (_, work) in enumerate(lengths) if work]
    if total <= 0 or not places or len(lengths) == len(places):
        return _USUAL_WORK
    begin = sum(length for length, _ in lengths[: places[0]])
    end = sum(length for length, _ in lengths[: places[-1] + 1])
    return begin / total, end / total


def _seconds(step: Step | StepGroup) -> float:
    if isinstance(step, StepGroup):
        return step.times * sum(_seconds(inner) for inner in step.steps)
    if step.duration_s is not None:
        return step.times * step.duration_s
    if step.distance_m is not None and step.target is not None and step.target.pace_s_per_km is not None:
        return step.times * step.distance_m / 1000 * sum(step.target.pace_s_per_km) / 2
    return 0.0


def _is_work(step: Step | StepGroup) -> bool:
    return isinstance(step, StepGroup) or step.kind == "work"


def _repeats(run: Run) -> int:
    times = [step.times for step in run.steps if isinstance(step, StepGroup) or step.times > 1]
    return max(2, min(_MOST_TEETH, max(times, default=4)))


def _bar(left: float, top: float, width: float, height: float) -> Markup:
    return tag("rect", x=left, y=top, width=width, height=height)


def _base(height: float = _BASE) -> Markup:
    return _bar(0.0, HEIGHT - height, WIDTH, height)


def _plain(_run: Run) -> Markup:
    return _base()


def _tall(_run: Run) -> Markup:
    return _base(HEIGHT)


def _banded(run: Run) -> Markup:
    begin, end = (share * WIDTH for share in work_share(run))
    bands = [_bar(begin, top, end - begin, 3.0) for top in (0.0, 5.5, 11.0)]
    return joined(_bar(0.0, HEIGHT - _BASE, begin, _BASE), bands, _bar(end, HEIGHT - _BASE, WIDTH - end, _BASE))


def _toothed(run: Run) -> Markup:
    begin, end = (share * WIDTH for share in work_share(run))
    teeth = _repeats(run)
    pitch = (end - begin) / teeth
    return joined(_base(_LOW), [_bar(begin + number * pitch, 0.0, pitch * 0.55, HEIGHT) for number in range(teeth)])


def _peaked(run: Run) -> Markup:
    begin, end = (share * WIDTH for share in work_share(run))
    peaks = _repeats(run)
    pitch = (end - begin) / peaks
    corners = [
        f"{left:.1f},{HEIGHT:.0f} {left + pitch / 2:.1f},0 {left + pitch:.1f},{HEIGHT:.0f}"
        for left in (begin + number * pitch for number in range(peaks))
    ]
    return joined(_base(_LOW), [tag("polygon", points=points) for points in corners])


def _ticked(_run: Run) -> Markup:
    ticks = [_bar(left, 0.0, 4.0, HEIGHT) for left in (66.0, 77.0, 88.0)]
    return joined(_base(), ticks)


def _stepped(_run: Run) -> Markup:
    return joined(_base(2.0), [_bar(left, HEIGHT - _BASE, 14.0, _BASE) for left in (0.0, 28.0, 57.0, 86.0)])


def _thin(_run: Run) -> Markup:
    return _base(2.5)


def _one_block(run: Run) -> Markup:
    begin, end = (share * WIDTH for share in work_share(run))
    return joined(_base(_LOW), _bar(begin, 0.0, end - begin, HEIGHT))


_SHAPES: Mapping[RunType, Callable[[Run], Markup]] = {
    "easy": _plain, "long": _tall, "tempo": _banded, "intervals": _toothed, "hills": _peaked, "strides": _ticked,
    "walk_run": _stepped, "walk": _thin, "time_trial": _one_block, "race": _tall,
}  # fmt: skip
