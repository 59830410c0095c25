"""Functions and files stay small (CONTRIBUTING.md), and nothing names the machine it was written on."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

LONGEST_FUNCTION = 60
USUAL_FUNCTION = 30
USUAL_SHARE = 0.95
LONGEST_FILE = 400
CODE = ("src", "tests", "tools", "benchmarks")
SKIPPED = {
    ".git",
    "__pycache__",
    ".venv",
    ".venv-dev",
    ".venv-bench",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    ".hypothesis",
}
TEXT = {".py", ".md", ".toml", ".yaml", ".yml", ".css", ".html", ".svg", ".lock", ".cfg", ".txt", ".json", ".ics", ""}
# Built from pieces, so that this file does not hold what it forbids.
PLACES = re.compile("|".join(("/wo" + "rk/[a-z]", "/ro" + "ot/[a-z.]", "/home" + "/[a-z]", "C:" + r"\\Users")))
HOSTS = re.compile("|".join(("py" + r"pi\.", "pythonhost" + "ed", "--index" + "-url", "/sim" + "ple/[a-z]")))


def _files(root: Path) -> Iterator[Path]:
    for folder in CODE:
        yield from sorted((root / folder).rglob("*.py"))


def _lengths(file: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(file.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            documented = isinstance(first, ast.Expr) and isinstance(getattr(first, "value", None), ast.Constant)
            inside = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
            yield f"{file.name}:{node.name}", (node.end_lineno or 0) - node.lineno + 1 - inside


def test_no_function_is_longer_than_sixty_lines_and_few_longer_than_thirty(root: Path) -> None:
    lengths = [length for file in _files(root) for length in _lengths(file)]
    assert [(name, lines) for name, lines in lengths if lines > LONGEST_FUNCTION] == []
    assert sum(lines <= USUAL_FUNCTION for _, lines in lengths) >= USUAL_SHARE * len(lengths)


def test_no_file_is_longer_than_four_hundred_lines(root: Path) -> None:
    lines = {file.relative_to(root).as_posix(): len(file.read_text().splitlines()) for file in _files(root)}
    assert {name: count for name, count in lines.items() if count > LONGEST_FILE} == {}


def _texts(root: Path) -> Iterator[tuple[str, str]]:
    for place in sorted(root.rglob("*")):
        inside = place.relative_to(root)
        if not SKIPPED & set(inside.parts) and place.is_file() and place.suffix in TEXT:
            yield inside.as_posix(), place.read_text(encoding="utf-8", errors="replace")


def test_nothing_names_the_machine_or_a_package_host(root: Path) -> None:
    named = [
        f"{name}: {found[0]}"
        for name, text in _texts(root)
        for found in (PLACES.search(text), HOSTS.search(text))
        if found
    ]
    assert named == []
