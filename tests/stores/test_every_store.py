"""What every history store does, the simple one in memory and the one on disk alike."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import replace

import numpy as np
import pytest
from tests.builders.example_recordings import recording
from tests.stores.conftest import AnyStore
from tests.stores.counted_files import LONG_AGO_NS, NOW_NS, reading_of_text, summary_of_reading
from tests.stores.counted_files import file as text_file

from stridewell.analysis.features import Bout, RunFeatures
from stridewell.analysis.metric import Unknown
from stridewell.analysis.summary import FileSummary
from stridewell.reading.sources import FileReading
from stridewell.training.recording import Notice, StrengthSet
from stridewell.usecases.history_store import SETTLED_NS

AWKWARD = (0.1 + 0.2, 1e-310, -0.0, math.inf, 1 / 3, 1.7976931348623157e308)
FEATURES = RunFeatures(
    speed_time_s={28: 0.1 + 0.2, -3: 1e-310},
    heart_rate_time_s={},
    grade_adjusted_m_per_s=1 / 3,
    easy_m_per_s=Unknown("holds no easy minute"),
    bouts=(Bout(start_s=0.0, duration_s=60.5, m_per_s=4.2, gradient=-0.01, rest_s=1e22),),
    steady_cv=0.0,
    m_per_beat=Unknown("holds no heart rate"),
    drift_percent=-1.25,
    cadence_change_percent=Unknown("is too short"),
    contact_change_percent=2.0,
    ascent_m=0.0,
    descent_m=12.3,
)
SETS = (StrengthSet(exercise="squat/28", repetitions=10, weight_kg=None, duration_s=30.25),)


def _summary() -> FileSummary:
    plain = summary_of_reading(reading_of_text(text_file("a.fit", "8 3")))
    first = replace(plain.summaries[0], features=FEATURES, efforts_s={1000: 1 / 3}, sets=SETS, race=False, zone_h=5.75)
    return replace(plain, summaries=(first, *plain.summaries[1:]), undated=2)


def _reading() -> FileReading:
    run = recording(km=3.0)
    holes = np.full(len(run.columns["time_s"]), np.nan)
    holes[: len(AWKWARD)] = AWKWARD
    run = replace(run, columns={**run.columns, "power_w": holes}, device="Ä watch", utc_offset_s=-12_600.0)
    return FileReading("a.fit", (run, recording(km=None, sport="strength", start=None)), (Notice("a.fit", "says “ÿ”"),))


def test_a_summary_comes_back_to_the_last_bit(store: AnyStore) -> None:
    store.keep_summary("d1", _summary(), maker="m1")
    assert repr(store.summary("d1", "m1")) == repr(_summary())


def test_a_reading_comes_back_with_every_sample_to_the_last_bit(store: AnyStore) -> None:
    store.keep("d1", _reading(), reader="r1")
    kept = store.reading("d1", "r1")
    assert kept is not None
    for mine, given in zip(kept.recordings, _reading().recordings, strict=True):
        assert list(mine.columns) == list(given.columns)
        for name, column in given.columns.items():
            assert mine.columns[name].dtype == np.float64
            assert mine.columns[name].tobytes() == column.tobytes(), name
        assert repr(replace(mine, columns={})) == repr(replace(given, columns={}))
    assert kept.notices == _reading().notices


def test_columns_without_a_sample_are_not_the_same_as_no_columns(store: AnyStore) -> None:
    none = replace(recording(km=None), columns={"time_s": np.zeros(0), "distance_m": np.zeros(0)})
    store.keep("d1", FileReading("a.fit", (none,), ()), reader="r1")
    kept = store.reading("d1", "r1")
    assert kept is not None
    assert {name: len(column) for name, column in kept.recordings[0].columns.items()} == {"time_s": 0, "distance_m": 0}


def test_what_another_version_made_is_as_good_as_none(store: AnyStore) -> None:
    store.keep("d1", _reading(), reader="r1")
    store.keep_summary("d1", _summary(), maker="m1")
    store.remember("file", "d1", changed_ns=LONG_AGO_NS)
    assert store.reading("d1", "r2") is None
    assert store.summary("d1", "m2") is None
    assert store.known("file", "m2") is None


def test_what_a_newer_version_made_takes_the_place_of_the_older(store: AnyStore) -> None:
    for version in ("1", "2"):
        store.keep("d1", _reading(), reader=version)
        store.keep_summary("d1", _summary(), maker=version)
    assert (store.reading("d1", "1"), store.summary("d1", "1")) == (None, None)
    assert store.summary("d1", "2") == _summary()
    assert store.holding().files == 1


def test_a_file_is_known_by_its_identity_once_all_of_it_was_kept(store: AnyStore) -> None:
    store.remember("file", "d1", changed_ns=LONG_AGO_NS)
    assert store.known("file", "m1") is None
    store.keep("d1", _reading(), reader="r1")
    assert store.known("file", "m1") is None
    store.keep_summary("d1", _summary(), maker="m1")
    assert store.known("file", "m1") == _summary()
    assert (store.known("another", "m1"), store.known("file", "m2")) == (None, None)


@pytest.mark.parametrize(
    ("changed_ns", "relied_on"),
    [(NOW_NS - SETTLED_NS, True), (NOW_NS - SETTLED_NS + 1, False), (NOW_NS + 10**9, False), (None, False)],
)
def test_a_file_that_was_just_written_may_be_written_again_unseen(
    store: AnyStore, changed_ns: int | None, *, relied_on: bool
) -> None:
    """Like git's "racily clean" entries: within one step of the file system's clock two states look the same."""
    store.remember("file", "d1", changed_ns=changed_ns)
    assert store.digest_of("file") == ("d1" if relied_on else None)


def test_it_says_what_it_holds_and_forgets_everything_when_told(store: AnyStore) -> None:
    store.remember("file", "d1", changed_ns=LONG_AGO_NS)
    store.keep("d1", _reading(), reader="r1")
    store.keep_summary("d1", _summary(), maker="m1")
    held = store.clear()
    assert (held.files, held.recordings) == (1, 2)
    assert (store.holding().files, store.holding().recordings) == (0, 0)
    assert (store.digest_of("file"), store.reading("d1", "r1"), store.summary("d1", "m1")) == (None, None, None)


def test_text_that_is_no_unicode_is_not_kept_and_does_no_harm(store: AnyStore) -> None:
    bad = replace(recording(km=1.0), sport_named="\ud800")
    store.keep("d1", FileReading("a.fit", (bad,), ()), reader="r1")
    kept = store.reading("d1", "r1")
    assert kept is None or kept.recordings[0].sport_named == "\ud800"


def test_a_time_is_still_utc(store: AnyStore) -> None:
    store.keep_summary("d1", _summary(), maker="m1")
    kept = store.summary("d1", "m1")
    assert kept is not None
    assert kept.summaries[0].start.tzinfo is dt.UTC
