"""A hand-made report with every kind of chart and every verdict, short and long, so that looks can be judged and
tests of writing do not wait for training to be analyzed."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace

from tests.builders.example_numbers import example_numbers

from stridewell.training.charts import Bars, Change, Changes, Chart, Dots, Limit, Point, Share, Shares
from stridewell.training.discovery import (
    Counts,
    Discovery,
    Finding,
    Report,
    Span,
    Totals,
    YearTotals,
)
from stridewell.training.recording import Notice
from stridewell.training.runner import Baseline

TODAY = dt.date(2026, 11, 22)
FIRST = dt.date(2024, 2, 5)
_LAST_WEEK = dt.date(2026, 11, 9)
_HALF_YEAR = {"from": "2026-05-18", "to": "2026-11-15", "weeks": 26}


def weeks(count: int, *, last: dt.date = _LAST_WEEK) -> tuple[dt.date, ...]:
    """The Mondays of the last `count` weeks."""
    return tuple(last - dt.timedelta(weeks=back) for back in reversed(range(count)))


def strength_bars(count: int = 26) -> Bars:
    """Strength sessions a week: mostly none, and those weeks marked."""
    done = {3: 1, 4: 2, 5: 1, 11: 1, 17: 2, 18: 2}
    points = tuple(
        Point(day=day, value=float(done.get(place % 26, 0)), marked=place % 26 not in done)
        for place, day in enumerate(weeks(count))
    )
    return Bars(
        title="In 20 of 26 weeks there was no strength session",
        says="Strength sessions a week over half a year: none in 20 weeks, one in 3, two in 3.",
        unit="strength sessions a week",
        points=points,
        limits=(Limit(value=2.0, label="two a week"),),
    )


def long_run_dots() -> Dots:
    """A year of runs with four that went far beyond the limit that moves with them."""
    first = dt.date(2025, 11, 24)
    jumps = {88: 16.5, 179: 19.0, 262: 21.0, 333: 24.5}
    points, steps = [], []
    for day in range(0, 360, 2):
        date = first + dt.timedelta(days=day)
        far = 9.0 + 4.0 * (day % 14 == 12) + 2.5 * math.sin(day / 40) + (day % 6) * 0.3
        if any(abs(day - jump) < 2 for jump in jumps):
            jump = next(jump for jump in jumps if abs(day - jump) < 2)
            points.append(Point(day=date, value=jumps[jump], marked=True, label=f"{jumps[jump]:.1f} km"))
        else:
            points.append(Point(day=date, value=round(far, 1)))
        if day % 30 == 0:
            label = "1.1 times the longest of 30 days" if day == 330 else None
            steps.append(Point(day=date, value=15.0 + 2.0 * math.sin((day - 20) / 50), label=label))
    return Dots(
        title="Your long runs jumped four times",
        says="Each run of a year; four went more than a tenth beyond the longest of the 30 days before: 16.5, 19, 21 "
        "and 24.5 km.",
        unit="km",
        points=tuple(points),
        steps=tuple(steps),
    )


def economy_dots() -> Dots:
    """Meters for each heart beat, slowly rising."""
    points = tuple(
        Point(day=day, value=round(1.04 + place * 0.0011 + 0.03 * math.sin(place * 2.3), 3))
        for place, day in enumerate(weeks(104))
    )
    trend = (
        Point(day=points[0].day, value=1.04, label="1.04"),
        Point(day=points[-1].day, value=1.155, label="1.16"),
    )
    return Dots(
        title="Each heart beat carries you 11 % farther than two years ago",
        says="Meters a heart beat on easy runs rose from 1.04 to 1.16 in two years.",
        unit="meters a heart beat, easy runs",
        points=points,
        trend=trend,
        from_zero=False,
        higher_is="fitter",
    )


def pace_shares() -> Shares:
    """Where the running time went, with the share that easy running usually has."""
    return Shares(
        title="More than a third of your running is neither easy nor hard",
        says="Of 3 h 20 min a week 55 % were easy, 38 % moderate, 7 % hard; easy running usually takes 80 %.",
        shares=(
            Share(label="Easy", share=0.55, says="1 h 50 min a week"),
            Share(label="Moderate", share=0.38, says="76 min a week", marked=True),
            Share(label="Hard, faster than your critical speed", share=0.07, says="14 min a week, in 9 of 26 weeks"),
        ),
        limit=Limit(value=0.8, label="80 %, the usual easy share"),
    )


def form_changes() -> Changes:
    """Cadence early and late in five long runs."""
    pairs = ((176, 171, "12 Jul"), (178, 172, "9 Aug"), (177, 174, "30 Aug"), (179, 171, "4 Oct"), (178, 173, "1 Nov"))
    return Changes(
        title="Your steps slow down late in long runs",
        says="Steps a minute at equal speed fell from the first to the last third in five of five long runs, by 3 "
        "to 8.",
        unit="steps a minute, at equal speed",
        before="first third",
        after="last third",
        changes=tuple(
            Change(label=day, before=float(before), after=float(after), marked=day == "4 Oct")
            for before, after, day in pairs
        ),
    )


def volume_bars(count: int = 146) -> Bars:
    """Kilometers a week with weeks that jumped, over years."""
    points = tuple(
        Point(
            day=day,
            value=round(max(0.0, 26 + 14 * math.sin(place / 9) + (place * 37 % 11) - 5 + (24 if jumped else 0)), 1),
            marked=jumped,
            label="71 km" if place == count - 36 else None,
        )
        for place, day in enumerate(weeks(count))
        for jumped in (place % 40 == 30,)
    )
    return Bars(
        title="Three weeks grew by more than half",
        says="Kilometers a week; three weeks grew by more than half over the mean of the four before.",
        unit="km a week",
        points=points,
    )


def example_charts() -> dict[str, Chart]:
    """The pictures by the id of their findings."""
    return {
        "strength_below_two": strength_bars(),
        "long_run_spikes": long_run_dots(),
        "one_pace": pace_shares(),
        "form_fades_late": form_changes(),
        "volume_jumps": volume_bars(),
        "economy_trend": economy_dots(),
    }


def example_findings() -> tuple[Finding, ...]:
    """Those that help most first."""
    return (*_told_first(), *_told_then(), *_rest())


def _told_first() -> tuple[Finding, ...]:
    return (
        Finding(
            id="strength_below_two",
            verdict="missing",
            title="Two strength sessions a week",
            says="You did strength in 6 of the last 26 weeks, and twice a week in 3 of them.",
            sure="moderate",
            plan_does="It sets two sessions of 30 to 45 minutes into every week, after an easy run or on a free day.",
            numbers={
                "weeks_with_two": 3,
                "weeks_with_one": 3,
                "weeks": 26,
                "sessions_per_week": 0.35,
                "by_year": {
                    "2025": {"sessions": 14, "weeks_with_two": 4, "weeks": 52},
                    "2026": {"sessions": 9, "weeks_with_two": 3, "weeks": 46},
                },
            },
            period=_HALF_YEAR,
            sources=("frandsen2025",),
        ),
        Finding(
            id="long_run_spikes",
            verdict="too_much",
            title="Long runs that jump",
            says="4 of your last 51 long runs went more than a tenth beyond the longest of the 30 days before; the "
            "largest was 24.5 km after 15.8 km.",
            sure="moderate",
            plan_does="It lets no run go more than 1.1 times beyond the longest of the 30 days before it.",
            numbers={"runs_beyond": 4, "largest_ratio": 1.55, "largest_km": 24.5, "before_km": 15.8},
            period=_HALF_YEAR,
            sources=("frandsen2025",),
        ),
    )


def _told_then() -> tuple[Finding, ...]:
    return (
        Finding(
            id="one_pace",
            verdict="risk",
            title="Almost everything at one pace",
            says="Of 3 h 20 min of running a week 38 % were moderate: too hard to be easy, too easy to be hard.",
            sure="low",
            plan_does="It keeps easy runs easy by pace and by the talk test, and gives the week one tempo run and one "
            "of intervals.",
            numbers={"easy_share": 0.55, "moderate_share": 0.38, "hard_share": 0.07, "easy_m_per_s": 2.71},
            period=_HALF_YEAR,
        ),
        Finding(
            id="form_fades_late",
            verdict="risk",
            title="Form that fades late",
            says="In all five long runs your steps slowed by 3 to 8 a minute from the first to the last third, at "
            "equal speed.",
            sure="very_low",
            plan_does="It trains calves and single legs twice a week, and long runs grow slowly.",
            numbers={"runs": 5, "cadence_change_percent": -3.1},
            period={"from": "2026-07-12", "to": "2026-11-01"},
        ),
        Finding(
            id="volume_jumps",
            verdict="too_much",
            title="Weeks that grow fast",
            says="3 of 146 weeks grew by more than half over the mean of the four before, up to 71 km.",
            sure="convention",
            plan_does="It grows weeks step by step, with a lighter one every third or fourth.",
            numbers={"weeks_beyond": 3, "largest_km": 71.0},
            period={"weeks": 146},
        ),
    )


def _rest() -> tuple[Finding, ...]:
    return (
        Finding(
            id="slots_missing", verdict="missing", title="Work for the calf and the side of the hip",
            says="Your strength sessions named squats and deadlifts; none of 23 named a calf or a hip exercise.",
            sure="low",
            plan_does="Every session covers single leg, hip hinge, calf and Achilles, and the side of the hip.",
            numbers={"slots": ["single_leg", "hip_hinge"], "sessions": 23},
        ),
        Finding(
            id="economy_trend", verdict="fine", title="Fitness that grows",
            says="On easy runs each heart beat carries you 11 % farther than two years ago.", sure="low",
            plan_does="It keeps what you do.", numbers={"percent": 11.2, "runs": 104}, period={"weeks": 104},
        ),
        Finding(
            id="long_run_missing", verdict="fine", title="A long run in most weeks",
            says="You ran long in 21 of 26 weeks.", sure="judgement", plan_does="It keeps the long run on Sunday.",
            numbers={"weeks_with_long_run": 21, "weeks": 26}, period=_HALF_YEAR,
        ),
        Finding(
            id="jumps_missing", verdict="unknown", title="Jumps",
            says="Your strength sessions do not say what was done in them, so nobody can tell.", sure="judgement",
            plan_does="It brings in low jumps once tempo work has stood for four weeks.",
            numbers={"contacts_per_week": None},
        ),
        Finding(
            id="pain_follows_load", verdict="unknown", title="Pain after heavy weeks",
            says="Stridewell keeps no diary of pain yet.", sure="judgement", plan_does="It asks in your runner file.",
        ),
    )  # fmt: skip


def example_report() -> Report:
    """The whole report."""
    discovery = Discovery(
        format="stridewell.discovery/1",
        span=Span(first=FIRST, last=TODAY, weeks=146),
        counts=Counts(files=614, records=702, runs=561, walks=12, strength=23, other=9, merged=94, unreadable=3),
        totals=Totals(
            run_km=4213.4,
            by_year={
                "2024": YearTotals(runs=171, run_km=1188.2, longest_km=18.4),
                "2025": YearTotals(runs=204, run_km=1542.9, longest_km=21.3),
                "2026": YearTotals(runs=186, run_km=1482.3, longest_km=24.5),
            },
        ),
        baseline=Baseline(weekly_km=32.4, longest_30d_km=16.2, critical_speed_m_per_s=3.41),
        findings=example_findings(),
        notices=example_notices(),
    )
    merges = tuple(
        Notice(f"strava/activities/{number}.fit.gz", f"is a copy of garmin/{number}.fit: the same start and distance")
        for number in range(3)
    )
    return Report(
        discovery=discovery,
        today=TODAY,
        charts=example_charts(),
        shown_first=5,
        numbers=example_numbers(),
        merges=merges,
    )


def example_notices() -> tuple[Notice, ...]:
    """Seven, two of them saying the same."""
    return (
        Notice("garmin/2024-03-02.fit", "ends in the middle of a record; read as far as it goes"),
        Notice("garmin/2024-05-19.fit", "its checksum is wrong; read all the same"),
        Notice("strava/activities.csv", "row 17: no credible date; it counts as unreadable"),
        Notice("photos/finish line.jpg", "is no recording"),
        Notice("notes.txt", "is no recording"),
        Notice("morning.gpx", "names no sport; by its speed it is a run"),
        Notice("2026-12-24.gpx", "was recorded on 2026-12-24, after 2026-11-22; ignored"),
    )


def empty_report() -> Report:
    """Files of which none could be read."""
    discovery = Discovery(
        format="stridewell.discovery/1",
        span=Span(first=None, last=None, weeks=0),
        counts=Counts(files=2, records=2, runs=0, walks=0, strength=0, other=0, merged=0, unreadable=2),
        totals=Totals(run_km=0.0, by_year={}),
        baseline=None,
        notices=(Notice("a.fit", "is no FIT file"), Notice("b.gpx", "holds no track")),
    )
    return Report(discovery=discovery, today=TODAY, baseline_unknown="there is no run")


def with_counts(report: Report, **counts: int) -> Report:
    """The same report with other accounts."""
    return replace(report, discovery=replace(report.discovery, counts=replace(report.discovery.counts, **counts)))
