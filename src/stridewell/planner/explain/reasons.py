"""Why a session is where and as it is: rule ids and values, re-made whenever the plan changes, and their sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from stridewell.planner.calendar.week import CalendarWeek
from stridewell.planner.explain.answers import run_answers, strength_answers
from stridewell.planner.paces import Paces
from stridewell.planner.pain import run_limits
from stridewell.planner.rules.long_run_reaches_the_goal import race_km
from stridewell.planner.rules.mostly_easy import hard_minutes
from stridewell.planner.sessions.runs.lengths import SizedRun
from stridewell.planner.view import HARD_TYPES, KEY_TYPES, Facts, away_on
from stridewell.quantities.clock import clock_of
from stridewell.training.plan import Day, Reason, Run, StrengthSession, Value
from stridewell.training.runner import WEEKDAY_NAMES, WEEKDAYS

_RUN_WORDS = {
    "easy": "easy run",
    "strides": "easy run with strides",
    "long": "long run",
    "tempo": "tempo run",
    "intervals": "intervals run",
    "hills": "hill run",
    "time_trial": "time trial",
    "race": "race",
    "walk_run": "walk-run",
    "walk": "walk",
}

_PACE_SOURCES = {
    "race": "pace.bands_of_race_index",
    "critical_speed": "pace.bands_of_critical_speed",
    "effort": "effort.zones",
}


def run_reasons(
    run: Run, sized: SizedRun, week: CalendarWeek, facts: Facts, *, paces: Paces, week_minutes: float
) -> Run:
    """The run with its reasons."""
    reasons = tuple(_of_run(run, sized, week, facts, paces=paces, week_minutes=week_minutes))
    return replace(run, reasons=reasons)


def _of_run(
    run: Run, sized: SizedRun, week: CalendarWeek, facts: Facts, *, paces: Paces, week_minutes: float
) -> Iterator[Reason]:
    if run.type == "race":
        yield from _of_race(run, sized, week, facts=facts, paces=paces)
        return
    if run.type == "long":
        yield from _of_long_run(run, sized, facts)
    elif run.type in ("easy", "strides"):
        share = round(100 * run.duration_min / week_minutes) if week_minutes else 0
        says = f"Easy, {share} % of the week's running; most of the week stays easy."
        yield Reason("mostly_easy", says, {"percent": share})
    else:
        yield from _of_workout(run, sized)
    if run.type in KEY_TYPES:
        yield Reason("key_runs_not_on_consecutive_days", "No other key run stands on the day before or after.")
    if run.type not in ("walk", "walk_run"):
        yield Reason(_PACE_SOURCES[paces.basis], f"Pace {paces.says}.", {"basis": paces.basis})
    yield from _of_week(week)
    yield from run_answers(run, facts)
    limits = run_limits(facts.pain, facts.knowledge)
    if limits.says:
        yield Reason("sore_region_spared", limits.says)


def _of_long_run(run: Run, sized: SizedRun, facts: Facts) -> Iterator[Reason]:
    values: dict[str, Value] = {"km": run.distance_km, "most_km": round(sized.most_km, 1)}
    says = f"{run.distance_km:.1f} km; the longest run of the 30 days before allows up to {sized.most_km:.1f} km."
    yield Reason("no_run_far_beyond_the_last_30_days", says, values)
    yield from _of_effort(facts)
    wished, usual, here = facts.runner.week.long_run, facts.habits.long_run, WEEKDAYS[sized.date.weekday()]
    if wished == here:
        yield Reason("preferred_days", f"You wished for the long run on {WEEKDAY_NAMES[here]}.", {"weekday": here})
    elif wished is None and usual == here:
        says = f"Your long runs have mostly been on {WEEKDAY_NAMES[here]}."
        yield Reason("preferred_days", says, {"weekday": here})


def _of_effort(facts: Facts) -> Iterator[Reason]:
    if facts.runner.goal.race == "trail":
        ascent = facts.knowledge.number("formula.km_effort_ascent_m")
        says = f"Kilometers of your plan are km-effort: {ascent:.0f} m of climbing count as one more."
        yield Reason("formula.km_effort_ascent_m", says)


def _of_workout(run: Run, sized: SizedRun) -> Iterator[Reason]:
    if run.type == "walk":
        says = "A brisk walk: you breathe faster and can still talk. The week's walks grow towards the guideline."
        yield Reason("runs.walk_week_min", says)
    elif run.type == "walk_run":
        yield Reason("variety_each_week", "Walk breaks let legs and breath grow into running.")
    elif run.type in HARD_TYPES and sized.workout is not None:
        hard = round(hard_minutes(run))
        title = sized.workout.workout.title
        says = f"{title}, {hard} hard minutes: the week mixes tempo, intervals, long and easy."
        yield Reason("variety_each_week", says, {"workout": sized.workout.workout.id, "hard_min": hard})


def _of_week(week: CalendarWeek) -> Iterator[Reason]:
    if week.recovery:
        yield Reason("recovery_weeks", "A lighter week, so that the last ones can settle (a convention).")
    elif week.phase in ("taper", "race"):
        yield Reason("taper", "Less distance and the same pace, so that you start rested.")


def _of_race(run: Run, sized: SizedRun, week: CalendarWeek, *, facts: Facts, paces: Paces) -> Iterator[Reason]:
    goal = facts.runner.goal
    near = "The race is too near for a taper: rest and easy running until then."
    yield Reason("taper", "The weeks before fall towards this day." if week.index > 1 else near)
    if away_on(facts.runner, sized.date):
        yield Reason("only_when_available", "You marked this day as away; the race stands where it is.")
    yield from _of_effort(facts)
    limits = run_limits(facts.pain, facts.knowledge)
    if limits.says:
        says = f"{limits.says} Whether you start is for you and a clinician to decide; the plan does not."
        yield Reason("sore_region_spared", says)
    if run.distance_km > sized.most_km:
        says = f"{run.distance_km:.1f} km; the longest run of the 30 days before would allow a training run of "
        says += f"{sized.most_km:.1f} km. A race may go beyond, and the gap is yours to weigh."
        yield Reason(
            "no_run_far_beyond_the_last_30_days", says, {"km": run.distance_km, "most_km": round(sized.most_km, 1)}
        )
    if paces.basis == "race":
        expected = 60 * paces.race_minutes(race_km(goal, facts.knowledge), facts.knowledge)
        says = f"Expected about {clock_of(60 * round(expected / 60))} {paces.says}"
        says += f"; your goal is {goal.target_time}." if goal.target_time else "."
        yield Reason("pace.bands_of_race_index", says, {"expected_s": round(expected)})


def strength_reasons(
    session: StrengthSession, day: Day, following: Day | None, *, week: CalendarWeek, facts: Facts
) -> StrengthSession:
    """The session with the reasons of its place before the reasons of its content."""
    return replace(session, reasons=(*_of_place(session, day, following, week=week, facts=facts), *session.reasons))


def _of_place(
    session: StrengthSession, day: Day, following: Day | None, *, week: CalendarWeek, facts: Facts
) -> Iterator[Reason]:
    runs = [other for other in day.sessions if isinstance(other, Run)]
    tomorrow = [other.type for other in following.sessions if isinstance(other, Run)] if following is not None else []
    rule = "strength_after_easy_run_or_on_a_no_run_day"
    if runs:
        says = f"After the {_RUN_WORDS.get(runs[0].type, 'run')} of the same day; run first, then lift."
        yield Reason(rule, says, {"beside": runs[0].type})
    else:
        yield Reason(rule, "On a day without a run.")
    key = next((kind for kind in tomorrow if kind in KEY_TYPES), None)
    if key is None:
        yield Reason("strength_not_before_key_run", "Tomorrow is free of key runs.")
    else:
        says = f"Tomorrow is the {_RUN_WORDS[key]}; with this week's runs no better day was left"
        says += ", so the lighter session stands here." if session.type == "B" else "."
        yield Reason("strength_not_before_key_run", says, {"tomorrow": key})
    wished, here = facts.runner.week.strength, WEEKDAYS[day.date.weekday()]
    if here in wished:
        yield Reason("preferred_days", f"You wished for strength on {WEEKDAY_NAMES[here]}.")
    elif not wished and here in facts.habits.strength:
        yield Reason("preferred_days", f"Your strength sessions have mostly been on {WEEKDAY_NAMES[here]}.")
    yield from strength_answers(session, facts)
    if week.phase in ("taper", "race"):
        yield Reason("taper", "The load stays, the sets fall.")
