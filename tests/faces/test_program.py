"""How the program behaves as a program: quick help, whole outputs, one line for what went wrong, quiet endings."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from stridewell.cli.guard import ExitCode, guarded
from stridewell.cli.many_values import spread
from stridewell.cli.output import destinations, write_all
from stridewell.cli.session import VOICE, Loudness
from stridewell.usecases.bad_input import BadInput

HEAVY = ("numpy", "yaml", "rich", "icalendar", "fitfast", "stridewell.planner", "stridewell.knowledge")


def _started(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "stridewell", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120)


@pytest.mark.parametrize("words", [("--help",), ("plan", "--help"), ("--version",)])
def test_help_imports_nothing_that_is_slow(words: tuple[str, ...]) -> None:
    say_what_is_loaded = "print(*sys.modules, file=sys.stderr)"
    code = f"import sys; from stridewell.cli.main import run; run({list(words)!r}); {say_what_is_loaded}"
    started = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(started.stderr.split())
    assert loaded & set(HEAVY) == set()


def test_the_installed_command_plans_in_a_process_of_its_own(example_file: Path, tmp_path: Path) -> None:
    ran = _started("plan", example_file, "--today", "2026-11-22", "--json", tmp_path / "plan.json")
    assert (ran.returncode, ran.stdout) == (0, ""), ran.stderr
    assert (tmp_path / "plan.json").stat().st_size > 10_000
    assert _started("check", tmp_path / "plan.json").returncode == 0


def test_bad_input_ends_with_2_and_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "runner.toml").write_text("[runner\n")
    ran = _started("plan", tmp_path / "runner.toml")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.count("\n") == 1
    assert "no TOML" in ran.stderr


def test_a_reader_that_leaves_early_is_no_fault() -> None:
    command = [sys.executable, "-m", "stridewell", "exercises", "--json", "-"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        said = running.stderr.read()
    assert said == b""
    assert running.returncode == 0


def _guarded(raises: Callable[[], BaseException]) -> Callable[[], None]:
    @guarded
    def command() -> None:
        raise raises()

    return command


@pytest.mark.parametrize(
    ("error", "code", "says"),
    [
        (BadInput("sam.toml: a fault"), ExitCode.BAD_INPUT, "sam.toml: a fault\n"),
        (KeyboardInterrupt(), ExitCode.STOPPED, "stopped; nothing was written\n"),
        (MemoryError(), ExitCode.BAD_INPUT, "stridewell: not enough memory for this; give it fewer or smaller files\n"),
    ],
)
def test_each_kind_of_end_has_its_code_and_line(
    error: BaseException, code: ExitCode, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(typer.Exit) as ended:
        _guarded(lambda: error)()
    assert ended.value.exit_code == code
    assert capsys.readouterr().err == says


@pytest.mark.parametrize(("loudness", "tracebacks"), [("normal", 0), ("verbose", 1)])
def test_a_fault_of_the_program_is_one_line_and_a_traceback_only_when_asked_for(
    loudness: Loudness, tracebacks: int, capsys: pytest.CaptureFixture[str]
) -> None:
    VOICE.loudness = loudness
    with pytest.raises(typer.Exit) as ended:
        _guarded(lambda: ZeroDivisionError("nothing\nto divide by"))()
    VOICE.loudness = "normal"
    said = capsys.readouterr().err
    assert ended.value.exit_code == ExitCode.OWN_FAULT
    assert said.count("Traceback") == tracebacks
    assert said.splitlines()[-1].startswith(
        "stridewell: this should not have happened (ZeroDivisionError: nothing to divide by); please report it"
    )


def test_outputs_are_written_whole_with_ordinary_permissions(tmp_path: Path) -> None:
    place = tmp_path / "plan.json"
    place.write_text("old")
    write_all({str(place): "new\r\n"})
    assert place.read_bytes() == b"new\r\n"
    umask = os.umask(0)
    os.umask(umask)
    assert place.stat().st_mode & 0o777 == 0o666 & ~umask
    assert list(tmp_path.iterdir()) == [place]


def test_when_one_output_cannot_be_written_none_is(tmp_path: Path) -> None:
    kept = tmp_path / "kept.json"
    kept.write_text("old")
    with pytest.raises(BadInput, match="cannot be written"):
        write_all({str(kept): "new", str(tmp_path / "missing" / "plan.html"): "page"})
    assert kept.read_text() == "old"
    assert list(tmp_path.iterdir()) == [kept]


def test_places_are_looked_at_before_work_is_done(tmp_path: Path) -> None:
    assert destinations({"--json": "-", "--html": None}) == {"--json": "-"}
    for places in ({"--json": "a", "--html": "a"}, {"--json": str(tmp_path)}, {"--json": "nowhere/plan.json"}):
        with pytest.raises(BadInput, match="--json"):
            destinations(places)


@pytest.mark.parametrize(
    ("given", "understood"),
    [
        ("plan sam.toml --history a b --json -", "plan sam.toml --history a --history b --json -"),
        ("-q plan sam.toml --history a b", "-q plan sam.toml --history a --history b"),
        ("plan --history a b sam.toml", "plan --history a --history b sam.toml"),
        ("plan --history a sam.toml", "plan --history a sam.toml"),
        ("plan --history a --quiet sam.toml", "plan --history a --quiet sam.toml"),
        ("plan sam.toml --history a.toml b", "plan sam.toml --history a.toml --history b"),
        ("exercises --avoid foot shin --equipment band", "exercises --avoid foot --avoid shin --equipment band"),
        ("check a b", "check a b"),
        ("plan -- --history a b", "plan -- --history a b"),
    ],
)
def test_an_option_may_take_several_values_in_a_row(given: str, understood: str) -> None:
    assert spread(given.split()) == understood.split()
