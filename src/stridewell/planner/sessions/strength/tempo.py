"""What counts as tempo work: lowering slowly and returning fast.

Read from the tempo of a planned exercise alone, so that foreign plans are measured the same way.
"""

from __future__ import annotations

from stridewell.knowledge import Knowledge
from stridewell.training.plan import PlannedExercise


def is_tempo_work(planned: PlannedExercise, knowledge: Knowledge) -> bool:
    """True when the tempo lowers for at least `strength.slow_lowering_s` and lifts explosively (x)."""
    parts = planned.tempo.lower().split("-") if planned.tempo is not None else []
    if len(parts) != 4 or not _is_number(parts[0]):
        return False
    return parts[2] == "x" and float(parts[0]) >= knowledge.number("strength.slow_lowering_s")


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()
