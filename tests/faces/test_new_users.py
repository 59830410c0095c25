"""People who have read only README and `--help`: what they see speaks of what they do, in their units, frankly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.faces.conftest import TODAY, Called, Stridewell

WEEK = """[week]
run_days = 3
minutes = { mon = 45, tue = 60, wed = 45, thu = 60, fri = 45, sat = 60, sun = 90 }
"""
BASELINE = """[baseline]
weekly_km = 24
longest_30d_km = 10
recent_race = { distance_km = 21.1, time = "1:59:00", date = 2026-10-10 }
"""
HALF = 'race = "half"\ndate = 2027-02-28'
PEOPLE = {
    "imperial": ('level = "regular"\nunits = "imperial"', HALF, BASELINE),
    "walker": ('level = "returning"', 'race = "none"\nweeks = 6\nfocus = "walk"', BASELINE),
    "beginner": ('level = "new"', 'race = "5k"\ndate = 2027-01-31', ""),
    "emoji": ('level = "regular"', 'race = "10k"\ndate = 2027-01-31', BASELINE),
    "tomorrow": ('level = "regular"', 'race = "10k"\ndate = 2026-11-23', BASELINE),
}
NAMES = {"emoji": "Zoë 🏃 <b>سارة</b>"}
ODD = re.compile(r"\(s\)|\b1 (runs|walks|weeks|sessions|sets|days|exercises)\b|\bNone\b|_|\b\d{4}-\d\d-\d\d\b")


def _file(person: str, folder: Path) -> Path:
    profile, goal, baseline = PEOPLE[person]
    place = folder / f"{person}.toml"
    name = NAMES.get(person, "Jo")
    head = f'format = "stridewell.runner/1"\n[runner]\nname = "{name}"\n{profile}\n[goal]\n{goal}\n'
    place.write_text(f"{head}{WEEK}{baseline}", encoding="utf-8")
    return place


def _planned(stridewell: Stridewell, person: str, folder: Path, *options: str) -> Called:
    called = stridewell("plan", _file(person, folder), *TODAY, *options)
    assert called.code == 0, called.err
    return called


@pytest.mark.parametrize("person", PEOPLE)
def test_no_id_no_iso_date_and_no_wrong_plural_reaches_a_person(
    stridewell: Stridewell, person: str, tmp_path: Path
) -> None:
    shown = _planned(stridewell, person, tmp_path, "--verbose").out
    assert [line for line in shown.splitlines() if ODD.search(line)] == []
    assert max(len(line) for line in shown.splitlines()) <= 80


def test_who_runs_in_miles_reads_miles_everywhere(stridewell: Stridewell, tmp_path: Path) -> None:
    shown = _planned(stridewell, "imperial", tmp_path, "--verbose").out
    assert " mi" in shown
    assert not re.search(r"\d km\b", shown)
    assert "from your half marathon in 1:59:00 on 10 Oct 2026" in " ".join(shown.split())


def test_a_walker_walks(stridewell: Stridewell, tmp_path: Path) -> None:
    shown = _planned(stridewell, "walker", tmp_path).out
    assert " km of walking" in shown
    assert "- Walk " in shown
    assert "- Run " not in shown


def test_the_pauses_of_a_walk_run_are_walked(stridewell: Stridewell, tmp_path: Path) -> None:
    shown = _planned(stridewell, "beginner", tmp_path).out
    assert "- Walk to warm up 5 min" in shown
    assert re.search(r"times: run 1 min[^;]*; walk 90 s", " ".join(shown.split()))


def test_that_a_plan_stays_short_of_its_goal_is_said_first(stridewell: Stridewell, tmp_path: Path) -> None:
    head = _planned(stridewell, "imperial", tmp_path).out.split("\n\n")[0]
    assert re.search(r"Mind: the longest run of the plan is [\d.]+ mi; the goal asks for [\d.]+ mi or more\.", head)
    assert "Mind: the plan holds no run before the race" in _planned(stridewell, "tomorrow", tmp_path).out


def test_a_name_is_shown_as_it_is_and_commands_no_page(stridewell: Stridewell, tmp_path: Path) -> None:
    page = tmp_path / "plan.html"
    shown = _planned(stridewell, "emoji", tmp_path, "--html", str(page), "--quiet")
    assert shown.out == ""
    text = page.read_text(encoding="utf-8")
    assert "Zoë 🏃 &lt;b&gt;سارة&lt;/b&gt;" in text
    assert "<b>سارة" not in text


def test_no_id_runs_into_what_stands_beside_it_in_the_list_of_exercises(stridewell: Stridewell) -> None:
    lines = stridewell("exercises").out.splitlines()
    assert max(len(line) for line in lines) <= 80
    assert [line for line in lines if re.search(r"[a-z]_[a-z_]*loads", line)] == []


def test_why_says_each_sentence_once_with_its_days_as_people_write_them(
    stridewell: Stridewell, plan_file: Path
) -> None:
    said = stridewell("why", "taper", "--plan", plan_file).out.partition("In this plan")[2]
    assert said.count("The load stays, the sets fall.") == 1
    assert re.search(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ (Mar|Apr)\b", said)
    assert not re.search(r"\d{4}-\d\d-\d\d", said)


def test_the_recordings_are_summed_up_in_words_and_kilometers(stridewell: Stridewell, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    said = stridewell("demo", "--keep", kept).err
    assert re.search(r"Read \d+ files, \d+ \w{3} \d{4} to \d+ \w{3} \d{4}", said)
    assert re.search(r"Distance a week: [\d.]+ km\. Longest run of 30 days: [\d.]+ km\.", said)
