"""Whether a kind of fast run is part of the last weeks, rare or missing, and to whom the question is not put.

The two findings on tempo and on intervals share this; their words are their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.recent_runs import RecentRuns
from stridewell.analysis.metrics.run_mix import RunMix, run_mix
from stridewell.analysis.run_types import RunKind
from stridewell.knowledge import Knowledge
from stridewell.training.charts import Share, Shares
from stridewell.training.runner import Runner

FastKind = Literal["tempo", "intervals"]

PARAMETERS = (
    "running.fast_run_every_weeks", "running.race_as_intervals_min", "running.least_runs", "running.least_weeks",
    "running.known_share", "history.habit_weeks",
)  # fmt: skip
"""What the findings about fast runs read."""

_KINDS: tuple[RunKind, ...] = ("easy", "long", "tempo", "intervals", "hills")
_LONG_RACE, _SHORT_RACE = "race, as tempo", "race, as intervals"
_COUNT_AS: Mapping[FastKind, frozenset[str]] = {
    "tempo": frozenset(("tempo", _LONG_RACE)),
    "intervals": frozenset(("intervals", "hills", _SHORT_RACE)),
}
FEW_RUNS = 3  # with so many runs a week or fewer, tempo and intervals take turns (`variety_each_week`)
_ALWAYS_SHOWN: tuple[RunKind, ...] = ("easy", "tempo", "intervals")


@dataclass(frozen=True, slots=True, kw_only=True)
class FastRuns:
    """How many fast runs of a kind were seen, how many were asked for at least, and what follows.

    `why` says in words why nothing is missing or known, where the runs themselves do not; `mix` is None where they
    were too few to judge.
    """

    seen: int
    asked: float
    verdict: Literal["missing", "fine", "unknown"]
    why: str | None
    mix: RunMix | None

    @property
    def size(self) -> float:
        """1 where one run more would have been enough, more the further away that is, 0 where nothing is missing."""
        return self.asked / (self.seen + 1) if self.verdict == "missing" else 0.0

    @property
    def numbers(self) -> dict[str, Any]:
        """What was counted, as it is written in a finding."""
        if self.mix is None:
            return {}
        return {
            "seen": self.seen,
            "asked_at_least": round(self.asked, 1),
            "runs": self.mix.runs,
            "runs_not_told": self.mix.unknown,
            "weeks_with_a_run": self.mix.active_weeks,
            "runs_by_type": dict(self.mix.counts),
        }


def fast_runs(recent: RecentRuns, kind: FastKind, *, runner: Runner | None, knowledge: Knowledge) -> FastRuns:
    """The verdict on a kind of fast run; unknown where runs that could not be told might be the missing ones."""
    excused = too_early(runner, kind, knowledge)
    mix = run_mix(recent, knowledge)
    if isinstance(mix, Unknown):
        why = excused or f"Whether you run {kind} cannot be told: {mix.reason}."
        return FastRuns(seen=0, asked=0.0, verdict="fine" if excused else "unknown", why=why, mix=None)
    seen = mix.tempo if kind == "tempo" else mix.intervals
    asked = mix.active_weeks / knowledge.number("running.fast_run_every_weeks")
    if excused is not None or seen >= asked - 1e-9:
        return FastRuns(seen=seen, asked=asked, verdict="fine", why=excused, mix=mix)
    if mix.mostly_known:
        return FastRuns(seen=seen, asked=asked, verdict="missing", why=None, mix=mix)
    untold = f"{mix.unknown} of your {mix.runs} runs hold too little to tell their type"
    why = f"Whether you run {kind} cannot be told: {untold}."
    return FastRuns(seen=seen, asked=asked, verdict="unknown", why=why, mix=mix)


def too_early(runner: Runner | None, kind: FastKind, knowledge: Knowledge) -> str | None:
    """Why this runner is not asked for fast running yet, in words; None for everybody else."""
    if runner is None:
        return None
    if runner.goal.focus == "walk":
        return "Your goal is a walk, and walks need no fast running."
    if runner.runner.level == "new":
        return "You are new to running: you walk and run first, and nothing fast is asked of you yet."
    if runner.runner.level == "returning":
        week = knowledge.number(f"variety.returning_{kind}_week")
        joins = "joins" if kind == "tempo" else "join"
        return f"You are coming back to running: the first weeks are easy, and {kind} {joins} in week {week:.0f}."
    return None


def fast_runs_planned(runner: Runner | None, kind: FastKind, knowledge: Knowledge) -> str:
    """What a plan for this runner does about fast running of a kind (`variety_each_week`)."""
    if runner is not None and runner.goal.focus == "walk":
        return "A plan for walking holds no fast running."
    if runner is not None and runner.runner.level == "new":
        return "Your plan walks and runs in turn, then runs easily; it holds no fast running."
    what = "a tempo run" if kind == "tempo" else "a run with intervals or hills"
    other = "intervals" if kind == "tempo" else "tempo"
    turns = runner is not None and runner.week.run_days <= FEW_RUNS
    says = f"Full weeks outside recovery and taper hold {what}"
    if turns:
        says = f"In full weeks outside recovery and taper {what} takes turns with {other}"
    elif runner is None:
        says += f"; with 2 or 3 runs a week it takes turns with {other}"
    if runner is not None and runner.runner.level == "returning":
        says += f", from week {knowledge.number(f'variety.returning_{kind}_week'):.0f} on"
    return f"{says}."


def mix_chart(mix: RunMix, kind: FastKind, title: str) -> Shares:
    """The runs by type beside each other; whatever counts as the kind in question is marked."""
    counts: dict[str, int] = {
        name: mix.counts.get(name, 0) for name in _KINDS if mix.counts.get(name, 0) or name in _ALWAYS_SHOWN
    }
    others = ((_LONG_RACE, mix.races_as_tempo), (_SHORT_RACE, mix.races_as_intervals), ("not told", mix.unknown))
    counts |= {name: runs for name, runs in others if runs}
    shares = tuple(
        Share(label=name, share=runs / mix.runs, says=f"{runs} of {mix.runs} runs", marked=name in _COUNT_AS[kind])
        for name, runs in counts.items()
    )
    told = ", ".join(f"{name} {runs}" for name, runs in counts.items())
    return Shares(title=title, says=f"{mix.runs} runs by type: {told}.", shares=shares)
