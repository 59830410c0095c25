"""Every full week mixes tempo, intervals, long and easy.

Asks: With 4 or more runs a tempo run, an intervals run (hills and time trial count), a long run, the rest easy; with
    3 runs a long run, an easy run, and tempo and intervals in turn; with 2 a long run, and tempo and intervals in
    turn. Runners of level `new` walk-run instead; `returning` runners start easy, with strides, and gain tempo and
    then intervals later.
Why: Distance runners hold at least one threshold-type and one faster session a week beside easy running; one pace for
    everything trains one thing.
When it does not apply: Recovery, taper, cut, race and short weeks; walkers; while pain forbids fast running.
Example: Four runs: intervals on Tuesday, tempo on Thursday, long on Sunday, easy on Saturday.
Sources: tid-elite-review, intervals-beat-easy-low-volume, start-to-run-training-factors.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import EASY_TYPES, INTERVAL_TYPES, Facts, PlanView, WeekView
from stridewell.training.plan import Run
from stridewell.training.runner import Runner

_ID = "variety_each_week"


def applies(week: WeekView, facts: Facts) -> bool:
    """True where the rule asks for variety."""
    walker = facts.runner.goal.focus == "walk"
    return (
        week.full
        and not week.recovery
        and week.phase not in ("taper", "race")
        and not walker
        and facts.pain.fast_running
    )


def turn_runs(runner: Runner) -> bool:
    """True when tempo and intervals take turns (2 or 3 runs a week)."""
    return runner.week.run_days <= 3


def judge(week: WeekView, facts: Facts) -> Iterator[Violation]:
    """Violations of one week."""
    if not applies(week, facts):
        return
    counts = Counter(_kind(run) for run in week.runs)
    for says in _faults(counts, week, facts):
        yield Violation(_ID, "must", week.start, says)


def judge_plan(plan: PlanView, facts: Facts) -> Iterator[Violation]:
    """Tempo and intervals take turns from one full week to the next."""
    if not turn_runs(facts.runner) or facts.runner.runner.level == "new":
        return
    last = None
    for week in plan.weeks:
        if not applies(week, facts) or stage(week.index, facts) != "all":
            continue
        kinds = {_kind(run) for run in week.runs} & {"tempo", "intervals"}
        if len(kinds) == 1 and kinds == last:
            says = f"Two full weeks in a row hold {next(iter(kinds))}; tempo and intervals take turns."
            yield Violation(_ID, "must", week.start, says)
        last = kinds


def stage(week_index: int, facts: Facts) -> str:
    """What a week may ask for: "walk_run" (new), "easy", "tempo" (returning, at first), or "all"."""
    level = facts.runner.runner.level
    if level == "new":
        return "walk_run"
    if level == "returning" and week_index < facts.knowledge.number("variety.returning_tempo_week"):
        return "easy"
    if level == "returning" and week_index < facts.knowledge.number("variety.returning_intervals_week"):
        return "tempo"
    return "all"


def _kind(run: Run) -> str:
    if run.type in INTERVAL_TYPES:
        return "intervals"
    return "easy" if run.type in EASY_TYPES else run.type


def _faults(counts: Counter[str], week: WeekView, facts: Facts) -> Iterator[str]:
    now = stage(week.index, facts)
    fast = counts["tempo"] + counts["intervals"]
    if now == "walk_run":
        if fast:
            yield "A new runner's week holds a tempo or intervals run; it walks and runs instead."
        return
    if counts["race"]:
        yield "The week holds a race beside the race week; beside tempo, intervals and long it asks for easy runs."
    if counts["long"] != 1:
        yield f"The week holds {counts['long']} long runs; it asks for one."
    if now == "easy" and fast:
        yield "A returning runner's first weeks hold a tempo or intervals run; they start easy, with strides."
    elif now == "tempo" and (counts["tempo"] != 1 or counts["intervals"]):
        yield "A returning runner's week asks for one tempo run and no intervals yet."
    elif now == "all" and turn_runs(facts.runner) and fast != 1:
        yield f"The week holds {fast} tempo and intervals runs; with 2 or 3 runs it asks for one of them."
    elif now == "all" and not turn_runs(facts.runner) and (counts["tempo"], counts["intervals"]) != (1, 1):
        held = f"tempo runs: {counts['tempo']}, intervals runs: {counts['intervals']}"
        yield f"The week does not hold one tempo and one intervals run ({held})."


RULE = rule(
    __name__,
    __doc__,
    levels=("must",),
    scope="week",
    judge=judge,
    also={"plan": judge_plan},
    parameters=("variety.returning_tempo_week", "variety.returning_intervals_week"),
)
