"""How fast recordings are read, beside other people's libraries on the same files in the same run.

Files are an hour at one sample a second, made here; with `STRIDEWELL_DATA` the sound real runs of that folder are read
too. Slow libraries get the first few of them: the rate is what counts, and the last column says how many times ours is
theirs. An Apple Health export is made in the size asked for and read by a process of its own, for its peak memory.
Nothing is asserted: a busy machine is not a fault.
"""

# ruff: noqa: INP001, T201 -- a script that prints its table
from __future__ import annotations

import argparse
import datetime as dt
import multiprocessing
import os
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import fitdecode
import gpxpy
import numpy as np
from benchmarks.health_export import write_health_export

from stridewell.reading.sources import each_file
from stridewell.usecases.demo_samples import recording_of
from stridewell.usecases.demo_story import Outing
from stridewell.writing.activities.fit import fit_bytes
from stridewell.writing.activities.xml import gpx_text, tcx_text

START = dt.datetime(2026, 1, 1, 7, tzinfo=dt.UTC)
FEW = 3
Reader = Callable[[Sequence[Path]], int]


@dataclass(frozen=True, slots=True)
class Rate:
    """How fast some files were read, and the most memory the process had held by then [MB]."""

    files_per_s: float
    megabytes_per_s: float
    peak_mb: float


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, default=60, help="hour-long files in each format (60)")
    options.add_argument("--health-mb", type=float, default=200.0, help="size of the Apple Health export (200)")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for kind, paths in hour_long(Path(folder), chosen.files).items():
            compare(kind, paths)
        runs = real_runs()
        if runs:
            compare("FIT, real runs", runs)
        export = Path(folder) / "export.xml"
        write_health_export(export, chosen.health_mb)
        with multiprocessing.get_context("spawn").Pool(1) as alone:
            health = alone.apply(rate, (ours, [export]))
    print(
        f"Apple Health, {chosen.health_mb:.0f} MB      stridewell"
        f"{health.megabytes_per_s:18.1f} MB/s, peak memory {health.peak_mb:.0f} MB"
    )


def compare(kind: str, paths: Sequence[Path]) -> None:
    """Print how fast we read these files, and how fast others do."""
    own = rate(ours, paths)
    print(f"{kind:24} stridewell {own.files_per_s:10.1f} files/s {own.megabytes_per_s:8.2f} MB/s")
    for name, read in peers(kind).items():
        theirs = rate(read, paths[:FEW])
        times = own.megabytes_per_s / theirs.megabytes_per_s
        print(f"{'':24} {name:10} {theirs.files_per_s:10.1f} files/s {theirs.megabytes_per_s:8.2f} MB/s {times:7.1f} x")


def rate(read: Reader, paths: Sequence[Path]) -> Rate:
    """Read once and say how fast it was."""
    size = sum(path.stat().st_size for path in paths)
    begin = time.perf_counter()
    read(paths)
    took = time.perf_counter() - begin
    return Rate(len(paths) / took, size / took / 1e6, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def peers(kind: str) -> dict[str, Reader]:
    """Other readers of a format; the Garmin one where it is installed (`make bench` has it)."""
    if kind == "GPX":
        return {"gpxpy": with_gpxpy}
    if not kind.startswith("FIT"):
        return {}
    garmin: dict[str, Reader] = {"garmin sdk": with_garmin_sdk} if find_spec("garmin_fit_sdk") else {}
    return {"fitdecode": with_fitdecode} | garmin


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


def with_garmin_sdk(paths: Sequence[Path]) -> int:
    """Decode with Garmin's own Python SDK."""
    from garmin_fit_sdk import Decoder, Stream  # noqa: PLC0415 - only in the environment of the benchmarks

    return sum(len(Decoder(Stream.from_file(str(path))).read()[0]) for path in paths)


def with_gpxpy(paths: Sequence[Path]) -> int:
    """Parse with gpxpy."""
    return sum(gpxpy.parse(path.read_text(encoding="utf-8")).get_points_no() for path in paths)


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


def real_runs() -> list[Path]:
    """The sound runs of the large folder of input files, where there is one."""
    named = os.environ.get("STRIDEWELL_DATA")
    runs = sorted((Path(named) / "fit").glob("run_*.fit")) if named else []
    return [path for path in runs if "compressed" not in path.name]


if __name__ == "__main__":
    main()
