"""The plan in the terminal: as text that does not change unseen, in 80 columns, without color, safe against names."""

from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from rich.cells import cell_len
from tests.builders.example_knowledge import example_knowledge
from tests.builders.example_plan import example_plan, example_runner, impossible_plan

from stridewell.training.plan import Conflict, Plan, Reason, RuleLevel
from stridewell.training.runner import Units
from stridewell.writing.terminal import (
    Detail,
    console_on,
    render_day,
    render_exercises,
    render_impossible,
    render_plan,
    render_violations,
)
from stridewell.writing.terminal.console import Color

GOLDEN = Path(__file__).parent / "golden"
TODAY = dt.date(2027, 1, 13)


def _shown(
    plan: Plan, *, width: int = 80, color: Color = "off", detail: Detail = "normal", today: dt.date | None = TODAY
) -> str:
    stream = io.StringIO()
    console = console_on(stream, width=width, color=color)
    render_plan(plan, example_knowledge(), console, today=today, detail=detail)
    return stream.getvalue()


def test_the_plan_looks_as_it_did() -> None:
    """Changed on purpose? Look at the difference, then copy what is printed into golden/plan_80.txt."""
    assert _shown(example_plan()) == (GOLDEN / "plan_80.txt").read_text("utf-8")


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal_or_ends_in_spaces(width: int) -> None:
    lines = _shown(example_plan(), width=width, detail="verbose").splitlines()
    assert max(cell_len(line) for line in lines) <= width
    assert [line for line in lines if line != line.rstrip()] == []


def test_plain_output_holds_no_escape_sequences_and_colored_output_the_same_words() -> None:
    plain, colored = _shown(example_plan()), _shown(example_plan(), color="on")
    assert "\x1b" not in plain
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain


def test_every_session_of_the_plan_appears_when_verbose() -> None:
    text = _shown(example_plan(), detail="verbose")
    sessions = [session for week in example_plan().weeks for day in week.days for session in day.sessions]
    assert text.count(" min)\n") + text.count(" h)\n") == len(sessions)


def test_quiet_shows_the_week_to_do_and_no_calendar() -> None:
    text = _shown(example_plan(), detail="quiet")
    assert "Tue 12 Jan Easy run 6.6 km (41 min), then strength A (38 min)" in text
    assert len(text.splitlines()) < 15


def test_today_is_named_and_before_the_start_the_first_week_is_unfolded() -> None:
    assert "Today: rest. Next: tempo run 7.7 km (44 min), on Thu 14 Jan." in _shown(example_plan())
    assert "Your first week, 14 Dec – 20 Dec" in _shown(example_plan(), today=dt.date(2026, 11, 22))
    assert "This plan ended" in _shown(example_plan(), today=dt.date(2027, 6, 1))


def test_a_plan_not_proven_best_says_how_far_it_may_be_off() -> None:
    plan = replace(example_plan(), status="feasible", proof=replace(example_plan().proof, objective=120, bound=100))
    text = " ".join(_shown(plan).split())
    assert "not proven best" in text
    assert "gap 20" in text


def test_miles_are_shown_to_those_who_ask_for_them() -> None:
    imperial: Units = "imperial"
    runner = example_runner()
    text = _shown(example_plan(replace(runner, runner=replace(runner.runner, units=imperial))))
    assert "4.1 mi" in text
    assert "9:39–10:28 /mi" in text
    assert "26 lb" in text
    assert " km" not in text.replace("15.0 km", "")  # the reason's sentence was made elsewhere


def test_that_stridewell_does_not_diagnose_is_said_once_and_only_where_there_is_pain() -> None:
    assert " ".join(_shown(example_plan(), detail="verbose").split()).count("does not diagnose") == 1
    assert "diagnose" not in _shown(example_plan(example_runner(pain=False)))


def test_a_name_cannot_command_the_terminal() -> None:
    text = _shown(example_plan(example_runner("\x1b[31mEve\x07\x9b2J\u202e[bold]\nnext")), color="on")
    assert "\x1b[31mEve" not in text
    assert not {"\x07", "\x9b", "\u202e"} & set(text)
    assert "Eve2J[bold] next" in text


