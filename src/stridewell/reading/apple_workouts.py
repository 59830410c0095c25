"""One workout of an Apple Health export as a Recording: its sport, its totals in their units, its time without pauses.

All dates of an export are written in the zone the phone was in when it exported; where the workout names its own zone,
that one tells the hour of the day. Nothing is taken from the name of a device.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np

from stridewell.reading.apple_samples import Laid, in_metres, on_one_clock
from stridewell.reading.columns import POSSIBLE, Floats, moment, only_possible
from stridewell.reading.track import along, number
from stridewell.training.recording import Column, Recording, Sport

PAUSES: Final = frozenset(("HKWorkoutEventTypePause", "HKWorkoutEventTypeMotionPaused"))
RESUMES: Final = frozenset(("HKWorkoutEventTypeResume", "HKWorkoutEventTypeMotionResumed"))
_SPORTS: Final[Mapping[str, Sport]] = {
    "Running": "run", "Walking": "walk", "Hiking": "walk", "TraditionalStrengthTraining": "strength",
    "FunctionalStrengthTraining": "strength", "Other": "unknown", "": "unknown",
}  # fmt: skip
_GYM: Final = frozenset((
    "HighIntensityIntervalTraining", "CrossTraining", "CoreTraining", "MixedCardio", "MixedMetabolicCardioTraining",
))  # fmt: skip
_SECONDS: Final = {"min": 60.0, "s": 1.0, "sec": 1.0, "hr": 3600.0, "h": 3600.0}
_ZONE: Final = re.compile(r"[A-Za-z_]+(?:/[A-Za-z0-9_+-]+){0,2}")
_OFFSET: Final = re.compile(r".{19} ?([+-])(\d\d):?(\d\d)")
_MOST_EFFORT: Final = 10.0


@dataclass(slots=True)
class Workout:
    """A workout as heard: its attributes, statistics and metadata as written, times in [s since 1970 UTC]."""

    said: Mapping[str, str]
    begin_s: float
    end_s: float
    statistics: dict[str, Mapping[str, str]] = field(default_factory=dict)
    metadata: dict[str, str] = field(default_factory=dict)
    pauses: list[tuple[float, str]] = field(default_factory=list)
    places: bytearray = field(default_factory=bytearray)
    route: str | None = None

    @property
    def kind(self) -> str:
        """The activity, as in "Running"."""
        return self.said.get("workoutActivityType", "").removeprefix("HKWorkoutActivityType")

    @property
    def sport(self) -> Sport:
        """The sport; "Other" is what Apple writes for anything, so it stays unknown."""
        return _SPORTS.get(self.kind, "other")

    @property
    def source_name(self) -> str:
        """The watch or the app that recorded it, as written."""
        return self.said.get("sourceName", "")


def recording_of(workout: Workout, laid: Laid, *, source: str, remarks: list[str]) -> Recording:
    """The workout as a Recording; adds to `remarks` where something had to be left out."""
    start = moment(workout.begin_s)
    columns = only_possible(on_one_clock(laid, workout.begin_s)) if start is not None else {}
    measured_m = _measured(columns, remarks)
    elapsed_s = workout.end_s - workout.begin_s if workout.end_s >= workout.begin_s else None
    moving_s = _moving(workout, elapsed_s)
    distance_m = _distance(workout)
    rating = laid.effort_rating
    indoor = workout.metadata.get("HKIndoorWorkout") == "1"
    return Recording(
        source=source,
        format="apple",
        sport=workout.sport,
        sport_named=(f"{workout.kind} (indoor)" if indoor else workout.kind) or None,
        start=start,
        utc_offset_s=_offset(workout),
        elapsed_s=elapsed_s if elapsed_s is not None else moving_s,
        moving_s=moving_s,
        distance_m=distance_m if distance_m is not None else measured_m,
        ascent_m=_height(workout, "HKElevationAscended"),
        descent_m=_height(workout, "HKElevationDescended"),
        heart_rate_bpm=_possible("heart_rate_bpm", number(_statistic(workout, "HeartRate", "average"))),
        cadence_spm=_cadence(workout, moving_s),
        effort_rating=rating if rating is not None and 0 < rating <= _MOST_EFFORT else None,
        may_be_strength=workout.kind in _GYM or (workout.sport == "unknown" and not distance_m),
        refers_to=workout.route,
        device=" ".join(workout.source_name.split()) or None,  # Apple puts no-break spaces into names of devices
        columns=columns,
    )


def _measured(columns: dict[Column, Floats], remarks: list[str]) -> float | None:
    """The distance along the samples [m]; fills the distance column from positions where only those are known."""
    if "time_s" not in columns:
        return None
    return along(columns, np.zeros(len(columns["time_s"])), remarks).distance_m


def _distance(workout: Workout) -> float | None:
    """What the workout says [m], wherever its generation of the format says it."""
    sums = [
        in_metres(number(said.get("sum", "")), said.get("unit", ""))
        for name, said in workout.statistics.items()
        if name.startswith("Distance")
    ]
    sums.append(in_metres(number(workout.said.get("totalDistance", "")), workout.said.get("totalDistanceUnit", "")))
    return max((length for length in sums if length), default=None)


def _moving(workout: Workout, elapsed_s: float | None) -> float | None:
    """`duration` leaves pauses out since 2016; the events are believed where it does not [s]."""
    said_s = number(workout.said.get("duration", "")) * _SECONDS.get(workout.said.get("durationUnit", ""), np.nan)
    known = [said_s] if said_s > 0 else []
    if elapsed_s is not None:
        known.append(elapsed_s - _paused(workout))
    return max(min(known), 0.0) if known else None


def _paused(workout: Workout) -> float:
    total, since = 0.0, None
    for at_s, kind in sorted(event for event in workout.pauses if workout.begin_s <= event[0] <= workout.end_s):
        if kind in PAUSES and since is None:
            since = at_s
        elif kind in RESUMES and since is not None:
            total, since = total + at_s - since, None
    return total if since is None else total + workout.end_s - since


def _height(workout: Workout, key: str) -> float | None:
    """A height as in "4310 cm" [m]."""
    value, _, unit = workout.metadata.get(key, "").partition(" ")
    return in_metres(number(value), unit)


def _cadence(workout: Workout, moving_s: float | None) -> float | None:
    steps = number(_statistic(workout, "StepCount", "sum"))
    if workout.sport not in ("run", "walk") or not moving_s or not steps > 0:
        return None
    return _possible("cadence_spm", steps / moving_s * 60.0)


def _statistic(workout: Workout, name: str, which: str) -> str:
    return workout.statistics.get(name, {}).get(which, "")


def _possible(column: Column, value: float) -> float | None:
    low, high = POSSIBLE[column]
    return value if low <= value <= high else None


def _offset(workout: Workout) -> float | None:
    """How far the wall clock was ahead of UTC where the workout took place [s]."""
    zone, start = workout.metadata.get("HKTimeZone", ""), moment(workout.begin_s)
    if start is not None and _ZONE.fullmatch(zone):
        try:
            ahead = start.astimezone(ZoneInfo(zone)).utcoffset()
        except (ZoneInfoNotFoundError, ValueError, OSError):
            ahead = None
        if ahead is not None:
            return ahead.total_seconds()
    written = _OFFSET.match(workout.said.get("startDate", ""))
    if written is None or start is None:
        return None
    seconds = int(written[2]) * 3600.0 + int(written[3]) * 60.0
    return -seconds if written[1] == "-" else seconds
