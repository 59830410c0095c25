"""Whether running knows more than one pace.

Asks: Is nearly all running of the last weeks at one pace?
How it is read: From the time at each grade-adjusted speed inside the runs of the last 8 full weeks. One pace means that
    the speed which a tenth of the time is above is less than 1.25 times the speed which a tenth is below, and that fast
    runs (tempo, intervals, hills, races) came less than once in four weeks.
What the plan does: Each full week mixes tempo, intervals, long and easy running as far as its run days allow.
When it cannot tell: Fewer than 8 runs or 6 weeks with one; more than four runs in ten without samples. New and
    returning runners and walkers are not asked.
Sources: tid-marathoners-bigdata (parameter one_pace.spread), tid-elite-review (running.fast_run_every_weeks).
"""

from __future__ import annotations

from stridewell.analysis.features import SPEED_BIN_M_PER_S
from stridewell.analysis.findings.finding import Found, Subject, finding_rule
from stridewell.analysis.findings.telling import Basis, not_told, told, while_sore
from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.fast_runs import FEW_RUNS, PARAMETERS, fast_runs_planned, too_early
from stridewell.analysis.metrics.pace_spread import PaceSpread, pace_spread
from stridewell.analysis.metrics.recent_runs import recent_runs
from stridewell.analysis.metrics.run_mix import RunMix, run_mix
from stridewell.analysis.metrics.time_by_value import time_below
from stridewell.analysis.stretch import Stretch
from stridewell.quantities.clock import clock_of
from stridewell.training.charts import Share, Shares

_BAND_S_PER_KM = 30.0  # how wide a bar of the picture is
_UNIT = "min/km"
_SIDES = 2  # bars on each side of the middle one, before the two that hold the rest

_TITLE, _EXCUSED = "Do you run at more than one pace?", "One easy pace is right for now"
_VARIED, _ONE = "You run at more than one pace", "Nearly all your running is at one pace"
_DRIFTING = "Your pace varies, but few runs are fast ones"


def plan_does(subject: Subject) -> str:
    """What the plan does about pace."""
    if too_early(subject.runner, "tempo", subject.knowledge) is not None:
        return fast_runs_planned(subject.runner, "tempo", subject.knowledge)
    mixed = "Full weeks outside recovery and taper mix tempo, intervals, a long run and easy running"
    if subject.runner is None:
        mixed += "; with 2 or 3 runs a week, tempo and intervals take turns"
    elif subject.runner.week.run_days <= FEW_RUNS:
        mixed = "In full weeks outside recovery and taper tempo and intervals take turns, beside a long run"
        mixed += " and an easy one" if subject.runner.week.run_days == FEW_RUNS else ""
    return f"{mixed}.{while_sore(subject, 'fast and long runs')}"


_BASIS = Basis(__name__, "one_pace.spread", plan_does)


def look(subject: Subject) -> Found:
    """How far slow and fast running of the last weeks lie apart."""
    weeks = int(subject.knowledge.number("history.habit_weeks"))
    recent = recent_runs(subject.history, subject.run_types, weeks=weeks)
    excused = too_early(subject.runner, "tempo", subject.knowledge)
    if excused is not None:
        title = "Walks need no fast pace" if subject.walks else _EXCUSED
        finding = told(subject, _BASIS, verdict="fine", title=title, says=excused, stretch=recent.stretch)
        return Found(finding=finding)
    mix = run_mix(recent, subject.knowledge)
    spread = mix if isinstance(mix, Unknown) else pace_spread(recent, subject.knowledge)
    if isinstance(mix, Unknown):
        return not_told(subject, _BASIS, title=_TITLE, why=mix, stretch=recent.stretch)
    if isinstance(spread, Unknown):
        return not_told(subject, _BASIS, title=_TITLE, why=spread, stretch=recent.stretch)
    return _judged(spread, mix, subject=subject, stretch=recent.stretch)


