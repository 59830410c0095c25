"""With a red flag there is no plan.

Asks: While a pain entry carries a red flag that no clinician has cleared, nothing is planned: the flag is named and
    a clinician is named, and the only way out is their word (`cleared = DATE` in the `[[pain]]` entry, on or after
    the day it began).
Why: Night pain, a sore spot on bone, pain on hopping, swelling, giving way, numbness, fever or pain at rest can be
    a stress fracture or worse; training on it can turn weeks into months.
When it does not apply: A flag that a clinician has cleared. It can never be accepted as broken.
Example: Shin pain with bony_tenderness and no `cleared`: no plan. With `cleared` a week after `since`: a plan, with
    care.
Sources: warden2014_bsi_signs, bsi_cpr_bony_tenderness.
"""

from __future__ import annotations

from collections.abc import Iterator

from stridewell.planner.rules.rule import Violation, rule
from stridewell.planner.view import Facts, PlanView

_ID = "stop_on_red_flag"


def judge(plan: PlanView, facts: Facts) -> Iterator[Violation]:
    """One violation for each uncleared flag, on the first day that holds a session."""
    first = next((day.date for day in plan.days if day.runs or day.strength), None)
    if first is None:
        return
    for site in facts.pain.red_flags:
        says = f"{site.says} A plan needs their word first: `cleared = DATE` in the pain entry."
        yield Violation(_ID, "must", first, says, len(site.pain.flags), "flags")


RULE = rule(__name__, __doc__, levels=("must",), scope="plan", judge=judge, parameters=("pain.site_names",))
