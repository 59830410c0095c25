"""Summaries as JSON, made by their own types, so that a kept one and a fresh one are the same to the last bit.

A number with a fraction can be made as a whole one (`5` for `5.0`), which would be written differently later. So every
summary takes the form in which it is kept, whether a store keeps it or not.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from stridewell.analysis.summary import FileSummary


def summary_to_json(summary: FileSummary) -> bytes | None:
    """The summary as JSON, floats to the last bit; None where it holds text that is no Unicode."""
    try:
        return _adapter().dump_json((summary,))
    except PydanticSerializationError:
        return None


def summary_from_json(content: bytes) -> FileSummary | None:
    """The summary again; None for what is no summary, or one whose types have changed since."""
    try:
        summary = _adapter().validate_json(content)[0]
    except ValidationError:
        return None
    dated = (replace(one, start=one.start.astimezone(dt.UTC)) for one in summary.summaries)
    return replace(summary, summaries=tuple(dated))


def as_kept(summary: FileSummary) -> FileSummary:
    """The summary as it would come back from a store."""
    content = summary_to_json(summary)
    kept = None if content is None else summary_from_json(content)
    return summary if kept is None else kept


@cache
def _adapter() -> TypeAdapter[tuple[FileSummary]]:
    # what is not a number is a float like others here
    return TypeAdapter(tuple[FileSummary], config=ConfigDict(ser_json_inf_nan="constants"))
