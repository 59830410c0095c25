"""The words and numbers of the product, written once for terminal, page, calendar and later the app.

Everything a runner reads about a session goes through here: names of kinds, distances, paces, loads, dates. Values
come in SI and minutes; kilometers become miles here and nowhere else. Nothing decides anything.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace

from stridewell.quantities.weights import KG_PER_POUND
from stridewell.training import exercise as exercise_nouns
from stridewell.training import plan as plan_nouns
from stridewell.training.exercise import Tissue
from stridewell.training.plan import (
    LegStress,
    Load,
    Phase,
    PlannedExercise,
    Run,
    RunType,
    Session,
    Slot,
    Step,
    StepGroup,
    StepKind,
    Target,
)
from stridewell.training.runner import WEEKDAY_NAMES, RaceKind, Units

KM_PER_MILE = 1.609344

WEEKDAYS = tuple(WEEKDAY_NAMES.values())
SHORT_WEEKDAYS = tuple(name[:3] for name in WEEKDAYS)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

RUN_NAMES: Mapping[RunType, str] = {
    "easy": "easy run", "long": "long run", "tempo": "tempo run", "intervals": "intervals", "hills": "hills",
    "strides": "easy run with strides", "walk_run": "walk-run", "walk": "walk", "time_trial": "time trial",
    "race": "race",
}  # fmt: skip
# At most five letters, for columns as narrow as a phone's; the legend spells them out.
RUN_SHORT: Mapping[RunType, str] = {
    "easy": "easy", "long": "long", "tempo": "tempo", "intervals": "int.", "hills": "hills", "strides": "easy+",
    "walk_run": "w-run", "walk": "walk", "time_trial": "trial", "race": "race",
}  # fmt: skip
PHASE_NAMES: Mapping[Phase, str] = {
    "foundation": "foundation phase", "strength": "strength phase", "power": "power phase", "taper": "taper",
    "race": "race week",
}  # fmt: skip
PHASE_SAYS: Mapping[Phase, str] = {
    "foundation": "learn the lifts, with tempo and full range",
    "strength": "heavier, fewer repetitions, longer rests",
    "power": "jumps and fast lifts on top of kept strength",
    "taper": "less volume, same load and pace",
    "race": "arrive fresh",
}
# What the nouns are called stands beside them; it is here too, so that who writes asks one module for words.
SLOT_NAMES: Mapping[Slot, str] = plan_nouns.SLOT_NAMES
TISSUE_NAMES: Mapping[Tissue, str] = exercise_nouns.TISSUE_NAMES
LEG_STRESS_SAYS: Mapping[LegStress, str] = {
    "heavy": "heavy on the legs", "moderate": "moderate on the legs", "light": "light on the legs",
}  # fmt: skip
RACE_NAMES: Mapping[RaceKind, str] = {
    "5k": "5K", "10k": "10K", "half": "half marathon", "marathon": "marathon", "trail": "trail race",
    "none": "no race",
}  # fmt: skip
# The published scale of how sure a source is (HOUSE_STYLE 2), in words for a runner.
GRADE_SAYS: Mapping[str, str] = {
    "high": "well shown", "moderate": "fairly sure", "low": "not very sure", "very_low": "very unsure",
    "convention": "a convention, not measured", "judgement": "our judgement, not measured",
}  # fmt: skip
_KILOMETERS = re.compile(r"(\d+(?:\.\d+)?) km\b(?! in \d)")
PACES_NOTE = "Distances are estimates from the paces; when a day feels harder than the words say, go by the words."
STEP_NAMES: Mapping[StepKind, str] = {
    "warmup": "warm up", "work": "run", "recover": "recover", "cooldown": "cool down",
}  # fmt: skip
# Where a kind of run has words of its own.
STEP_NAMES_OF: Mapping[RunType, Mapping[StepKind, str]] = {
    "walk": {"work": "walk", "recover": "walk easily"},
    "walk_run": {"warmup": "walk to warm up", "recover": "walk", "cooldown": "walk to cool down"},
}


def day_name(date: dt.date) -> str:
    """`Tue 5 Jan`."""
    return f"{SHORT_WEEKDAYS[date.weekday()]} {short_date(date)}"


def short_date(date: dt.date) -> str:
    """`5 Jan`."""
    return f"{date.day} {MONTHS[date.month - 1]}"


def long_date(date: dt.date) -> str:
    """`Sunday 11 April 2027`, months by their usual short name: `Sunday 11 Apr 2027`."""
    return f"{WEEKDAYS[date.weekday()]} {short_date(date)} {date.year}"


def number(value: float) -> str:
    """A number without false precision: one decimal below 20, none above, and no `.0`."""
    text = f"{value:.1f}" if abs(value) < 19.95 else f"{value:.0f}"
    return text.removesuffix(".0")


def distance_unit(units: Units) -> str:
    """`km` or `mi`."""
    return "km" if units == "metric" else "mi"


def distance_value(km: float, units: Units) -> float:
    """A distance [km] in the runner's unit."""
    return km if units == "metric" else km / KM_PER_MILE


