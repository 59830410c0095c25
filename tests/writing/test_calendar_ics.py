"""The calendar file: one all-day event a session, stable, and readable by another program's parser."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from icalendar import Calendar, Event
from tests.builders.example_knowledge import example_knowledge
from tests.builders.example_plan import example_plan, example_runner, impossible_plan

from stridewell.writing.calendar_ics import plan_to_ics


def _events(content: bytes) -> list[Event]:
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    return [event for event in calendar.walk("VEVENT") if isinstance(event, Event)]


def test_every_session_is_an_all_day_event_on_its_day() -> None:
    plan = example_plan()
    wanted = [day.date for week in plan.weeks for day in week.days for _ in day.sessions]
    events = _events(plan_to_ics(plan, example_knowledge()))
    assert [event.start for event in events] == wanted
    assert [event.end for event in events] == [date + dt.timedelta(days=1) for date in wanted]


def test_an_event_says_what_to_do_and_why() -> None:
    run, strength = _events(plan_to_ics(example_plan(), example_knowledge()))[:2]
    assert str(run["SUMMARY"]) == "Easy run 5.7 km (36 min)"
    assert "Why: Easy: most of your week stays easy, this week 81 %." in str(run["DESCRIPTION"])
    assert str(strength["SUMMARY"]) == "Strength A (38 min)"
    assert "Split squat: 3 × 10 each side, tempo 3-1-x-0" in str(strength["DESCRIPTION"])


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert plan_to_ics(example_plan(), example_knowledge()) == plan_to_ics(example_plan(), example_knowledge())


def test_identities_are_unique_and_stay_when_the_content_changes() -> None:
    plan = example_plan()
    first = [str(event["UID"]) for event in _events(plan_to_ics(plan, example_knowledge()))]
    changed = replace(plan, engine="9.9.9", weeks=tuple(replace(week, run_km=1.0) for week in plan.weeks))
    second = [str(event["UID"]) for event in _events(plan_to_ics(changed, example_knowledge()))]
    assert len(set(first)) == len(first)
    assert first == second


def test_two_runners_do_not_share_identities() -> None:
    names = ("Ana", "Ben")
    uids = [
        {str(event["UID"]) for event in _events(plan_to_ics(example_plan(example_runner(name)), example_knowledge()))}
        for name in names
    ]
    assert not uids[0] & uids[1]


def test_lines_are_folded_and_end_as_the_standard_asks() -> None:
    content = plan_to_ics(example_plan(), example_knowledge())
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_a_name_cannot_add_to_the_calendar() -> None:
    content = plan_to_ics(example_plan(example_runner("Eve\r\nBEGIN:VALARM\nX;,:\\\x00")), example_knowledge())
    calendar = Calendar.from_ical(content)
    assert isinstance(calendar, Calendar)
    assert not calendar.walk("VALARM")
    assert str(calendar["X-WR-CALNAME"]).startswith(r"Eve  BEGIN:VALARM X\;\,:\\: half marathon")


def test_a_plan_without_weeks_has_no_calendar() -> None:
    with pytest.raises(ValueError, match="impossible"):
        plan_to_ics(impossible_plan(), example_knowledge())
