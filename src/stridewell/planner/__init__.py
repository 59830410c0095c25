"""The planner: a runner and what is known in, a plan that can say why out.

`make_plan` decides calendar, layout and sessions, in this order; `judge_plan` judges any plan against every rule.
"""

from stridewell.planner.errors import BadRequest, PlanError
from stridewell.planner.judge import judge_plan
from stridewell.planner.make import Effort, make_plan, monday_from
from stridewell.planner.rules import NEVER_ACCEPTED, RULES, Rule, Violation

__all__ = [
    "NEVER_ACCEPTED",
    "RULES",
    "BadRequest",
    "Effort",
    "PlanError",
    "Rule",
    "Violation",
    "judge_plan",
    "make_plan",
    "monday_from",
]
