"""Histories made for tests from recordings, through the same doors as a real one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from stridewell.analysis.baseline import BaselineReport, baseline_of
from stridewell.analysis.history import History, gather
from stridewell.analysis.summary import summarise_file
from stridewell.knowledge import Knowledge
from stridewell.training.recording import Recording


def history_of(recordings: Iterable[Recording], today: dt.date, knowledge: Knowledge) -> History:
    """The history of recordings, each as if it had a file of its own."""
    files = (summarise_file(one.source, (one,), (), knowledge) for one in recordings)
    return gather(files, today, knowledge)


def baseline_from(recordings: Iterable[Recording], today: dt.date, knowledge: Knowledge) -> BaselineReport:
    """The baseline of recordings."""
    return baseline_of(history_of(recordings, today, knowledge), knowledge)
