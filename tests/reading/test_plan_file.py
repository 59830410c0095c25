"""Plans that somebody edited, transcribed or spoiled: every fault at once, in words, and hostile files in bounds."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders.example_plan import example_plan

from stridewell.reading.file_faults import MissingFile, PlanFileError
from stridewell.reading.plan_file import DEEPEST, MOST_BYTES, plan_from_json, read_plan
from stridewell.writing.plan_json import plan_to_json

Edit = Callable[[Any], None]


def _faults(text: str) -> list[str]:
    with pytest.raises(PlanFileError) as caught:
        plan_from_json(text, "my.json")
    return [str(fault) for fault in caught.value.faults]


def _edited(*edits: Edit) -> str:
    document = json.loads(plan_to_json(example_plan()))
    for edit in edits:
        edit(document)
    return json.dumps(document)


def _run(document: Any) -> Any:
    return document["weeks"][0]["days"][1]["sessions"][0]


def _exercise(document: Any) -> Any:
    return document["weeks"][0]["days"][1]["sessions"][1]["exercises"][0]


EDITS: dict[str, tuple[Edit, str]] = {
    "missing key": (
        lambda plan: _run(plan).pop("type"),
        "my.json: weeks[0].days[1].sessions[0].type: found nothing, expected this key",
    ),
    "unknown key": (
        lambda plan: _run(plan).update(pace="fast"),
        'my.json: weeks[0].days[1].sessions[0].pace: found "fast", expected no such key here',
    ),
    "text for a number": (
        lambda plan: _run(plan).update(distance_km="5 km"),
        'my.json: weeks[0].days[1].sessions[0].distance_km: found "5 km", expected a number',
    ),
    "half a set": (
        lambda plan: _exercise(plan).update(sets=2.5),
        "my.json: weeks[0].days[1].sessions[1].exercises[0].sets: found 2.5, expected a whole number",
    ),
    "unknown phase": (
        lambda plan: plan["weeks"][3].update(phase="peak"),
        "my.json: weeks[3].phase: found \"peak\", expected one of 'foundation'",
    ),
    "no date": (
        lambda plan: plan["weeks"][0]["days"][0].update(date="14.12.2026"),
        'my.json: weeks[0].days[0].date: found "14.12.2026", expected a date like 2027-01-05',
    ),
    "another discipline": (
        lambda plan: _run(plan).update(discipline="swim"),
        'my.json: weeks[0].days[1].sessions[0]: found an object, expected "run" or "strength" as discipline',
    ),
    "step in a group": (
        lambda plan: plan["weeks"][0]["days"][3]["sessions"][0]["steps"][1]["steps"][0].update(kind="sprint"),
        'my.json: weeks[0].days[3].sessions[0].steps[1].steps[0].kind: found "sprint", expected one of',
    ),
    "two counts": (
        lambda plan: _exercise(plan).update(hold_s=30),
        "my.json: weeks[0].days[1].sessions[1].exercises[0]: found reps and hold_s, expected exactly one of",
    ),
    "no count": (
        lambda plan: _exercise(plan).update(reps=None),
        "my.json: weeks[0].days[1].sessions[1].exercises[0]: found none of reps, hold_s, contacts, expected",
    ),
    "negative minutes": (
        lambda plan: _run(plan).update(duration_min=-5),
        "my.json: weeks[0].days[1].sessions[0].duration_min: found -5, expected a number from 0",
    ),
    "six days": (
        lambda plan: plan["weeks"][0]["days"].pop(),
        "my.json: weeks[0].days: found 6 days, expected all seven days from 2026-12-14, in order",
    ),
    "days in disorder": (
        lambda plan: plan["weeks"][0]["days"].reverse(),
        "my.json: weeks[0].days: found days out of order or of another week, expected all seven days",
    ),
    "a week left out": (
        lambda plan: plan["weeks"].pop(1),
        "my.json: weeks[1].start: found 2026-12-28, expected 2026-12-21, a week after the one before",
    ),
    "the last days of the calendar": (
        lambda plan: plan["weeks"][16].update(start="9999-12-31"),
        "my.json: weeks[16].start: found 9999-12-31, expected a day from 1970-01-01 to 2199-12-31",
    ),
    "an id twice": (
        lambda plan: _run(plan).update(id="2026-12-17-run"),
        'my.json: weeks: found 2 sessions with the id "2026-12-17-run", expected every id once',
    ),
    "no weeks": (
        lambda plan: plan.update(weeks=[]),
        'my.json: weeks: found no week, expected at least one in a plan of status "optimal"',
    ),
    "another format": (
        lambda plan: plan.update(format="stridewell.plan/2"),
        "my.json: format: found \"stridewell.plan/2\", expected one of 'stridewell.plan/1'",
    ),
}


@pytest.mark.parametrize(("edit", "says"), EDITS.values(), ids=EDITS.keys())
def test_a_fault_names_place_found_and_expected(edit: Edit, says: str) -> None:
    faults = _faults(_edited(edit))
    assert len(faults) == 1
    assert faults[0].startswith(says)


def test_all_faults_of_shape_are_told_at_once() -> None:
    names = ("missing key", "half a set", "unknown phase", "no date", "step in a group")
    assert len(_faults(_edited(*(EDITS[name][0] for name in names)))) == len(names)


def test_a_foreign_plan_may_leave_out_reasons_and_steps() -> None:
    def bare(document: Any) -> None:
        for week in document["weeks"]:
            for day in week["days"]:
                for session in day["sessions"]:
                    session.pop("reasons")
                    session.pop("steps", None)

    assert plan_from_json(_edited(bare)).weeks[0].days[1].sessions[0].reasons == ()


TEXTS = {
    "empty": ("", "JSON text"),
    "cut off": (plan_to_json(example_plan())[:5000], "JSON text"),
    "a list": ("[]", "an object"),
    "a number": ("7", "an object"),
    "a key twice": ('{"format": "a", "format": "b"}', "each key once"),
    "not a number": ('{"proof": NaN}', "ordinary numbers"),
    "thousands of digits": ('{"proof": ' + "9" * 5000 + "}", "ordinary numbers"),
    "deep": ("[" * (DEEPEST + 1) + "]" * (DEEPEST + 1), f"at most {DEEPEST}"),
    "very deep": ('{"weeks":' * 200_000, f"at most {DEEPEST}"),
    "huge": (" " * (MOST_BYTES + 1), f"at most {MOST_BYTES}"),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS.keys())
def test_what_is_no_plan_at_all_is_refused_in_one_line(text: str, expected: str) -> None:
    faults = _faults(text)
    assert len(faults) == 1
    assert expected in faults[0]


def test_brackets_inside_texts_are_no_depth() -> None:
    def brackets(document: Any) -> None:
        document["runner"]["runner"]["name"] = '[[[["\\' * 50

    assert plan_from_json(_edited(brackets)).runner.runner.name.startswith("[[[[")


def test_found_values_are_shortened() -> None:
    assert len(_faults(_edited(lambda plan: plan.update(status="x" * 10_000)))[0]) < 300


def test_a_file_is_read_and_a_missing_one_named(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text("\ufeff" + plan_to_json(example_plan()), "utf-8")
    assert read_plan(path) == example_plan()
    with pytest.raises(MissingFile, match="there is no such file"):
        read_plan(tmp_path / "other.json")
    with pytest.raises(PlanFileError, match="not UTF-8"):
        read_plan(b'{"format": "\xff"}')


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(turns=st.lists(st.integers(0, 1000), min_size=1, max_size=12), value=ANYTHING)
def test_whatever_stands_anywhere_it_is_read_or_refused(turns: list[int], value: Any) -> None:
    """Walk down a plan by random turns, put anything there: a plan, or a PlanFileError with faults, nothing else."""
    document = json.loads(plan_to_json(example_plan()))
    here: Any = document
    for turn in turns[:-1]:
        inside = list(here.values()) if isinstance(here, dict) else here
        deeper = [item for item in inside if isinstance(item, dict | list) and item]
        if not deeper:
            break
        here = deeper[turn % len(deeper)]
    key = sorted(here)[turns[-1] % len(here)] if isinstance(here, dict) else turns[-1] % len(here)
    here[key] = value
    assert _read_or_refused(json.dumps(document))


def _read_or_refused(text: str) -> bool:
    try:
        return bool(plan_from_json(text).format)
    except PlanFileError as error:
        return bool(error.faults)
