"""FIT activities: sessions become recordings, `set` messages become strength sets.

Courses, workouts and settings share the format and are refused by what they are. A watch whose clock was never set
counts seconds since it was switched on: such times are unknown, not 1990. Heart rate that a chest strap kept to itself
arrives in `hr` messages and is laid back under the samples. Running dynamics count for runs only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from stridewell.reading.columns import POSSIBLE, Floats, moment, only_possible, order_times
from stridewell.reading.errors import Refused
from stridewell.reading.fit_decoders import FIT_EPOCH_S, Decoded, decode
from stridewell.reading.fit_heart_rate import strap_heart_rate
from stridewell.reading.limits import Limits
from stridewell.reading.sport_names import FIT_EXERCISES, fit_sport_named, may_be_strength, sport_of_fit
from stridewell.training.recording import Column, Recording, Sport, StrengthSet

_ACTIVITY = 4
_FILE_TYPES = {
    1: "device", 2: "settings", 3: "sport settings", 5: "workout", 6: "course", 7: "schedule", 9: "weight",
    10: "totals", 11: "goals", 14: "blood pressure", 15: "monitoring", 20: "activity summary", 28: "monitoring",
    32: "monitoring", 34: "segment", 35: "segment list",
}  # fmt: skip
_SYSTEM_TIME_BELOW = 0x10000000  # FIT protocol, date_time: below this it counts from power-on
_COMPRESSED_WRAP_S = 32.0  # FIT protocol: a compressed time is the low five bits
_QUARTER_S, _LARGEST_OFFSET_S = 900.0, 14 * 3600.0  # time zones are quarters of an hour, at most 14 h
_RPE_OF_TEN = 10.0  # FIT profile, session.workout_rpe: perceived exertion 0 to 10, times ten
_ACTIVE_SET = 1
_UNKNOWN_EXERCISE = 65_534
_MAKERS = {
    1: "Garmin", 23: "Suunto", 32: "Wahoo", 69: "Stages", 76: "Moxy", 95: "Stryd", 123: "Polar", 255: "development",
    260: "Zwift", 265: "Strava", 294: "COROS",
}  # fmt: skip
_DYNAMICS: tuple[Column, ...] = ("contact_time_ms", "vertical_oscillation_mm")
_FIELDS: Mapping[Column, Mapping[str, float]] = {
    "distance_m": {"distance": 1.0},
    "speed_m_per_s": {"enhanced_speed": 1.0, "speed": 1.0},
    "heart_rate_bpm": {"heart_rate": 1.0},
    "altitude_m": {"enhanced_altitude": 1.0, "altitude": 1.0},
    "latitude_deg": {"position_lat": 1.0},
    "longitude_deg": {"position_long": 1.0},
    "power_w": {"power": 1.0, "Power": 1.0, "RP_Power": 1.0},
    "contact_time_ms": {"stance_time": 1.0, "Ground Time": 1.0},
    "vertical_oscillation_mm": {"vertical_oscillation": 1.0, "Vertical Oscillation": 10.0},
}
"""Fields that fill a column, and their units in ours. The watch's own come first; capitals are those of Stryd's pod and
of a power app, which count where the watch measured nothing."""


def read_fit(data: bytes, *, source: str, limits: Limits) -> tuple[list[Recording], list[str]]:
    """The recordings of a FIT file and what had to be said. Raises Refused for what is no activity."""
    if len(data) > limits.fit_bytes:
        raise Refused(f"is a FIT file of more than {limits.fit_bytes} bytes")
    decoded = decode(data, limits)
    kind = decoded.structure.file_type
    if kind is not None and kind != _ACTIVITY:
        raise Refused(f"is a FIT {_FILE_TYPES.get(kind, f'file of type {kind}')}, not an activity")
    samples = max((len(column) for column in decoded.records.values()), default=0)
    if not samples and not decoded.sessions:
        raise Refused("is a FIT file without samples and without a session")
    if samples > limits.samples:
        raise Refused(f"holds more than {limits.samples} samples")
    remarks = list(decoded.remarks)
    records = _anchored(strap_heart_rate(decoded), decoded.sessions, remarks)
    if not decoded.sessions:
        remarks.append("the summary of the activity is missing; totals are taken from the samples")
        return [_recording(decoded, records, {}, source=source, remarks=remarks)], remarks
    sessions = sorted(decoded.sessions, key=lambda session: session.get("start_time", 0.0))
    if len(sessions) > limits.recordings_per_file:
        raise Refused(f"holds more than {limits.recordings_per_file} sessions")
    shares = _shares(records, sessions)
    return [
        _recording(decoded, share, session, source=source, remarks=remarks)
        for session, share in zip(sessions, shares, strict=True)
    ], remarks


def _anchored(
    records: Mapping[str, Floats], sessions: Sequence[Mapping[str, float]], remarks: list[str]
) -> Mapping[str, Floats]:
    """Samples with compressed times alone count from 0, modulo 32 s; the start of the first session places them."""
    stamps = records.get("timestamp")
    begins = [session["start_time"] for session in sessions if _is_set(session.get("start_time", np.nan))]
    if stamps is None or not begins or not np.isfinite(stamps).any() or _is_set(np.nanmax(stamps)):
        return records
    remarks.append("the samples tell no full time; they are placed at the start of the session")
    first, begin = float(np.nanmin(stamps)), min(begins)
    return {**records, "timestamp": stamps - first + begin + (first - begin) % _COMPRESSED_WRAP_S}


def _is_set(stamp_s: float) -> bool:
    """Whether a time [s since 1970] comes from a clock that was set; false for NaN."""
    return bool(stamp_s - FIT_EPOCH_S >= _SYSTEM_TIME_BELOW)


def _shares(records: Mapping[str, Floats], sessions: list[Mapping[str, float]]) -> list[Mapping[str, Floats]]:
    """The samples of each session: all of them for one, by time for several."""
    times = records.get("timestamp")
    if len(sessions) == 1 or times is None:
        return [records, *({} for _ in sessions[1:])]
    shares: list[Mapping[str, Floats]] = []
    for at, session in enumerate(sessions):
        begin = session.get("start_time", np.nan)
        end = begin + session.get("total_elapsed_time", 0.0)
        if at + 1 < len(sessions):
            end = min(end, sessions[at + 1].get("start_time", np.inf) - 1.0)
        inside = (times >= np.floor(begin)) & (times <= np.ceil(end))
        share = {name: column[inside] for name, column in records.items()}
        if len(share.get("distance", ())) and np.isfinite(share["distance"]).any():
            share["distance"] = share["distance"] - np.nanmin(share["distance"])
        shares.append(share)
    return shares


def _recording(
    decoded: Decoded, records: Mapping[str, Floats], session: Mapping[str, float], *, source: str, remarks: list[str]
) -> Recording:
    sport_number, sub_sport = _whole(session, "sport"), _whole(session, "sub_sport")
    if not session:
        said = next(iter(decoded.messages("sport")), {})
        sport_number, sub_sport = _whole(said, "sport"), _whole(said, "sub_sport")
    sport = sport_of_fit(sport_number, sub_sport)
    columns, begin_s = _columns(records, session, sport, remarks)
    time = columns.get("time_s")
    span_s = float(time[-1]) if time is not None and len(time) > 1 else None
    covered = columns.get("distance_m")
    covered_m = float(np.nanmax(covered)) if covered is not None else None
    distance_m = session.get("total_distance", covered_m)
    named = fit_sport_named(sport_number, sub_sport)
    return Recording(
        source=source,
        format="fit",
        sport=sport,
        sport_named=named,
        start=moment(begin_s),
        elapsed_s=session.get("total_elapsed_time", span_s),
        moving_s=session.get("total_timer_time"),
        distance_m=distance_m,
        ascent_m=session.get("total_ascent"),
        descent_m=session.get("total_descent"),
        utc_offset_s=_offset(decoded),
        heart_rate_bpm=_possible("heart_rate_bpm", session.get("avg_heart_rate")),
        cadence_spm=_cadence(session) if sport in ("run", "walk") else None,
        effort_rating=_effort(session),
        may_be_strength=may_be_strength(named) or (sport == "unknown" and not distance_m),
        device=_device(decoded.structure.product),
        columns=columns,
        sets=_sets(decoded) if sport == "strength" else (),
    )


def _offset(decoded: Decoded) -> float | None:
    """How far the wall clock of the watch was ahead of UTC [s]; None where it says nothing or what no zone has."""
    activity = next(iter(decoded.messages("activity")), {})
    local, universal = _real(activity, "local_timestamp"), _real(activity, "timestamp")
    if local is None or universal is None or not _is_set(universal):
        return None
    quarters = round((local - universal) / _QUARTER_S)
    near = abs(local - universal - quarters * _QUARTER_S) <= 1.0
    return quarters * _QUARTER_S if near and abs(quarters * _QUARTER_S) <= _LARGEST_OFFSET_S else None


def _cadence(session: Mapping[str, float]) -> float | None:
    """Steps of both legs [1/min]; the profile counts one."""
    per_leg = session.get("avg_cadence", session.get("avg_running_cadence"))
    if per_leg is None:
        return None
    return _possible("cadence_spm", 2.0 * (per_leg + session.get("avg_fractional_cadence", 0.0)))


def _effort(session: Mapping[str, float]) -> float | None:
    """How hard it felt, as the runner told the watch (0 to 10); 0 is what a watch writes that was not told."""
    told = session.get("workout_rpe", 0.0) / _RPE_OF_TEN
    return told if 0 < told <= 10 else None


def _possible(column: Column, value: float | None) -> float | None:
    low, high = POSSIBLE[column]
    return value if value is not None and low <= value <= high and value > 0 else None


def _columns(
    records: Mapping[str, Floats], session: Mapping[str, float], sport: Sport, remarks: list[str]
) -> tuple[dict[Column, Floats], float | None]:
    """Samples under our names in order of time, and the start [s since 1970], None where the clock was never set."""
    count = max((len(column) for column in records.values()), default=0)
    stamps = records.get("timestamp", np.full(count, np.nan))
    begin = session.get("start_time")
    if begin is not None and not _is_set(begin):
        begin = None
    set_clock = stamps - FIT_EPOCH_S >= _SYSTEM_TIME_BELOW
    columns = _named(records, sport)
    if count and not set_clock.any():
        remarks.append("the watch's clock was not set, so the day of this activity is unknown")
        with np.errstate(invalid="ignore"):
            columns["time_s"] = (
                np.maximum.accumulate(stamps - np.nanmin(stamps)) if np.isfinite(stamps).any() else stamps
            )
        return only_possible(columns), None
    order = order_times(np.where(set_clock, stamps, np.nan))
    remarks.extend(order.remarks)
    columns = {name: column[order.keep] for name, column in columns.items()}
    start = begin if begin is not None else order.start_epoch_s
    if count and start is not None:
        if order.start_epoch_s is not None:
            start = min(start, order.start_epoch_s)
        columns["time_s"] = stamps[order.keep] - start
    return only_possible(columns), start


def _named(records: Mapping[str, Floats], sport: Sport) -> dict[Column, Floats]:
    columns: dict[Column, Floats] = {}
    for name, fields in _FIELDS.items():
        if name in _DYNAMICS and sport != "run":
            continue
        measured = (records[field] * unit for field, unit in fields.items() if field in records)
        found = next((column for column in measured if np.isfinite(column).any()), None)
        if found is not None:
            columns[name] = found
    if "cadence" in records and sport in ("run", "walk", "unknown"):
        part = records.get("fractional_cadence")
        columns["cadence_spm"] = 2.0 * (records["cadence"] + (np.nan_to_num(part) if part is not None else 0.0))
    return columns


def _sets(decoded: Decoded) -> tuple[StrengthSet, ...]:
    """The active sets. A weight of 0 is unknown, not zero; what the watch only guesses is kept as its guesses."""
    return tuple(
        StrengthSet(
            exercise=_exercise(message),
            guesses=_guesses(message),
            repetitions=_whole(message, "repetitions"),
            weight_kg=_real(message, "weight") or None,
            duration_s=_real(message, "duration"),
        )
        for message in decoded.messages("set")
        if message.get("set_type") == _ACTIVE_SET
    )


def _exercise(message: Mapping[str, Any]) -> str | None:
    """Category and number of the FIT profile, as in "squat/28"; None where the watch lists several guesses."""
    categories, numbers = _several(message.get("category")), _several(message.get("category_subtype"))
    if len(categories) != 1 or _UNKNOWN_EXERCISE in categories:
        return None
    return _code(categories.pop(), numbers.pop() if len(numbers) == 1 else None)


def _guesses(message: Mapping[str, Any]) -> tuple[str, ...]:
    """What the watch holds possible, the likeliest first, "unknown" among it; none where it is sure."""
    categories, numbers = _listed(message.get("category")), _listed(message.get("category_subtype"))
    guessed = {category for category in categories if category is not None}
    if len(guessed) < 2 or guessed == {_UNKNOWN_EXERCISE}:
        return ()
    numbers = [*numbers, *[None] * len(categories)]
    codes = (
        _code(category, number) for category, number in zip(categories, numbers, strict=False) if category is not None
    )
    return tuple(dict.fromkeys(codes))


def _code(category: int, number: int | None) -> str:
    if category == _UNKNOWN_EXERCISE:
        return "unknown"
    name = FIT_EXERCISES[category] if 0 <= category < len(FIT_EXERCISES) else f"category {category}"
    return name if number is None else f"{name}/{number}"


def _several(value: Any) -> set[int]:
    return {entry for entry in _listed(value) if entry is not None}


def _listed(value: Any) -> list[int | None]:
    listed = value if isinstance(value, list | tuple) else [value]
    return [int(entry) if isinstance(entry, int | float) else None for entry in listed]


def _whole(message: Mapping[str, Any], name: str) -> int | None:
    value = message.get(name)
    return int(value) if isinstance(value, int | float) else None


def _real(message: Mapping[str, Any], name: str) -> float | None:
    value = message.get(name)
    return float(value) if isinstance(value, int | float) else None


def _device(product: tuple[int, int] | None) -> str | None:
    if product is None:
        return None
    maker = _MAKERS.get(product[0], f"maker {product[0]}")
    return maker if product[1] == 0xFFFF else f"{maker} {product[1]}"
