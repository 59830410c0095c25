"""A report as JSON, exactly as SPEC 6.3 draws it: keys in the order of the contract, the same report the same bytes.

What is not known is null. Nothing is left out but keys of the baseline that have no value.
"""

from __future__ import annotations

import datetime as dt
import json
import math
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from stridewell.training.discovery import Discovery

_DECIMALS = 3


def discovery_to_json(discovery: Discovery) -> str:
    """The report as indented UTF-8 JSON with a line end; a number that is not finite is written as null.

    Raises TypeError for a value among the numbers of a finding that JSON does not know.
    """
    document = _written(asdict(discovery))
    if document["baseline"] is not None:
        document["baseline"] = {key: value for key, value in document["baseline"].items() if value is not None}
    document["totals"]["by_year"] = dict(sorted(document["totals"]["by_year"].items()))
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _written(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _written(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_written(inner) for inner in value]
    if isinstance(value, float):
        return round(value, _DECIMALS) if math.isfinite(value) else None
    if isinstance(value, str):
        # Names of files may hold bytes that are no text; they must not stop the writing.
        return value.encode("utf-8", "replace").decode("utf-8")
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")
