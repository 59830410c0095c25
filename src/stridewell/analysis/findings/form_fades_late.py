"""Whether form holds to the end of long runs.

Asks: Do steps get fewer, contact times longer or heart beats more, late in long runs?
How it is read: In runs of an hour or more of the last 16 weeks, the last third is compared with the first at equal
    speed (steps a minute, contact time), and the second half with the first (meters for each heart beat). Form fades
    where the middle run and six in ten lose 3 % of steps or gain 4 % of contact time; drift above 10 % is a convention.
What the plan does: Strength sessions with work for calves, hips and single legs, heavier in the strength phase, and
    long runs that grow slowly. A trial showed late economy kept in well-trained men; form was not looked at.
When it cannot tell: Fewer than 4 such runs with steps, contact time or heart rate.
Sources: running-dynamics-validity, durability-review, durability-zanini-rct, aerobic-decoupling-rule (parameters
    form.runs, form.fades, form.drift_percent).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from stridewell.analysis.findings.finding import Found, Subject, finding_rule
from stridewell.analysis.findings.telling import Basis, not_told, told
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.late_form import LateChanges, LateForm, late_form
from stridewell.analysis.metrics.recent_runs import recent_runs
from stridewell.knowledge import Knowledge
from stridewell.training.charts import Change, Changes

_TITLE = "Does your form hold in long runs?"
_WHOLE = 100.0  # percent
_SHOWN_RUNS = 8  # the latest, so that each line of the picture can be told from the next


def plan_does(subject: Subject) -> str:
    """What the plan does for form late in long runs."""
    if subject.walks:
        return "A plan for walking holds strength work for calves, hips and legs, and walks that grow slowly."
    return (
        "Strength sessions work calves, hips and single legs, heavier from the strength phase on, and long runs grow "
        "slowly. In one trial heavy lifting and jumps kept well-trained men economical late in a 90-minute run."
    )


_BASIS = Basis(__name__, "form.fades", plan_does)
_DRIFT = Basis(__name__, "form.drift_percent", plan_does)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """How one thing that may change late is told; `sign` says which way a fade goes."""

    name: str
    before: str
    after: str
    sign: int
    title: str
    fades: str
    rests_on: Basis


_CADENCE = _Words(
    name="steps a minute",
    before="first third",
    after="last third",
    sign=-1,
    title="Your steps get fewer late in long runs",
    fades="you took {} fewer steps a minute in the last third than in the first, at equal speed",
    rests_on=_BASIS,
)
_CONTACT = _Words(
    name="contact time",
    before="first third",
    after="last third",
    sign=1,
    title="Your feet stay longer on the ground late in long runs",
    fades="each foot stayed {} longer on the ground in the last third than in the first, at equal speed",
    rests_on=_BASIS,
)
_BEATS = _Words(
    name="meters for each heart beat",
    before="first half",
    after="second half",
    sign=1,
    title="Your heart works harder late in long runs",
    fades="each heart beat carried you {} less far in the second half than in the first; heat does that too",
    rests_on=_DRIFT,
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A thing that may change late, how it did, and how far over its border that is (1 at the border)."""

    words: _Words
    changes: LateChanges
    over: float


def look(subject: Subject) -> Found:
    """What changes late in the long runs of the last weeks."""
    weeks = int(subject.knowledge.table("form.runs")["weeks"])
    recent = recent_runs(subject.history, subject.run_types, weeks=weeks)
    form = late_form(recent, subject.knowledge)
    kinds = _kinds(form, subject.knowledge)
    numbers = _numbers(form)
    if not kinds:
        return not_told(subject, _BASIS, title=_TITLE, why=_why(form), numbers=numbers, stretch=recent.stretch)
    worst = max(kinds, key=lambda kind: kind.over)
    fades = worst.over >= 1 - 1e-9
    title = worst.words.title if fades else _holds_title(kinds)
    finding = told(
        subject,
        worst.words.rests_on if fades else _BASIS,
        verdict="risk" if fades else "fine",
        title=title,
        says=_fades(worst) if fades else _holds(kinds),
        numbers=numbers,
        stretch=recent.stretch,
    )
    return Found(finding=finding, chart=_chart(worst, title), size=worst.over if fades else 0.0)


