"""Numbers of training live in the knowledge base: code that decides holds only counts, units and named limits."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DECIDING = ("planner", "analysis")
# Counting, days of a week, seconds, minutes, hours, meters, percent, halves, and the slack of floating point.
ORDINARY = {0, 1, 2, 3, 4, 5, 6, 7, 10, 0.5, 24, 60, 3600, 86400, 100, 1000, 3.6, 1e-6, 1e-9}


@dataclass(frozen=True)
class Number:
    """A number in code, and the line it stands on."""

    line: int
    value: float


def _unnamed_numbers(tree: ast.Module) -> Iterator[Number]:
    """Numbers that are neither ordinary nor the value of a module's constant, which has a name and a reason."""
    named = {
        id(node)
        for statement in tree.body
        if isinstance(statement, ast.Assign | ast.AnnAssign) and _is_constant(statement)
        for node in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, int | float) or id(node) in named:
            continue
        if not isinstance(node.value, bool) and node.value not in ORDINARY:
            yield Number(node.lineno, node.value)


def _is_constant(statement: ast.Assign | ast.AnnAssign) -> bool:
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    names = [node for target in targets for node in ast.walk(target) if isinstance(node, ast.Name)]
    return all(name.id.isupper() for name in names)


def test_code_that_decides_holds_no_number_of_training(root: Path) -> None:
    found = [
        f"{file.relative_to(root)}:{number.line}: {number.value}"
        for folder in DECIDING
        for file in sorted((root / "src" / "stridewell" / folder).rglob("*.py"))
        for number in _unnamed_numbers(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert found == [], "move it to the knowledge base, or name it as a module's constant and say what it is"
