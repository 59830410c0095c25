"""Whether more running stopped giving more fitness.

Asks: Did weekly distance rise while fitness stayed where it was?
How it is read: The last 12 full weeks are held against the 12 before. Distance rose when it is at least 1.15 times what
    it was; fitness is the middle of meters for each heart beat over all runs that have it, and critical speed. When
    distance rose, the first is not 1 % better and the second not 3 %, more running gave no more.
What the plan does: It adds two short strength sessions and varied running instead of more kilometers, and the distance
    of a week grows in bounds.
When it cannot tell: Less than 24 full weeks of history, a run of unknown distance among them, or neither measure in
    both halves. Heat, hills and a new watch can hide a gain.
Sources: hr-speed-index, critical-speed-from-training, marathon-volume-dose (parameter findings.volume_ceiling).
"""

from __future__ import annotations

from collections.abc import Sequence

from stridewell.analysis.findings.about_strength import wished_sessions
from stridewell.analysis.findings.finding import Found, Subject, finding_rule
from stridewell.analysis.findings.telling import Basis, not_told, told, while_sore
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.fast_runs import too_early
from stridewell.analysis.metrics.fitness_change import Pair, fitness_pairs
from stridewell.analysis.metrics.run_weeks import RunWeek, run_weeks
from stridewell.analysis.stretch import Stretch, last_weeks
from stridewell.training.charts import Change, Changes

_TITLE = "Did more running bring more fitness?"
_PARAMETERS = ("findings.volume_ceiling",)
_NAMES = {"m_per_beat": "meters for each heart beat", "critical_speed_m_per_s": "critical speed"}
_SHORT = {"m_per_beat": "meters a beat", "critical_speed_m_per_s": "critical speed"}


def plan_does(subject: Subject) -> str:
    """What the plan does where more running gives no more."""
    most = (subject.knowledge.number("growth.must_factor") - 1) * 100
    kinds = "" if too_early(subject.runner, "tempo", subject.knowledge) else " and more than one kind of run"
    return (
        f"Every full week of the plan holds {wished_sessions(subject)}{kinds}, and no week grows by more than "
        f"{most:.0f} % over the highest of the weeks before.{while_sore(subject, 'fast and long runs')}"
    )


_BASIS = Basis(__name__, "findings.volume_ceiling", plan_does)


def look(subject: Subject) -> Found:
    """The finding about a runner."""
    borders = subject.knowledge.table("findings.volume_ceiling")
    half = int(borders["weeks"])
    stretch = last_weeks(subject.history, weeks=2 * half, least=half)
    if isinstance(stretch, Unknown):
        return not_told(subject, _BASIS, title=_TITLE, why=stretch)
    if stretch.weeks < 2 * half:
        why = Unknown(f"the history holds {stretch.weeks} full weeks before today, and {2 * half} are needed")
        return not_told(subject, _BASIS, title=_TITLE, why=why, stretch=stretch)
    before, after = Stretch(stretch.first, half), Stretch(stretch.mondays[half], half)
    runs = subject.history.runs
    volume = _volume(run_weeks(runs, before), run_weeks(runs, after))
    if isinstance(volume, Unknown):
        return not_told(subject, _BASIS, title=_TITLE, why=volume, stretch=stretch)
    if volume.ratio < borders["rise"]:
        return _found(subject, stretch, volume=volume, fitness=(), ceiling=False)
    fitness = fitness_pairs(runs, before, after, knowledge=subject.knowledge)
    if not fitness:
        why = Unknown("too few runs with heart rate, and no hard efforts, to compare fitness by")
        numbers = _numbers(volume, ())
        return not_told(subject, _BASIS, title=_TITLE, why=why, numbers=numbers, stretch=stretch)
    ceiling = all(pair.ratio < 1 + borders["better"][pair.name] for pair in fitness)
    return _found(subject, stretch, volume=volume, fitness=fitness, ceiling=ceiling)


def _volume(before: Sequence[RunWeek], after: Sequence[RunWeek]) -> Pair | Unknown:
    """Kilometers a week of both halves."""
    early, late = ([week.km for week in weeks if week.km is not None] for weeks in (before, after))
    if len(early) < len(before) or len(late) < len(after):
        return Unknown("some runs have no distance, so the weeks cannot be compared")
    if not sum(early):
        return Unknown("the weeks to compare with hold no run")
    return Pair("km_per_week", sum(early) / len(early), sum(late) / len(late))


def _found(subject: Subject, stretch: Stretch, *, volume: Pair, fitness: Sequence[Pair], ceiling: bool) -> Found:
    title = _title(volume, fitness, ceiling=ceiling)
    finding = told(
        subject,
        _BASIS,
        verdict="too_much" if ceiling else "fine",
        title=title,
        says=_says(volume, fitness, half=stretch.weeks // 2, ceiling=ceiling),
        numbers=_numbers(volume, fitness),
        stretch=stretch,
    )
    return Found(finding=finding, chart=_chart(volume, fitness, title), size=volume.ratio if ceiling else 0.0)


def _title(volume: Pair, fitness: Sequence[Pair], *, ceiling: bool) -> str:
    if ceiling:
        return f"You ran {_percent(volume)} more, and fitness did not rise"
    return "More running brought more fitness" if fitness else "You did not run much more than before"


def _says(volume: Pair, fitness: Sequence[Pair], *, half: int, ceiling: bool) -> str:
    ran = (
        f"You ran {volume.after:.0f} km a week in the last {half} full weeks and {volume.before:.0f} km in the {half} "
        "before"
    )
    if not fitness:
        return f"{ran}. Whether more running still brings more cannot be seen in that, and need not be."
    measured = " and ".join(f"{_NAMES[pair.name]} changed by {_change(pair)}" for pair in fitness)
    if not ceiling:
        return f"{ran}; {measured}."
    return f"{ran}; {measured}. Heat, hills or a new watch can hide a gain; more distance alone may not bring one."


def _change(pair: Pair) -> str:
    """A change in whole percent with its sign; one decimal below 1 %, where a border lies."""
    percent = (pair.ratio - 1) * 100
    text = f"{percent:+.0f}" if abs(percent) >= 2 else f"{percent:+.1f}"
    return f"{text.removesuffix('.0')} %" if text not in ("+0.0", "-0.0") else "0 %"


def _percent(pair: Pair) -> str:
    return f"{(pair.ratio - 1) * 100:.0f} %"


def _numbers(volume: Pair, fitness: Sequence[Pair]) -> dict[str, float]:
    digits = {"km_per_week": 1, "m_per_beat": 3, "critical_speed_m_per_s": 3}
    return {
        f"{when}_{pair.name}": round(value, digits[pair.name])
        for pair in (volume, *fitness)
        for when, value in (("before", pair.before), ("after", pair.after))
    }


def _chart(volume: Pair, fitness: Sequence[Pair], title: str) -> Changes:
    """All measures as a share of what they were, so that they stand on one scale."""
    pairs = {"distance a week": volume, **{_SHORT[pair.name]: pair for pair in fitness}}
    says = "; ".join(f"{name} {_change(pair)}" for name, pair in pairs.items())
    return Changes(
        title=title,
        says=f"Last weeks against the weeks before: {says}.",
        unit="% of before",
        before="before",
        after="now",
        changes=tuple(
            Change(label=name, before=100.0, after=round(pair.ratio * 100, 1), marked=pair is not volume)
            for name, pair in pairs.items()
        ),
    )


FINDING = finding_rule(__name__, __doc__, look=look, parameters=_PARAMETERS)
