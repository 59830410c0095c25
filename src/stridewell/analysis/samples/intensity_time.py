"""Time at each speed and at each heart rate: how a run was spent, before anybody says what is hard."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from stridewell.analysis.samples.speeds import Floats


def time_by(values: Floats, *, bin_width: float, step_s: float) -> Mapping[int, float]:
    """Time [s] in each bin: key k holds values from k to k + 1 widths. Cells without a value count nowhere."""
    known = values[np.isfinite(values)]
    keys, counts = np.unique(np.floor(known / bin_width + 1e-9).astype(np.int64), return_counts=True)
    return {int(key): float(count) * step_s for key, count in zip(keys, counts, strict=True)}
