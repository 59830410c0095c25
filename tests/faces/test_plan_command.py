"""`stridewell plan`: table and outputs, starts, faults, and what is said when no plan is possible."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from tests.faces.conftest import TODAY, Stridewell, edited, without_wall_ms


def test_plan_without_outputs_shows_a_table(stridewell: Stridewell, example_file: Path) -> None:
    called = stridewell("plan", example_file, *TODAY)
    assert called.code == 0
    assert called.out.startswith("Sam: half marathon")
    assert "Mon      Tue" in called.out
    assert "\x1b" not in called.out, "no color where there is no terminal"
    assert called.err == ""


def test_a_dash_is_stdout_and_nothing_else_is_printed_there(stridewell: Stridewell, example_file: Path) -> None:
    called = stridewell("plan", example_file, *TODAY, "--json", "-", "--verbose")
    plan = json.loads(called.out)
    assert plan["format"] == "stridewell.plan/1"
    assert plan["status"] in ("optimal", "feasible")


def test_all_outputs_are_written_and_said(stridewell: Stridewell, example_file: Path, tmp_path: Path) -> None:
    places = {option: tmp_path / f"plan.{option}" for option in ("json", "ics", "html")}
    words = [word for option, place in places.items() for word in (f"--{option}", place)]
    called = stridewell("plan", example_file, *TODAY, *words)
    assert called.code == 0
    assert called.out == ""
    assert [line for line in called.err.splitlines() if line.startswith("wrote ")] == [
        f"wrote {place}" for place in places.values()
    ]
    assert json.loads(places["json"].read_text(encoding="utf-8"))["weeks"]
    assert places["ics"].read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")
    assert places["html"].read_text(encoding="utf-8").startswith("<!doctype html>")
    assert sorted(tmp_path.iterdir()) == sorted(places.values()), "nothing else is left behind"


def test_quiet_says_nothing_beside_the_result(stridewell: Stridewell, example_file: Path, tmp_path: Path) -> None:
    before, after = (
        stridewell("--quiet", "plan", example_file, *TODAY, "--json", tmp_path / "one.json"),
        stridewell("plan", example_file, *TODAY, "--json", tmp_path / "two.json", "--quiet"),
    )
    assert (before.out, before.err) == ("", "")
    assert (after.out, after.err) == ("", "")


def test_the_same_input_gives_the_same_output_byte_for_byte(stridewell: Stridewell, example_file: Path) -> None:
    first, second = (stridewell("plan", example_file, *TODAY, "--json", "-").out for _ in range(2))
    assert without_wall_ms(first) == without_wall_ms(second)


@pytest.mark.parametrize(
    ("start", "monday"),
    [(None, "2026-11-23"), ("2026-11-30", "2026-11-30"), ("2026-12-01", "2026-12-07"), ("2026-12-06", "2026-12-07")],
)
def test_a_plan_starts_on_the_monday_that_start_means(
    stridewell: Stridewell, example_file: Path, start: str | None, monday: str
) -> None:
    words = () if start is None else ("--start", start)
    plan = json.loads(stridewell("plan", example_file, *TODAY, *words, "--json", "-", "--effort", "low").out)
    assert plan["weeks"][0]["start"] == monday


def test_a_start_before_this_week_is_refused(stridewell: Stridewell, example_file: Path) -> None:
    called = stridewell("plan", example_file, *TODAY, "--start", "2026-11-02")
    assert called.code == 2
    assert called.err == "--start: found 2026-11-02, expected a day from 2026-11-16 on, the Monday of this week\n"


def test_all_faults_of_a_runner_file_are_said_and_nothing_is_written(
    stridewell: Stridewell, example_file: Path, tmp_path: Path
) -> None:
    broken = edited(example_file, tmp_path, ("run_days = 4", "run_days = 9"), ('race = "half"', 'race = "ultra"'))
    called = stridewell("plan", broken, *TODAY, "--json", tmp_path / "plan.json")
    assert called.code == 2
    assert [line.split(": ")[1] for line in called.err.splitlines()] == ["goal.race", "week.run_days"]
    assert not (tmp_path / "plan.json").exists()


def test_a_missing_runner_file_and_a_missing_history_end_with_2(stridewell: Stridewell, example_file: Path) -> None:
    for words in (("plan", "nowhere.toml"), ("plan", example_file, *TODAY, "--history", "nowhere")):
        called = stridewell(*words)
        assert called.code == 2
        assert "nowhere" in called.err
        assert called.err.count("\n") == 1


@pytest.mark.parametrize("place", ["missing/plan.json", ".", ""])
def test_an_output_that_cannot_be_written_is_refused_before_any_work(
    stridewell: Stridewell, example_file: Path, tmp_path: Path, place: str
) -> None:
    called = stridewell("plan", example_file, *TODAY, "--json", f"{tmp_path}/{place}" if place else "")
    assert called.code == 2
    assert called.err.startswith("--json: found ")


def test_two_outputs_to_one_place_are_refused(stridewell: Stridewell, example_file: Path) -> None:
    called = stridewell("plan", example_file, *TODAY, "--json", "-", "--html", "-")
    assert called.code == 2
    assert called.err == "--json and --html: found - for both, expected a place of its own for each\n"


def test_a_red_flag_ends_with_3_names_a_clinician_and_still_writes_json(
    stridewell: Stridewell, example_file: Path, tmp_path: Path
) -> None:
    flagged = edited(example_file, tmp_path, ("flags = []", 'flags = ["night_pain"]'))
    called = stridewell("plan", flagged, *TODAY, "--json", "-")
    assert called.code == 3
    assert "clinician" in called.err
    plan = json.loads(called.out)
    assert (plan["status"], plan["weeks"], plan["ways_out"]) == ("impossible", [], [])
    assert plan["conflict"][0]["rule"] == "stop_on_red_flag"


def test_wishes_that_cannot_all_hold_end_with_3_and_every_way_out_works(
    stridewell: Stridewell, example_file: Path, tmp_path: Path
) -> None:
    minutes = "minutes = { mon = 60, tue = 75, wed = 60, thu = 75, fri = 60, sat = 90, sun = 150 }"
    wanted = edited(
        example_file,
        tmp_path,
        (minutes, "minutes = { mon = 0, tue = 75, wed = 0, thu = 75, fri = 0, sat = 0, sun = 150 }"),
        ("run_days = 4 ", "run_days = 5 "),
        ('strength = ["tue", "fri"]', 'strength = ["tue"]'),
    )
    called = stridewell("plan", wanted, *TODAY, "--json", "-", "--ics", tmp_path / "plan.ics")
    assert called.code == 3
    assert "cannot all hold" in called.err
    assert not (tmp_path / "plan.ics").exists()
    ways_out = json.loads(called.out)["ways_out"]
    assert ways_out
    for way in ways_out:
        changed_key, _, value = way["change"].partition(" = ")
        changed = _with_line(wanted.read_text(encoding="utf-8"), changed_key, value)
        place = tmp_path / "changed.toml"
        place.write_text(changed, encoding="utf-8")
        assert stridewell("plan", place, *TODAY, "--json", "-").code == 0, way


def _with_line(text: str, key: str, value: str) -> str:
    """The file with one dotted key changed, as a person would who is told `week.run_days = 3`."""
    table, name, *inner = key.split(".")
    if inner:
        inside = rf"^({name} = .*\b{inner[0]} = )[^,}}]+?( *[,}}])"
        return re.sub(inside, rf"\g<1>{value}\g<2>", text, flags=re.MULTILINE)
    changed, times = re.subn(rf"^{name} = .*$", f"{name} = {value}", text, count=1, flags=re.MULTILINE)
    return changed if times else text.replace(f"[{table}]\n", f"[{table}]\n{name} = {value}\n")


def test_recordings_tell_the_baseline_and_their_faults_are_notices(
    stridewell: Stridewell, example_file: Path, tmp_path: Path
) -> None:
    """Recordings that tell nothing leave the file's own baseline; without one the runner is told what to write."""
    (tmp_path / "recordings").mkdir()
    (tmp_path / "recordings" / "empty.fit").write_bytes(b"")
    history = ("--history", tmp_path / "recordings")
    with_baseline = stridewell("plan", example_file, *TODAY, *history, "--json", "-")
    assert with_baseline.code == 0
    assert "empty.fit: is empty" in with_baseline.err
    assert json.loads(with_baseline.out)["runner"]["baseline"]["weekly_km"] == 32.0
    text = example_file.read_text(encoding="utf-8")
    without = tmp_path / "without.toml"
    without.write_text(text[: text.index("[baseline]")] + text[text.index("[[pain]]") :], encoding="utf-8")
    refused = stridewell("plan", without, *TODAY, *history)
    assert refused.code == 2
    assert "baseline: found nothing, and the recordings do not tell it" in refused.err
