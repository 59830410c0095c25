"""How fast recordings are read, beside other people's libraries on the same files in the same run.

Prints a table: files a second and megabytes a second. Files are an hour at one sample a second, made here; with
`STRIDEWELL_DATA` the real runs of that folder are read as well. The slow libraries get fewer files; the rate is what
counts. Nothing is asserted: a busy machine is not a fault.
"""

# ruff: noqa: INP001, T201 -- a script that prints its table
from __future__ import annotations

import argparse
import datetime as dt
import os
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import fitdecode
import gpxpy
import numpy as np

from stridewell.reading.sources import each_file
from stridewell.usecases.demo_samples import recording_of
from stridewell.usecases.demo_story import Outing
from stridewell.writing.activities.fit import fit_bytes
from stridewell.writing.activities.xml import gpx_text, tcx_text

START = dt.datetime(2026, 1, 1, 7, tzinfo=dt.UTC)


def hour_long(folder: Path, count: int) -> dict[str, list[Path]]:
    """Write `count` different runs of an hour in each format."""
    files: dict[str, list[Path]] = {"FIT": [], "GPX": [], "TCX": []}
    for at in range(count):
        chance = np.random.default_rng(at)
        outing = Outing(START + dt.timedelta(days=at), "run", 9900.0, 2.75, 0)
        run = recording_of(outing, written_as="fit", every_s=1.0, device="bench", chance=chance)
        contents = {"FIT": fit_bytes(run), "GPX": gpx_text(run).encode(), "TCX": tcx_text(run).encode()}
        for name, content in contents.items():
            path = folder / f"{at:04d}.{name.lower()}"
            path.write_bytes(content)
            files[name].append(path)
    return files


def ours(paths: Sequence[Path]) -> int:
    """Read with Stridewell; the number of recordings."""
    return sum(len(reading.recordings) for reading in each_file(paths))


def with_fitdecode(paths: Sequence[Path]) -> int:
    """Read every field of every message with fitdecode."""
    heard = 0
    for path in paths:
        with fitdecode.FitReader(path) as reader:
            heard += sum(len(frame.fields) for frame in reader if frame.frame_type == fitdecode.FIT_FRAME_DATA)
    return heard


def with_gpxpy(paths: Sequence[Path]) -> int:
    """Parse with gpxpy."""
    return sum(gpxpy.parse(path.read_text(encoding="utf-8")).get_points_no() for path in paths)


def row(name: str, read: Callable[[Sequence[Path]], int], paths: Sequence[Path]) -> str:
    """Read once and say how fast it was."""
    size = sum(path.stat().st_size for path in paths)
    begin = time.perf_counter()
    read(paths)
    took = time.perf_counter() - begin
    return f"{name:34}{len(paths):6} files{len(paths) / took:10.1f} files/s{size / took / 1e6:9.2f} MB/s"


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, default=60, help="hour-long files in each format")
    count = options.parse_args().files
    few = max(1, count // 20)
    with tempfile.TemporaryDirectory() as folder:
        files = hour_long(Path(folder), count)
        print(row("FIT   stridewell", ours, files["FIT"]))
        print(row("FIT   fitdecode", with_fitdecode, files["FIT"][:few]))
        print(row("GPX   stridewell", ours, files["GPX"]))
        print(row("GPX   gpxpy", with_gpxpy, files["GPX"][:few]))
        print(row("TCX   stridewell", ours, files["TCX"]))
    named = os.environ.get("STRIDEWELL_DATA")
    if named:
        runs = sorted((Path(named) / "fit").glob("run_*.fit"))
        print(row("FIT   stridewell, real runs", ours, runs))
        sound = [path for path in runs if "compressed" not in path.name][:4]
        print(row("FIT   fitdecode, real runs", with_fitdecode, sound))
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
