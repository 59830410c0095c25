"""Strength sessions: from placed slots to exercises with doses, minutes and reasons.

The door is `compose_sessions`; `planned_minutes` and `leg_stress` tell the layout what to keep room for, and
`short_version` cuts a session for a day short of time. The layout decides days and labels; nothing here moves a
session.
"""

from stridewell.planner.sessions.strength.compose import compose_sessions, leg_stress, planned_minutes
from stridewell.planner.sessions.strength.first_loads import with_first_loads
from stridewell.planner.sessions.strength.places import StrengthPlace
from stridewell.planner.sessions.strength.short import short_version

__all__ = ["StrengthPlace", "compose_sessions", "leg_stress", "planned_minutes", "short_version", "with_first_loads"]
