"""Results reach where they were sent, whatever that is: a link, a pipe, a full disk, a closed or foreign stream."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.faces.conftest import Stridewell

from stridewell.cli.output import destinations, write_all
from stridewell.usecases.bad_input import BadInput

FULL = Path("/dev/full")
needs_a_full_device = pytest.mark.skipif(not FULL.is_char_device(), reason="this system has no /dev/full")


def _run(*words: str, closed: int | None = None, out: Path | None = None, **environment: str) -> tuple[int, bytes, str]:
    """Run the program in a process of its own; `closed` is a stream that it does not get."""
    with (out or Path(os.devnull)).open("wb") as place:
        ran = subprocess.run(
            [sys.executable, "-m", "stridewell", *words],
            stdout=subprocess.PIPE if out is None else place,
            stderr=subprocess.PIPE,
            env={**os.environ, **environment},
            preexec_fn=None if closed is None else lambda: os.close(closed),
            check=False,
            timeout=120,
        )
    return ran.returncode, ran.stdout or b"", ran.stderr.decode()


# places


def test_a_link_stays_a_link_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text("old")
    link.symlink_to(real.name)
    write_all({str(link): "new"})
    assert link.is_symlink()
    assert real.read_text() == "new"


def test_a_pipe_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe, heard = tmp_path / "pipe", list[str]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: heard.append(pipe.read_text()), daemon=True)
    reader.start()
    write_all({str(pipe): "a result"})
    reader.join(timeout=10)
    assert heard == ["a result"]
    assert pipe.is_fifo()


@needs_a_full_device
def test_a_device_is_written_to_and_never_replaced() -> None:
    with pytest.raises(BadInput, match=r"/dev/full: cannot be written \(No space left"):
        write_all({str(FULL): "a result"})
    assert FULL.is_char_device()


def test_a_name_of_the_longest_length_can_be_written(tmp_path: Path) -> None:
    place = tmp_path / ("ü" * 127)
    write_all({str(place): "new"})
    assert place.read_text() == "new"


def test_a_disk_that_fills_up_leaves_nothing_half_and_is_named(root: Path, tmp_path: Path) -> None:
    """The same error as of a full disk, from a limit on the size of files that the system enforces."""
    code = (
        "import resource, sys; from stridewell.cli.output import write_all\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "write_all({sys.argv[1]: 'small', sys.argv[2]: 'x' * 100_000})\n"
    )
    places = [str(tmp_path / name) for name in ("small.json", "large.html")]
    ran = subprocess.run([sys.executable, "-c", code, *places], cwd=root, capture_output=True, text=True, check=False)
    assert ran.stderr.splitlines()[-1].endswith(
        "large.html: cannot be written (File too large); nothing was changed there"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("other", ["./plan.json", "link.json"])
def test_one_file_under_two_names_is_one_place(other: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("link.json").symlink_to("plan.json")
    with pytest.raises(BadInput, match="--json and --html"):
        destinations({"--json": "plan.json", "--html": other})


def test_a_name_that_is_too_long_is_refused_like_any_other(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="--json"):
        destinations({"--json": str(tmp_path / ("x" * 300))})


def test_what_is_read_is_never_written_over(stridewell: Stridewell, tmp_path: Path) -> None:
    runner = tmp_path / "runner.toml"
    runner.write_text("mine")
    for words in (("plan", runner, "--json", runner), ("discover", runner, "--html", f"{tmp_path}/./runner.toml")):
        called = stridewell(*words)
        assert (called.code, runner.read_text()) == (2, "mine")
        assert "which is read" in called.err


@pytest.mark.parametrize("words", [("plan",), ("check",), ("discover", "--runner"), ("why", "taper", "--plan")])
def test_a_path_no_system_can_have_is_bad_input(stridewell: Stridewell, words: tuple[str, ...], tmp_path: Path) -> None:
    called = stridewell(*words, "x" * 300, *((tmp_path,) if "--runner" in words else ()))
    assert (called.code, called.err.count("\n")) == (2, 1)
    assert "File name too long" in called.err


@pytest.mark.parametrize("words", [("discover", ""), ("plan", "runner.toml", "--history", ""), ("demo", "--keep", "")])
def test_an_empty_path_is_not_the_folder_one_is_in(stridewell: Stridewell, words: tuple[str, ...]) -> None:
    called = stridewell(*words)
    assert called.code == 2
    assert "found nothing, expected a path" in called.err


# days


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "3000-01-01", "9999-12-31"])
@pytest.mark.parametrize("command", ["discover .", "plan runner.toml", "demo"])
def test_a_day_beyond_the_calendar_is_refused(stridewell: Stridewell, command: str, day: str) -> None:
    called = stridewell(*command.split(), "--today", day)
    assert called.code == 2
    assert "expected a date from 1900-01-01 to 2999-12-31" in called.err


@pytest.mark.parametrize("day", ["1900-01-01", "2999-12-31"])
def test_any_day_of_the_calendar_can_be_looked_back_from(stridewell: Stridewell, day: str, tmp_path: Path) -> None:
    assert stridewell("discover", tmp_path, "--no-cache", "--today", day).code == 0


@pytest.mark.parametrize("day", ["2000-12-31", "2100-01-01"])
def test_the_demo_refuses_days_that_no_watch_can_tell(stridewell: Stridewell, day: str) -> None:
    called = stridewell("demo", "--today", day)
    assert called.code == 2
    assert "expected a day from 2001-01-01 to 2099-12-31" in called.err


# what the demo keeps


@pytest.mark.parametrize("mine", ["runner.toml", "recordings/run.fit"])
def test_the_demo_keeps_out_of_a_folder_that_holds_files_of_its_owner(
    stridewell: Stridewell, mine: str, tmp_path: Path
) -> None:
    place = tmp_path / mine
    place.parent.mkdir(exist_ok=True)
    place.write_text("mine")
    called = stridewell("demo", "--keep", tmp_path)
    assert called.code == 2
    assert "which this demo has not written" in called.err
    assert [one.read_text() for one in tmp_path.rglob("*") if one.is_file()] == ["mine"]


# streams


def test_a_result_for_a_program_is_utf_8_whatever_the_terminal_is_used_to() -> None:
    code, out, err = _run("exercises", "--html", "-", PYTHONIOENCODING="ascii")
    assert (code, err) == (0, "")
    assert "<!doctype html>" in out.decode("utf-8")
    assert not out.isascii()


def test_letters_the_terminal_does_not_know_become_question_marks() -> None:
    code, out, err = _run("why", "taper", PYTHONIOENCODING="ascii")
    assert (code, err) == (0, "")
    assert b"?" in out


@needs_a_full_device
@pytest.mark.parametrize("words", [("--help",), ("schema", "plan"), ("exercises", "--json", "-"), ("why", "taper")])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_stdout_is_said_in_one_line(words: tuple[str, ...], unbuffered: str) -> None:
    code, _, err = _run(*words, out=FULL, PYTHONUNBUFFERED=unbuffered)
    assert (code, err) == (2, "stdout: cannot be written (No space left on device)\n")


@pytest.mark.parametrize("closed", [1, 2])
def test_a_closed_stream_is_no_fault(closed: int, tmp_path: Path) -> None:
    place = tmp_path / "exercises.json"
    code, _, err = _run("exercises", "--json", str(place), closed=closed)
    assert code == 0, err
    assert json.loads(place.read_text(encoding="utf-8"))
