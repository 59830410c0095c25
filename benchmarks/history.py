"""How fast a history is imported, the first and the second time, and how that grows with the number of files.

Prints two tables beside their limits: a year of runs of an hour at one sample a second, and hundreds to thousands of
short files. Files are made here. Each reading is a process of its own, so that its peak memory is its own; what the
program needs to start and to load its knowledge is not counted as time. Nothing is asserted: a machine may be busy.
"""

# ruff: noqa: INP001, T201, S603 -- a script that prints its tables and starts itself
from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from stridewell import wiring
from stridewell.usecases.demo_samples import recording_of
from stridewell.usecases.demo_story import Outing
from stridewell.usecases.history_store import SETTLED_NS
from stridewell.usecases.reading_history import read_history
from stridewell.writing.activities.fit import fit_bytes

LAST_DAY = dt.datetime(2026, 11, 22, 7, tzinfo=dt.UTC)
LIMITS = "at least 60 files/s the first time, the second time at least 10 times as fast, below 800 MB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one process told: how long it took, and its processors [s], its peak memory [MB], and what it found."""

    took_s: float
    cpu_s: float
    peak_mb: float
    activities: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """Which files to make: how many runs, of how many meters, one sample every so many seconds."""

    count: int
    meters: float
    every_s: float


def write_files(folder: Path, files: Files) -> None:
    """Write FIT files, each another run, one a day up to the last day; after ten years more of them a day.

    Their starts are no whole hours apart: that would look like copies from a watch in another zone.
    """
    folder.mkdir(parents=True)
    for at in range(files.count):
        start = LAST_DAY - dt.timedelta(days=at % 3650, minutes=100 * (at // 3650))
        outing = Outing(start, "run", files.meters, 2.75, 0)
        chance = np.random.default_rng(at)
        run = recording_of(outing, written_as="fit", every_s=files.every_s, device="bench", chance=chance)
        (folder / f"{at:05d}.fit").write_bytes(fit_bytes(run))


def read_here(folder: Path) -> Reading:
    """Read a folder in this process, with the cache of this environment."""
    knowledge = wiring.knowledge()
    begin, cpu = time.perf_counter(), time.process_time()
    with wiring.history_store(print) as store:
        past = read_history([folder], today=LAST_DAY.date(), knowledge=knowledge, store=store)
    took, worked = time.perf_counter() - begin, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Reading(took_s=took, cpu_s=worked, peak_mb=peak, activities=len(past.history.activities))


def read_apart(folder: Path, home: Path) -> Reading:
    """Read a folder in a process of its own, with the cache below `home`."""
    command = [sys.executable, "-m", "benchmarks.history", "--read", str(folder)]
    environment = {**os.environ, "STRIDEWELL_HOME": str(home)}
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=environment)
    return Reading(**json.loads(ran.stdout))


def row(files: Files) -> str:
    """Make files, read them twice, and say how that went."""
    with tempfile.TemporaryDirectory() as temporary:
        folder, home = Path(temporary, "files"), Path(temporary, "home")
        write_files(folder, files)
        time.sleep(SETTLED_NS / 1e9)  # a file that was just written is not relied on
        first, second = read_apart(folder, home), read_apart(folder, home)
        kept = sum(place.stat().st_size for place in home.rglob("*") if place.is_file())
        given = sum(place.stat().st_size for place in folder.iterdir())
    assert first.activities == second.activities == files.count
    speed, times = files.count / first.took_s, first.took_s / second.took_s
    return (
        f"{files.count:7}{given / 1e6:9.1f}{first.took_s:9.2f}{first.cpu_s:8.2f}{speed:9.1f}{first.peak_mb:9.0f}"
        f"{second.took_s:10.3f}{second.cpu_s:8.3f}{second.peak_mb:9.0f}{times:9.1f}{kept / 1e6:10.1f}"
    )


def head() -> str:
    """What stands in the columns."""
    first = f"{'files':>7}{'MB':>9}{'first s':>9}{'cpu s':>8}{'files/s':>9}{'peak MB':>9}"
    return first + f"{'second s':>10}{'cpu s':>8}{'peak MB':>9}{'times':>9}{'kept MB':>10}"


def main() -> None:
    """Print the tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, default=365, help="runs of an hour")
    options.add_argument("--largest", type=int, default=1000, help="most short runs; they grow tenfold from 100 on")
    options.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.read is not None:
        told = read_here(given.read)
        print(json.dumps(asdict(told)))
        return
    print(f"Limits: {LIMITS}\n\nA run of an hour at one sample a second in each file (FIT)\n{head()}")
    print(row(Files(count=given.files, meters=9900.0, every_s=1.0)), flush=True)
    print(f"\nA run of six minutes at one sample in five seconds in each file (FIT)\n{head()}")
    count = 100
    while count <= given.largest:
        print(row(Files(count=count, meters=1000.0, every_s=5.0)), flush=True)
        count *= 10


if __name__ == "__main__":
    main()
