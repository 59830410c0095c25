"""A folder of sound records that a test may spoil in one place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stridewell.knowledge import FaultyRecords, Knowledge, read_knowledge

SOURCE = """
- key: someone2020
  authors: Someone A
  year: 2020
  title: A study of runners
  where: A Journal 1(1):1-9
  kind: study
  read: abstract
"""

PARAMETER = """
- id: rest.days
  title: Days of rest
  meaning: So many days without training.
  unit: days
  value: 1
  applies_to: every runner
  sources:
    - {key: someone2020, place: abstract, says: One day was enough.}
  grade: low
  reviewed_on: 2026-11-22
  reviewed_by: Stridewell team
"""

EQUIPMENT = """
- id: equipment.ids
  title: Equipment
  meaning: What a runner can own.
  unit: id
  value: [step, band]
  applies_to: every runner
  judgement: {who: Stridewell team, why: A short list.}
  grade: convention
  reviewed_on: 2026-11-22
  reviewed_by: Stridewell team
"""


def exercise(name: str, *, easier: str = "", harder: str = "", more: str = "") -> str:
    """The record of an exercise that is right, with its place on a ladder; `more` replaces lines of the same key."""
    lines = {
        "name": name.capitalize(),
        "meaning": "It makes legs stronger.",
        "slots": "[single_leg]",
        "pattern": "squat",
        "side": "one_leg",
        "plane": "sagittal",
        "equipment": "[]",
        "level": "1",
        "muscles": "[quadriceps]",
        "tissues": "{"
        + ", ".join(
            f"{tissue}: {{tier: unknown, basis: unknown}}"
            for tissue in ("achilles", "patellofemoral", "patellar_tendon", "tibia", "hamstring", "hip")
        )
        + "}",
        "counting": "reps",
        "load": "bodyweight",
        "heavy": "false",
        "tempo": "true",
        "impact": "null",
        "cautions": "[]",
        "easier": f"[{easier}]",
        "harder": f"[{harder}]",
        "instead": "[]",
        "cues": "[Stand., Move., Feel.]",
        "garmin": "null",
        "judgement": "{who: Stridewell team, why: It is taught so.}",
        "grade": "judgement",
        "caveat": "Nobody measured it.",
        "reviewed_on": "2026-11-22",
        "reviewed_by": "Stridewell team",
    }
    lines |= dict(line.split(": ", 1) for line in more.splitlines())
    return f"- id: {name}\n" + "".join(f"  {key}: {value}\n" for key, value in lines.items())


class Folder:
    """Records on disk, written by a test and read through the public loader."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, place: str, text: str) -> Folder:
        """Put a text into a file of the folder."""
        file = self.path / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return self

    def read(self) -> Knowledge:
        """Read the folder."""
        return read_knowledge(self.path)

    def complaints(self) -> str:
        """What the loader says when it refuses the folder."""
        with pytest.raises(FaultyRecords) as refusal:
            self.read()
        return str(refusal.value)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A folder with one sound source, one sound parameter and the equipment list."""
    return (
        Folder(tmp_path)
        .write("sources/studies.yaml", SOURCE)
        .write("parameters/rest.yaml", PARAMETER)
        .write("parameters/equipment.yaml", EQUIPMENT)
    )


@pytest.fixture
def parameter() -> Callable[[str, str], str]:
    """The sound parameter with one piece of its text replaced."""

    def spoiled(old: str, new: str) -> str:
        assert old in PARAMETER
        return PARAMETER.replace(old, new)

    return spoiled


@pytest.fixture
def an_exercise() -> Callable[..., str]:
    """Writes the record of a sound exercise."""
    return exercise
