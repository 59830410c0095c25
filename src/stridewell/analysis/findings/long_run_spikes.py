"""Whether single runs went far beyond the 30 days before them.

Asks: Was any run of the last half year much longer than the longest run of the 30 days before it?
How it is read: Each run of the last 26 full weeks, and of this one, is held against 1.10 times the longest of the 30
    days before it, and one percent for the measuring. Races are left out, and runs up to 3 km.
What the plan does: No run of the plan is more than 10 % longer than the longest run of the 30 days before it; only the
    race may be, and runs up to 3 km.
When it cannot tell: The history holds no run in these weeks, or does not reach 30 days further back than any of them.
    The first run after 30 days without one has nothing to be compared with.
Sources: frandsen2025_session_spike, single-long-run-spike (parameters findings.long_run_spike,
    guard.longest_run_factor, formula.long_run_bands).
"""

from __future__ import annotations

from collections.abc import Sequence

from stridewell.analysis.findings.about_volume import long_stretch, longest_allowed
from stridewell.analysis.findings.finding import Found, Subject, finding_rule
from stridewell.analysis.findings.telling import Basis, brief, counted, day_in_words, not_told, told
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.long_run_spikes import Compared, compared_runs
from stridewell.analysis.stretch import Stretch
from stridewell.knowledge import Knowledge
from stridewell.knowledge.formulas.load import long_run_band
from stridewell.training.charts import Dots, Point

_TITLE = "Did single runs go far beyond the weeks before?"
_PARAMETERS = (
    "findings.long_run_spike", "guard.longest_run_factor", "guard.window_days", "guard.floor_km",
    "formula.long_run_bands", "findings.long_weeks", "findings.least_weeks",
)  # fmt: skip


def plan_does(subject: Subject) -> str:
    """What the plan does about single long runs."""
    allowed = longest_allowed(subject)
    return f"In the plan {allowed}"


_BASIS = Basis(__name__, "findings.long_run_spike", plan_does)


def look(subject: Subject) -> Found:
    """The finding about a runner."""
    stretch = long_stretch(subject)
    if isinstance(stretch, Unknown):
        return not_told(subject, _BASIS, title=_TITLE, why=stretch)
    compared = _compared_since(subject, stretch)
    if not compared:
        why = Unknown("no run has 30 days of known running before it")
        return not_told(subject, _BASIS, title=_TITLE, why=why, stretch=stretch)
    spikes = [one for one in compared if one.spike]
    title = _title(spikes, stretch.weeks)
    finding = told(
        subject,
        _BASIS,
        verdict="risk" if spikes else "fine",
        title=title,
        says=_says(spikes, len(compared), subject.knowledge),
        numbers={
            "spikes": len(spikes),
            "runs_compared": len(compared),
            "races_beyond": sum(one.race and one.km > one.limit_km for one in compared),
            "runs_beyond": [_in_numbers(one, subject.knowledge) for one in spikes],
        },
        stretch=stretch,
        until=subject.today,
    )
    size = max((one.km / one.limit_km for one in spikes), default=0.0)
    return Found(finding=finding, chart=_chart(compared, title), size=size)


def _compared_since(subject: Subject, stretch: Stretch) -> tuple[Compared, ...]:
    """The runs from the begin of a stretch to today that can be compared with what came before them."""
    history = subject.history
    first = history.span.first
    if first is None:
        return ()
    every = compared_runs(history.runs, subject.run_types, first, knowledge=subject.knowledge)
    return tuple(one for one in every if stretch.first <= one.run.day)


def _in_numbers(one: Compared, knowledge: Knowledge) -> dict[str, object]:
    return {
        "date": one.run.day.isoformat(),
        "km": round(one.km, 1),
        "longest_30d_km": round(one.longest_km, 1),
        "beyond_percent": round(one.percent_beyond),
        "band": long_run_band(one.km, one.longest_km, knowledge).band,
    }


def _title(spikes: Sequence[Compared], weeks: int) -> str:
    if not spikes:
        return "Your long runs grew in small steps"
    times = {1: "once", 2: "twice"}.get(len(spikes), f"{len(spikes)} times")
    return f"Your long runs jumped {times} in {counted(weeks, 'week')}"


def _says(spikes: Sequence[Compared], compared: int, knowledge: Knowledge) -> str:
    if not spikes:
        return f"None of {counted(compared, 'run')} was much longer than the longest run of the 30 days before it."
    largest = max(spikes, key=lambda one: (one.percent_beyond, one.run.start))
    band = long_run_band(largest.km, largest.longest_km, knowledge)
    ratio = "" if band.hazard_ratio is None else f" ({band.hazard_ratio:g} times the rate for a step of this size)"
    return (
        f"The largest step was on {day_in_words(largest.run.day)}: {brief(largest.km)} km, {_beyond(largest)} the "
        f"{brief(largest.longest_km)} km of the 30 days before. In one study of 5205 runners such runs went with more "
        f"overuse injuries{ratio}; that is a group average and no proof."
    )


def _beyond(one: Compared) -> str:
    """How far beyond, in words that stand before the longest of the 30 days."""
    if one.km >= 2 * one.longest_km:
        times = f"{brief(one.km / one.longest_km)}".removesuffix(".0")
        return "twice" if times == "2" else f"{times} times"
    return f"{one.percent_beyond:.0f} % beyond"


def _chart(compared: Sequence[Compared], title: str) -> Dots:
    spikes = [one for one in compared if one.spike]
    dates = ", ".join(f"{day_in_words(one.run.day)} ({brief(one.km)} km)" for one in spikes)
    says = f"{len(compared)} runs under a limit of the 30 days before each. "
    return Dots(
        title=title,
        says=says + (f"Above it: {dates}." if spikes else "None is above it."),
        unit="km",
        points=tuple(
            Point(
                day=one.run.day,
                value=round(one.km, 2),
                marked=one.spike,
                label=f"+{one.percent_beyond:.0f} %" if one.spike else None,
            )
            for one in compared
        ),
        steps=tuple(
            Point(day=one.run.day, value=round(one.limit_km, 2), label="limit" if one is compared[-1] else None)
            for one in compared
        ),
    )


FINDING = finding_rule(__name__, __doc__, look=look, parameters=_PARAMETERS)
