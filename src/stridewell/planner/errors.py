"""What can be wrong with a request for a plan.

PlanError
└── BadRequest      the runner's file and the dates asked for cannot be planned from at all
"""

from __future__ import annotations


class PlanError(Exception):
    """Something a plan could not be made from."""


class BadRequest(PlanError):
    """The request itself is at fault: what, where, and what to do is the message."""
