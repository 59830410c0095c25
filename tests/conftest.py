"""What many tests share: the knowledge base, a fixed day, and an ordinary runner's file."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.reading.runner_file import read_runner
from stridewell.training.runner import Goal, Runner

ROOT = Path(__file__).parent.parent
TODAY = dt.date(2026, 11, 22)

# Seeds are fixed: a test says the same on every machine. The long profile is `make properties`.
settings.register_profile("fast", max_examples=25, deadline=None, derandomize=True)
settings.register_profile(
    "long", max_examples=3000, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing that a test keeps lands where this machine's owner keeps things, also not from programs it starts."""
    os.environ["STRIDEWELL_HOME"] = str(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def today() -> dt.date:
    """The Sunday on which all examples are planned."""
    return TODAY


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The knowledge base that is shipped."""
    return load_knowledge()


@pytest.fixture(scope="session")
def example_file(root: Path) -> Path:
    """The runner file that the README shows."""
    return root / "examples" / "sam.toml"


@pytest.fixture(scope="session")
def example_runner(example_file: Path, knowledge: Knowledge, today: dt.date) -> Runner:
    """The runner of that file."""
    return read_runner(example_file, today=today, knowledge=knowledge)


@pytest.fixture(scope="session")
def walker(example_runner: Runner) -> Runner:
    """The same person with a goal of walking, on two days a week."""
    goal, week = Goal(race="none", weeks=12, focus="walk"), replace(example_runner.week, run_days=2)
    return replace(example_runner, goal=goal, week=week, baseline=None)
