"""`stridewell discover`: the report in the terminal, as JSON and as a page, from good files, bad files and none."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.builders.example_recordings import recording
from tests.builders.schema_check import faults
from tests.faces.conftest import TODAY, Stridewell, edited

from stridewell.writing.activities.fit import fit_bytes
from stridewell.writing.activities.xml import gpx_text

HOSTILE_NAME = '<img src=x>"\x1b[31m\u202e.gpx'


@pytest.fixture(name="runs", scope="module")
def _runs(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A folder with a run, its copy in another format, a walk, a strength session, a broken file, and no recording."""
    folder = tmp_path_factory.mktemp("runs")
    run = recording()
    (folder / "run.fit").write_bytes(fit_bytes(run))
    (folder / "copy.gpx").write_text(gpx_text(run), encoding="utf-8")
    for name in ("fit/walk_fenix5.fit", "fit/strength_planned_sets_weights.fit", "fit/bad_empty.fit"):
        shutil.copy(root / "tests" / "data" / name, folder)
    (folder / "notes.txt").write_text("to do", encoding="utf-8")
    return folder


def test_discover_shows_a_report(stridewell: Stridewell, runs: Path) -> None:
    called = stridewell("discover", runs, *TODAY)
    assert called.code == 0
    assert called.out.startswith("What your training shows\n")
    said = " ".join(called.out.split())
    assert "1 run (8 km), 1 walk and 1 strength session. Read from 6 files; 1 copy counted once; 2 unreadable." in said
    assert "The plan:" in called.out
    assert "How sure:" in called.out
    assert "\x1b" not in called.out, "no color where there is no terminal"
    assert called.err == ""


def test_a_dash_is_stdout_and_nothing_else_is_printed_there(stridewell: Stridewell, runs: Path) -> None:
    called = stridewell("discover", runs, *TODAY, "--json", "-", "--verbose")
    report = json.loads(called.out)
    assert called.code == 0
    assert report["counts"] == {
        "files": 6, "records": 6, "runs": 1, "walks": 1, "strength": 1, "other": 0, "merged": 1, "unreadable": 2,
    }  # fmt: skip
    assert "bad_empty.fit" in called.err


def test_the_json_is_true_to_the_printed_schema(stridewell: Stridewell, runs: Path) -> None:
    report = json.loads(stridewell("discover", runs, *TODAY, "--json", "-").out)
    schema = json.loads(stridewell("schema", "discovery").out)
    assert list(faults(report, schema)) == []
    assert report["findings"]


def test_the_same_files_give_the_same_bytes_with_and_without_the_cache(stridewell: Stridewell, runs: Path) -> None:
    calls = [stridewell("discover", runs, *TODAY, "--json", "-", *more).out for more in ((), (), ("--no-cache",))]
    assert calls[0] == calls[1] == calls[2]


def test_all_outputs_are_written_and_said(stridewell: Stridewell, runs: Path, tmp_path: Path) -> None:
    places = {option: tmp_path / f"report.{option}" for option in ("json", "html")}
    words = [word for option, place in places.items() for word in (f"--{option}", place)]
    called = stridewell("discover", runs, *TODAY, *words)
    assert called.code == 0
    assert called.out == ""
    assert [line for line in called.err.splitlines() if line.startswith("wrote ")] == [
        f"wrote {place}" for place in places.values()
    ]
    assert json.loads(places["json"].read_text(encoding="utf-8"))["format"] == "stridewell.discovery/1"
    assert places["html"].read_text(encoding="utf-8").startswith("<!doctype html>")


def test_quiet_gives_titles_in_the_terminal_and_silence_beside_outputs(stridewell: Stridewell, runs: Path) -> None:
    titles = stridewell("discover", runs, *TODAY, "--quiet")
    assert 1 <= len(titles.out.splitlines()) <= 8
    assert "The plan:" not in titles.out
    assert stridewell("discover", runs, *TODAY, "--quiet", "--json", "-").err == ""


def test_verbose_says_which_copy_counts_in_whose_place(stridewell: Stridewell, runs: Path) -> None:
    called = stridewell("discover", runs, *TODAY, "--verbose")
    assert "Copies, and what counts in their place" in called.out
    assert "copy.gpx" in called.out
    assert "Copies, and" not in stridewell("discover", runs, *TODAY).out