def distance(km: float, units: Units) -> str:
    """`5.6 km`, `32 km`, `3.5 mi`."""
    return f"{number(distance_value(km, units))} {distance_unit(units)}"


def in_units(says: str, units: Units) -> str:
    """A sentence in the runner's units: for imperial its kilometers become miles; a raced distance keeps its name.

    >>> in_units("10.7 km; up to 12.8 km fit. From your 10 km in 48:30.", "imperial")
    '6.6 mi; up to 8 mi fit. From your 10 km in 48:30.'
    """
    if units == "metric":
        return says
    return _KILOMETERS.sub(lambda found: distance(float(found[1]), units), says)


def minutes(value: float) -> str:
    """`38 min`; from an hour and a half on `1 h 45 min`."""
    whole = round(value)
    if whole < 90:
        return f"{whole} min"
    hours, rest = divmod(whole, 60)
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def seconds(value: float) -> str:
    """`20 s`, `90 s`, `7 min`, `2:30 min`; from ten minutes on whole minutes."""
    whole = round(value)
    if whole >= 600:
        return minutes(whole / 60)
    if whole <= 90 and whole % 60:
        return f"{whole} s"
    full, rest = divmod(whole, 60)
    return f"{full}:{rest:02d} min" if rest else minutes(full)


def clock(value: float) -> str:
    """Seconds as `4:36`."""
    full, rest = divmod(round(value), 60)
    return f"{full}:{rest:02d}"


def pace(span_s_per_km: tuple[float, float], units: Units) -> str:
    """`6:00-6:30 /km`, or per mile, with an en dash."""
    factor = 1.0 if units == "metric" else KM_PER_MILE
    fast, slow = (clock(end * factor) for end in span_s_per_km)
    return f"{fast} /{distance_unit(units)}" if fast == slow else f"{fast}–{slow} /{distance_unit(units)}"


def target_words(target: Target, units: Units) -> str:
    """How hard, in words: pace, effort, talk test, as far as they are known."""
    parts = []
    if target.pace_s_per_km is not None:
        parts.append(pace(target.pace_s_per_km, units))
    if target.effort is not None:
        low, high = target.effort
        parts.append(f"effort {low} of 10" if low == high else f"effort {low}–{high} of 10")
    hard = ", ".join(parts)
    if target.talk is None:
        return hard
    talk = target.talk.rstrip(".")
    return f"{hard} ({talk[:1].lower()}{talk[1:]})" if hard else talk


def step_words(step: Step | StepGroup, units: Units, *, of: RunType = "easy") -> str:
    """One step, or a repeated group, as a line: `3 times: run 7 min at 5:00–5:06 /km; recover 90 s`."""
    if isinstance(step, StepGroup):
        return f"{step.times} times: {'; '.join(step_words(inner, units, of=of) for inner in step.steps)}"
    name = STEP_NAMES_OF.get(of, STEP_NAMES).get(step.kind, STEP_NAMES[step.kind])
    words = name if step.times == 1 else f"{step.times} × {name}"
    if step.duration_s is not None:
        words += f" {seconds(step.duration_s)}"
    if step.distance_m is not None:
        words += f" {_meters(step.distance_m, units)}"
    if step.target is not None and (hard := target_words(step.target, units)):
        words += f" at {hard}" if hard[0].isdigit() else f", {hard}"
    return words if step.note is None else f"{words} ({step.note})"


