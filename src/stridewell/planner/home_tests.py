"""What the result of a home test says, and what a plan makes of it.

A result is set beside the usual value for age and sex where one is known, the sides beside each other, and both beside
the measurement error. It is never a diagnosis and predicts no injury. Only what the planner reads changes a plan: the
gate before jumps (`readiness`), and the gates of the ladders (`knowledge.test_gates`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from stridewell.knowledge import Knowledge
from stridewell.knowledge.test_gates import gates_of
from stridewell.planner.pain import pain_state, site_name
from stridewell.planner.readiness import HEEL_RAISE, heel_raises_asked, held_by_calves, is_walker
from stridewell.training.home_test import HOME_TEST_UNITS, BesideError, HomeTest, TestReading, UsualValue
from stridewell.training.runner import Profile, Runner, Side, TestResult

PERCENT = 100
_SEX_WORDS = {"female": "women", "male": "men"}


def judge_result(
    test: HomeTest,
    result: TestResult,
    *,
    knowledge: Knowledge,
    runner: Runner | None = None,
    earlier: TestResult | None = None,
) -> TestReading:
    """What a result says: side against side, beside the norm, since an `earlier` result, and what it changes.

    Without a runner there is no norm, as it goes by age and sex, and `changes` says only what a result could change.
    """
    error = None if test.error is None else knowledge.table(test.error)
    usual = None if runner is None else usual_value(test, result, runner.runner, knowledge=knowledge)
    weaker, difference = _sides(result)
    best = max(result.left, result.right)
    reading = TestReading(
        test=test,
        result=result,
        weaker=weaker,
        difference=difference,
        index=None if best == 0 else PERCENT * min(result.left, result.right) / best,
        error=None if error is None else float(error["sides"]),
        beside_error=_beside(difference, None if error is None else float(error["sides"])),
        usual=usual,
        says=(),
        changes=tuple(_changes(test, result, runner, knowledge=knowledge, earlier=earlier)),
    )
    change = None if error is None else float(error["change"])
    sore = () if runner is None else _sore(test, runner, knowledge)
    says = (
        *sore,
        _sides_say(reading),
        _error_says(reading),
        *_norm_says(reading, runner),
        *_since(reading, earlier, change),
    )
    return replace(reading, says=says)


def usual_value(test: HomeTest, result: TestResult, profile: Profile, *, knowledge: Knowledge) -> UsualValue | None:
    """What is usual at this age, on the day of the test, and sex; None where either or the norm is not known."""
    norm = test.norm
    if norm is None or profile.born is None or profile.sex is None:
        return None
    age = result.date.year - profile.born
    rows = knowledge.table(norm.parameter).get(profile.sex, {})
    starts = sorted(int(start) for start in rows)
    fitting = [start for start in starts if start <= age]
    if not fitting or (norm.to_age is not None and age > norm.to_age):
        return None
    row = fitting[-1]
    last = next((start - 1 for start in starts if start > row), norm.to_age)
    spread = None if norm.spread is None else float(knowledge.table(norm.spread)[profile.sex][str(row)])
    ages = f"from {row} on" if last is None else f"of {row} to {last}"
    whose = f"{_SEX_WORDS[profile.sex]} {ages} ({norm.whose})"
    return UsualValue(value=float(rows[str(row)]), spread=spread, whose=whose)


def _sore(test: HomeTest, runner: Runner, knowledge: Knowledge) -> Iterator[str]:
    """A sore leg is not tested: what it shows is the pain, and a red flag comes before any test."""
    for site in pain_state(runner, knowledge).sites:
        name = site_name(site.pain, knowledge)
        if site.verdict == "red_flag":
            yield f"Your runner file has a red flag, {name}: see a clinician before any test."
        elif site.pain.site in test.sites:
            yield f"Your runner file says pain, {name}: the result may show the pain and not what the leg can do."


def _sides(result: TestResult) -> tuple[Side, float]:
    if result.left == result.right:
        return "both", 0.0
    return ("left" if result.left < result.right else "right"), abs(result.left - result.right)


def _beside(difference: float, error: float | None) -> BesideError:
    if difference == 0:
        return "equal"
    if error is None:
        return "unknown"
    return "within" if difference <= error else "beyond"


def _sides_say(reading: TestReading) -> str:
    left, right = reading.result.left, reading.result.right
    unit = HOME_TEST_UNITS[reading.test.unit]
    if reading.weaker == "both":
        return f"Left and right are the same: {_shown(left)} {unit}."
    return (
        f"Left {_shown(left)}, right {_shown(right)} {unit}: your {reading.weaker} side does {reading.index:.0f} % of "
        f"the other, {_shown(reading.difference)} less."
    )


def _error_says(reading: TestReading) -> str:
    unit = HOME_TEST_UNITS[reading.test.unit]
    if reading.error is None:
        return (
            "How large the measurement error of this test is was in nothing we read. Test again on another day before "
            "you read anything into a difference."
        )
    size = f"{_shown(reading.error)} {unit}"
    if reading.beside_error == "beyond":
        return (
            f"The difference is more than the measurement error ({size}), so it is probably real. Test again before "
            "you act on it."
        )
    return f"A difference of up to {size} is within the measurement error: read nothing into it."


def _norm_says(reading: TestReading, runner: Runner | None) -> Iterator[str]:
    unit, norm, usual = HOME_TEST_UNITS[reading.test.unit], reading.test.norm, reading.usual
    if norm is None:
        yield "What is usual by age and sex was in nothing we could read. Compare with yourself."
    elif usual is not None:
        weaker = min(reading.result.left, reading.result.right)
        spread = "" if usual.spread is None else f", give or take {usual.spread:.0f}"
        yield f"Usual for {usual.whose}: {usual.value:.0f} {unit}{spread}. Your weaker side: {_shown(weaker)}."
    elif runner is None:
        yield "What is usual goes by age and sex. Name your runner file with --runner to see it."
    elif runner.runner.born is None or runner.runner.sex is None:
        yield "What is usual goes by age and sex. Your runner file leaves out `born` or `sex`."
    else:
        yield "What is usual at your age and sex was in nothing we could read. Compare with yourself."


def _since(reading: TestReading, earlier: TestResult | None, error: float | None) -> Iterator[str]:
    if earlier is None or earlier.date >= reading.result.date:
        return
    left, right = reading.result.left - earlier.left, reading.result.right - earlier.right
    says = f"Since {earlier.date}: left {_signed(left)}, right {_signed(right)}."
    if error is not None:
        size = f"{_shown(error)} {HOME_TEST_UNITS[reading.test.unit]}"
        real = [side for side, change in (("left", left), ("right", right)) if abs(change) > error]
        told = {
            0: "That is within the measurement error",
            1: f"Only the {''.join(real)} is beyond the measurement error",
        }
        says += f" {told.get(len(real), 'Both are beyond the measurement error')} ({size})."
    yield says


def _changes(
    test: HomeTest, result: TestResult, runner: Runner | None, *, knowledge: Knowledge, earlier: TestResult | None
) -> Iterator[str]:
    steps = tuple(_steps(test, result, knowledge))
    if test.id != HEEL_RAISE and not steps:
        yield "It changes nothing in a plan. It is a record of yours."
    elif test.id == HEEL_RAISE and runner is None:
        yield from () if test.changes is None else (test.changes,)
    elif runner is not None and is_walker(runner):
        yield "A walking plan has no jumps, so it changes nothing there."
    elif test.id == HEEL_RAISE and runner is not None:
        yield from _jumps_gate(result, runner, knowledge=knowledge, earlier=earlier)
    yield from steps


def _steps(test: HomeTest, result: TestResult, knowledge: Knowledge) -> Iterator[str]:
    """What the gates of the ladders make of the weaker side."""
    weaker = min(result.left, result.right)
    for gate in gates_of(test.id, knowledge):
        reached = "you have that" if weaker >= gate.least else f"it waits, your weaker side has {_shown(weaker)}"
        yield f"The step up to {_either(gate.exercises)} asks {gate.least:g} on both sides: {reached}."


def _either(names: tuple[str, ...]) -> str:
    *others, last = (name.lower() for name in names)
    return f"{', '.join(others)} or {last}" if others else last


def _jumps_gate(
    result: TestResult, runner: Runner, *, knowledge: Knowledge, earlier: TestResult | None
) -> Iterator[str]:
    held = held_by_calves(_with(runner, result), knowledge)
    before = None if earlier is None else held_by_calves(_with(runner, earlier), knowledge)
    if held is not None:
        yield held[1]
        return
    weaker = min(result.left, result.right)
    asked = heel_raises_asked(runner.runner, result, knowledge)
    freed = "no longer" if before is not None else "do not"
    yield (
        f"The calves {freed} hold jumps back: {_shown(weaker)} heel raises on the weaker leg, {math.ceil(asked)} asked."
        " Weeks of strength work and pain still decide when jumps begin."
    )


def _with(runner: Runner, result: TestResult) -> Runner:
    return replace(runner, tests={**runner.tests, HEEL_RAISE: result})


def _shown(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else ''}{_shown(value)}"
