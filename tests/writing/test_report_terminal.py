"""A report in the terminal: the page's words in 80 columns, with and without color, safe against names."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from rich.cells import cell_len
from tests.builders.example_knowledge import example_knowledge
from tests.builders.example_plan import example_runner
from tests.builders.example_report import empty_report, example_report, strength_bars, volume_bars

from stridewell.knowledge.records import Judgement
from stridewell.training.charts import Bars
from stridewell.training.discovery import Report
from stridewell.training.recording import Notice
from stridewell.writing.report_overview import ReportShowing, sure_and_sources
from stridewell.writing.terminal import Detail, console_on, render_report
from stridewell.writing.terminal.console import Color
from stridewell.writing.terminal.sparks import spark_lines

GOLDEN = Path(__file__).parent / "golden"


def _shown(report: Report, *, width: int = 80, color: Color = "off", detail: Detail = "normal") -> str:
    stream = io.StringIO()
    console = console_on(stream, width=width, color=color)
    render_report(report, example_knowledge(), console, runner=example_runner(), detail=detail)
    return stream.getvalue()


def test_the_report_looks_as_it_did() -> None:
    """Changed on purpose? Look at the difference, then copy what is printed into golden/report_80.txt."""
    assert _shown(example_report()) == (GOLDEN / "report_80.txt").read_text("utf-8")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("report", [example_report(), empty_report()], ids=["full", "empty"])
def test_no_line_is_wider_than_the_terminal_or_ends_in_spaces(report: Report, width: int) -> None:
    lines = _shown(report, width=width, detail="verbose").splitlines()
    assert max(cell_len(line) for line in lines) <= width
    assert [line for line in lines if line != line.rstrip()] == []


def test_plain_output_holds_no_escape_sequences_and_colored_output_the_same_words() -> None:
    plain, colored = _shown(example_report()), _shown(example_report(), color="on")
    assert "\x1b" not in plain
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain


def test_quiet_shows_the_titles_of_the_first_findings_and_nothing_else() -> None:
    assert _shown(example_report(), detail="quiet").splitlines() == [
        "Missing: Two strength sessions a week",
        "Too much: Long runs that jump",
        "Take care: Almost everything at one pace",
        "Take care: Form that fades late",
        "Too much: Weeks that grow fast",
    ]


def test_a_handful_of_notices_is_shown_and_all_with_the_copies_when_verbose() -> None:
    usual, verbose = _shown(example_report()), _shown(example_report(), detail="verbose")
    assert "- photos/finish line.jpg and 1 more file: is no recording" in usual
    assert "- … and 1 more notice; --verbose shows them all" in usual
    assert "2026-12-24.gpx" not in usual
    assert "is a copy of" not in usual
    assert "2026-12-24.gpx" in verbose
    assert verbose.count("is a copy of") == 3


def test_the_last_weeks_in_numbers_are_shown_only_when_verbose() -> None:
    usual, verbose = _shown(example_report()), _shown(example_report(), detail="verbose", width=120)
    assert "in numbers" not in usual
    told = verbose[verbose.index("Your last 8 weeks in numbers") :].splitlines()
    assert told[1:4] == [
        "Running",
        "- Runs: 3.6 a week (29 runs) (as recorded)",
        "- Distance: 28.4 km a week, the least 22 km and the most 33 km (as recorded)",
    ]
    assert "- Critical speed (16 weeks): 4:35 min/km (not very sure)" in told
    assert "- Easy, moderate and hard running: Not known: there is no recent race" in told


def test_how_sure_a_finding_is_names_studies_and_calls_our_own_work_ours() -> None:
    knowledge = example_knowledge()
    study = knowledge.sources["frandsen2025"]
    own = study.model_copy(update={"key": "own", "authors": "Stridewell team (own calculation from published tables)"})
    later = study.model_copy(update={"key": "later", "doi": "10.1/other"})
    guard = knowledge.parameters["guard.longest_run_factor"]
    in_part = guard.model_copy(update={"judgement": Judgement(who="Stridewell team", why="The careful end.")})
    mixed = replace(
        knowledge,
        sources=MappingProxyType({**knowledge.sources, "own": own, "later": later}),
        parameters=MappingProxyType({**knowledge.parameters, guard.id: in_part}),
    )
    finding = example_report().discovery.findings[0]

    def said(*sources: str) -> str:
        return sure_and_sources(ReportShowing(example_report(), mixed), replace(finding, sources=sources))

    assert said("own", "frandsen2025", guard.id) == (
        "fairly sure (Schuster Brandt Frandsen et al. 2025; our own calculation from published tables); in part our "
        "judgement"
    )
    assert said("frandsen2025", "later") == (
        "fairly sure (Schuster Brandt Frandsen et al. 2025 a; Schuster Brandt Frandsen et al. 2025 b)"
    )
    assert said("own") == "fairly sure (our own calculation from published tables)"
    assert said() == "fairly sure"


def test_no_name_of_a_file_can_command_the_terminal() -> None:
    notices = (Notice("\x1b]0;owned\x07\x1b[2J\u202e.fit", "is \x9bbroken\r\n"),)
    report = replace(example_report(), discovery=replace(example_report().discovery, notices=notices))
    text = _shown(report)
    assert not set(text) & set("\x1b\x07\x9b\r\u202e")
    assert "- ]0;owned[2J.fit: is broken" in text


def test_bars_become_a_line_of_characters_with_marks_below() -> None:
    assert list(spark_lines(strength_bars(), 77)) == [
        "strength sessions a week, up to 2",
        "...▅█▅.....▅.....██.......",
        "^^^   ^^^^^ ^^^^^  ^^^^^^^",
        "18 May 2026     9 Nov 2026",
    ]


@pytest.mark.parametrize("count", [1, 2, 26, 146, 520])
@pytest.mark.parametrize("width", [20, 77])
def test_a_line_of_characters_is_never_wider_than_asked(count: int, width: int) -> None:
    lines = list(spark_lines(volume_bars(count), width))
    assert all(len(line) <= width for line in lines)


def test_nothing_is_drawn_where_there_is_nothing() -> None:
    assert list(spark_lines(Bars(title="t", says="s", unit="km", points=()), 77)) == []
