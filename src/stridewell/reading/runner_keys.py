"""Every key of a runner file (SPEC 6.1): what it means, what it may hold, and an example.

This table is the format: the reader checks files against it, and the reference page is generated from it. What needs
two keys to be judged together is in `runner_checks`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from stridewell.reading.toml_values import Check, clock, date, list_of, number, one_of, text, whole
from stridewell.training.runner import (
    WEEKDAYS,
    Experience,
    Focus,
    Level,
    RaceKind,
    RedFlag,
    Sex,
    Side,
    Site,
    StrengthPolicy,
    Units,
)

FORMAT = "stridewell.runner/1"
OLDEST_YEARS = 110
YOUNGEST_YEARS = 10

# The musts that a runner may knowingly accept as broken (SPEC 6.1): all but the two on pain. A test holds this list
# equal to the planner's rules, which a reader does not import.
ACCEPTABLE_MUSTS = (
    "two_strength_sessions_each_week",
    "strength_days_not_consecutive",
    "strength_after_easy_run_or_on_a_no_run_day",
    "strength_session_30_to_45_minutes",
    "session_covers_the_four_slots",
    "jumps_only_when_ready",
    "tempo_before_jumps",
    "never_to_failure",
    "only_owned_equipment",
    "heavy_legs_not_before_intervals_or_race",
    "only_when_available",
    "runs_wished",
    "shortest_run",
    "no_run_far_beyond_the_last_30_days",
    "key_runs_not_on_consecutive_days",
    "variety_each_week",
    "mostly_easy",
    "weekly_growth",
    "taper",
    "a_day_off",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key: its check, an example line, and what it means to a runner."""

    check: Check
    example: str
    means: str
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of keys; `many` for a list of such tables, `named` for tables under names of their own."""

    keys: Mapping[str, Key | Table]
    example: str
    means: str
    required: bool = False
    many: bool = False
    named: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words that come from the knowledge base, and this year, for what depends on it."""

    equipment: tuple[str, ...]
    tests: tuple[str, ...]
    this_year: int


def runner_table(words: Words) -> Table:
    """The whole file as a table of keys."""
    return Table(
        means="A runner file.",
        example=f'format = "{FORMAT}"',
        keys={
            "format": Key(
                check=one_of((FORMAT,)), example=f'format = "{FORMAT}"', means="Which format this is.", required=True
            ),
            "runner": _profile(words),
            "goal": _goal(),
            "week": _week(),
            "strength": _strength(words),
            "baseline": _baseline(),
            "pain": _pain(),
            "tests": _tests(words),
        },
    )


def _profile(words: Words) -> Table:
    oldest, youngest = words.this_year - OLDEST_YEARS, words.this_year - YOUNGEST_YEARS
    return Table(
        required=True,
        means="Who you are.",
        example='[runner]\nname = "Sam"\nlevel = "regular"',
        keys={
            "name": Key(check=text(80), example='name = "Sam"', means="As the plan shows it.", required=True),
            "level": Key(
                check=one_of(get_args(Level)),
                example='level = "regular"',
                means="`new` to running, `returning` after a break, `regular`, or `seasoned`.",
                required=True,
            ),
            "born": Key(check=whole(oldest, youngest), example="born = 1988", means="Your year of birth."),
            "sex": Key(check=one_of(get_args(Sex)), example='sex = "female"', means="Chooses between test norms."),
            "body_mass_kg": Key(check=number(25, 300, "kg"), example="body_mass_kg = 62.0", means="Your weight in kg."),
            "units": Key(
                check=one_of(get_args(Units)), example='units = "metric"', means="Units of display; files stay metric."
            ),
        },
    )


def _goal() -> Table:
    return Table(
        required=True,
        means="What the plan works towards.",
        example='[goal]\nrace = "half"\ndate = 2027-04-11',
        keys={
            "race": Key(
                check=one_of(get_args(RaceKind)),
                example='race = "half"',
                means="Your race; `none` to train without one.",
                required=True,
            ),
            "date": Key(check=date, example="date = 2027-04-11", means="The day of the race; needed with a race."),
            "target_time": Key(check=clock, example='target_time = "1:45:00"', means="The time you hope for."),
            "distance_km": Key(
                check=number(1, 350, "km"), example="distance_km = 25.0", means="Only for `trail`, and needed there."
            ),
            "ascent_m": Key(check=number(0, 25000, "m"), example="ascent_m = 1200", means="Only for `trail`: climb."),
            "weeks": Key(
                check=whole(1, 104), example="weeks = 12", means="Only for `none`: how many weeks; 12 unless you say."
            ),
            "focus": Key(
                check=one_of(get_args(Focus)), example='focus = "run"', means="Only for `none`: `run`, or `walk`."
            ),
        },
    )


