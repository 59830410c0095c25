"""A small knowledge base whose words never change, so that golden texts fail only when the writing changes."""

from __future__ import annotations

import datetime as dt
from types import MappingProxyType

from stridewell.knowledge import Knowledge
from stridewell.knowledge.records import Citation, Judgement, Parameter, Source
from stridewell.training.exercise import Exercise, TissueLoad
from stridewell.training.plan import Intensity, Slot

_REVIEWED = {"reviewed_on": dt.date(2026, 11, 22), "reviewed_by": "Stridewell team"}


def _parameter(
    name: str, title: str, meaning: str, *, unit: str, value: float | tuple[str, ...], grade: str = "moderate"
) -> Parameter:
    cited = grade not in ("judgement", "convention")
    return Parameter.model_validate(
        {
            "id": name,
            "title": title,
            "meaning": meaning,
            "unit": unit,
            "value": value,
            "applies_to": "recreational runners",
            "sources": (Citation(key="frandsen2025", place="abstract", says="Longer single runs, more injuries."),)
            if cited
            else (),
            "judgement": None if cited else Judgement(who="Stridewell team", why="Usual among coaches; not measured."),
            "grade": grade,
            "caveat": "Association, not proof." if cited else None,
            **_REVIEWED,
        }
    )


def _exercise(
    name_id: str,
    name: str,
    *slots: Slot,
    cues: tuple[str, ...],
    side: str = "one_leg",
    equipment: tuple[str, ...] = (),
    impact: Intensity | None = None,
) -> Exercise:
    return Exercise(
        id=name_id,
        name=name,
        slots=slots,
        pattern="squat",
        side=side,  # type: ignore[arg-type]
        plane="sagittal",
        equipment=equipment,
        level=2,
        muscles=("gluteus maximus",),
        tissues=(TissueLoad("achilles", "moderate", "judgement", "as taught"),),
        counting="contacts" if impact else "reps",
        load="bodyweight",
        heavy=False,
        tempo=impact is None,
        impact=impact,
        cautions=(),
        easier=(),
        harder=(),
        instead=(),
        cues=cues,
    )


_EXERCISES = (
    _exercise("split_squat", "Split squat", "single_leg", equipment=("dumbbells",), cues=(
        "Stand long.", "Lower straight down.", "Push the floor away.")),
    _exercise("step_down", "Step-down", "single_leg", equipment=("step",), cues=(
        "Stand on the edge of a step.", "Lower until the heel touches.", "Stand up without a push.")),
    _exercise("single_leg_deadlift", "Single-leg deadlift", "hip_hinge", equipment=("dumbbells",), cues=(
        "Soft knee, long back.", "Hinge until the weight passes the shin.", "Pull the hip under you.")),
    _exercise("hip_thrust", "Hip thrust", "hip_hinge", side="two_legs", cues=(
        "Shoulder blades on a bench.", "Lift until hips are level.", "Ribs stay down.")),
    _exercise("standing_calf_raise", "Standing calf raise", "calf_achilles", equipment=("step",), cues=(
        "Ball of the foot on the step.", "All the way up, over the big toe.", "All the way down, slowly.")),
    _exercise("calf_hold", "Isometric calf hold", "calf_achilles", cues=(
        "Rise on one leg.", "Hold just below the top.", "Breathe.")),
    _exercise("side_lying_abduction", "Side-lying hip abduction", "lateral_hip", cues=(
        "Lie on your side, heel against the wall.", "Lift the straight leg.", "Toes look forward.")),
    _exercise("banded_walk", "Banded lateral walk", "lateral_hip", side="two_legs", equipment=("band",), cues=(
        "Band above the knees.", "Step sideways, knees wide.", "Hips stay level.")),
    _exercise("pogo", "Pogo jumps", "plyometric", side="two_legs", impact="low", cues=(
        "Stiff ankles, quiet knees.", "Short contacts.", "Land where you took off.")),
)  # fmt: skip

_SOURCE = Source(
    key="frandsen2025",
    authors="Schuster Brandt Frandsen J, et al.",
    year=2025,
    title="How much running is too much?",
    where="Br J Sports Med 59(17):1203-1210",
    doi="10.1136/bjsports-2024-109380",
    kind="study",
    read="abstract",
)


def example_knowledge() -> Knowledge:
    """Nine exercises, one source, and the parameters the writing reads."""
    parameters = (
        _parameter(
            "guard.longest_run_factor",
            "How far beyond the last 30 days one run may go",
            "A single run is at most this many times the longest of the 30 days before.",
            unit="ratio",
            value=1.1,
        ),
        _parameter(
            "guard.window_days",
            "How far the guard on single runs looks back",
            "The longest run of this many days is what a run is compared with.",
            unit="days",
            value=30,
        ),
        _parameter(
            "guard.floor_km",
            "Where the guard starts for those who start from little",
            "A run up to this distance is always allowed.",
            unit="km",
            value=3,
            grade="judgement",
        ),
        _parameter(
            "growth.should_factor",
            "The smooth step from week to week",
            "A week is about this many times the week before.",
            unit="ratio",
            value=1.1,
            grade="convention",
        ),
        _parameter(
            "strength.warm_up",
            "What a warm-up is made of",
            "What to do in the warm-up of a strength session.",
            unit="text",
            value=("walk briskly", "one easy set of the first lift"),
            grade="convention",
        ),
    )
    return Knowledge(
        fingerprint="0123456789ab",
        sources=MappingProxyType({_SOURCE.key: _SOURCE}),
        parameters=MappingProxyType({parameter.id: parameter for parameter in parameters}),
        exercise_records=MappingProxyType({}),
        exercises=MappingProxyType({exercise.id: exercise for exercise in _EXERCISES}),
        run_workouts=MappingProxyType({}),
        blocks=MappingProxyType({}),
        home_test_records=MappingProxyType({}),
        home_tests=MappingProxyType({}),
    )