def run_steps(run: Run, units: Units) -> tuple[str, ...]:
    """The steps of a run as lines; what a target asks is told in full once, then its pace or its effort."""
    told: set[Target] = set()
    return tuple(capital(step_words(_told_once(step, told), units, of=run.type)) for step in run.steps)


def _told_once(step: Step | StepGroup, told: set[Target]) -> Step | StepGroup:
    if isinstance(step, StepGroup):
        return replace(step, steps=tuple(_shortened(inner, told) for inner in step.steps))
    return _shortened(step, told)


def _shortened(step: Step, told: set[Target]) -> Step:
    target = step.target
    if target is None or target not in told:
        told |= {target} if target is not None else set()
        return step
    pace = target.pace_s_per_km
    return replace(step, target=Target(effort=target.effort) if pace is None else Target(pace_s_per_km=pace))


def session_title(session: Session, units: Units) -> str:
    """`Easy run 5.6 km (36 min)` or `Strength A (38 min)`."""
    if isinstance(session, Run):
        name = RUN_NAMES[session.type]
        return f"{capital(name)} {distance(session.distance_km, units)} ({minutes(session.duration_min)})"
    return f"Strength {session.type} ({minutes(session.duration_min)})"


def dose(exercise: PlannedExercise) -> str:
    """Sets and what a set holds: `3 × 8 each side`, `3 × 30 s each side`, `3 × 12 contacts`."""
    if exercise.reps is not None:
        amount = str(exercise.reps)
    elif exercise.hold_s is not None:
        amount = f"{exercise.hold_s} s"
    else:
        amount = f"{exercise.contacts} contacts"
    return f"{exercise.sets} × {amount}" + (" each side" if exercise.per_side else "")


def load_words(load: Load, units: Units) -> str:
    """How heavy, in words; a value beside bodyweight, `rir` or band is repetitions left in reserve."""
    if load.kind == "kg" and load.value is not None:
        return f"{number(load.value)} kg" if units == "metric" else f"{load.value / KG_PER_POUND:.0f} lb"
    base = {"bodyweight": "bodyweight", "band": "band", "rir": "a weight", "kg": "a weight"}[load.kind]
    if load.value is None:
        return base
    left = f"{number(load.value)} {'repetition' if load.value == 1 else 'repetitions'} in reserve"
    return f"{base} that leaves {left}" if load.kind == "rir" else f"{base}, {left}"


def tempo_words(tempo: str) -> str:
    """`3-1-x-0` in words: `lower 3 s, pause 1 s, lift fast`."""
    names = ("lower", "pause", "lift", "pause")
    parts = [
        f"{name} {'fast' if beat == 'x' else f'{beat} s'}"
        for name, beat in zip(names, tempo.split("-"), strict=False)
        if beat != "0"
    ]
    return ", ".join(parts)


def exercise_line(exercise: PlannedExercise, units: Units) -> str:
    """All of an exercise but its name: dose, tempo, load, rest."""
    tempo = "" if exercise.tempo is None else f", tempo {exercise.tempo}"
    return f"{dose(exercise)}{tempo}, {exercise_rest(exercise, units)}"


def exercise_rest(exercise: PlannedExercise, units: Units) -> str:
    """What comes after the dose: load, intensity of jumps, rest between sets."""
    load = exercise.load if exercise.reps is not None or exercise.load.kind == "kg" else Load(exercise.load.kind)
    parts = [load_words(load, units)]
    if exercise.intensity is not None:
        parts.append(f"{exercise.intensity} intensity")
    if exercise.rest_s > 0:
        parts.append(f"rest {seconds(exercise.rest_s)}")
    return ", ".join(parts)


def words_of_id(name: str) -> str:
    """An id as words, for what has no better name: `steady_rhythm` → `steady rhythm`."""
    return name.rpartition(".")[2].replace("_", " ").replace("achilles", "Achilles")


def capital(text: str) -> str:
    """The text with its first letter large and the rest as it is."""
    return text[:1].upper() + text[1:]


def listed(items: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def counted(count: int, one: str, many: str | None = None) -> str:
    """`1 run`, `4 runs`."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def _meters(meters: float, units: Units) -> str:
    return f"{meters:.0f} m" if meters < 2000 else distance(meters / 1000, units)
