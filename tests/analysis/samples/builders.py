"""Recordings for the metrics of one run: pieces of even running, on level or rising ground, with heart and steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from tests.builders.example_recordings import paced

from stridewell.training.recording import Column, Recording


class Leg(NamedTuple):
    """Seconds at a speed [m/s] on a gradient, with heart rate and steps [1/min] and contact time [ms]."""

    seconds: float
    m_per_s: float
    gradient: float = 0.0
    heart: float = 150.0
    steps: float = 164.0
    contact: float = 260.0


def run_of(legs: Sequence[Leg], *, every: int = 1, without: Sequence[Column] = ()) -> Recording:
    """A run of legs, a sample every so many seconds, without the columns named."""
    made = paced([(leg.seconds, leg.m_per_s) for leg in legs], sport="run")

    def by_second(values: Sequence[float]) -> np.ndarray:
        spread = [np.full(round(leg.seconds), value) for leg, value in zip(legs, values, strict=True)]
        return np.concatenate([*spread, [values[-1]]])

    climbed = by_second([leg.gradient for leg in legs]) * np.diff(made.columns["distance_m"], prepend=0.0)
    columns: dict[Column, np.ndarray] = {
        **made.columns,
        "altitude_m": 300.0 + np.cumsum(climbed),
        "heart_rate_bpm": by_second([leg.heart for leg in legs]),
        "cadence_spm": by_second([leg.steps for leg in legs]),
        "contact_time_ms": by_second([leg.contact for leg in legs]),
    }
    kept = {name: column[::every] for name, column in columns.items() if name not in without}
    return replace(made, columns=kept)


def with_column(run: Recording, name: Column, values: np.ndarray) -> Recording:
    """The same run with another column."""
    return replace(run, columns={**run.columns, name: values})


def kept_samples(run: Recording, kept: np.ndarray) -> Recording:
    """The same run with only some of its samples."""
    return replace(run, columns={name: column[kept] for name, column in run.columns.items()})
