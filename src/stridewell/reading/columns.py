"""Samples as columns: what a sensor can mean, times in order, distance along a track.

Shared by the formats so that a heart rate of 255 or a point at 0° 0° is absent everywhere in the same way. The bounds
here say what a device can have measured at all; what is good or bad training is no business of this module.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from stridewell.training.recording import Column

Floats = NDArray[np.float64]

CREDIBLE_FROM = datetime(1990, 1, 1, tzinfo=UTC).timestamp()
CREDIBLE_UNTIL = datetime(2100, 1, 1, tzinfo=UTC).timestamp()
LONGEST_GAP_S = 86_400.0  # a silence of a day inside one recording is a wrong clock, not a pause
STANDING_M_PER_S = 0.5  # below this a GPS track stands still: noise of position alone reaches it
IMPOSSIBLE_M_PER_S = 100.0  # a step faster than this is a jump of the receiver
EARTH_RADIUS_M = 6_371_008.8
PER_LEG_BELOW_SPM = 120.0  # no one runs or walks far at fewer steps: the device counts one leg

POSSIBLE: Mapping[Column, tuple[float, float]] = {
    "distance_m": (0.0, 2_000_000.0),
    "speed_m_per_s": (0.0, IMPOSSIBLE_M_PER_S),
    "heart_rate_bpm": (20.0, 250.0),
    "cadence_spm": (0.0, 400.0),
    "altitude_m": (-500.0, 9000.0),
    "latitude_deg": (-90.0, 90.0),
    "longitude_deg": (-180.0, 180.0),
    "power_w": (0.0, 3000.0),
    "contact_time_ms": (50.0, 1000.0),
    "vertical_oscillation_mm": (5.0, 300.0),
}


@dataclass(frozen=True, slots=True)
class TimeOrder:
    """Which samples to keep, in order of time, and what had to be said about the rest."""

    keep: NDArray[np.intp]
    start_epoch_s: float | None
    remarks: tuple[str, ...]


def only_possible(columns: Mapping[Column, Floats]) -> dict[Column, Floats]:
    """Replace values no sensor can have measured by NaN and leave out columns without any value.

    A position of exactly 0° 0° is the receiver's way of saying that it has none.
    """
    cleaned: dict[Column, Floats] = {}
    for name, values in columns.items():
        low, high = POSSIBLE.get(name, (-np.inf, np.inf))
        with np.errstate(invalid="ignore"):
            cleaned[name] = np.where((values >= low) & (values <= high), values, np.nan)
    latitude, longitude = cleaned.get("latitude_deg"), cleaned.get("longitude_deg")
    if latitude is not None and longitude is not None:
        nowhere = (latitude == 0.0) & (longitude == 0.0) | np.isnan(latitude) | np.isnan(longitude)
        cleaned["latitude_deg"] = np.where(nowhere, np.nan, latitude)
        cleaned["longitude_deg"] = np.where(nowhere, np.nan, longitude)
    return {name: values for name, values in cleaned.items() if np.isfinite(values).any()}


def order_times(epoch_s: Floats) -> TimeOrder:
    """Sort samples by time and keep the longest stretch without a gap of a day.

    `epoch_s` in [s since 1970 UTC], NaN where a sample has no time. Times before 1990 or after 2100 are not credible.
    """
    remarks: list[str] = []
    with np.errstate(invalid="ignore"):
        credible = (epoch_s >= CREDIBLE_FROM) & (epoch_s <= CREDIBLE_UNTIL)
    keep = np.flatnonzero(credible)
    if not len(keep):
        return TimeOrder(np.arange(len(epoch_s)), None, ())
    if len(keep) < len(epoch_s):
        remarks.append(f"{len(epoch_s) - len(keep)} of {len(epoch_s)} samples have no credible time and are left out")
    times = epoch_s[keep]
    if (np.diff(times) < 0).any():
        remarks.append("times run backwards; the samples were sorted by time")
        order = np.argsort(times, kind="stable")
        keep, times = keep[order], times[order]
    cuts = np.flatnonzero(np.diff(times) > LONGEST_GAP_S) + 1
    if len(cuts):
        stretches = np.split(np.arange(len(keep)), cuts)
        longest = max(stretches, key=len)
        remarks.append(
            f"the clock jumps by more than a day; {len(keep) - len(longest)} samples beyond the jump are left out"
        )
        keep, times = keep[longest], times[longest]
    return TimeOrder(keep, float(times[0]), tuple(remarks))


def metres_between(latitude_deg: Floats, longitude_deg: Floats) -> Floats:
    """Great-circle length of each step between neighbouring points [m]; one shorter than the input, NaN at gaps."""
    latitude, longitude = np.radians(latitude_deg), np.radians(longitude_deg)
    half = (
        np.sin(np.diff(latitude) / 2) ** 2
        + np.cos(latitude[:-1]) * np.cos(latitude[1:]) * np.sin(np.diff(longitude) / 2) ** 2
    )
    return np.asarray(2 * EARTH_RADIUS_M * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0))), dtype=np.float64)


def steps_per_minute(cadence: Floats) -> Floats:
    """Cadence in steps of both legs [1/min]; devices that count one leg are doubled.

    Judged by the median of the moving samples, because a file never says which of the two it means.
    """
    moving = cadence[np.isfinite(cadence) & (cadence > 0)]
    if len(moving) and float(np.median(moving)) < PER_LEG_BELOW_SPM:
        return cadence * 2.0
    return cadence


def moment(epoch_s: float | None) -> datetime | None:
    """A credible instant as UTC, or None."""
    if epoch_s is None or not CREDIBLE_FROM <= epoch_s <= CREDIBLE_UNTIL:
        return None
    return datetime.fromtimestamp(epoch_s, tz=UTC)
