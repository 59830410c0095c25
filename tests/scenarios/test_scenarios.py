"""The scenarios of this folder, each planned, judged and compared with what its coach expects."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from tests.scenarios.scenario import Scenario, changed, read_scenarios

from stridewell.knowledge import Knowledge
from stridewell.planner import judge_plan, make_plan
from stridewell.planner.view import WeekView, view_plan
from stridewell.training.plan import Plan, Run
from stridewell.training.runner import WEEKDAYS, Runner

SCENARIOS = read_scenarios(Path(__file__).parent)
_COUNTED_AS = {"strides": "easy", "hills": "intervals", "time_trial": "intervals"}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=[scenario.name for scenario in SCENARIOS])
def test_scenario(scenario: Scenario, knowledge: Knowledge) -> None:
    plan = planned(scenario.runner, scenario.start, knowledge)
    assert plan.status != "impossible" or scenario.expect["plan"] == "refused", [c.says for c in plan.conflict]
    for word, expected in scenario.expect.items():
        if word in _PLAN_WORDS:
            assert _PLAN_WORDS[word](plan, expected) == expected, word
        elif word == "full weeks":
            for week in view_plan(plan).weeks:
                if week.full and not week.recovery and week.phase not in ("taper", "race"):
                    compare(week, expected)
        else:
            compare(view_plan(plan).weeks[int(word.removeprefix("week ")) - 1], expected)
    if plan.status == "impossible":
        assert_ways_out_work(plan, scenario.start, knowledge)
    else:
        musts = {violation.rule for violation in judge_plan(plan, knowledge) if violation.level == "must"}
        assert musts <= set(plan.runner.week.accept)


def planned(runner: Runner, start: dt.date, knowledge: Knowledge) -> Plan:
    return make_plan(runner, start=start, today=start - dt.timedelta(days=1), knowledge=knowledge)


def compare(week: WeekView, expected: Mapping[str, Any]) -> None:
    """Every word of an expected week against the week."""
    for word, value in expected.items():
        if word in _WEEK_LIMITS:
            km = week.run_km if word.startswith("km") else longest_km(week)
            assert _WEEK_LIMITS[word](km, value), f"week {week.index}: {word} {value}, found {km}"
        else:
            found = _WEEK_WORDS[word](week, value)
            assert found == value, f"week {week.index}: {word}"


def assert_ways_out_work(plan: Plan, start: dt.date, knowledge: Knowledge) -> None:
    for way in plan.ways_out:
        tried = planned(changed(plan.runner, way.change), start, knowledge)
        assert tried.status != "impossible", way.change


def sentences(plan: Plan) -> str:
    """Everything the plan says: conflict, ways out, what gave way, and the reasons of its sessions."""
    said = [one.says for one in plan.conflict] + [way.says for way in plan.ways_out]
    said += [broken.says for broken in (*plan.accepted, *plan.broken_shoulds)]
    sessions = (session for week in plan.weeks for day in week.days for session in day.sessions)
    return " ".join((*said, *(reason.says for session in sessions for reason in session.reasons)))


def runs_by_kind(week: WeekView) -> dict[str, int]:
    return dict(Counter(_COUNTED_AS.get(run.type, run.type) for run in week.runs if run.type != "race"))


def stands_on(week: WeekView, weekday: int) -> list[str]:
    day = week.days[weekday]
    runs = [_COUNTED_AS.get(run.type, run.type) for run in day.runs]
    return [*runs, *(session.type for session in day.strength)]


def beside_strength(week: WeekView) -> list[str]:
    beside = (next(iter(day.runs), None) for day in week.days if day.strength)
    return ["nothing" if run is None else _COUNTED_AS.get(run.type, run.type) for run in beside]


def held(week: WeekView) -> set[str]:
    slots = {item.slot for day in week.days for session in day.strength for item in session.exercises}
    return {run.type for run in week.runs} | slots


def longest_km(week: WeekView) -> float:
    return max((run.distance_km for run in week.runs if run.type != "race"), default=0.0)


def kinds_in(plan: Plan) -> set[str]:
    return {s.type for week in plan.weeks for day in week.days for s in day.sessions if isinstance(s, Run)}


def changed_keys(plan: Plan, expected: list[str]) -> list[str]:
    """Of the expected keys those that some way out changes (`week.minutes` also by `week.minutes.tue`)."""
    offered = [way.change.partition(" = ")[0] for way in plan.ways_out]
    return [key for key in expected if any(change == key or change.startswith(f"{key}.") for change in offered)]


_PLAN_WORDS: dict[str, Callable[[Plan, Any], Any]] = {
    "plan": lambda plan, _: "refused" if plan.status == "impossible" else "made",
    "weeks": lambda plan, _: len(plan.weeks),
    "phases": lambda plan, _: [phase for phase, _ in groupby(week.phase for week in plan.weeks)],
    "never": lambda plan, kinds: [kind for kind in kinds if kind not in kinds_in(plan)],
    "shoulds given up": lambda plan, _: sorted({broken.rule for broken in plan.broken_shoulds}),
    "because of": lambda plan, members: _as_written([str(one.rule or one.wish) for one in plan.conflict], members),
    "a way out changes": changed_keys,
    "no way out": lambda plan, _: not plan.ways_out,
    "says": lambda plan, words: words if words in sentences(plan) else sentences(plan),
}

_WEEK_WORDS: dict[str, Callable[[WeekView, Any], Any]] = {
    "phase": lambda week, _: week.phase,
    "recovery": lambda week, _: week.recovery,
    "runs": lambda week, _: runs_by_kind(week),
    "run days": lambda week, _: week.run_days,
    "a free day": lambda week, _: any(not day.runs and not day.strength for day in week.days),
    "strength": lambda week, labels: _as_written([s.type for day in week.days for s in day.strength], labels),
    "strength beside": lambda week, kinds: _as_written(beside_strength(week), kinds),
    "kinds among": lambda week, kinds: kinds if {run.type for run in week.runs} <= set(kinds) else held(week),
    "holds": lambda week, words: [word for word in words if word in held(week)],
    "holds no": lambda week, words: [word for word in words if word not in held(week)],
} | {f"on {name}": lambda week, _, n=n: stands_on(week, n) for n, name in enumerate(WEEKDAYS)}

_WEEK_LIMITS: dict[str, Callable[[float, float], bool]] = {
    "km at most": lambda km, most: km <= most,
    "km at least": lambda km, least: km >= least,
    "longest run at most": lambda km, most: km <= most,
}


def _as_written(found: list[str], expected: list[str]) -> list[str]:
    """The expected list when it holds the same words in any order, otherwise what was found."""
    return expected if sorted(found) == sorted(expected) else found


def test_a_word_nobody_knows_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "odd.yaml").write_text("- scenario: Odd\n  runner: { colour: blue }\n  expect: { plan: made }\n")
    with pytest.raises(ValueError, match="no such word: colour"):
        read_scenarios(tmp_path)


def test_there_are_scenarios() -> None:
    assert len(SCENARIOS) >= 15
    assert len({scenario.name for scenario in SCENARIOS}) == len(SCENARIOS)
