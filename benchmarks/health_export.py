"""An Apple Health export of any size, in the shape of 2026: days of background records, a run a day, workouts last."""

# ruff: noqa: INP001 -- run from the checkout
from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData ANY>\n]>\n'
    '<HealthData locale="en_US">\n <ExportDate value="2026-11-01 09:00:00 +0100"/>\n'
)
_WATCH = (
    'sourceName="Watch" sourceVersion="11.3" device="&lt;&lt;HKDevice: 0x3037cec10&gt;, name:Apple Watch, '
    'manufacturer:Apple Inc., model:Watch, hardware:Watch6,10, software:11.3&gt;"'
)
_PHONE = 'sourceName="Phone" sourceVersion="18.1"'
_FIRST_DAY = dt.date(2010, 1, 4)
_RUN_S = range(7 * 3600, 8 * 3600, 5)
_ALL_DAY_S = range(0, 86_400, 60)
# type, unit, value, seconds of the day, from which source: as a watch records them
_KINDS = (
    ("ActiveEnergyBurned", "kcal", "1.25", _ALL_DAY_S, _WATCH),
    ("BasalEnergyBurned", "kcal", "1.2", _ALL_DAY_S, _WATCH),
    ("StepCount", "count", "14", range(6 * 3600, 22 * 3600, 120), _PHONE),
    ("DistanceWalkingRunning", "km", "0.0125", range(6 * 3600, 22 * 3600, 120), _PHONE),
    ("HeartRate", "count/min", "57", range(0, 86_400, 300), _WATCH),
    ("HeartRate", "count/min", "151", _RUN_S, _WATCH),
    ("DistanceWalkingRunning", "km", "0.0138", _RUN_S, _WATCH),
    ("RunningSpeed", "km/hr", "9.94", _RUN_S, _WATCH),
    ("RunningGroundContactTime", "ms", "247", _RUN_S, _WATCH),
    ("RunningPower", "W", "231", _RUN_S, _WATCH),
)  # fmt: skip


def write_health_export(path: Path, megabytes: float) -> int:
    """Write an export of about that size; answers how many runs are in it."""
    days = max(1, round(megabytes * 1e6 / sum(len(part) for part in _records(_FIRST_DAY))))
    dates = [_FIRST_DAY + dt.timedelta(days=day) for day in range(days)]
    with path.open("w", encoding="utf-8") as file:
        file.write(_HEAD)
        for date in dates:
            file.writelines(_records(date))
        file.writelines(_workout(date) for date in dates)
        file.write("</HealthData>\n")
    return days


def _records(date: dt.date) -> Iterator[str]:
    for kind, unit, value, seconds, source in _KINDS:
        head = f' <Record type="HKQuantityTypeIdentifier{kind}" {source} unit="{unit}" creationDate='
        for second in seconds:
            begin, end = _moment(date, second), _moment(date, second + 5)
            yield f'{head}"{end}" startDate="{begin}" endDate="{end}" value="{value}"/>\n'


def _workout(date: dt.date) -> str:
    begin, end = _moment(date, _RUN_S.start), _moment(date, _RUN_S.stop)
    return (
        f' <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="60" durationUnit="min" {_WATCH}'
        f' creationDate="{end}" startDate="{begin}" endDate="{end}">\n'
        f'  <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" startDate="{begin}"'
        f' endDate="{end}" sum="9.94" unit="km"/>\n </Workout>\n'
    )


def _moment(date: dt.date, second: int) -> str:
    return f"{date} {second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d} +0100"
