"""The one error a face has to know: something a person gave cannot be used (SPEC 7; exit code 2).

The layers below have families of errors of their own; this keeps faces from knowing them. What is not foreseen here is
a fault of the program and is not caught.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from stridewell.reading.errors import ReadingError
from stridewell.reading.file_faults import FileError


class BadInput(Exception):
    """Something that was given cannot be used; the message has one line for each fault."""


@contextmanager
def bad_input() -> Iterator[None]:
    """Turn what reading refuses into BadInput."""
    try:
        yield
    except (FileError, ReadingError) as error:
        raise BadInput(str(error)) from error


def one_of_the_known(word: str, known: Collection[str], *, option: str) -> None:
    """Raise BadInput, with the nearest known word, unless the word is known."""
    if word in known:
        return
    near = difflib.get_close_matches(word.lower(), sorted(known), n=1)
    hint = f' (did you mean "{near[0]}"?)' if near else ""
    raise BadInput(f'{option}: found "{word}", expected one of {", ".join(sorted(known))}{hint}')
