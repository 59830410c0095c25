"""Jumps are missing where fewer than one in four sessions with named sets holds one."""

from __future__ import annotations

from dataclasses import replace

from tests.builders.activities import mondays, strength, weeks
from tests.findings.asking import STEADY, ask

from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.runner import Goal, Runner

ID = "jumps_missing"
LIFTS = ("squat/28", "deadlift/0", "calf_raise/18", "hip_stability/21")


def with_the_fault() -> list[Summary]:
    return weeks([STEADY] * 12, strength_days=(1, 4), sets=LIFTS)


def with_jumps_in(jumping: int, sessions: int) -> list[Summary]:
    sets = [(*LIFTS, "plyo/33")] * jumping + [LIFTS] * (sessions - jumping)
    return [*weeks([STEADY] * 12), *(strength(monday, *names) for monday, names in zip(mondays(8), sets, strict=True))]


def test_strength_without_jumps_lacks_them(knowledge: Knowledge) -> None:
    found = ask(ID, with_the_fault(), knowledge)
    assert found.finding.verdict == "missing"
    assert found.finding.title == "Your strength sessions hold no jumps"
    assert found.finding.numbers == {"sessions_that_name_exercises": 16, "sessions_with_jumps": 0}
    assert "ready" in found.finding.plan_does


def test_two_of_eight_sessions_are_enough_and_one_is_not(knowledge: Knowledge) -> None:
    assert ask(ID, with_jumps_in(2, 8), knowledge).finding.verdict == "fine"
    found = ask(ID, with_jumps_in(1, 8), knowledge)
    assert found.finding.verdict == "missing"
    assert found.finding.title == "1 of 8 strength sessions had jumps"


def test_rope_is_jumping(knowledge: Knowledge) -> None:
    rope = weeks([STEADY] * 12, strength_days=(1, 4), sets=(*LIFTS, "cardio/6"))
    assert ask(ID, rope, knowledge).finding.verdict == "fine"


def test_sets_without_names_tell_nothing(knowledge: Knowledge) -> None:
    assert ask(ID, weeks([STEADY] * 12, strength_days=(1, 4)), knowledge).finding.verdict == "unknown"


def test_without_strength_it_is_not_asked(knowledge: Knowledge) -> None:
    assert ask(ID, weeks([STEADY] * 12), knowledge).finding.verdict == "unknown"


def test_walkers_need_no_jumps(knowledge: Knowledge, example_runner: Runner) -> None:
    walker = replace(example_runner, goal=Goal(race="none", weeks=12, focus="walk"))
    found = ask(ID, with_the_fault(), knowledge, runner=walker)
    assert found.finding.verdict == "unknown"
    assert found.finding.plan_does == "A plan for walking holds no jumps."
