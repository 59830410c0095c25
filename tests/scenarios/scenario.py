"""Reads a scenario as a coach writes it: a runner in a few words, and what the plan shall hold.

README.md beside this file says which words there are. A word that is not known is an error, so that no expectation is
silently left out.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from stridewell.training.runner import WEEKDAYS, Runner

_RUNNER: TypeAdapter[Runner] = TypeAdapter(Runner)
_PLACES = {
    "level": "runner.level",
    "goal": "goal.race",
    "race day": "goal.date",
    "distance km": "goal.distance_km",
    "ascent m": "goal.ascent_m",
    "weeks": "goal.weeks",
    "focus": "goal.focus",
    "run days": "week.run_days",
    "strength days": "week.strength_days",
    "policy": "week.strength_policy",
    "minutes": "week.minutes",
    "away": "week.unavailable",
    "accepts": "week.accept",
    "long run wished on": "week.long_run",
    "strength wished on": "week.strength",
    "lifting": "strength.experience",
    "owns": "strength.equipment",
    "runs a week km": "baseline.weekly_km",
    "longest run km": "baseline.longest_30d_km",
    "pain": "pain",
}


@dataclass(frozen=True)
class Scenario:
    """One scenario: who, from which Monday on, and what is expected."""

    name: str
    runner: Runner
    start: dt.date
    expect: Mapping[str, Any]


def read_scenarios(folder: Path) -> list[Scenario]:
    """All scenarios of the YAML files in a folder, in the order of files and lines."""
    return [
        _scenario(entry, file.name)
        for file in sorted(folder.glob("*.yaml"))
        for entry in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


def changed(runner: Runner, line: str) -> Runner:
    """The runner with one line of TOML put into the file, as a way out offers it."""
    data = _RUNNER.dump_python(runner, by_alias=True)
    _merge(data, tomllib.loads(line))
    return _RUNNER.validate_python(data)


def _scenario(entry: Mapping[str, Any], file: str) -> Scenario:
    unknown = set(entry) - {"scenario", "runner", "start", "expect"}
    if unknown:
        raise ValueError(f"{file}: {entry.get('scenario')}: no such word: {', '.join(sorted(unknown))}")
    runner = _runner(entry["runner"], f"{file}: {entry['scenario']}")
    return Scenario(entry["scenario"], runner, entry.get("start", dt.date(2027, 1, 4)), entry["expect"])


def _runner(words: Mapping[str, Any], where: str) -> Runner:
    """The ordinary runner with what the words say of this one."""
    data: dict[str, Any] = {
        "format": "stridewell.runner/1",
        "runner": {"name": "Sam", "level": "regular"},
        "goal": {"race": "none"},
        "week": {"run_days": 4, "minutes": [60, 75, 60, 75, 60, 90, 150]},
        "strength": {"experience": "new", "equipment": ("dumbbells", "band", "step")},
        "baseline": {"weekly_km": 32.0, "longest_30d_km": 13.0},
    }
    for word, value in words.items():
        if word not in _PLACES:
            raise ValueError(f"{where}: no such word: {word}; there are: {', '.join(_PLACES)}")
        table, _, key = _PLACES[word].partition(".")
        if key:
            data[table][key] = value
        else:
            data[table] = value
    data["week"]["minutes"] = dict(zip(WEEKDAYS, data["week"]["minutes"], strict=True))
    if words.get("runs a week km", 0) is None:
        data["baseline"] = None
    return _RUNNER.validate_python(_tuples(data))


def _tuples(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _tuples(inner) for key, inner in value.items()}
    return tuple(_tuples(inner) for inner in value) if isinstance(value, list | tuple) else value


def _merge(into: dict[str, Any], new: Mapping[str, Any]) -> None:
    for key, value in new.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        else:
            into[key] = _tuples(value)
