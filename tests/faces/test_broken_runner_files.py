"""Every way in which a runner file can be wrong is said in one line: file, key, found, expected, an example.

Each case changes one thing in a sound file. `found` and `expected` must stand in the message after their words.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest

from stridewell.knowledge import Knowledge
from stridewell.reading.file_faults import FileError, MissingFile, RunnerFileError
from stridewell.reading.runner_file import read_runner
from stridewell.reading.toml_files import LARGEST_BYTES

SOUND = """\
format = "stridewell.runner/1"
[runner]
name = "Sam"
born = 1988
sex = "female"
body_mass_kg = 62.0
level = "regular"
units = "metric"
[goal]
race = "half"
date = 2027-04-11
target_time = "1:45:00"
[week]
run_days = 4
strength_days = 2
strength_policy = "after_easy"
long_run = "sun"
strength = ["tue", "fri"]
minutes = { mon = 60, tue = 75, wed = 0, thu = 75, fri = 60, sat = 90, sun = 150 }
unavailable = [ { from = 2027-02-08, to = 2027-02-12, why = "travel" } ]
accept = []
[strength]
experience = "new"
equipment = ["dumbbells", "band"]
[baseline]
weekly_km = 32.0
longest_30d_km = 13.0
recent_race = { distance_km = 10.0, time = "48:30", date = 2026-11-08 }
[[pain]]
site = "achilles"
side = "left"
during = 2
next_morning = 1
since = 2026-11-01
cleared = 2026-11-20
flags = []
[tests]
single_leg_heel_raise = { left = 22, right = 27, date = 2026-11-15 }
"""
TRAIL = 'race = "trail"\ndistance_km = 25\n'
NONE = 'race = "none"\nweeks = 12\n'
GOAL = 'race = "half"\ndate = 2027-04-11\ntarget_time = "1:45:00"\n'


@dataclass(frozen=True)
class Broken:
    """One slip: the text it replaces, and what must be said about it."""

    key: str
    old: str
    new: str
    found: str
    expected: str


def _broken(key: str, old: str, new: str, *, found: str, expected: str) -> Broken:
    return Broken(key, old, new, found, expected)


CASES = [
    # the file's own words
    _broken("format", "runner/1", "runner/2", found='the text "stridewell.runner/2"', expected='"stridewell.runner/1"'),
    _broken("format", 'format = "stridewell.runner/1"', "", found="nothing", expected="this key, which is needed"),
    _broken("colour", "[runner]", 'colour = "red"\n[runner]', found="an unknown key", expected="one of format, runner"),
    _broken("goals", "[goal]", "[goals]\nx = 1\n[goal]", found="an unknown key", expected='did you mean "goal"?'),
    # runner
    _broken("runner", "[runner]", "[runer]", found="nothing", expected="this table, which is needed"),
    _broken("runner.name", 'name = "Sam"', "name = 7", found="7", expected="a text of 1 to 80 characters"),
    _broken("runner.name", 'name = "Sam"', 'name = ""', found='an empty text ("")', expected="a text of 1 to 80"),
    _broken("runner.name", 'name = "Sam"', 'name = "S\\u0007m"', found="S\\u0007m", expected="control characters"),
    _broken("runner.name", '"Sam"', f'"{"S" * 81}"', found="the text", expected="a text of 1 to 80 characters"),
    _broken("runner.level", 'level = "regular"', "", found="nothing", expected="this key, which is needed"),
    _broken("runner.level", '"regular"', '"reglar"', found='the text "reglar"', expected='did you mean "regular"?'),
    _broken("runner.born", "1988", "2025", found="2025", expected="a whole number from 1916 to 2016"),
    _broken("runner.born", "1988", '"1988"', found='the text "1988"', expected="a whole number"),
    _broken("runner.sex", '"female"', '"f"', found='the text "f"', expected='one of "female", "male"'),
    _broken("runner.body_mass_kg", "62.0", "620", found="620", expected="a number from 25 to 300 [kg]"),
    _broken("runner.body_mass_kg", "62.0", "true", found="true", expected="a number from 25 to 300 [kg]"),
    _broken("runner.units", '"metric"', '"miles"', found='the text "miles"', expected='one of "metric", "imperial"'),
    _broken("runner.wieght", "born = 1988", "wieght = 3", found="an unknown key", expected="one of name, level"),
    # goal
    _broken("goal.race", '"half"', '"halfmarathon"', found='"halfmarathon"', expected='"5k", "10k", "half"'),
    _broken("goal.date", "date = 2027-04-11", "", found="nothing", expected='it with race = "half"'),
    _broken(
        "goal.date", "2027-04-11", '"2027-04-11"', found='"2027-04-11"', expected="a date, year-month-day, without"
    ),
    _broken(
        "goal.date", "2027-04-11", "2027-04-11T10:00:00", found="2027-04-11T10:00:00", expected="a date, year-month"
    ),
    _broken("goal.date", "2027-04-11", "2026-04-11", found="2026-04-11", expected="starts on 2026-11-23"),
    _broken("goal.date", "2027-04-11", "2029-04-11", found="2029-04-11", expected="at most 52 weeks after"),
    _broken("goal.date", 'race = "half"', NONE, found="2027-04-11", expected='no such key with race = "none"'),
    _broken("goal.weeks", GOAL, 'race = "none"\nweeks = 0\n', found="0", expected="a whole number from 1 to"),
    _broken("goal.weeks", GOAL, 'race = "none"\nweeks = 60\n', found="60", expected="a whole number from 1 to 52"),
    _broken("goal.weeks", "[week]", "weeks = 12\n[week]", found="12", expected='no such key with race = "half"'),
    _broken("goal.focus", "[week]", 'focus = "run"\n[week]', found='"run"', expected='no such key with race = "half"'),
    _broken("goal.focus", GOAL, NONE + 'focus = "swim"\n', found='"swim"', expected='one of "run", "walk"'),
    _broken("goal.distance_km", '"half"', '"trail"', found="nothing", expected='it with race = "trail"'),
    _broken("goal.distance_km", "[week]", "distance_km = 21\n[week]", found="21", expected="remove it"),
    _broken("goal.distance_km", GOAL, TRAIL.replace("25", "2500"), found="2500", expected="from 1 to 350 [km]"),
    _broken("goal.ascent_m", GOAL, f"{TRAIL}date = 2027-04-11\nascent_m = 26000\n", found="26000", expected="to 25000"),
    _broken(
        "goal.ascent_m",
        GOAL,
        f"{TRAIL}date = 2027-04-11\nascent_m = 25000\n".replace("km = 25", "km = 24"),
        found="25000",
        expected="less climb",
    ),
    _broken("goal.target_time", '"1:45:00"', '"1h45"', found='"1h45"', expected='a time in quotes, "H:MM:SS"'),
    _broken("goal.target_time", '"1:45:00"', "01:45:00", found="01:45:00", expected='a time in quotes, "H:MM:SS"'),
    _broken(
        "goal.target_time", '"1:45:00"', '"1:45"', found='"1:45" for 21.0975 km', expected="slower than the fastest"
    ),
    _broken("goal.target_time", '"1:45:00"', '"90:45:00"', found='"90:45:00"', expected="faster than a slow walk"),
    # week
    _broken("week.run_days", "run_days = 4", "run_days = 7", found="7", expected="a whole number from 2 to 6"),
    _broken("week.run_days", "run_days = 4", "run_days = 1", found="1", expected="a whole number from 2 to 6"),
    _broken("week.run_days", "run_days = 4", "run_days = 4.5", found="4.5", expected="a whole number from 2 to 6"),
    _broken(
        "week.run_days", "run_days = 4", 'run_days = "four"', found='"four"', expected="a whole number from 2 to 6"
    ),
    _broken("week.strength_days", "strength_days = 2", "strength_days = 4", found="4", expected="from 1 to 3"),
    _broken(
        "week.strength_policy", '"after_easy"', '"afer_easy"', found='"afer_easy"', expected='did you mean "after_'
    ),
    _broken("week.long_run", '"sun"', '"sunday"', found='"sunday"', expected='did you mean "sun"?'),
    _broken("week.strength", '["tue", "fri"]', '"tue"', found='"tue"', expected="a list of weekdays"),
    _broken("week.strength[2]", '["tue", "fri"]', '["tue", "tue"]', found="for the second time", expected="once"),
    _broken("week.minutes.wed", " wed = 0,", "", found="nothing", expected="this key, which is needed"),
    _broken("week.minutes.mon", "mon = 60", "mon = -60", found="-60", expected="a whole number from 0 to 1440"),
    _broken("week.minutes.mon", "mon = 60", "mon = 1441", found="1441", expected="a whole number from 0 to 1440"),
    _broken("week.minutes.mo", "mon = 60", "mon = 60, mo = 60", found="an unknown key", expected='did you mean "mon"?'),
    _broken("week.minutes", "minutes = {", "minutes = 60 #", found="60", expected="a table"),
    _broken(
        "week.unavailable[1]", "to = 2027-02-12", "to = 2027-02-01", found="after to", expected="from on or before to"
    ),
    _broken("week.unavailable[1].to", ", to = 2027-02-12", "", found="nothing", expected="this key, which is needed"),
    _broken("week.unavailable", "unavailable = [", "unavailable = 3 #", found="3", expected="a list of tables"),
    _broken("week.accept[1]", "[]\n[s", '["runs_wishd"]\n[s', found='"runs_wishd"', expected='"runs_wished"'),
    _broken("week.accept[1]", "[]\n[s", '["stop_on_red_flag"]\n[s', found='"stop_on_red_flag"', expected="one of"),
    _broken("week.accept[1]", "[]\n[s", '["sore_region_spared"]\n[s', found='"sore_region_spared"', expected="one of"),
    _broken("week.accept[1]", "[]\n[s", '["long_run_fits_the_week"]\n[s', found='"long_run_fits', expected="one of"),
    # strength
    _broken("strength.experience", '"new"', '"expert"', found='"expert"', expected='one of "new", "some", "trained"'),
    _broken("strength.equipment[1]", '"dumbbells"', '"dumbels"', found='"dumbels"', expected='mean "dumbbells"?'),
    # baseline
    _broken("baseline.weekly_km", "weekly_km = 32.0", "", found="nothing", expected="this key, which is needed"),
    _broken("baseline.weekly_km", "32.0", "-1", found="-1", expected="a number from 0 to 400 [km]"),
    _broken("baseline.weekly_km", "32.0", "nan", found="nan", expected="a number from 0 to 400 [km]"),
    _broken("baseline.weekly_km", "32.0", "inf", found="inf", expected="a number from 0 to 400 [km]"),
    _broken("baseline.weekly_km", "32.0", "1e400", found="inf", expected="a number from 0 to 400 [km]"),
    _broken("baseline.longest_30d_km", "13.0", "2.0", found="2 km beside weekly_km = 32", expected="no 14 runs"),
    _broken("baseline.recent_race.time", '"48:30"', '"18:30"', found="1:51 per km", expected="slower than the fastest"),
    _broken("baseline.recent_race.time", '"48:30"', '"48:99"', found='"48:99"', expected='"H:MM:SS" or "MM:SS"'),
    _broken("baseline.recent_race.date", "2026-11-08", "2027-12-08", found="2027-12-08", expected="to 2027-04-11"),
    _broken("baseline.recent_race.date", "2026-11-08", "2016-11-08", found="2016-11-08", expected="a day from 2021"),
    _broken("baseline.recent_race.distance_km", "10.0", "0.4", found="0.4", expected="a number from 1 to 350 [km]"),
    # pain
    _broken("pain[1].site", '"achilles"', '"achiles"', found='"achiles"', expected='did you mean "achilles"?'),
    _broken("pain[1].side", 'side = "left"', "", found="nothing", expected="this key, which is needed"),
    _broken("pain[1].during", "during = 2", "during = 11", found="11", expected="a whole number from 0 to 10"),
    _broken("pain[1].next_morning", "next_morning = 1", "next_morning = 1.5", found="1.5", expected="a whole number"),
    _broken("pain[1].since", "2026-11-01", "2027-11-30", found="2027-11-30", expected="a day up to 2027-04-11"),
    _broken("pain[1].cleared", "2026-11-20", "2027-12-20", found="2027-12-20", expected="a day up to 2027-04-11"),
    _broken("pain[1].cleared", "2026-11-20", "2026-10-20", found="before since", expected="after it began"),
    _broken("pain[1].flags[1]", "flags = []", 'flags = ["night"]', found='"night"', expected='"night_pain"'),
    _broken(
        "pain[2]",
        "[tests]",
        '[[pain]]\nsite = "achilles"\nside = "both"\nduring = 0\nnext_morning = 0\n[tests]',
        found="which pain[1] has already",
        expected="one entry for each site and side",
    ),
    # tests
    _broken(
        "tests.heel_raise", "single_leg_heel_raise", "heel_raise", found="an unknown name", expected="one of single"
    ),
    _broken("tests.single_leg_heel_raise.left", "left = 22, ", "", found="nothing", expected="which is needed"),
    _broken("tests.single_leg_heel_raise.date", "2026-11-15", "2027-11-25", found="2027-11-25", expected="up to 2027"),
]


def _read(text: str, today: dt.date, knowledge: Knowledge) -> None:
    read_runner(text.encode(), today=today, knowledge=knowledge, name="sam.toml")


def test_the_file_they_all_start_from_is_sound(today: dt.date, knowledge: Knowledge) -> None:
    _read(SOUND, today, knowledge)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.key}: {case.new[:30]!r}")
def test_a_slip_is_said_with_key_found_expected_and_line(case: Broken, today: dt.date, knowledge: Knowledge) -> None:
    assert case.old in SOUND, "the case no longer fits the sound file"
    with pytest.raises(RunnerFileError) as caught:
        _read(SOUND.replace(case.old, case.new, 1), today, knowledge)
    faults = {fault.key: fault for fault in caught.value.faults}
    assert case.key in faults
    fault = faults[case.key]
    assert case.found in fault.found
    assert case.expected in fault.expected
    line = str(fault)
    assert line.startswith("sam.toml")
    assert f" {case.key}: found {fault.found}, expected {fault.expected}" in line
    assert "\n" not in line


def test_there_are_at_least_forty_kinds_of_broken_file() -> None:
    assert len({(case.key, case.expected) for case in CASES}) >= 40


def test_all_faults_of_a_file_are_said_at_once_in_the_order_of_its_lines(today: dt.date, knowledge: Knowledge) -> None:
    text = SOUND
    for old, new in (
        ('"regular"', '"fast"'),
        ("run_days = 4", "run_days = 9"),
        ('"dumbbells"', '"dumbell"'),
        ("during = 2", "during = 20"),
        ("left = 22", "left = -1"),
        ("[goal]", "[goal]\nspeed = 3"),
    ):
        text = text.replace(old, new, 1)
    with pytest.raises(RunnerFileError) as caught:
        _read(text, today, knowledge)
    assert [fault.key for fault in caught.value.faults] == [
        "runner.level",
        "goal.speed",
        "week.run_days",
        "strength.equipment[1]",
        "pain[1].during",
        "tests.single_leg_heel_raise.left",
    ]
    assert str(caught.value).count("\n") == 5


def test_a_file_written_ahead_may_speak_of_days_before_the_goal(today: dt.date, knowledge: Knowledge) -> None:
    _read(SOUND.replace("2026-11-08", "2026-12-06").replace("2026-11-15", "2026-12-20"), today, knowledge)


def test_a_red_flag_is_not_lifted_by_a_word_that_is_still_to_come(today: dt.date, knowledge: Knowledge) -> None:
    later = SOUND.replace("flags = []", 'flags = ["night_pain"]').replace("2026-11-20", "2026-12-20")
    with pytest.raises(RunnerFileError, match="cleared"):
        read_runner(later.encode(), today=today, start=dt.date(2027, 1, 4), knowledge=knowledge)


def test_a_wish_for_a_day_without_minutes_is_a_wish_and_no_fault(today: dt.date, knowledge: Knowledge) -> None:
    _read(SOUND.replace('long_run = "sun"', 'long_run = "wed"'), today, knowledge)


def test_a_plan_without_a_race_may_leave_its_length_out(today: dt.date, knowledge: Knowledge) -> None:
    _read(SOUND.replace(GOAL, 'race = "none"\n'), today, knowledge)


def test_a_message_names_the_line_of_the_key(today: dt.date, knowledge: Knowledge) -> None:
    with pytest.raises(RunnerFileError) as caught:
        _read(SOUND.replace("during = 2", "during = 12"), today, knowledge)
    [fault] = caught.value.faults
    assert fault.line is not None
    assert SOUND.splitlines()[fault.line - 1] == "during = 2"
    assert fault.example == "during = 2"


def test_without_a_baseline_only_new_runners_and_those_with_a_history_go_on(
    today: dt.date, knowledge: Knowledge
) -> None:
    start, end = SOUND.index("[baseline]"), SOUND.index("[[pain]]")
    without = SOUND[:start] + SOUND[end:]
    with pytest.raises(RunnerFileError, match="baseline: found nothing, expected this table, or your recordings"):
        _read(without, today, knowledge)
    assert read_runner(without.encode(), today=today, knowledge=knowledge, baseline_from="history").baseline is None
    assert (
        read_runner(without.replace('"regular"', '"new"').encode(), today=today, knowledge=knowledge).baseline is None
    )


WHOLE_FILES = {
    "nothing": (b"", "an empty file"),
    "blanks": (b" \n\n", "an empty file"),
    "no TOML": (b"[runner\nname = 1", "no TOML"),
    "JSON": (b'{"format": "stridewell.runner/1"}', "no TOML"),
    "a key twice": (SOUND.replace("run_days = 4", "run_days = 4\nrun_days = 5").encode(), "no TOML"),
    "a date outside the calendar": (SOUND.replace("2027-04-11", "2027-02-30").encode(), "no TOML"),
    "Latin-1": (SOUND.replace("Sam", "Zoé").encode("latin-1"), "the byte 0xe9, which is not UTF-8"),
    "UTF-16": (SOUND.encode("utf-16"), "which is not UTF-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\x00", "which is not UTF-8"),
    "a null": (SOUND.replace("Sam", "S\x00m").encode(), "no TOML"),
    "too much": (b"#" * (LARGEST_BYTES + 1), "more than 64 kB"),
    "endless nesting": (b"x = " + b"[" * 30_000, "nested too deeply"),
    "a huge number": (b"x = " + b"9" * 10_000, "a value that cannot be read"),
}


@pytest.mark.parametrize("name", WHOLE_FILES)
def test_a_file_that_is_no_runner_file_at_all_is_refused_in_one_line(
    name: str, today: dt.date, knowledge: Knowledge
) -> None:
    content, found = WHOLE_FILES[name]
    with pytest.raises(RunnerFileError) as caught:
        read_runner(content, today=today, knowledge=knowledge, name="sam.toml")
    [fault] = caught.value.faults
    assert found in fault.found
    assert "\n" not in str(fault)


def test_a_byte_order_mark_and_other_line_ends_do_no_harm(today: dt.date, knowledge: Knowledge) -> None:
    text = SOUND.replace("\n", "\r\n").encode("utf-8-sig")
    assert read_runner(text, today=today, knowledge=knowledge).runner.name == "Sam"


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path, today: dt.date, knowledge: Knowledge) -> None:
    with pytest.raises(MissingFile, match="there is no such file"):
        read_runner(tmp_path / "nowhere.toml", today=today, knowledge=knowledge)
    with pytest.raises(MissingFile, match="this is not a file"):
        read_runner(tmp_path, today=today, knowledge=knowledge)
    assert issubclass(MissingFile, FileError)


def test_numbers_of_sound_files_may_be_whole_or_broken(today: dt.date, knowledge: Knowledge) -> None:
    runner = read_runner(SOUND.replace("13.0", "13").encode(), today=today, knowledge=knowledge)
    assert runner.baseline is not None
    assert runner.baseline.longest_30d_km == 13
