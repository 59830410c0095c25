"""What the keys of a runner file say together: checks that need two values, today, or a limit of the knowledge base.

Each check looks only at values that are sound by themselves, so that one slip is never reported twice. What makes a
plan impossible but is a fair wish (more run days than open days) is not judged here: the planner answers that.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from stridewell.knowledge import Knowledge
from stridewell.quantities.clock import seconds_of
from stridewell.reading.toml_tables import Faults
from stridewell.reading.toml_values import shown

BaselineFrom = Literal["file", "history"]
RUNS_A_WEEK_AT_MOST = 14  # two a day: whoever runs so far in a week has a longest run at least this part of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Today, the plan's first day, the knowledge base, and where the baseline comes from."""

    today: dt.date
    start: dt.date
    knowledge: Knowledge
    baseline_from: BaselineFrom

    goal_date: dt.date | None = None

    @property
    def latest(self) -> dt.date:
        """The last day a file may speak of.

        A file may be written ahead, for a plan that starts later; but a race, a pain or a test after the goal's race is
        a slip, and without a race one after the plan's first day.
        """
        return max(self.today, self.start, self.goal_date or self.start)


def check_together(data: Mapping[str, Any], around: Around, faults: Faults) -> None:
    """Run every check on a file whose keys have been checked one by one."""
    goal = _table(data, "goal")
    if not faults.touch("goal.race") and "race" in goal:
        _goal_keys(goal, faults)
        _goal_date(goal, around, faults)
        _goal_weeks(goal, around, faults)
        _goal_speed(goal, around, faults)
        _goal_ascent(goal, faults)
    if isinstance(goal.get("date"), dt.date) and not faults.touch("goal.date"):
        around = replace(around, goal_date=goal["date"])
    _absences(_table(data, "week"), faults)
    _baseline(data, around, faults)
    _recent_race(_table(_table(data, "baseline"), "recent_race"), around, faults)
    _pains(data.get("pain"), around, faults)
    _tests(_table(data, "tests"), around, faults)


