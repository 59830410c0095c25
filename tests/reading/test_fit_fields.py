"""What a FIT activity tells about itself beside its samples, and samples in unusual clothes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import fitfast
import numpy as np
import pytest
from tests.builders.fit_messages import (
    ENUM,
    FIT_EPOCH_S,
    STRING,
    UINT8,
    UINT16,
    UINT32,
    Field,
    activity_file,
    compressed,
    fit_file,
    message,
)

from stridewell.reading.fit_structure import summary_copy, walk
from stridewell.reading.sources import FileReading, read_file
from stridewell.training.recording import Recording

START = dt.datetime(2026, 5, 1, 6, 0, tzinfo=dt.UTC)
BEGIN = int(START.timestamp()) - FIT_EPOCH_S
RUN: Sequence[Field] = (
    (253, UINT32, BEGIN + 600), (2, UINT32, BEGIN), (7, UINT32, 600_000), (8, UINT32, 600_000), (9, UINT32, 200_000),
    (5, ENUM, 1),
)  # fmt: skip
SAMPLES = b"".join(message(2, 20, [(253, UINT32, BEGIN + at), (3, UINT8, 140)]) for at in range(0, 600, 60))


def read(content: bytes, folder: Path) -> FileReading:
    path = folder / "run.fit"
    path.write_bytes(content)
    return read_file(path, name="run.fit")


def one(content: bytes, folder: Path) -> Recording:
    found = read(content, folder)
    assert found.notices == ()
    (recording,) = found.recordings
    return recording


def with_session(folder: Path, *fields: Field) -> Recording:
    return one(activity_file(SAMPLES, session=[*RUN, *fields]), folder)


def test_descent_heart_rate_and_cadence_are_the_watch_s_own(tmp_path: Path) -> None:
    run = with_session(tmp_path, (22, UINT16, 120), (23, UINT16, 90), (16, UINT8, 151), (18, UINT8, 84))
    assert (run.ascent_m, run.descent_m, run.heart_rate_bpm, run.cadence_spm) == (120.0, 90.0, 151.0, 168.0)


def test_a_mean_of_zero_is_no_mean(tmp_path: Path) -> None:
    run = with_session(tmp_path, (16, UINT8, 0), (18, UINT8, 0))
    assert (run.heart_rate_bpm, run.cadence_spm) == (None, None)


@pytest.mark.parametrize(("told", "rating"), [(10, 1.0), (40, 4.0), (100, 10.0), (0, None), (101, None)])
def test_how_hard_it_felt_is_told_times_ten(told: int, rating: float | None, tmp_path: Path) -> None:
    assert with_session(tmp_path, (193, UINT8, told)).effort_rating == rating


def test_how_one_felt_is_not_how_hard_it_was(tmp_path: Path) -> None:
    assert with_session(tmp_path, (192, UINT8, 75)).effort_rating is None


@pytest.mark.parametrize(
    ("ahead_s", "offset_s"),
    [
        (7200, 7200.0),
        (-25_200, -25_200.0),
        (20_700, 20_700.0),
        (0, 0.0),
        (7201, 7200.0),
        (7230, None),
        (15 * 3600, None),
        (400_000_000, None),
    ],
)
def test_the_wall_clock_of_the_watch_is_believed_where_a_zone_has_it(
    ahead_s: int, offset_s: float | None, tmp_path: Path
) -> None:
    activity = [(253, UINT32, BEGIN + 600), (5, UINT32, BEGIN + 600 + ahead_s)]
    run = one(activity_file(SAMPLES, session=RUN, activity=activity), tmp_path)
    assert run.utc_offset_s == offset_s


def test_gym_sessions_of_unknown_content_may_be_strength(tmp_path: Path) -> None:
    """Sport, sub-sport and distance [m]: generic, training and HIIT say nothing of what was done."""
    unknown, known = [(0, 0, 0), (10, 0, 0), (62, 70, 0)], [(0, 0, 2000), (1, 0, 0), (10, 43, 0), (4, 14, 0)]
    for sport, sub_sport, metres in unknown + known:
        session = [*RUN[:4], (9, UINT32, metres * 100), (5, ENUM, sport), (6, ENUM, sub_sport)]
        expected = (sport, sub_sport, metres) in unknown
        assert one(activity_file(session=session), tmp_path).may_be_strength == expected


def pod(*fields: tuple[int, str, int]) -> bytes:
    """Developer fields of a pod, by number, name and value, beside a native heart rate."""
    described = b"".join(
        message(3, 206, [(0, UINT8, 0), (1, UINT8, number), (2, UINT8, UINT8), (3, STRING, name)])
        for number, name, _ in fields
    )
    values = [(number, value) for number, _, value in fields]
    samples = b"".join(message(2, 20, [(253, UINT32, BEGIN + at), (3, UINT8, 140)], values) for at in range(0, 600, 60))
    return message(3, 207, [(3, UINT8, 0)]) + described + samples


def test_a_pod_counts_where_the_watch_measured_nothing(tmp_path: Path) -> None:
    measured = pod((0, "Power", 250), (1, "Ground Time", 240), (2, "Vertical Oscillation", 8))
    run = one(activity_file(measured, session=RUN), tmp_path)
    for name, value in (("power_w", 250.0), ("contact_time_ms", 240.0), ("vertical_oscillation_mm", 80.0)):
        np.testing.assert_array_equal(run.columns[name], np.full(10, value))  # type: ignore[index]


def test_the_watch_s_own_contact_time_wins_over_the_pod_and_nothing_is_said(tmp_path: Path) -> None:
    described = message(3, 206, [(0, UINT8, 0), (1, UINT8, 1), (2, UINT8, UINT8), (3, STRING, "Ground Time")])
    both = message(2, 20, [(253, UINT32, BEGIN), (41, UINT16, 2500)], [(1, 199)])
    run = one(activity_file(message(3, 207, [(3, UINT8, 0)]), described, both, session=RUN), tmp_path)
    assert run.columns["contact_time_ms"].tolist() == [250.0]


def beats(count: int, *, every: int = 7) -> bytes:
    definition = message(3, 20, [(3, UINT8, 0)])[:-2]
    return definition + b"".join(compressed(3, BEGIN + at * every, 120 + at % 9) for at in range(1, count))


def test_compressed_times_follow_the_full_time_before_them(tmp_path: Path) -> None:
    anchor = message(2, 20, [(253, UINT32, BEGIN), (3, UINT8, 120)])
    run = one(activity_file(anchor, beats(80), session=RUN), tmp_path)
    assert run.start == START
    np.testing.assert_array_equal(run.columns["time_s"], np.arange(80) * 7.0)


def test_compressed_times_without_a_full_one_are_placed_by_the_session_and_it_is_said(tmp_path: Path) -> None:
    found = read(activity_file(beats(80), session=RUN), tmp_path)
    (run,) = found.recordings
    assert run.start == START
    np.testing.assert_array_equal(run.columns["time_s"], np.arange(1, 80) * 7.0)
    assert "placed at the start of the session" in found.notices[0].says


def test_compressed_times_without_any_anchor_leave_the_day_unknown(tmp_path: Path) -> None:
    unset = [(253, UINT32, 5000), (2, UINT32, 4400), *RUN[2:]]
    found = read(activity_file(beats(80), session=unset), tmp_path)
    assert found.recordings[0].start is None
    assert "clock was not set" in found.notices[0].says


def test_messages_about_the_whole_activity_are_set_aside_unchanged(root: Path) -> None:
    """They are decoded without the samples; nothing of them may get lost, also behind each header of a chained file."""
    for name in ("run_fenix5_short", "strength_planned_sets_weights", "triathlon_fr920xt_multi_header"):
        data = (root / "tests" / "data" / "fit" / f"{name}.fit").read_bytes()
        whole = fitfast.parse(data, enum_names=False)
        aside = fitfast.parse(summary_copy(walk(data)), enum_names=False)
        for kind in ("file_id", "sport", "session", "activity", "hr", "set", "field_description"):
            assert aside.get(kind) == whole.get(kind)
        assert "record" not in aside


def test_a_session_that_is_cut_off_is_damage_and_the_samples_stay(tmp_path: Path) -> None:
    for missing in range(1, 12):
        session = message(1, 18, RUN)[:-missing]
        found = read(fit_file(message(0, 0, [(0, ENUM, 4)]), SAMPLES, session), tmp_path)
        assert len(found.recordings[0].columns["time_s"]) == 10
        assert "cut off" in found.notices[0].says
