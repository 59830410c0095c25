"""Apple Health exports made for tests: workouts and records as the phone writes them, around one spring morning."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData ANY>\n]>\n'
MORNING = dt.datetime(2026, 3, 14, 8, 0, tzinfo=dt.timezone(dt.timedelta(hours=1)))
WATCH = "Ana's Apple\N{NO-BREAK SPACE}Watch"


def export(*parts: str, head: str = HEAD) -> bytes:
    """An export of records and workouts, in the order given."""
    return f'{head}<HealthData locale="en_US">\n{"".join(parts)}</HealthData>\n'.encode()


def moment(seconds: float = 0.0) -> str:
    """A time so many seconds after the morning, as the phone writes it."""
    return (MORNING + dt.timedelta(seconds=seconds)).strftime("%Y-%m-%d %H:%M:%S %z")


def record(kind: str, value: object, unit: str, *, at: float = 0.0, lasting: float = 0.0, by: str = WATCH) -> str:
    """One sample, `at` seconds after the morning."""
    return (
        f' <Record type="HKQuantityTypeIdentifier{kind}" sourceName="{by}" sourceVersion="11.3" unit="{unit}"'
        f' creationDate="{moment(at)}" startDate="{moment(at)}" endDate="{moment(at + lasting)}" value="{value}"/>\n'
    )


def pulse(values: Sequence[float], *, every: float = 5.0, by: str = WATCH) -> str:
    """Heart rates from the morning on."""
    return "".join(record("HeartRate", value, "count/min", at=at * every, by=by) for at, value in enumerate(values))


def workout(
    kind: str = "Running", *inside: str, at: float = 0.0, lasting: float = 1800.0, by: str = WATCH, said: str = ""
) -> str:
    """One workout; `said` are further attributes, `inside` the elements in it."""
    return (
        f' <Workout workoutActivityType="HKWorkoutActivityType{kind}" {said} sourceName="{by}" sourceVersion="11.3"'
        f' creationDate="{moment(at + lasting)}" startDate="{moment(at)}" endDate="{moment(at + lasting)}">\n'
        f"{''.join(inside)} </Workout>\n"
    )


def statistic(kind: str, said: str) -> str:
    """A sum or a mean over a workout."""
    return f'  <WorkoutStatistics type="HKQuantityTypeIdentifier{kind}" startDate="" endDate="" {said}/>\n'


def told(key: str, value: str) -> str:
    """A fact about a workout."""
    return f'  <MetadataEntry key="{key}" value="{value}"/>\n'


def event(kind: str, *, at: float) -> str:
    """Something that happened during a workout."""
    return f'  <WorkoutEvent type="HKWorkoutEventType{kind}" date="{moment(at)}"/>\n'
