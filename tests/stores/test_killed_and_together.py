"""A program may be killed at any moment, and two may run at once: entries are whole or not there."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

from tests.stores.conftest import Opened
from tests.stores.counted_files import Desk
from tests.stores.import_in_a_process import FILES, read_into

NAMES = [one.name for one in FILES]
RIGHT = repr(Desk().summaries(FILES, None))


def _start(root: Path, place: Path, stop_at: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.stores.import_in_a_process", str(place), str(stop_at)]
    return subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _end(started: subprocess.Popen[str]) -> dict[str, Any]:
    out, err = started.communicate(timeout=120)
    assert (started.returncode, err) == (0, "")
    answer: dict[str, Any] = json.loads(out)
    return answer


def test_killed_at_any_moment_the_next_run_is_right_and_reads_only_what_is_missing(
    root: Path, place: Path, opened: Opened
) -> None:
    """The kills are at random calls of the store's code; each run goes on where the one before was killed."""
    steps = cast(int, read_into(place.with_name("another"), 0)["steps"])
    chance = random.Random(20261127)
    kept = kills = 0
    for _ in range(5):
        killed = _start(root, place, chance.randrange(1, steps // 3))
        killed.communicate(timeout=120)
        kills += killed.returncode == -signal.SIGKILL
        with opened() as store:
            before, kept = kept, store.holding().files
        assert kept >= before, "what was whole stays"
    assert kills >= 3
    last = read_into(place, 0)
    assert last["summaries"] == RIGHT
    assert len(cast(list[str], last["read"])) == len(FILES) - kept
    assert last["said"] == []
    assert read_into(place, 0)["read"] == []


def test_two_programs_at_once_both_answer_right_and_leave_every_entry_whole(root: Path, place: Path) -> None:
    answers = [_end(started) for started in [_start(root, place) for _ in range(2)]]
    assert [answer["summaries"] for answer in answers] == [RIGHT] * 2
    assert [answer["said"] for answer in answers] == [[]] * 2
    assert sorted({name for answer in answers for name in answer["read"]}) == sorted(NAMES)
    later = read_into(place, 0)
    assert (later["read"], later["summaries"]) == ([], RIGHT)


def test_one_program_may_empty_the_cache_while_another_reads(opened: Opened) -> None:
    reading, clearing = opened(), opened()
    desk = Desk()
    desk.summaries(FILES[:20], reading)
    assert clearing.clear().files == 20
    desk.summaries(FILES, reading)
    assert sorted(desk.read) == sorted(NAMES)
    assert clearing.holding().files == len(FILES)
