"""What a metric answers: a value, or why there is none.

Absent is not zero: a history without strength sessions that could not have held any says so, and does not say 0.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unknown:
    """A metric that cannot be told, with the reason in words for the runner."""

    reason: str
