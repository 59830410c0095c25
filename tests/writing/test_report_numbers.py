"""The numbers of a finding in words: names from keys, units from their endings, absent is not zero."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pytest
from tests.builders.example_knowledge import example_knowledge
from tests.builders.example_report import example_findings, example_report

from stridewell.knowledge.records import Source
from stridewell.training.discovery import Finding
from stridewell.writing.report_numbers import period_words, rows_of, tables_of
from stridewell.writing.report_overview import ReportShowing, short_source


def _finding(**numbers: Any) -> Finding:
    return Finding(id="x", verdict="risk", title="t", says="s", sure="low", plan_does="p", numbers=numbers)


def _said(**numbers: Any) -> list[str]:
    return [f"{row.name}: {row.says}" for row in rows_of(_finding(**numbers), "metric")]


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("weekly_km", 32.44, "Weekly: 32.4 km"),
        ("km", 8, "Distance: 8 km"),
        ("easy_share", 0.553, "Easy share: 55 %"),
        ("cadence_change_percent", -3.14, "Cadence change: -3.14 %"),
        ("hard_min", 41.0, "Hard: 41 min"),
        ("critical_m_per_s", 3.412, "Critical: 3.41 m/s"),
        ("easy_s_per_km", 360.0, "Easy: 6:00 /km"),
        ("easy_below_bpm", 148.0, "Easy below: 148 beats a minute"),
        ("weeks_with_two", 3, "Weeks with two: 3"),
        ("steps_taken", 12345, "Steps taken: 12,345"),
        ("largest_ratio", 1.5, "Largest ratio: 1.5"),
        ("covered", True, "Covered: yes"),
        ("since", dt.date(2026, 3, 1), "Since: 1 Mar 2026"),
        ("since", "2026-03-01", "Since: 1 Mar 2026"),
        ("slots", ["single_leg", "hip_hinge"], "Slots: single leg and hip hinge"),
        ("slots", [], "Slots: none"),
        ("sessions", 0, "Sessions: 0"),
        ("sessions", None, "Sessions: not known"),
        ("sessions", math.nan, "Sessions: not known"),
    ],
)
def test_a_number_is_told_with_its_unit(key: str, value: Any, said: str) -> None:
    assert _said(**{key: value}) == [said]


def test_kilometers_and_paces_follow_the_runners_units() -> None:
    rows = rows_of(_finding(weekly_km=16.09344, easy_s_per_km=360.0), "imperial")
    assert [row.says for row in rows] == ["10 mi", "9:39 /mi"]


def test_numbers_by_year_and_things_found_become_tables() -> None:
    by_year = {"2025": {"weeks": 52, "sessions": 4}, "2026": {"weeks": 46}}
    years, found = tables_of(_finding(by_year=by_year, runs_beyond=[{"date": "2026-09-20", "km": 15.0}]), "metric")
    assert years.columns == ("Year", "Weeks", "Sessions")
    assert years.rows == (("2025", "52", "4"), ("2026", "46", "not known"))
    assert found.columns == ("Date", "Distance")
    assert found.rows == (("20 Sep 2026", "15 km"),)
    assert _said(by_year=by_year) == []


def test_numbers_that_hang_together_are_told_one_by_one() -> None:
    assert _said(last={"weekly_km": 30, "runs": 3}) == ["Last: weekly: 30 km", "Last: runs: 3"]


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ({"from": "2026-05-18", "to": "2026-11-15", "weeks": 26}, "18 May 2026 to 15 Nov 2026, 26 weeks"),
        ({"weeks": 1}, "1 week"),
        ({}, ""),
        ({"from": "2026-05-18", "to": None}, "18 May 2026"),
    ],
)
def test_a_period_is_told_in_words(period: dict[str, Any], said: str) -> None:
    assert period_words(period) == said


@pytest.mark.parametrize(
    ("authors", "said"),
    [
        ("Schuster Brandt Frandsen J, Hulme A, Parner ET, et al.", "Schuster Brandt Frandsen et al. 2020"),
        ("T. Fokkema; A. van Damme", "Fokkema et al. 2020"),
        ("R.-J. de Vos", "de Vos 2020"),
        ("T. Fokkema et al.", "Fokkema et al. 2020"),
        ("Foster C", "Foster 2020"),
        ("ITRA", "ITRA 2020"),
        ("Stridewell team (own calculation, from tables)", "Stridewell team 2020"),
        ("Pavlova AV, Shim JSC, Moss R and colleagues", "Pavlova et al. 2020"),
    ],
)
def test_a_source_is_named_by_its_first_author_and_year(authors: str, said: str) -> None:
    source = Source(
        key="k", authors=authors, year=2020, title="t", where="w", doi=None, kind="study", read="abstract", evidence="k"
    )
    assert short_source(source) == said


def test_days_in_sentences_are_written_as_people_write_them() -> None:
    showing = ReportShowing(example_report(), example_knowledge())
    assert showing.says("on 2026-09-20: 15.0 km") == "on 20 Sep 2026: 15.0 km"


def test_every_finding_of_the_example_can_be_told_in_numbers() -> None:
    for finding in example_findings():
        rows_of(finding, "metric")
        tables_of(finding, "imperial")
