"""Plans, verdicts, exercises, home tests and formats as text: JSON, calendar, page, terminal.

Each function hands over to `writing`; what writing may not know (the texts of the rules) is added here.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rich.console import Console

from stridewell import __version__
from stridewell.analysis.findings import FINDINGS
from stridewell.knowledge import Knowledge
from stridewell.planner.rules import RULES
from stridewell.planner.sessions.strength import short_version
from stridewell.training.discovery import Finding, Report
from stridewell.training.exercise import Exercise
from stridewell.training.home_test import HomeTest, TestReading
from stridewell.training.plan import Plan, StrengthSession
from stridewell.training.recording import Notice
from stridewell.training.runner import Runner
from stridewell.usecases.checking_plans import Verdict
from stridewell.writing.calendar_ics import plan_to_ics
from stridewell.writing.discovery_json import discovery_to_json
from stridewell.writing.evidence import Rules
from stridewell.writing.exercise_json import exercises_to_json
from stridewell.writing.html.exercise_page import exercises_to_html
from stridewell.writing.html.page import plan_to_html
from stridewell.writing.html.report_page import report_to_html
from stridewell.writing.pictures.figures import Prescribed, figure_file
from stridewell.writing.plan_json import plan_to_json
from stridewell.writing.report_overview import first_notice_lines, notice_lines
from stridewell.writing.schema import discovery_schema, plan_schema, runner_schema
from stridewell.writing.terminal import (
    Detail,
    console_on,
    render_day,
    render_exercises,
    render_home_test,
    render_home_tests,
    render_plan,
    render_reading,
    render_report,
    render_violations,
)

_TEXTS: Rules = {**RULES, **FINDINGS}
"""What may stand behind a reason of a plan: a rule, or a finding that it answers."""

Schema = Literal["runner", "plan", "discovery"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """Where text is shown: columns, whether in color, and how much of it."""

    width: int = 80
    color: Literal["on", "off"] = "off"
    detail: Detail = "normal"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlan:
    """A plan, and what it is shown with: names and evidence, and the day it is looked at."""

    plan: Plan
    knowledge: Knowledge
    today: dt.date
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReport:
    """A report, and what it is shown with: sources, and the runner where a file said who it is."""

    report: Report
    knowledge: Knowledge
    runner: Runner | None


def plan_as_json(shown: ShownPlan) -> str:
    """The plan in format 6.2."""
    return plan_to_json(shown.plan)


def plan_as_calendar(shown: ShownPlan) -> str:
    """The plan as a calendar (iCalendar)."""
    return plan_to_ics(shown.plan, shown.knowledge, rules=_TEXTS).decode()


def plan_as_page(shown: ShownPlan) -> str:
    """The plan, or why there is none, as one page."""
    return plan_to_html(
        shown.plan,
        shown.knowledge,
        today=shown.today,
        rules=_TEXTS,
        findings=shown.findings,
        short=_short_versions(shown),
    )


def _short_versions(shown: ShownPlan) -> dict[str, StrengthSession]:
    """The short version of every strength session, by its id."""
    sessions = (session for week in shown.plan.weeks for day in week.days for session in day.sessions)
    strength = (session for session in sessions if isinstance(session, StrengthSession))
    return {session.id: short_version(session, shown.knowledge) for session in strength}


def plan_as_text(shown: ShownPlan, terminal: Terminal) -> str:
    """The plan as a table of weeks, or why there is none."""
    text, console = _console(terminal)
    render_plan(
        shown.plan,
        shown.knowledge,
        console,
        today=shown.today,
        rules=_TEXTS,
        findings=shown.findings,
        short=_short_versions(shown) if terminal.detail == "verbose" else None,
        detail=terminal.detail,
    )
    return text.getvalue()


def report_as_json(shown: ShownReport) -> str:
    """The report in format 6.3; always metric."""
    return discovery_to_json(shown.report.discovery)


def report_as_page(shown: ShownReport) -> str:
    """The report as one page."""
    return report_to_html(shown.report, shown.knowledge, version=__version__, runner=shown.runner)


def report_as_text(shown: ShownReport, terminal: Terminal) -> str:
    """The report in a terminal's columns."""
    text, console = _console(terminal)
    render_report(shown.report, shown.knowledge, console, runner=shown.runner, detail=terminal.detail)
    return text.getvalue()


def notices_as_lines(notices: Sequence[Notice], detail: Detail) -> list[str]:
    """What has to be said about files, safe to print: a handful and how many more there are, all of them if verbose."""
    return list(notice_lines(notices) if detail == "verbose" else first_notice_lines(notices))


def day_as_text(shown: ShownPlan, day: dt.date, terminal: Terminal) -> str:
    """One day of the plan in full; the plan must hold it."""
    text, console = _console(terminal)
    render_day(shown.plan, shown.knowledge, console, date=day, rules=_TEXTS, short=_short_versions(shown))
    return text.getvalue()


def verdict_as_text(verdict: Verdict, terminal: Terminal) -> str:
    """One line for everything that does not hold; when quiet, only for broken musts."""
    text, console = _console(terminal)
    broken = [judged for judged in verdict.judged if not judged.accepted]
    if terminal.detail == "quiet":
        broken = list(verdict.broken_musts)
    accepted = [judged for judged in verdict.judged if judged.accepted]
    render_violations(broken, console, accepted=accepted)
    return text.getvalue()


def exercises_as_text(exercises: Sequence[Exercise], terminal: Terminal) -> str:
    """The exercises as a table."""
    text, console = _console(terminal)
    render_exercises(exercises, console, detail=terminal.detail)
    return text.getvalue()


def exercises_as_json(exercises: Sequence[Exercise]) -> str:
    """The exercises as a JSON list of records."""
    return exercises_to_json(exercises)


def exercises_as_page(exercises: Sequence[Exercise], knowledge: Knowledge) -> str:
    """The exercises as one page, with their figures."""
    return exercises_to_html(exercises, knowledge)


def figures_as_files(exercises: Sequence[Exercise], knowledge: Knowledge) -> dict[str, str]:
    """The figure of each exercise as an SVG of its own, by file name, at the usual tempo."""
    return {
        f"{exercise.id}.svg": figure_file(knowledge.figures[exercise.id], Prescribed(exercise.name), knowledge)
        for exercise in exercises
        if exercise.id in knowledge.figures
    }


def home_tests_as_text(tests: Sequence[HomeTest], knowledge: Knowledge, terminal: Terminal) -> str:
    """The home tests as a list."""
    text, console = _console(terminal)
    render_home_tests(tests, knowledge, console, detail=terminal.detail)
    return text.getvalue()


def home_test_as_text(test: HomeTest, knowledge: Knowledge, terminal: Terminal) -> str:
    """How a home test is done and what its numbers mean."""
    text, console = _console(terminal)
    render_home_test(test, knowledge, console, detail=terminal.detail)
    return text.getvalue()


def reading_as_text(reading: TestReading, terminal: Terminal) -> str:
    """What one result of a home test says."""
    text, console = _console(terminal)
    render_reading(reading, console, detail=terminal.detail)
    return text.getvalue()


def schema_of(format_name: Schema) -> str:
    """The JSON Schema of a file format."""
    made = {"runner": runner_schema, "plan": plan_schema, "discovery": discovery_schema}
    return made[format_name]()


def _console(terminal: Terminal) -> tuple[io.StringIO, Console]:
    text = io.StringIO()
    return text, console_on(text, width=terminal.width, color=terminal.color)
