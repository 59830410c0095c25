"""The command line as a person calls it, and one plan that several tests look at."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from stridewell.cli import main as program

TODAY = ("--today", "2026-11-22")


@dataclass(frozen=True)
class Called:
    """What a call answered."""

    code: int
    out: str
    err: str


Stridewell = Callable[..., Called]


def call(*words: str | Path) -> Called:
    """Call the program in this process, through the same door as the installed command."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = program.run([str(word) for word in words])
    return Called(code, out.getvalue(), err.getvalue())


@pytest.fixture(scope="session")
def stridewell() -> Stridewell:
    """Calls the program: `stridewell("plan", file, "--json", "-")`."""
    return call


@pytest.fixture(scope="session")
def plan_file(tmp_path_factory: pytest.TempPathFactory, example_file: Path) -> Path:
    """The plan of the example runner, as JSON."""
    place = tmp_path_factory.mktemp("plan") / "plan.json"
    made = call("plan", example_file, *TODAY, "--json", place, "--quiet")
    assert made.code == 0, made.err
    return place


@pytest.fixture
def plan(plan_file: Path) -> dict[str, Any]:
    """The same plan to be edited."""
    loaded: dict[str, Any] = json.loads(plan_file.read_text(encoding="utf-8"))
    return loaded


def edited(example_file: Path, folder: Path, *changes: tuple[str, str]) -> Path:
    """Write the example runner file with changes (old text, new text) and answer where it is."""
    text = example_file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    place = folder / "runner.toml"
    place.write_text(text, encoding="utf-8")
    return place


def saved(plan: dict[str, Any], folder: Path) -> Path:
    """Write a plan and answer where it is."""
    place = folder / "edited.json"
    place.write_text(json.dumps(plan), encoding="utf-8")
    return place


def without_wall_ms(text: str) -> str:
    """A plan as text, without the one number that a clock gave it."""
    plan = json.loads(text)
    return text.replace(f'"wall_ms": {plan["proof"]["wall_ms"]}', '"wall_ms": 0')
