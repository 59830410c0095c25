"""Imports go one way (ARCHITECTURE.md), and every folder has its place in that order."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

PURE = ("analysis", "knowledge", "planner", "quantities", "reading", "training", "writing")
CLOCKS = {("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow")}
ENVIRONMENT = {("os", "environ"), ("os", "getenv"), ("sys", "argv"), ("sys", "stdin"), ("sys", "stdout")}


def _layers(root: Path) -> list[str]:
    contracts = tomllib.loads((root / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [folder.strip() for line in layers for folder in line.split("|")]


def test_all_import_contracts_are_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == 0


def test_every_folder_has_a_place_in_the_order(root: Path) -> None:
    package = root / "src" / "stridewell"
    folders = {place.name for place in package.iterdir() if place.is_dir() and place.name != "__pycache__"}
    modules = {place.stem for place in package.glob("*.py") if not place.stem.startswith("__")}
    assert folders | modules == set(_layers(root))


def test_the_map_in_the_documentation_names_every_folder(root: Path) -> None:
    text = (root / "ARCHITECTURE.md").read_text()
    for name in _layers(root):
        assert f"| `{name}/` |" in text or f"| `{name}.py` |" in text, name


def _attributes(tree: ast.AST) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            inner = node.value
            yield (inner.attr if isinstance(inner, ast.Attribute) else getattr(inner, "id", ""), node.attr)


@pytest.mark.parametrize("folder", PURE)
def test_the_middle_asks_no_clock_and_no_environment(root: Path, folder: str) -> None:
    for file in sorted((root / "src" / "stridewell" / folder).rglob("*.py")):
        used = set(_attributes(ast.parse(file.read_text())))
        assert not used & (CLOCKS | ENVIRONMENT), file


def test_only_the_wiring_asks_what_day_it_is(root: Path) -> None:
    asking = [
        file.relative_to(root / "src" / "stridewell").as_posix()
        for file in (root / "src").rglob("*.py")
        if set(_attributes(ast.parse(file.read_text()))) & CLOCKS
    ]
    assert asking == ["wiring.py"]
