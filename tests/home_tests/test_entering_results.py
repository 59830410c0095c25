"""A result enters a runner file and nothing else in the file moves; otherwise the file is left alone."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.reading.file_faults import RunnerFileError
from stridewell.reading.runner_file import read_runner
from stridewell.training.runner import TestResult
from stridewell.usecases.bad_input import BadInput
from stridewell.usecases.entering_results import with_result
from stridewell.usecases.home_tests import enter_result, reading_in_file

TODAY = dt.date(2026, 11, 22)
RESULT = TestResult(left=9, right=9.5, date=dt.date(2026, 11, 20))
ENTRY = "knee_to_wall = { left = 9, right = 9.5, date = 2026-11-20 }"
KNOWN = load_knowledge()


# Any sound file


@dataclass(frozen=True)
class Written:
    """A runner file as somebody may write it: its text, and the lines in it that are about tests."""

    text: str
    about_tests: frozenset[str]


_OTHERS = (
    '[runner] # "[tests]"\nname = "S\\"am [tests] # no"\nlevel = "new"   # new',
    '[goal]\nrace = "none"\nweeks = 12',
    """[week]
run_days = 3
minutes = { mon = 60, tue = 75, wed = 60, thu = 75, fri = 60, sat = 90, sun = 150 }
unavailable = [ # away
  { from = 2027-02-08, to = 2027-02-12, why = \"\"\"a ']" \\
[tests]\"\"\" }, # }
]""",
    "[ strength ]\nequipment = [\n  'band', # tests\n  \"step\",\n]",
    '[[pain]]\nsite = "achilles"\n  side="left"\nduring=2\nnext_morning = 1\n# tests.knee_to_wall = 3',
)


def _entry(name: str, form: str) -> list[str]:
    values = {"left": "11", "right": "12", "date": "2026-11-01"}
    if form == "one line":
        return [f"{name} = {{ {', '.join(f'{key} = {value}' for key, value in values.items())} }} # mine"]
    return [f"{name} . {key}={value}" for key, value in values.items()]


def _tests(draw: st.DrawFn, names: list[str]) -> tuple[list[str], list[str]]:
    """The lines on tests at the top of a file, and those in tables of their own."""
    form = draw(st.sampled_from(("one line", "dotted", "tables", "at the top", "all on one line", "under both")))
    if form == "all on one line":
        inside = ", ".join(f"'{name}'={{left=11,right=12,date=2026-11-01}}" for name in names)
        return [f"tests = {{ {inside} }}"], []
    if form == "at the top":
        return [line for name in names for line in _entry(f'tests."{name}"', "dotted")], []
    tables = [f"[tests.{name}]\n# best of three\ndate = 2026-11-01\nleft = 11\nright=12" for name in names]
    if form == "tables":
        return [], tables
    head = "[tests] # [x]"
    if form == "under both":
        return [], ["\n".join([head, *(_entry(names[0], "one line") if names else [])]), *tables[1:]]
    return [], ["\n".join([head, *(line for name in names for line in _entry(name, form))])]


@st.composite
def runner_files(draw: st.DrawFn) -> Written:
    names = draw(st.lists(st.sampled_from(sorted(KNOWN.home_tests)), max_size=3, unique=True))
    top, tables = _tests(draw, names) if draw(st.integers(0, 4)) else ([], [])
    blocks = draw(st.permutations([*_OTHERS, *tables]))
    text = "\n\n".join(["\n".join(["# mine", 'format = "stridewell.runner/1"', *top]), *blocks])
    text += draw(st.sampled_from(("", "\n", "\n\n# the end")))
    about = {line for block in (*top, *tables) for line in block.splitlines()}
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    return Written(draw(st.sampled_from(("", "\ufeff"))) + text, frozenset(about))


def _subsequence(lines: Iterable[str], within: Iterable[str]) -> bool:
    rest = iter(within)
    return all(line in rest for line in lines)


@given(written=runner_files(), name=st.sampled_from(sorted(KNOWN.home_tests)), left=st.integers(0, 25))
def test_entering_a_result_into_any_sound_file_changes_only_its_tests(written: Written, name: str, left: int) -> None:
    result = TestResult(left=left, right=7, date=RESULT.date)
    before = read_runner(written.text.encode(), today=TODAY, knowledge=KNOWN)

    entered = with_result(written.text, name, result)

    after = read_runner(entered.encode(), today=TODAY, knowledge=KNOWN)
    assert after == replace(before, tests={**before.tests, name: result})
    kept = [line for line in written.text.split("\n") if line.rstrip("\r") not in written.about_tests]
    ends = [line.rstrip("\r") for line in kept[-1:]]  # the last line may have got its line end
    assert _subsequence([*kept[:-1]], entered.split("\n"))
    assert _subsequence(ends, entered.replace("\r", "").split("\n"))
    assert entered.count("#") == written.text.count("#")
    assert with_result(entered, name, result) == entered


@given(written=runner_files())
def test_line_ends_are_those_of_the_file(written: Written) -> None:
    entered = with_result(written.text, "knee_to_wall", RESULT)
    if "\r\n" in written.text:
        assert entered.count("\n") == entered.count("\r\n")
    else:
        assert "\r" not in entered


# The ways a file may be written


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a = 1", f"a = 1\n\n[tests]\n{ENTRY}\n"),
        ("a = 1\r\n", f"a = 1\r\n\r\n[tests]\r\n{ENTRY}\r\n"),
        ("[tests] # mine", f"[tests] # mine\n{ENTRY}\n"),
        ("[tests]\n\n# soon\n[x]\ny = 1\n", f"[tests]\n{ENTRY}\n\n# soon\n[x]\ny = 1\n"),
        (
            "[tests]\nside_plank = {left=1,right=2,date=2026-01-01} # old\n\n[x]\n",
            f"[tests]\nside_plank = {{left=1,right=2,date=2026-01-01}} # old\n{ENTRY}\n\n[x]\n",
        ),
        (
            "[tests]\nknee_to_wall = {right=2,left = 1,date=2026-01-01} # old",
            "[tests]\nknee_to_wall = {right=9.5,left = 9,date=2026-11-20} # old",
        ),
        (
            "[tests.knee_to_wall]\ndate = 2026-01-01 # when\nleft=1\nright=2\n",
            "[tests.knee_to_wall]\ndate = 2026-11-20 # when\nleft=9\nright=9.5\n",
        ),
        ("tests = {}\n[x]\n", f"tests = {{ {ENTRY} }}\n[x]\n"),
        (
            "tests.side_plank.left = 1 # x\n[x]\ny = 1\n",
            f"tests.side_plank.left = 1 # x\ntests.{ENTRY}\n[x]\ny = 1\n",
        ),
    ],
)
def test_the_form_of_the_file_is_kept(before: str, after: str) -> None:
    assert with_result(before, "knee_to_wall", RESULT) == after
    assert tomllib.loads(after)["tests"]["knee_to_wall"]["right"] == 9.5


# The file on disk


@pytest.fixture
def runner_file(tmp_path: Path, example_file: Path) -> Path:
    place = tmp_path / "sam.toml"
    place.write_bytes(example_file.read_bytes())
    return place


def _enter(place: Path, knowledge: Knowledge, name: str = "knee_to_wall", result: TestResult = RESULT) -> None:
    enter_result(name, result, runner_file=place, knowledge=knowledge, today=TODAY)


def test_a_result_is_written_and_can_be_read_again(runner_file: Path, knowledge: Knowledge) -> None:
    assert reading_in_file("knee_to_wall", runner_file, knowledge=knowledge, today=TODAY) is None
    before = runner_file.read_text()
    _enter(runner_file, knowledge)
    assert runner_file.read_text() == before + ENTRY + "\n"
    read = reading_in_file("knee_to_wall", runner_file, knowledge=knowledge, today=TODAY)
    assert read is not None
    assert read.result == RESULT


def test_the_result_that_stood_there_is_answered_and_compared(runner_file: Path, knowledge: Knowledge) -> None:
    result = TestResult(left=30, right=28, date=TODAY)
    entered = enter_result("single_leg_heel_raise", result, runner_file=runner_file, knowledge=knowledge, today=TODAY)
    assert entered.replaced == TestResult(left=22, right=27, date=dt.date(2026, 11, 15))
    assert any(says.startswith("Since 2026-11-15: left +8") for says in entered.reading.says)


def test_a_file_that_leaves_its_baseline_to_a_history_takes_results_too(
    runner_file: Path, knowledge: Knowledge
) -> None:
    text = runner_file.read_text()
    start, end = text.index("[baseline]"), text.index("[[pain]]")
    runner_file.write_text(text[:start] + text[end:])
    _enter(runner_file, knowledge)
    assert ENTRY in runner_file.read_text()


@pytest.mark.parametrize(
    ("result", "said"),
    [
        (replace(RESULT, left=31), "--left: found 31, expected a number from 0 to 30 [cm]"),
        (replace(RESULT, right=-1), "--right: found -1"),
        (replace(RESULT, left=float("nan")), "--left: found nan"),
        (replace(RESULT, left=float("inf")), "--left: found inf"),
        (replace(RESULT, date=dt.date(2026, 11, 23)), "--date: found 2026-11-23"),
    ],
)
def test_what_nobody_can_have_is_refused_and_the_file_left_alone(
    runner_file: Path, knowledge: Knowledge, result: TestResult, said: str
) -> None:
    before = runner_file.read_bytes()
    with pytest.raises(BadInput) as refusal:
        _enter(runner_file, knowledge, result=result)
    assert said in str(refusal.value)
    assert runner_file.read_bytes() == before


def test_an_older_result_does_not_take_the_place_of_a_newer_one(runner_file: Path, knowledge: Knowledge) -> None:
    older = TestResult(left=30, right=30, date=dt.date(2026, 11, 14))
    with pytest.raises(BadInput, match="expected a day from 2026-11-15 on"):
        _enter(runner_file, knowledge, "single_leg_heel_raise", older)


def test_a_faulty_file_is_refused_with_all_its_faults_and_left_alone(runner_file: Path, knowledge: Knowledge) -> None:
    text = runner_file.read_text().replace("run_days = 4", "run_days = 9").replace("during = 2", "during = 20")
    runner_file.write_text(text)
    with pytest.raises(BadInput) as refusal:
        _enter(runner_file, knowledge)
    assert "week.run_days" in str(refusal.value)
    assert "pain[1].during" in str(refusal.value)
    assert runner_file.read_text() == text


def test_a_file_that_is_not_there_is_refused(tmp_path: Path, knowledge: Knowledge) -> None:
    with pytest.raises(BadInput, match="there is no such file"):
        _enter(tmp_path / "nobody.toml", knowledge)
    with pytest.raises(BadInput, match="not a file"):
        _enter(tmp_path, knowledge)


def test_nothing_is_left_beside_the_file_and_its_permissions_stay(runner_file: Path, knowledge: Knowledge) -> None:
    runner_file.chmod(0o640)
    _enter(runner_file, knowledge)
    assert [path.name for path in runner_file.parent.iterdir()] == ["sam.toml"]
    assert runner_file.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path, runner_file: Path, knowledge: Knowledge) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(runner_file)
    _enter(link, knowledge)
    assert link.is_symlink()
    assert ENTRY in runner_file.read_text()


# What a runner file may hold


@pytest.mark.parametrize(("value", "expected"), [("left = 900", "from 0 to 150"), ("left = 22.5", "a whole number")])
def test_a_runner_file_with_an_impossible_result_is_refused(
    example_file: Path, knowledge: Knowledge, value: str, expected: str
) -> None:
    text = example_file.read_text().replace("left = 22", value)
    with pytest.raises(RunnerFileError, match=expected):
        read_runner(text.encode(), today=TODAY, knowledge=knowledge)
