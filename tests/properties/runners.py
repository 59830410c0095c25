"""Random runners: all goals, levels, days, policies and availability, odd ones among them."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from stridewell.training.runner import (
    WEEKDAYS,
    Absence,
    Baseline,
    Focus,
    Goal,
    Level,
    Minutes,
    Pain,
    Profile,
    RaceKind,
    RecentRace,
    Runner,
    Site,
    StrengthProfile,
    TestResult,
    WeekWishes,
)

START = dt.date(2027, 1, 4)
TODAY = dt.date(2027, 1, 1)

_EQUIPMENT: tuple[tuple[str, ...], ...] = (
    (),
    ("band",),
    ("dumbbells", "band", "step"),
    ("barbell", "bench", "box", "rope", "step"),
    ("kettlebell", "sliders"),
)
_RACES: tuple[RaceKind, ...] = ("5k", "10k", "half", "marathon", "trail", "none")
_FOCUSES: tuple[Focus, ...] = ("run", "run", "walk")
_LEVELS: tuple[Level, ...] = ("new", "returning", "regular", "regular", "seasoned")
_SITES: tuple[Site, ...] = (
    "achilles",
    "knee_front",
    "shin",
    "hamstring",
    "plantar_fascia",
    "hip_side",
    "low_back",
    "foot",
    "calf",
    "groin",
)


@st.composite
def goals(draw: st.DrawFn) -> Goal:
    """Any goal, from a race in a few weeks to one in half a year and no race at all."""
    race: RaceKind = draw(st.sampled_from(_RACES))
    if race == "none":
        focus: Focus = draw(st.sampled_from(_FOCUSES))
        return Goal(race="none", weeks=draw(st.integers(1, 26)), focus=focus)
    date = START + dt.timedelta(days=draw(st.integers(2, 7 * 26)))
    if race == "trail":
        distance, ascent = draw(st.sampled_from(((12.0, 200.0), (25.0, 1000.0), (50.0, 2500.0))))
        return Goal(race="trail", date=date, distance_km=distance, ascent_m=ascent)
    return Goal(race=race, date=date, target_time=draw(st.sampled_from((None, "1:59:00"))))


@st.composite
def weeks(draw: st.DrawFn) -> WeekWishes:
    """Any week: from one with an hour a day to one that holds next to nothing."""
    lengths = st.sampled_from((0, 0, 20, 30, 45, 60, 75, 90, 120, 180, 300))
    roomy = draw(st.booleans())
    minutes = {day: draw(st.sampled_from((45, 60, 90, 150)) if roomy else lengths) for day in WEEKDAYS}
    away: tuple[Absence, ...] = ()
    if draw(st.integers(0, 3)) == 0:
        first = START + dt.timedelta(days=draw(st.integers(-3, 60)))
        away = (Absence(first, first + dt.timedelta(days=draw(st.integers(0, 40)))),)
    return WeekWishes(
        run_days=draw(st.integers(2, 6)),
        minutes=Minutes(**minutes),
        strength_days=draw(st.sampled_from((1, 2, 2, 2, 3))),
        strength_policy=draw(st.sampled_from(("after_easy", "after_easy", "stack_on_hard"))),
        long_run=draw(st.sampled_from((None, *WEEKDAYS))),
        strength=draw(st.sampled_from(((), ("tue", "fri"), ("mon",)))),
        unavailable=away,
    )


@st.composite
def pains(draw: st.DrawFn) -> tuple[Pain, ...]:
    """Mostly none; otherwise one or two sites with any pain, no red flags."""
    sites = draw(st.lists(st.sampled_from(_SITES), max_size=2, unique=True)) if draw(st.integers(0, 2)) == 0 else []
    level = st.integers(0, 10)
    return tuple(Pain(site=site, side="left", during=draw(level), next_morning=draw(level)) for site in sites)


@st.composite
def runners(draw: st.DrawFn) -> Runner:
    """Any runner whose file would be read."""
    level: Level = draw(st.sampled_from(_LEVELS))
    weekly = draw(st.sampled_from((0.0, 6.0, 15.0, 25.0, 40.0, 70.0, 110.0)))
    race = None
    if draw(st.booleans()):
        race = RecentRace(distance_km=10.0, time=draw(st.sampled_from(("33:30", "48:30", "1:15:00"))), date=TODAY)
    baseline = Baseline(
        weekly_km=weekly, longest_30d_km=round(weekly * draw(st.sampled_from((0.2, 0.35, 0.6))), 1), recent_race=race
    )
    tests = {"single_leg_heel_raise": TestResult(left=20, right=25, date=TODAY)} if draw(st.booleans()) else {}
    return Runner(
        format="stridewell.runner/1",
        runner=Profile(name="Any", level=level, born=draw(st.sampled_from((None, 1950, 1988, 2005)))),
        goal=draw(goals()),
        week=draw(weeks()),
        strength=StrengthProfile(
            experience=draw(st.sampled_from(("new", "some", "trained"))), equipment=draw(st.sampled_from(_EQUIPMENT))
        ),
        baseline=None if level == "new" and draw(st.booleans()) else baseline,
        pain=draw(pains()),
        tests=tests,
    )
