"""Writes the built-in runner's archive and runner file, so that the demo comes through the same doors as real data.

Two years as three devices left them: an old watch (TCX), a phone (the ZIP of a vendor's export: a table, and GPX files,
some of them gzipped), a new watch (FIT), with one run kept twice, recordings without a type and one file cut short. The
same seed and day give the same bytes.
"""

from __future__ import annotations

import datetime as dt
import gzip
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from stridewell.training.recording import Recording
from stridewell.usecases.demo_samples import recording_of
from stridewell.usecases.demo_story import Outing, outings
from stridewell.writing.activities.fit import fit_bytes
from stridewell.writing.activities.strava import Exported, strava_export
from stridewell.writing.activities.xml import gpx_text, tcx_text

_PHONE_FROM, _WATCH_FROM, _EVERY_SECOND_FROM = 35, 70, 97  # weeks of the story
_UNTYPED_AT, _TWICE_AT, _CUT_AT = 50, -31, -26  # places in the order of outings
_GOAL_WEEKS = 17


class ArchiveFile(NamedTuple):
    """A file of the archive: its path inside it, and its bytes."""

    path: str
    content: bytes


def write_demo_archive(folder: Path, *, today: dt.date, seed: int) -> Path:
    """Write the archive into `folder` (made where missing), ending before `today`; answers the folder."""
    for file in demo_files(today=today, seed=seed):
        place = folder / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(file.content)
    return folder


def demo_files(*, today: dt.date, seed: int) -> Iterator[ArchiveFile]:
    """The files of the archive in order of time."""
    chance = np.random.default_rng(seed)
    story = outings(today, chance)
    exported: list[Exported] = []
    for at, outing in enumerate(story):
        if _PHONE_FROM <= outing.week < _WATCH_FROM:
            exported.append(_exported(at, outing, chance))
        else:
            yield from _files(at - len(story), outing, chance)
    yield ArchiveFile("phone/export.zip", strava_export(exported))


def _exported(at: int, outing: Outing, chance: np.random.Generator) -> Exported:
    """An outing as a phone sent it: its type stands in the table, and not always in the file."""
    phone = recording_of(outing, written_as="gpx", every_s=8.0, device="Phone app", chance=chance)
    track = replace(phone, sport="unknown") if at % _UNTYPED_AT == 0 else phone
    file = _gpx_file(f"activities/{at}.gpx", track, zipped=at % 2 == 0)
    return Exported(recording=phone, path=file.path, content=file.content)


def _files(from_end: int, outing: Outing, chance: np.random.Generator) -> Iterator[ArchiveFile]:
    stamp = outing.start.strftime("%Y-%m-%d-%H%M%S")
    if outing.week < _PHONE_FROM:
        old = recording_of(outing, written_as="tcx", every_s=10.0, device="Old running watch", chance=chance)
        yield ArchiveFile(f"old_watch/{stamp}.tcx", tcx_text(old).encode())
    else:
        every_s = 1.0 if outing.week >= _EVERY_SECOND_FROM and outing.kind == "long" else 7.0
        watch = recording_of(outing, written_as="fit", every_s=every_s, device="New running watch", chance=chance)
        content = fit_bytes(watch)
        if from_end == _CUT_AT:
            content = content[: len(content) * 2 // 3]
        yield ArchiveFile(f"watch/{stamp}.fit", content)
        if from_end == _TWICE_AT:
            yield _gpx_file(f"shared/{stamp}-from-watch.gpx", watch, zipped=False)


def _gpx_file(path: str, recording: Recording, *, zipped: bool) -> ArchiveFile:
    content = gpx_text(recording).encode()
    if zipped:
        return ArchiveFile(f"{path}.gz", gzip.compress(content, compresslevel=6, mtime=0))
    return ArchiveFile(path, content)


def demo_runner_toml(today: dt.date) -> str:
    """Ana's runner file: a half marathon 17 weeks after today, no baseline (it comes from the archive)."""
    race = today + dt.timedelta(weeks=_GOAL_WEEKS)
    race += dt.timedelta(days=6 - race.weekday())
    return f"""format = "stridewell.runner/1"

[runner]
name = "Ana"
born = {today.year - 38}
sex = "female"
body_mass_kg = 61.0
level = "regular"

[goal]
race = "half"
date = {race.isoformat()}

[week]
run_days = 4
strength_days = 2
long_run = "sun"
strength = ["tue", "fri"]
minutes = {{ mon = 60, tue = 90, wed = 60, thu = 90, fri = 60, sat = 90, sun = 150 }}

[strength]
experience = "new"
equipment = ["dumbbells", "band", "step"]

[[pain]]
site = "achilles"
side = "left"
during = 2
next_morning = 1
since = {(today - dt.timedelta(days=12)).isoformat()}
"""
