"""Checks a parsed TOML table against a table of keys and lists every fault.

It goes through the whole file whatever it finds, so that a person sees all faults at once. It never repairs a value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from stridewell.reading.file_faults import Fault
from stridewell.reading.runner_keys import Key, Table
from stridewell.reading.toml_lines import line_of
from stridewell.reading.toml_values import nearest, shown


@dataclass(slots=True)
class Faults:
    """The faults found so far in one file."""

    file: str
    lines: Mapping[str, int]
    found: list[Fault] = field(default_factory=list)

    def add(self, key: str, *, found: str, expected: str, example: str | None = None) -> None:
        """Note a fault of a key."""
        line = line_of(key, dict(self.lines))
        self.found.append(Fault(file=self.file, key=key, found=found, expected=expected, example=example, line=line))

    def touch(self, *keys: str) -> bool:
        """True when one of the keys, or something inside it, already has a fault."""
        return any(
            fault.key == key or fault.key.startswith((f"{key}.", f"{key}[")) for fault in self.found for key in keys
        )


def check_table(value: object, table: Table, key: str, faults: Faults) -> None:
    """Check a table, a list of tables or named tables, and everything inside."""
    if table.many:
        for place, entry in enumerate(_entries(value, table, key, faults), start=1):
            _check_keys(entry, table, f"{key}[{place}]", faults)
    elif table.named is not None:
        _check_named(value, table, key, faults)
    else:
        _check_keys(value, table, key, faults)


def _entries(value: object, table: Table, key: str, faults: Faults) -> Iterator[object]:
    if isinstance(value, list):
        yield from value
    else:
        faults.add(key, found=shown(value), expected="a list of tables", example=_line(table.example))


def _check_named(value: object, table: Table, key: str, faults: Faults) -> None:
    if not isinstance(value, dict):
        faults.add(key, found=shown(value), expected="a table", example=_line(table.example))
        return
    names = table.named or ()
    for name, entry in value.items():
        place = _join(key, name)
        if name in names:
            _check_keys(entry, table, place, faults)
        else:
            expected = f"one of {', '.join(names)}{nearest(name, names)}"
            faults.add(place, found="an unknown name", expected=expected, example=_line(table.example))


def _check_keys(value: object, table: Table, key: str, faults: Faults) -> None:
    if not isinstance(value, dict):
        faults.add(key, found=shown(value), expected="a table", example=_line(table.example))
        return
    for name, inner in table.keys.items():
        place = _join(key, name)
        if name not in value:
            if inner.required:
                what = "this table" if isinstance(inner, Table) else "this key"
                faults.add(place, found="nothing", expected=f"{what}, which is needed", example=_line(inner.example))
        elif isinstance(inner, Table):
            check_table(value[name], inner, place, faults)
        else:
            _check_key(value[name], inner, place, faults)
    for name in [name for name in value if name not in table.keys]:
        _unknown(_join(key, str(name)), str(name), table, faults)


def _check_key(value: object, key: Key, place: str, faults: Faults) -> None:
    for problem in key.check(value):
        faults.add(place + problem.inside, found=problem.found, expected=problem.expected, example=key.example)


def _unknown(place: str, name: str, table: Table, faults: Faults) -> None:
    faults.add(place, found="an unknown key", expected=f"one of {', '.join(table.keys)}{nearest(name, table.keys)}")


def _join(key: str, name: str) -> str:
    return f"{key}.{shown_name(name)}" if key else shown_name(name)


def shown_name(name: str) -> str:
    """A key as a person would write it: plain where it may be, otherwise quoted and shortened."""
    if name and name.isascii() and name.replace("_", "").replace("-", "").isalnum() and len(name) <= 60:
        return name
    return shown(name).removeprefix("the text ")


def _line(example: str) -> str:
    return example.replace("\n", " ⏎ ")
