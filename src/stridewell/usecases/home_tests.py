"""The home tests: which there are, how one is done, what a result says, and entering it into a runner file.

A result is entered whole or not at all: the new text is read again as a runner file, and has to say what it said
before but for this one result, before it takes the place of the old one.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from stridewell.knowledge import Knowledge
from stridewell.planner.home_tests import judge_result
from stridewell.reading.runner_file import read_runner
from stridewell.training.home_test import HomeTest, TestReading
from stridewell.training.runner import Runner, TestResult
from stridewell.usecases.bad_input import BadInput, bad_input, one_of_the_known
from stridewell.usecases.entering_results import with_result


@dataclass(frozen=True, slots=True)
class Entered:
    """What a result says, and the result of the same test that the file held before; None where it held none."""

    reading: TestReading
    replaced: TestResult | None


def list_tests(knowledge: Knowledge) -> tuple[HomeTest, ...]:
    """All home tests, in the order of the knowledge base."""
    return tuple(knowledge.home_tests[name] for name in knowledge.words("tests.ids"))


def home_test(name: str, knowledge: Knowledge) -> HomeTest:
    """A home test with its protocol. Raises BadInput, naming the nearest, for an unknown one."""
    one_of_the_known(name, knowledge.home_tests, option="TEST")
    return knowledge.home_tests[name]


def read_result(name: str, result: TestResult, *, knowledge: Knowledge, today: dt.date) -> TestReading:
    """What a result says that is entered nowhere. Raises BadInput for values that nobody can have."""
    test = home_test(name, knowledge)
    _check(test, result, today)
    return judge_result(test, result, knowledge=knowledge)


def reading_in_file(name: str, runner_file: Path, *, knowledge: Knowledge, today: dt.date) -> TestReading | None:
    """What the result in a runner file says; None where the file has none. Raises BadInput with all its faults."""
    test = home_test(name, knowledge)
    runner = _runner(runner_file, knowledge=knowledge, today=today)
    result = runner.tests.get(name)
    return None if result is None else judge_result(test, result, knowledge=knowledge, runner=runner)


def enter_result(name: str, result: TestResult, *, runner_file: Path, knowledge: Knowledge, today: dt.date) -> Entered:
    """Write a result into a runner file and answer what it says for this runner.

    Everything else in the file stays as it is, to the character. Raises BadInput, and leaves the file alone, where the
    file is no sound runner file (with all its faults), where it cannot be written, for values that nobody can have, and
    for a result older than the one it would replace.
    """
    test = home_test(name, knowledge)
    _check(test, result, today)
    before = _runner(runner_file, knowledge=knowledge, today=today)
    replaced = before.tests.get(name)
    if replaced is not None and result.date < replaced.date:
        raise BadInput(
            f"--date: found {result.date}, expected a day from {replaced.date} on, the day of the result that "
            f"{runner_file} holds; a file holds the last result of a test"
        )
    _rewrite(runner_file, name, result, expected=replace(before, tests={**before.tests, name: result}),
             knowledge=knowledge, today=today)  # fmt: skip
    return Entered(judge_result(test, result, knowledge=knowledge, runner=before, earlier=replaced), replaced)


def _check(test: HomeTest, result: TestResult, today: dt.date) -> None:
    faults = list(_faults(test, result, today))
    if faults:
        raise BadInput("\n".join(faults))


def _faults(test: HomeTest, result: TestResult, today: dt.date) -> Iterator[str]:
    for option, value in (("--left", result.left), ("--right", result.right)):
        if not test.allows(value):
            yield f"{option}: found {value:g}, expected {test.allowed}"
    if result.date > today:
        yield f"--date: found {result.date}, expected the day of the test, no later than {today}"


def _runner(runner_file: Path, *, knowledge: Knowledge, today: dt.date) -> Runner:
    """The runner of a file, which may leave its baseline to a history: a result does not need it."""
    with bad_input():
        return read_runner(runner_file, today=today, knowledge=knowledge, baseline_from="history")


def _rewrite(
    runner_file: Path, name: str, result: TestResult, *, expected: Runner, knowledge: Knowledge, today: dt.date
) -> None:
    try:
        text = runner_file.read_bytes().decode()
        written = with_result(text, name, result).encode()
        with bad_input():
            after = read_runner(
                written, today=today, knowledge=knowledge, baseline_from="history", name=str(runner_file)
            )
        if after != expected:
            raise BadInput(
                f"{runner_file}: could not enter the result without disturbing the rest, so nothing was changed; "
                f"write it into [tests] by hand, as in: {name} = {{ left = 22, right = 27, date = {today} }}"
            )
        _put(written, runner_file.resolve())
    except OSError as error:
        raise BadInput(f"{runner_file}: cannot be written ({error.strerror}); nothing was changed") from error


def _put(content: bytes, place: Path) -> None:
    """Replace the content of a file: written beside it first, so that there never is half a file."""
    if not os.access(place, os.W_OK):
        raise PermissionError(13, "it is write-protected", str(place))
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.", suffix=".part")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        shutil.copymode(place, beside)
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)
