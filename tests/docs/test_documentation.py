"""The documentation is current: generated pages are as the program makes them, examples run, links lead somewhere."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
import typing
from collections.abc import Mapping
from pathlib import Path

import pytest
import typer
from tools import reference
from typer.testing import CliRunner

from stridewell import __version__
from stridewell.analysis.findings import FINDINGS
from stridewell.cli.main import app
from stridewell.knowledge import Knowledge
from stridewell.planner.rules import NEVER_ACCEPTED, RULES
from stridewell.reading.runner_file import read_runner
from stridewell.reading.runner_keys import ACCEPTABLE_MUSTS, Key, Table, Words, runner_table
from stridewell.training.runner import Runner

PAGES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs")


def _pages(root: Path) -> list[Path]:
    return [
        page for name in PAGES for page in ((root / name).rglob("*.md") if (root / name).is_dir() else [root / name])
    ]


@pytest.fixture(scope="module")
def made_pages() -> Mapping[str, str]:
    """The generated pages as they should be, made once."""
    return reference.made_pages()


def test_the_reference_pages_are_current(made_pages: Mapping[str, str], root: Path) -> None:
    assert list(reference.differences(made_pages, root / "docs")) == [], "run `make docs`"


def test_a_stale_reference_page_is_noticed(made_pages: Mapping[str, str], tmp_path: Path) -> None:
    for name, text in made_pages.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text.replace("must", "may", 1) if name.endswith("rules.md") else text)
    changed = list(reference.differences(made_pages, tmp_path))
    assert changed[0] == "--- docs/reference/rules.md"
    assert not any("parameters.md" in line for line in changed)


def test_every_rule_finding_parameter_exercise_source_and_command_has_its_entry(
    root: Path, knowledge: Knowledge
) -> None:
    folder = root / "docs" / "reference"
    entries = {
        "rules.md": [f"\n## {name}\n" for name in RULES],
        "findings.md": [f"\n## {name}\n" for name in FINDINGS],
        "parameters.md": [f"\n### {name}\n" for name in knowledge.parameters],
        "exercises.md": [f"\n### {name}\n" for name in knowledge.exercises],
        "sources.md": [f"\n### {name}\n" for name in knowledge.sources],
        "home_tests.md": [f"\n## {name}\n" for name in knowledge.home_tests],
        "commands.md": [f"\n## stridewell {name}\n" for name in _commands()],
    }
    for page, wanted in entries.items():
        text = (folder / page).read_text()
        assert [entry for entry in wanted if entry not in text] == [], page


def test_links_within_the_documentation_lead_to_files(root: Path) -> None:
    for page in _pages(root):
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text()):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.relative_to(root)}: {target}"


def test_the_readme_shows_the_example_file_and_it_is_sound(
    root: Path, example_file: Path, today: dt.date, knowledge: Knowledge
) -> None:
    [shown] = re.findall(r"```toml\n(.*?)```", (root / "README.md").read_text(), re.DOTALL)
    assert shown == example_file.read_text()
    assert read_runner(example_file, today=today, knowledge=knowledge).runner.name == "Sam"


def test_the_example_file_shows_every_key(example_file: Path, knowledge: Knowledge) -> None:
    words = Words(equipment=knowledge.words("equipment.ids"), tests=knowledge.words("tests.ids"), this_year=2026)
    text = example_file.read_text()
    filled_in_from_history = {"critical_speed_m_per_s"}
    missing = {name for name in _key_names(runner_table(words)) if not re.search(rf"\b{name}\b", text)}
    assert missing == filled_in_from_history


def test_the_table_of_keys_and_the_class_of_the_runner_are_the_same(knowledge: Knowledge) -> None:
    words = Words(equipment=knowledge.words("equipment.ids"), tests=knowledge.words("tests.ids"), this_year=2026)
    assert _shape_of_table(runner_table(words)) == _shape_of_class(Runner)


def test_exactly_the_musts_that_are_not_about_pain_may_be_accepted() -> None:
    musts = {name for name, rule in RULES.items() if "must" in rule.levels}
    assert set(ACCEPTABLE_MUSTS) == musts - set(NEVER_ACCEPTED)


def test_the_smallest_runner_file_in_the_help_is_sound(today: dt.date, knowledge: Knowledge) -> None:
    said = CliRunner().invoke(app, ["plan", "--help"], env={"COLUMNS": "80"}).output
    file = said[said.index("format =") :]
    assert read_runner(file.encode(), today=today, knowledge=knowledge).week.run_days == 4


def test_every_command_line_in_the_readme_is_understood(root: Path) -> None:
    lines = re.findall(r"^stridewell (.*?)(?: +#.*)?$", (root / "README.md").read_text(), re.MULTILINE)
    assert len(lines) >= 6
    commands = _commands()
    for line in lines:
        name, *words = line.split()
        options = {option for parameter in commands[name].params for option in parameter.opts}
        assert {word for word in words if word.startswith("--")} <= options, line


def test_make_targets_in_the_documentation_exist(root: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text(), re.MULTILINE))
    named = {
        name for page in _pages(root) for name in re.findall(r"(?:^|`)make ([a-z]+)", page.read_text(), re.MULTILINE)
    }
    assert named - targets == set()


def test_every_make_target_says_what_it_does(root: Path) -> None:
    text = (root / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z]+):", text, re.MULTILINE))
    assert targets == set(re.findall(r"^([a-z]+):.*## \w", text, re.MULTILINE))


def test_the_changelog_begins_with_this_version(root: Path) -> None:
    [first, *_] = re.findall(r"^## (\S+)", (root / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert first == __version__


def test_the_glossary_is_in_order_and_defines_each_word_once(root: Path) -> None:
    words = re.findall(r"^\| \*\*(.+?)\*\*", (root / "docs" / "glossary.md").read_text(), re.MULTILINE)
    assert len(words) > 30
    assert words == sorted(set(words))


def _commands() -> dict[str, typing.Any]:
    return dict(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def _key_names(table: Table) -> set[str]:
    inside = [_key_names(key) if isinstance(key, Table) else {name} for name, key in table.keys.items()]
    return set().union(*inside) | (set() if table.named else set(table.keys))


def _shape_of_table(table: Table) -> dict[str, object]:
    return {name: None if isinstance(key, Key) else _shape_of_table(key) for name, key in table.keys.items()}


def _shape_of_class(kind: type) -> dict[str, object]:
    hints = typing.get_type_hints(kind)
    shape: dict[str, object] = {}
    for field in dataclasses.fields(kind):
        inner = _class_inside(hints[field.name])
        shape[field.name.rstrip("_")] = None if inner is None else _shape_of_class(inner)
    return shape


def _class_inside(hint: typing.Any) -> type | None:
    if dataclasses.is_dataclass(hint):
        return typing.cast("type", hint)
    return next((found for part in typing.get_args(hint) if (found := _class_inside(part)) is not None), None)