def test_a_runner_file_brings_a_name_and_miles_while_json_stays_metric(
    stridewell: Stridewell, runs: Path, example_file: Path, tmp_path: Path
) -> None:
    runner = edited(example_file, tmp_path, ('units = "metric"', 'units = "imperial"'))
    shown = stridewell("discover", runs, *TODAY, "--runner", runner)
    assert shown.out.startswith("Sam: what your training shows\n1")
    assert "1 run (5 mi)" in shown.out
    told = json.loads(stridewell("discover", runs, *TODAY, "--runner", runner, "--json", "-").out)
    assert told["totals"]["run_km"] == 8.0


def test_every_fault_of_the_runner_file_is_said_before_anything_is_read(
    stridewell: Stridewell, runs: Path, tmp_path: Path
) -> None:
    runner = tmp_path / "bad.toml"
    runner.write_text('format = "stridewell.runner/1"\n[runner]\nname = "Sam"\nlevel = "good"\nage = 3\n', "utf-8")
    called = stridewell("discover", runs, *TODAY, "--runner", runner, "--json", "-")
    assert called.code == 2
    assert called.out == ""
    assert "level" in called.err
    assert "age" in called.err
    assert "goal" in called.err
    assert "Traceback" not in called.err


@pytest.mark.parametrize("words", [(), ("--json",), ("there is no such folder",), ("--today", "tomorrow", ".")])
def test_wrong_usage_and_missing_paths_end_with_2(stridewell: Stridewell, words: tuple[str, ...]) -> None:
    called = stridewell("discover", *words)
    assert called.code == 2
    assert called.out == ""
    assert "Traceback" not in called.err


def test_files_that_cannot_be_read_give_a_report_that_says_so(
    stridewell: Stridewell, root: Path, tmp_path: Path
) -> None:
    shutil.copy(root / "tests" / "data" / "fit" / "bad_empty.fit", tmp_path)
    (tmp_path / "a.gpx").write_text("<gpx", encoding="utf-8")
    called = stridewell("discover", tmp_path, *TODAY)
    assert called.code == 0
    assert "2 files read; none of them holds an activity with a date up to 22 Nov 2026." in called.out
    assert "2 notices about files" in called.out or "3 notices about files" in called.out
    told = json.loads(stridewell("discover", tmp_path, *TODAY, "--json", "-").out)
    assert told["baseline"] is None
    assert told["span"]["first"] is None
    assert told["counts"]["unreadable"] == told["counts"]["records"] == 2


def test_an_empty_folder_gives_a_report_too(stridewell: Stridewell, tmp_path: Path) -> None:
    called = stridewell("discover", tmp_path, *TODAY, "--html", tmp_path / "report.html")
    assert called.code == 0
    assert "0 files read" in (tmp_path / "report.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "said"),
    [("fit/walk_fenix5.fit", "1 walk."), ("fit/strength_planned_sets_weights.fit", "1 strength session.")],
)
def test_only_walks_or_only_strength_is_a_history_too(stridewell: Stridewell, root: Path, file: str, said: str) -> None:
    called = stridewell("discover", root / "tests" / "data" / file, *TODAY)
    assert called.code == 0
    assert said in called.out
    assert "0 runs" in called.out


def test_the_name_of_a_file_commands_neither_terminal_nor_page(stridewell: Stridewell, tmp_path: Path) -> None:
    (tmp_path / HOSTILE_NAME).write_text("<gpx", encoding="utf-8")
    page = tmp_path / "report.html"
    shown = stridewell("discover", tmp_path, *TODAY, "--verbose")
    beside = stridewell("discover", tmp_path, *TODAY, "--html", page)
    assert shown.code == beside.code == 0
    assert not set(shown.out + shown.err + beside.err) & {"\x1b", "\u202e"}
    text = page.read_text(encoding="utf-8")
    assert "<img" not in text
    assert "&lt;img src=x&gt;" in text
    told = json.loads(stridewell("discover", tmp_path, *TODAY, "--json", "-").out)
    assert any(notice["file"].endswith(HOSTILE_NAME) for notice in told["notices"])


def test_nothing_is_written_when_a_place_cannot_be_written(stridewell: Stridewell, runs: Path, tmp_path: Path) -> None:
    called = stridewell("discover", runs, *TODAY, "--json", tmp_path / "a.json", "--html", tmp_path / "no" / "b.html")
    assert called.code == 2
    assert list(tmp_path.iterdir()) == []


def test_help_names_every_option(stridewell: Stridewell) -> None:
    helped = stridewell("discover", "--help")
    assert helped.code == 0
    for option in ("PATH", "--runner", "--today", "--json", "--html", "--no-cache", "--quiet", "--verbose"):
        assert option in helped.out
