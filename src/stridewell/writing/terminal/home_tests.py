"""Home tests in the terminal: the list, one test with its protocol, and what a result says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console

from stridewell.knowledge import Knowledge
from stridewell.training.home_test import HOME_TEST_UNITS, HomeTest, TestReading
from stridewell.writing import wording
from stridewell.writing.home_test_words import (
    NO_STUDY,
    Passage,
    evidence_lines,
    in_short,
    meaning_of,
    protocol_of,
)
from stridewell.writing.terminal.console import MUTED, STRONG, Detail, print_hanging, print_wrapped, said

_NAME = 30


def render_home_tests(
    tests: Sequence[HomeTest], knowledge: Knowledge, console: Console, *, detail: Detail = "normal"
) -> None:
    """Print the tests; `quiet` leaves names and ids alone."""
    for test in tests:
        if detail == "quiet":
            print_hanging(console, said(test.name), said(test.id, MUTED), indent=_NAME)
            continue
        print_hanging(console, said(test.name, STRONG), said(test.looks_at), indent=_NAME)
        print_hanging(console, said(f"  {test.id}", MUTED), said(in_short(test, knowledge), MUTED), indent=_NAME)
    if detail != "quiet":
        print_wrapped(
            console,
            said(wording.counted(len(tests), "test"), MUTED),
            said("How one is done: stridewell tests TEST. Your result: add --left and --right.", MUTED),
        )


def render_home_test(test: HomeTest, knowledge: Knowledge, console: Console, *, detail: Detail = "normal") -> None:
    """Print how a test is done and what its numbers mean; `quiet` stops after the protocol, `verbose` adds sources."""
    print_wrapped(console, said(test.name, STRONG), said(f"{test.id} · left and right, {HOME_TEST_UNITS[test.unit]}"))
    console.print()
    print_wrapped(console, said(test.looks_at))
    _print_passages(protocol_of(test), console)
    if detail != "quiet":
        _print_passages(meaning_of(test, knowledge), console)
    if detail == "verbose":
        _print_passages(evidence_lines(test, knowledge), console)


def render_reading(reading: TestReading, console: Console, *, detail: Detail = "normal") -> None:
    """Print what a result says; `quiet` leaves out what is known of injury."""
    print_wrapped(console, said(f"{reading.test.name}, {reading.result.date}", STRONG))
    _print_lines(reading.says, console)
    _print_passages([Passage("What it changes", reading.changes)], console)
    if detail != "quiet":
        known = reading.test.injury if reading.test.studied_in_runners else (NO_STUDY, *reading.test.injury)
        _print_passages([Passage("Injury", known)], console)


def _print_passages(passages: Iterable[Passage], console: Console) -> None:
    for passage in passages:
        console.print()
        print_wrapped(console, said(passage.heading, STRONG))
        if passage.first is None:
            _print_lines(passage.lines, console)
            continue
        for number, line in enumerate(passage.lines, start=passage.first):
            print_hanging(console, said(f"{number:3}."), said(line), indent=5)


def _print_lines(lines: Iterable[str], console: Console) -> None:
    for line in lines:
        print_hanging(console, said(""), said(line), indent=2)