def test_a_conflict_is_told_with_lines_to_copy() -> None:
    stream = io.StringIO()
    render_impossible(impossible_plan(), console_on(stream, width=40, color="off"))
    lines = stream.getvalue().splitlines()
    assert "- You asked for 6 runs a week." in lines
    assert 'week.accept = ["runs_wished"]' in lines


def test_red_is_kept_for_red_flags() -> None:
    flagged = replace(impossible_plan(), conflict=(Conflict(rule="stop_on_red_flag", says="Night pain at the shin."),))
    shown = {}
    for name, plan in {"ordinary": impossible_plan(), "flagged": flagged}.items():
        stream = io.StringIO()
        render_impossible(plan, console_on(stream, width=80, color="on"))
        shown[name] = stream.getvalue()
    red = re.compile(r"\x1b\[(?:\d+;)*(?:31|91)m")
    assert red.search(shown["flagged"])
    assert not red.search(shown["ordinary"] + _shown(example_plan(), color="on", detail="verbose"))


def test_a_day_is_shown_in_full_with_what_gave_way_on_it() -> None:
    stream = io.StringIO()
    date = dt.date(2027, 2, 9)
    render_day(example_plan(), example_knowledge(), console_on(stream, width=80, color="off"), date=date)
    text = stream.getvalue()
    assert text.startswith("Tuesday 9 Feb 2027, week 9 of 17")
    assert "Split squat: 3 × 6 each side, tempo 2-0-x-0" in text
    assert "Only when available: Tuesday's easy run stands on a day you are away." in text


def test_a_day_outside_the_plan_is_an_error() -> None:
    console = console_on(io.StringIO(), width=80, color="off")
    with pytest.raises(KeyError):
        render_day(example_plan(), example_knowledge(), console, date=dt.date(2030, 1, 1))


def test_a_reason_says_how_sure_it_is() -> None:
    plan = example_plan()
    day = plan.weeks[0].days[6]
    run = replace(day.sessions[0], reasons=(Reason("guard.longest_run_factor", "The limit is 14.3 km."),))
    week = replace(plan.weeks[0], days=(*plan.weeks[0].days[:6], replace(day, sessions=(run,))))
    text = _shown(replace(plan, weeks=(week, *plan.weeks[1:])), today=None)
    assert "Why: The limit is 14.3 km (fairly sure)." in text


@dataclass(frozen=True)
class _Judged:
    rule: str
    level: RuleLevel
    says: str
    size: float = 1.0
    unit: str = ""
    date: dt.date = dt.date(2027, 1, 6)


def test_each_violation_is_one_line_with_level_date_rule_and_size() -> None:
    stream = io.StringIO()
    found = (
        _Judged("steady_rhythm", "nice", "The long run moved."),
        _Judged(
            "shortest_run", "must", "The run takes 12 min, and this sentence is long " + "and long " * 20, 3.0, "min"
        ),
    )
    accepted = (_Judged("runs_wished", "must", "3 runs instead of 4."),)
    render_violations(found, console_on(stream, width=80, color="off"), accepted=accepted)
    lines = stream.getvalue().splitlines()
    assert len(lines) == 4
    assert lines[0].startswith("must     2027-01-06 shortest_run [3 min]: The run takes 12 min")
    assert lines[2] == "accepted 2027-01-06 runs_wished: 3 runs instead of 4."
    assert lines[3] == "1 broken must; 1 nice gives way; 1 accepted."


def test_the_library_is_listed_and_verbose_adds_cues() -> None:
    exercises = tuple(example_knowledge().exercises.values())
    texts = []
    for detail in ("quiet", "normal", "verbose"):
        stream = io.StringIO()
        render_exercises(exercises, console_on(stream, width=80, color="off"), detail=detail)
        texts.append(stream.getvalue())
    assert all(exercise.id in texts[0] for exercise in exercises)
    assert "needs dumbbells" in texts[1]
    assert "Short contacts." in texts[2]
    assert "Short contacts." not in texts[1]
