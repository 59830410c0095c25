"""What we write, we read back; and other people's libraries read it too."""

from __future__ import annotations

import gzip
from pathlib import Path

import fitdecode
import gpxpy
import numpy as np
import pytest
from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.record_message import RecordMessage
from tests.builders.example_recordings import MORNING, recording

from stridewell.reading.sources import read_file
from stridewell.training.recording import Column, Recording, Sport
from stridewell.writing.activities.fit import fit_bytes
from stridewell.writing.activities.xml import gpx_text, tcx_text


def read_back(content: bytes, tmp_path: Path) -> Recording:
    path = tmp_path / "recording"
    path.write_bytes(content)
    found = read_file(path, name="recording")
    assert found.notices == ()
    (one,) = found.recordings
    return one


@pytest.mark.parametrize("sport", ["run", "walk", "strength", "other", "unknown"])
def test_fit_comes_back_with_its_sport_and_totals(sport: Sport, tmp_path: Path) -> None:
    written = recording(sport=sport)
    read = read_back(fit_bytes(written), tmp_path)
    assert (read.sport, read.start) == (sport, MORNING)
    assert read.distance_m == pytest.approx(written.distance_m)
    assert read.elapsed_s == pytest.approx(written.elapsed_s, abs=0.01)


def test_fit_samples_come_back_within_the_steps_of_the_format(tmp_path: Path) -> None:
    written = recording()
    read = read_back(fit_bytes(written), tmp_path)
    within: dict[Column, float] = {"time_s": 0, "distance_m": 0.006, "speed_m_per_s": 0.0006, "heart_rate_bpm": 0}
    within |= {"cadence_spm": 0, "altitude_m": 0.11, "latitude_deg": 1e-7, "longitude_deg": 1e-7}
    assert set(read.columns) == set(within)
    for name, step in within.items():
        np.testing.assert_allclose(read.columns[name], written.columns[name], atol=step, rtol=0)


def test_fit_samples_are_packed_exactly_as_the_encoder_library_packs_them() -> None:
    written = recording(km=0.1)
    builder = FitFileBuilder(auto_define=True)
    for at, time in enumerate(written.columns["time_s"]):
        message = RecordMessage(local_id=1)
        message.timestamp = round(MORNING.timestamp() + time) * 1000
        message.position_lat = written.columns["latitude_deg"][at]
        message.position_long = written.columns["longitude_deg"][at]
        message.enhanced_altitude = written.columns["altitude_m"][at]
        message.heart_rate = round(written.columns["heart_rate_bpm"][at])
        message.cadence = round(written.columns["cadence_spm"][at] / 2)
        message.distance = written.columns["distance_m"][at]
        message.enhanced_speed = written.columns["speed_m_per_s"][at]
        builder.add(message)
    theirs = b"".join(bytes(record.to_bytes()) for record in builder.records)
    assert theirs in fit_bytes(written)


def test_fit_is_sound_for_a_strict_decoder() -> None:
    with fitdecode.FitReader(fit_bytes(recording()), check_crc=fitdecode.CrcCheck.RAISE) as reader:
        names = [frame.name for frame in reader if frame.frame_type == fitdecode.FIT_FRAME_DATA]
    assert names.count("session") == names.count("activity") == names.count("lap") == 1
    assert names.count("record") == len(recording().columns["time_s"])


def test_a_value_that_is_missing_stays_missing_in_fit(tmp_path: Path) -> None:
    written = recording()
    written.columns["heart_rate_bpm"][3:7] = np.nan
    read = read_back(fit_bytes(written), tmp_path)
    assert np.flatnonzero(np.isnan(read.columns["heart_rate_bpm"])).tolist() == [3, 4, 5, 6]


def test_gpx_comes_back_with_distance_measured_along_the_track(tmp_path: Path) -> None:
    written = recording()
    read = read_back(gpx_text(written).encode(), tmp_path)
    assert (read.sport, read.start) == ("run", MORNING)
    assert read.distance_m == pytest.approx(8000.0, rel=0.001)
    np.testing.assert_array_equal(read.columns["heart_rate_bpm"], written.columns["heart_rate_bpm"])
    np.testing.assert_array_equal(read.columns["cadence_spm"], written.columns["cadence_spm"])


def test_gpx_length_agrees_with_gpxpy(tmp_path: Path) -> None:
    text = gpx_text(recording())
    read = read_back(gzip.compress(text.encode()), tmp_path)
    assert read.distance_m == pytest.approx(gpxpy.parse(text).length_2d(), rel=0.002)


def test_tcx_comes_back_with_its_totals(tmp_path: Path) -> None:
    written = recording()
    read = read_back(tcx_text(written).encode(), tmp_path)
    assert (read.sport, read.start, read.distance_m) == ("run", MORNING, 8000.0)
    assert read.moving_s == pytest.approx(written.moving_s, abs=0.1)
    np.testing.assert_allclose(read.columns["distance_m"], written.columns["distance_m"], atol=0.06)


def test_blanks_and_a_mark_before_the_declaration_are_read_over(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf   \r\n" + tcx_text(recording()).encode()
    assert read_back(content, tmp_path).distance_m == 8000.0


def test_utf_16_is_read(tmp_path: Path) -> None:
    text = gpx_text(recording()).replace("UTF-8", "UTF-16")
    assert read_back(text.encode("utf-16"), tmp_path).distance_m == pytest.approx(8000.0, rel=0.001)