def _judged(spread: PaceSpread, mix: RunMix, *, subject: Subject, stretch: Stretch) -> Found:
    border = subject.knowledge.number("one_pace.spread")
    asked = mix.active_weeks / subject.knowledge.number("running.fast_run_every_weeks")
    few = mix.tempo + mix.intervals < asked - 1e-9
    one = spread.ratio < border - 1e-9 and few
    title = _ONE if one else _DRIFTING if few else _VARIED
    finding = told(
        subject,
        _BASIS,
        verdict="missing" if one else "fine",
        title=title,
        says=_says(spread, mix, weeks=stretch.weeks, one=one),
        numbers=_numbers(spread, mix),
        stretch=stretch,
    )
    # 1 at the border, 2 where all running is at exactly one speed
    size = 1 + (border - spread.ratio) / (border - 1) if one else 0.0
    return Found(finding=finding, chart=_chart(spread, title), size=size)


def _says(spread: PaceSpread, mix: RunMix, *, weeks: int, one: bool) -> str:
    paces = f"between {clock_of(1000 / spread.fast_m_per_s)} and {clock_of(1000 / spread.slow_m_per_s)} min/km"
    says = f"Eight in ten of your running minutes in the last {weeks} weeks were {paces}, hills taken out"
    if one:
        return f"{says}. The fast end is only {100 * (spread.ratio - 1):.0f} % faster than the slow one."
    fast = mix.tempo + mix.intervals
    return f"{says}; {fast or 'none'} of your {mix.runs} runs {'was a fast one' if fast < 2 else 'were fast ones'}."


def _numbers(spread: PaceSpread, mix: RunMix) -> dict[str, float | int]:
    return {
        "slow_tenth_s_per_km": round(1000 / spread.slow_m_per_s),
        "middle_s_per_km": round(1000 / spread.middle_m_per_s),
        "fast_tenth_s_per_km": round(1000 / spread.fast_m_per_s),
        "fast_over_slow": round(spread.ratio, 2),
        "fast_runs": mix.tempo + mix.intervals,
        "runs": mix.runs,
        "runs_with_samples": spread.runs,
    }


def _chart(spread: PaceSpread, title: str) -> Shares:
    """Time by pace in bands of 30 s/km around the middle, with one bar at each end for the rest."""
    middle = _BAND_S_PER_KM * int(1000 / spread.middle_m_per_s / _BAND_S_PER_KM)
    fastest = max(_BAND_S_PER_KM, middle - _SIDES * _BAND_S_PER_KM)
    edges = [fastest]
    while edges[-1] < middle + (_SIDES + 1) * _BAND_S_PER_KM:
        edges.append(edges[-1] + _BAND_S_PER_KM)
    total = sum(spread.time_s.values())
    faster_than = [1 - time_below(spread.time_s, 1000 / edge, width=SPEED_BIN_M_PER_S) / total for edge in edges]
    shares = [_share(f"under {clock_of(edges[0])}", faster_than[0])]
    for fast, slow, low, high in zip(edges, edges[1:], faster_than, faster_than[1:], strict=False):
        marked = fast <= 1000 / spread.middle_m_per_s < slow
        shares.append(_share(f"{clock_of(fast)}–{clock_of(slow)}", high - low, is_middle=marked))
    shares.append(_share(f"over {clock_of(edges[-1])}", 1 - faster_than[-1]))
    told = ", ".join(f"{share.label} {_UNIT} {share.says}" for share in shares)
    says = f"Running time by pace, hills taken out: {told}."
    return Shares(title=title, says=says, shares=tuple(shares), unit=_UNIT)


def _share(label: str, share: float, *, is_middle: bool = False) -> Share:
    part = min(max(share, 0.0), 1.0)
    return Share(label=label, share=part, says=f"{100 * part:.0f} %", marked=is_middle)


FINDING = finding_rule(__name__, __doc__, look=look, parameters=("one_pace.spread", *PARAMETERS))