def _table(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = data.get(key)
    return value if isinstance(value, dict) else {}


def _goal_keys(goal: Mapping[str, Any], faults: Faults) -> None:
    race = goal["race"]
    examples = {"date": "date = 2027-04-11", "distance_km": "distance_km = 25.0"}
    for key in {"none": (), "trail": ("date", "distance_km")}.get(race, ("date",)):
        if key not in goal:
            faults.add(f"goal.{key}", found="nothing", expected=f'it with race = "{race}"', example=examples[key])
    foreign = {
        "none": ("date", "target_time", "distance_km", "ascent_m"),
        "trail": ("weeks", "focus"),
    }.get(race, ("weeks", "focus", "distance_km", "ascent_m"))
    for key in foreign:
        if key in goal:
            faults.add(f"goal.{key}", found=shown(goal[key]), expected=f'no such key with race = "{race}"; remove it')


def _goal_date(goal: Mapping[str, Any], around: Around, faults: Faults) -> None:
    if goal["race"] == "none" or "date" not in goal or faults.touch("goal.date"):
        return
    weeks = int(around.knowledge.number("calendar.longest_plan_weeks"))
    last = around.start + dt.timedelta(weeks=weeks)
    if goal["date"] < around.start:
        expected = f"a day in the plan, which starts on {around.start}"
    elif goal["date"] > last:
        expected = f"a day at most {weeks} weeks after the plan's start, so no later than {last}"
    else:
        return
    example = f"date = {around.start + dt.timedelta(weeks=16, days=-1)}"
    faults.add("goal.date", found=goal["date"].isoformat(), expected=expected, example=example)


def _goal_weeks(goal: Mapping[str, Any], around: Around, faults: Faults) -> None:
    if goal["race"] != "none" or "weeks" not in goal or faults.touch("goal.weeks"):
        return
    longest = int(around.knowledge.number("calendar.longest_plan_weeks"))
    if goal["weeks"] > longest:
        expected = f"a whole number from 1 to {longest}"
        faults.add("goal.weeks", found=str(goal["weeks"]), expected=expected, example="weeks = 12")


def _goal_speed(goal: Mapping[str, Any], around: Around, faults: Faults) -> None:
    if goal["race"] == "none" or "target_time" not in goal or faults.touch("goal.target_time", "goal.distance_km"):
        return
    distance = around.knowledge.table("race.distance_km").get(goal["race"], goal.get("distance_km"))
    if distance is not None:
        _speed("goal.target_time", distance, time=goal["target_time"], around=around, faults=faults)


def _goal_ascent(goal: Mapping[str, Any], faults: Faults) -> None:
    both = {"ascent_m", "distance_km"} <= goal.keys() and goal["race"] == "trail"
    if both and not faults.touch("goal.ascent_m", "goal.distance_km") and goal["ascent_m"] > goal["distance_km"] * 1000:
        example = "ascent_m = 900"
        faults.add("goal.ascent_m", found=shown(goal["ascent_m"]), expected="less climb than distance", example=example)


def _speed(key: str, distance_km: float, *, time: str, around: Around, faults: Faults) -> None:
    seconds = seconds_of(time)
    speed = distance_km * 1000 / seconds
    limits = around.knowledge.table("runner_file.fastest_speed")
    fastest = min(limit for km, limit in limits.items() if float(km) <= max(distance_km + 0.1, 1.0))
    slowest = around.knowledge.number("runner_file.slowest_speed")
    if not slowest <= speed <= fastest:
        pace = seconds / distance_km
        found = f"{shown(time)} for {distance_km:g} km, which is {int(pace // 60)}:{int(pace % 60):02d} per km"
        limit = "slower than the fastest ever run" if speed > fastest else "faster than a slow walk"
        example = '"1:45:00" is 1 h 45 min, "48:30" is 48 min 30 s'
        faults.add(key, found=found, expected=f'a time {limit}, "H:MM:SS" or "MM:SS"', example=example)


def _absences(week: Mapping[str, Any], faults: Faults) -> None:
    spans = week.get("unavailable")
    for place, span in enumerate(spans if isinstance(spans, list) else (), start=1):
        key = f"week.unavailable[{place}]"
        if not faults.touch(key) and span["from"] > span["to"]:
            example = f"{{ from = {span['to']}, to = {span['from']} }}"
            found = f"from = {span['from']} after to = {span['to']}"
            faults.add(key, found=found, expected="from on or before to", example=example)


def _baseline(data: Mapping[str, Any], around: Around, faults: Faults) -> None:
    level = _table(data, "runner").get("level")
    if "baseline" not in data:
        if level != "new" and around.baseline_from == "file":
            expected = 'this table, or your recordings with --history PATH; only level = "new" can do without'
            example = "[baseline] ⏎ weekly_km = 32.0 ⏎ longest_30d_km = 13.0"
            faults.add("baseline", found="nothing", expected=expected, example=example)
        return
    baseline = _table(data, "baseline")
    if faults.touch("baseline.weekly_km", "baseline.longest_30d_km") or not baseline:
        return
    weekly, longest = baseline["weekly_km"], baseline["longest_30d_km"]
    if weekly > RUNS_A_WEEK_AT_MOST * longest:
        found = f"{longest:g} km beside weekly_km = {weekly:g}"
        expected = f"the longest run of the last 30 days; no {RUNS_A_WEEK_AT_MOST} runs of that length make such a week"
        faults.add("baseline.longest_30d_km", found=found, expected=expected, example="longest_30d_km = 13.0")


def _recent_race(race: Mapping[str, Any], around: Around, faults: Faults) -> None:
    if not race:
        return
    key = "baseline.recent_race"
    if "date" in race and not faults.touch(f"{key}.date"):
        years = int(around.knowledge.number("runner_file.oldest_race"))
        oldest = around.today - dt.timedelta(days=round(365.25 * years))
        if not oldest <= race["date"] <= around.latest:
            expected = f"a day from {oldest} to {around.latest}"
            faults.add(f"{key}.date", found=race["date"].isoformat(), expected=expected, example="date = 2026-12-06")
    if {"distance_km", "time"} <= race.keys() and not faults.touch(f"{key}.time", f"{key}.distance_km"):
        _speed(f"{key}.time", race["distance_km"], time=race["time"], around=around, faults=faults)


def _pains(pains: object, around: Around, faults: Faults) -> None:
    seen: dict[str, tuple[int, str]] = {}
    for place, pain in enumerate(pains if isinstance(pains, list) else (), start=1):
        key = f"pain[{place}]"
        if not isinstance(pain, dict):
            continue
        _pain_dates(pain, key, around, faults)
        if faults.touch(f"{key}.site", f"{key}.side"):
            continue
        for earlier, (number, side) in seen.items():
            if earlier.startswith(f"{pain['site']}/") and (side == pain["side"] or "both" in (side, pain["side"])):
                found = f"{pain['site']}, {pain['side']}, which pain[{number}] has already"
                faults.add(key, found=found, expected="one entry for each site and side")
        seen[f"{pain['site']}/{place}"] = (place, pain["side"])


def _pain_dates(pain: Mapping[str, Any], key: str, around: Around, faults: Faults) -> None:
    for name in ("since", "cleared"):
        # a red flag is lifted only by a word that has been spoken
        latest = around.today if name == "cleared" and pain.get("flags") else around.latest
        if name in pain and not faults.touch(f"{key}.{name}") and pain[name] > latest:
            _not_after(latest, f"{key}.{name}", pain[name], faults=faults)
    both = {"since", "cleared"} <= pain.keys() and not faults.touch(f"{key}.since", f"{key}.cleared")
    if both and pain["cleared"] < pain["since"]:
        found = f"{pain['cleared']}, before since = {pain['since']}"
        expected = "the day a clinician cleared it, after it began"
        faults.add(f"{key}.cleared", found=found, expected=expected, example=f"cleared = {around.today}")


def _tests(tests: Mapping[str, Any], around: Around, faults: Faults) -> None:
    for name, result in tests.items():
        if faults.touch(f"tests.{name}"):
            continue
        if result["date"] > around.latest:
            _not_after(around.latest, f"tests.{name}.date", result["date"], faults=faults)
        test = around.knowledge.home_tests[name]
        for side in ("left", "right"):
            if not test.allows(result[side]):
                key, example = f"tests.{name}.{side}", f"{side} = {round(min(result[side], test.most))}"
                faults.add(key, found=shown(result[side]), expected=test.allowed, example=example)


def _not_after(latest: dt.date, key: str, found: dt.date, *, faults: Faults) -> None:
    example = f"{key.rpartition('.')[2]} = {latest}"
    faults.add(key, found=found.isoformat(), expected=f"a day up to {latest}", example=example)