def _kinds(form: LateForm, knowledge: Knowledge) -> list[_Kind]:
    """What is known of the three, form before heart rate."""
    borders = knowledge.table("form.fades")
    read = (
        (_CADENCE, form.cadence, borders["cadence_percent"]),
        (_CONTACT, form.contact, borders["contact_percent"]),
        (_BEATS, form.drift, knowledge.number("form.drift_percent")),
    )
    return [
        _Kind(words, changes, _over(changes, words.sign, border, share=borders["share"]))
        for words, changes, border in read
        if not isinstance(changes, Unknown)
    ]


def _over(changes: LateChanges, sign: int, border: float, *, share: float) -> float:
    """How far the middle change is over its border; just below 1 where too few of the runs show it."""
    over = sign * changes.middle_percent / border
    seen = changes.share_where(lambda percent: sign * percent >= border - 1e-9)
    return over if seen >= share - 1e-9 else min(over, 1 - 1e-6)


def _fades(kind: _Kind) -> str:
    middle = f"{abs(kind.changes.middle_percent):.0f} %"
    return f"In a typical long run (the middle one of {len(kind.changes.runs)}) {kind.words.fades.format(middle)}."


def _holds_title(kinds: Sequence[_Kind]) -> str:
    form = any(kind.words is not _BEATS for kind in kinds)
    return "Your form holds in long runs" if form else "Your heart rate holds in long runs"


def _holds(kinds: Sequence[_Kind]) -> str:
    words = [f"{kind.words.name} {_signed(_shown(kind, kind.changes.middle_percent))} %" for kind in kinds]
    runs = max(len(kind.changes.runs) for kind in kinds)
    return f"Late in a typical long run (the middle one of {runs}) little had changed: {', '.join(words)}."


def _shown(kind: _Kind, percent: float) -> float:
    """Drift is told as a fall; in pictures and words it is a change like the others."""
    return -percent if kind.words is _BEATS else percent


def _signed(percent: float) -> str:
    rounded = round(percent)
    return f"{rounded:+d}" if rounded else "0"


def _why(form: LateForm) -> Unknown:
    """The reason that is nearest to an answer: form before heart rate."""
    return next(kind for kind in (form.cadence, form.contact, form.drift) if isinstance(kind, Unknown))


def _numbers(form: LateForm) -> dict[str, Any]:
    named = (("cadence_change", form.cadence), ("contact_change", form.contact), ("drift", form.drift))
    numbers: dict[str, Any] = {"long_runs": form.long_runs}
    for name, changes in named:
        if not isinstance(changes, Unknown):
            numbers[f"{name}_middle_percent"] = round(changes.middle_percent, 1)
            numbers[f"{name}_runs"] = len(changes.runs)
    return numbers


def _chart(kind: _Kind, title: str) -> Changes:
    """Each run as a line from 100 at its beginning to what is left of it at its end."""
    latest = kind.changes.runs[-_SHOWN_RUNS:]
    changes = tuple(
        Change(
            label=f"{change.day:%-d %b}" + (f", {change.km:.0f} km" if change.km is not None else ""),
            before=_WHOLE,
            after=_WHOLE + _shown(kind, change.percent),
            marked=change is latest[-1],
        )
        for change in latest
    )
    before, after = kind.words.before, kind.words.after
    listed = "; ".join(f"{change.label}: {change.after:.0f}" for change in changes)
    says = f"{kind.words.name.capitalize()} in the {after} of each run, where the {before} is 100. {listed}."
    return Changes(title=title, says=says, unit=f"% of the {before}", before=before, after=after, changes=changes)


FINDING = finding_rule(__name__, __doc__, look=look, parameters=("form.runs", "form.fades", "form.drift_percent"))