def _week() -> Table:
    minutes = "minutes = { mon = 60, tue = 75, wed = 60, thu = 75, fri = 60, sat = 90, sun = 150 }"
    absence = 'unavailable = [ { from = 2027-02-08, to = 2027-02-12, why = "travel" } ]'
    days: dict[str, Key | Table] = {
        day: Key(check=whole(0, 1440), example=f"{day} = 60", means="Minutes; 0: not available.", required=True)
        for day in WEEKDAYS
    }
    return Table(
        required=True,
        means="Your real week.",
        example=f"[week]\nrun_days = 4\n{minutes}",
        keys={
            "run_days": Key(check=whole(2, 6), example="run_days = 4", means="Days a week you run.", required=True),
            "strength_days": Key(
                check=whole(1, 3), example="strength_days = 2", means="Strength sessions a week; 2 unless you say."
            ),
            "strength_policy": Key(
                check=one_of(get_args(StrengthPolicy)),
                example='strength_policy = "after_easy"',
                means="`after_easy`: after easy runs or on days without one. `stack_on_hard`: after hard runs, "
                "so that easy days stay easy.",
            ),
            "long_run": Key(check=one_of(WEEKDAYS), example='long_run = "sun"', means="The day you wish for it."),
            "strength": Key(
                check=list_of(WEEKDAYS, what="weekdays"),
                example='strength = ["tue", "fri"]',
                means="The days you wish for strength.",
            ),
            "minutes": Table(
                required=True,
                means="How many minutes each day has, runs and strength together; all seven days.",
                example=minutes,
                keys=days,
            ),
            "unavailable": Table(
                many=True,
                means="Spans of days without any training, both ends included.",
                example=absence,
                keys={
                    "from": Key(check=date, example="from = 2027-02-08", means="The first day away.", required=True),
                    "to": Key(check=date, example="to = 2027-02-12", means="The last day away.", required=True),
                    "why": Key(check=text(120), example='why = "travel"', means="A note to yourself."),
                },
            ),
            "accept": Key(
                check=list_of(ACCEPTABLE_MUSTS, what="rule ids"),
                example='accept = ["runs_wished"]',
                means="Rules you knowingly accept as broken where nothing else is possible; never those on pain.",
            ),
        },
    )


def _strength(words: Words) -> Table:
    return Table(
        means="What you know and own for strength training.",
        example='[strength]\nexperience = "new"\nequipment = ["dumbbells"]',
        keys={
            "experience": Key(
                check=one_of(get_args(Experience)),
                example='experience = "new"',
                means="Experience with strength training.",
            ),
            "equipment": Key(
                check=list_of(words.equipment, what="equipment ids"),
                example='equipment = ["dumbbells", "band"]',
                means="What you own; bodyweight is always there.",
            ),
        },
    )


def _baseline() -> Table:
    race = 'recent_race = { distance_km = 10.0, time = "48:30", date = 2026-12-06 }'
    return Table(
        means="Where your training stands. Read from your recordings with `--history`; otherwise needed, unless you "
        'are `level = "new"`.',
        example="[baseline]\nweekly_km = 32.0\nlongest_30d_km = 13.0",
        keys={
            "weekly_km": Key(
                check=number(0, 400, "km"),
                example="weekly_km = 32.0",
                means="Kilometres a week, mean of the last 4 weeks.",
                required=True,
            ),
            "longest_30d_km": Key(
                check=number(0, 250, "km"),
                example="longest_30d_km = 13.0",
                means="Your longest run of the last 30 days in km.",
                required=True,
            ),
            "recent_race": Table(
                means="A race or time trial to take paces from.",
                example=race,
                keys={
                    "distance_km": Key(
                        check=number(1, 350, "km"), example="distance_km = 10.0", means="How far.", required=True
                    ),
                    "time": Key(check=clock, example='time = "48:30"', means="How long it took.", required=True),
                    "date": Key(check=date, example="date = 2026-12-06", means="When.", required=True),
                },
            ),
            "critical_speed_m_per_s": Key(
                check=number(1.5, 7, "m/s"),
                example="critical_speed_m_per_s = 3.6",
                means="Filled in from your recordings; leave it out.",
            ),
        },
    )


def _pain() -> Table:
    def level(name: str, when: str, *, required: bool) -> Key:
        return Key(check=whole(0, 10), example=f"{name} = 2", means=f"Pain {when}, 0 to 10.", required=required)

    return Table(
        many=True,
        means="One entry for each sore place. Leave it out when nothing hurts.",
        example='[[pain]]\nsite = "achilles"\nside = "left"\nduring = 2\nnext_morning = 1',
        keys={
            "site": Key(check=one_of(get_args(Site)), example='site = "achilles"', means="Where.", required=True),
            "side": Key(check=one_of(get_args(Side)), example='side = "left"', means="Which side.", required=True),
            "during": level("during", "during training", required=True),
            "after": level("after", "after training", required=False),
            "next_morning": level("next_morning", "the next morning", required=True),
            "since": Key(check=date, example="since = 2026-12-01", means="Since when."),
            "cleared": Key(
                check=date, example="cleared = 2026-12-20", means="The day a clinician cleared you to train with it."
            ),
            "flags": Key(
                check=list_of(get_args(RedFlag), what="red flags"),
                example='flags = ["night_pain"]',
                means="Red flags. With one of these no plan is made until a clinician has cleared you.",
            ),
        },
    )


def _tests(words: Words) -> Table:
    side = "left = 22"
    return Table(
        named=words.tests,
        means="Results of home tests, each under its name.",
        example="[tests]\nsingle_leg_heel_raise = { left = 22, right = 27, date = 2026-12-20 }",
        keys={
            "left": Key(check=number(0, 1000), example=side, means="Left, in the unit of the test.", required=True),
            "right": Key(
                check=number(0, 1000), example="right = 27", means="Right, in the unit of the test.", required=True
            ),
            "date": Key(check=date, example="date = 2026-12-20", means="The day of the test.", required=True),
        },
    )
