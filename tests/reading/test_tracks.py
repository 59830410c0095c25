"""GPX and TCX by hand: pauses, jumps, clocks, several tracks, and times that are none."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from stridewell.reading.limits import DEFAULT, MEBIBYTE
from stridewell.reading.sources import FileReading, read_file
from stridewell.reading.track import Clock

HEAD = '<gpx version="1.1" creator="test"><trk><type>running</type><trkseg>'
TAIL = "</trkseg></trk></gpx>"
STEP_DEG = 10.0 / 111_195.0
SHARED = Clock()


def point(second: int, *, east: float | None = None, clock: str | None = None) -> str:
    """A point 10 m further east each second-step, at the equator."""
    longitude = (second if east is None else east) * STEP_DEG
    time = f"2026-05-01T06:{second // 60:02d}:{second % 60:02d}Z" if clock is None else clock
    return f'<trkpt lat="0.001" lon="{longitude}"><time>{time}</time></trkpt>'


def read(text: str, tmp_path: Path, name: str = "track.gpx") -> FileReading:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_file(path, name=name)


def test_a_pause_between_segments_is_neither_distance_nor_moving_time(tmp_path: Path) -> None:
    first = "".join(point(second) for second in range(60))
    second = "".join(point(second) for second in range(600, 660))
    (run,) = read(f"{HEAD}{first}</trkseg><trkseg>{second}{TAIL}", tmp_path).recordings
    assert run.distance_m == pytest.approx(1180.0, rel=0.001)
    assert run.moving_s == 118.0
    assert run.elapsed_s == 659.0


def test_standing_in_one_segment_is_elapsed_but_not_moving(tmp_path: Path) -> None:
    before = "".join(point(second) for second in range(60))
    after = "".join(point(second, east=second - 540) for second in range(600, 660))
    (run,) = read(f"{HEAD}{before}{after}{TAIL}", tmp_path).recordings
    assert run.moving_s == 118.0
    assert run.elapsed_s == 659.0


def test_a_jump_of_the_receiver_adds_nothing_and_is_said(tmp_path: Path) -> None:
    points = "".join(point(second, east=99_999 if second == 30 else None) for second in range(60))
    found = read(f"{HEAD}{points}{TAIL}", tmp_path)
    assert found.recordings[0].distance_m == pytest.approx(570.0, rel=0.001)
    assert "jumps 2 times" in found.notices[0].says


def test_zero_degrees_is_no_place(tmp_path: Path) -> None:
    nowhere = '<trkpt lat="0" lon="0"><time>2026-05-01T06:00:30Z</time></trkpt>'
    points = [point(second) for second in range(60)]
    points[30] = nowhere
    (run,) = read(f"{HEAD}{''.join(points)}{TAIL}", tmp_path).recordings
    assert run.distance_m == pytest.approx(590.0, rel=0.001)
    assert np.isnan(run.columns["latitude_deg"][30])


def test_points_out_of_order_are_sorted_and_it_is_said(tmp_path: Path) -> None:
    points = [point(second) for second in range(60)]
    points[10], points[11] = points[11], points[10]
    found = read(f"{HEAD}{''.join(points)}{TAIL}", tmp_path)
    assert (np.diff(found.recordings[0].columns["time_s"]) > 0).all()
    assert found.recordings[0].distance_m == pytest.approx(590.0, rel=0.001)
    assert "backwards" in found.notices[0].says


def test_a_clock_that_jumps_a_year_loses_the_shorter_part(tmp_path: Path) -> None:
    late = "".join(point(second, clock=f"2027-05-01T06:00:{second:02d}Z") for second in range(5))
    found = read(f"{HEAD}{''.join(point(second) for second in range(60))}{late}{TAIL}", tmp_path)
    assert found.recordings[0].elapsed_s == 59.0
    assert "5 samples beyond the jump" in found.notices[0].says


def test_times_without_a_zone_are_taken_as_utc_and_it_is_said(tmp_path: Path) -> None:
    points = "".join(point(second).replace("Z<", "<") for second in range(60))
    found = read(f"{HEAD}{points}{TAIL}", tmp_path)
    assert found.recordings[0].start is not None
    assert found.recordings[0].start.hour == 6
    assert "no time zone" in found.notices[0].says


@pytest.mark.parametrize("time", ["", "yesterday", "2026-13-45T99:00:00Z", "0000-00-00", "9" * 400])
def test_what_is_no_time_is_no_time(time: str, tmp_path: Path) -> None:
    points = "".join(point(second, clock=time) for second in range(60))
    found = read(f"{HEAD}{points}{TAIL}", tmp_path)
    assert found.recordings[0].start is None
    assert "no credible date" in found.notices[0].says


@pytest.mark.parametrize(
    ("zones", "offset_s"),
    [
        (("+02:00",), 7200.0),
        (("-07:00",), -25_200.0),
        (("+05:45",), 20_700.0),
        (("Z",), None),  # how most devices write UTC, wherever they are
        (("+00:00",), None),
        (("+01:00", "+02:00"), None),
        (("+01:00", "Z"), None),
        (("",), None),
    ],
)
def test_the_zone_of_the_times_is_kept_where_it_is_one(
    zones: tuple[str, ...], offset_s: float | None, tmp_path: Path
) -> None:
    clocks = [f"2026-05-01T12:{second // 60:02d}:{second % 60:02d}{zones[second % len(zones)]}" for second in range(60)]
    points = "".join(point(second, clock=clock) for second, clock in enumerate(clocks))
    header = "<metadata><time>2026-05-02T00:00:00Z</time></metadata>"
    (run,) = read(f"<gpx>{header}{HEAD[HEAD.index('<trk>') :]}{points}{TAIL}", tmp_path).recordings
    assert run.utc_offset_s == offset_s


def test_times_in_any_dress_are_the_times_that_the_standard_library_reads() -> None:
    """Times of one hour are not parsed again and again; what they mean must not change by that."""
    zones = ("Z", "+00:00", "+01:00", "-03:30", ".5Z", ".250+02:00", "", " +0100")
    times = [f"2026-05-01T{hour:02d}:{minute:02d}:{(minute * 7) % 60:02d}{zone}" for hour in (6, 7)
             for minute in (0, 1, 59) for zone in zones]  # fmt: skip
    times += ["2026-05-01T06+01:00", "2026-05-01T06+01:30", "2026-05-01", "20260501T060708Z", "2026-W18-5T06:07:09Z"]
    for time in times * 2:
        read_by_us = Clock().epoch_s(time), SHARED.epoch_s(time)
        expected = dt.datetime.fromisoformat(time)
        if expected.tzinfo is None:
            expected = expected.replace(tzinfo=dt.UTC)
        assert read_by_us == (expected.timestamp(), expected.timestamp()), time


def test_a_value_that_a_point_leaves_out_is_not_that_of_the_point_before(tmp_path: Path) -> None:
    with_pulse = point(0).replace("</trkpt>", "<ele>300</ele><extensions><hr>150</hr></extensions></trkpt>")
    (run,) = read(f"{HEAD}{with_pulse}{point(1)}{TAIL}", tmp_path).recordings
    np.testing.assert_array_equal(run.columns["heart_rate_bpm"], [150.0, np.nan])
    np.testing.assert_array_equal(run.columns["altitude_m"], [300.0, np.nan])
    times = [f"<Time>2026-05-01T06:00:0{second}Z</Time>" for second in range(2)]
    first = f"<Trackpoint>{times[0]}<DistanceMeters>3</DistanceMeters><Cadence>80</Cadence></Trackpoint>"
    track = f"<Lap><Track>{first}<Trackpoint>{times[1]}</Trackpoint></Track></Lap>"
    text = f'<TrainingCenterDatabase><Activity Sport="Running">{track}</Activity></TrainingCenterDatabase>'
    (run,) = read(text, tmp_path).recordings
    np.testing.assert_array_equal(run.columns["distance_m"], [3.0, np.nan])
    np.testing.assert_array_equal(run.columns["cadence_spm"], [160.0, np.nan])


@pytest.mark.parametrize("value", ["nan", "inf", "1e400", "-1", "abc", "", "255", "0"])
def test_a_heart_rate_that_no_sensor_measured_is_absent(value: str, tmp_path: Path) -> None:
    pulse = f"<extensions><hr>{value}</hr></extensions></trkpt>"
    points = "".join(point(second).replace("</trkpt>", pulse) for second in range(5))
    (run,) = read(f"{HEAD}{points}{TAIL}", tmp_path).recordings
    assert "heart_rate_bpm" not in run.columns


def test_every_track_is_a_recording_of_its_own(tmp_path: Path) -> None:
    points = "".join(point(second) for second in range(60))
    text = f"<gpx><trk><trkseg>{points}</trkseg></trk><trk></trk><trk><type>hiking</type><trkseg>{points}{TAIL}"
    found = read(text, tmp_path)
    assert [one.sport for one in found.recordings] == ["unknown", "walk"]
    assert "1 tracks hold no points" in found.notices[0].says


def test_a_course_in_tcx_is_no_activity(tmp_path: Path) -> None:
    text = "<TrainingCenterDatabase><Courses><Course><Name>x</Name></Course></Courses></TrainingCenterDatabase>"
    found = read(text, tmp_path)
    assert found.recordings == ()
    assert "1 courses" in found.notices[0].says


def test_a_tcx_activity_without_track_has_the_totals_and_the_start_of_the_device(tmp_path: Path) -> None:
    lap = "<Lap><TotalTimeSeconds>1800</TotalTimeSeconds><DistanceMeters>5000</DistanceMeters></Lap>"
    activity = f'<Activity Sport="Running"><Id>2026-05-01T06:00:00Z</Id>{lap}{lap}</Activity>'
    (run,) = read(f"<TrainingCenterDatabase>{activity}</TrainingCenterDatabase>", tmp_path).recordings
    assert (run.distance_m, run.moving_s, run.elapsed_s) == (10_000.0, 3600.0, 3600.0)
    assert run.start is not None
    assert run.start.isoformat() == "2026-05-01T06:00:00+00:00"


def test_the_heart_rate_of_a_tcx_activity_without_track_is_that_of_its_laps_by_their_time(tmp_path: Path) -> None:
    laps = "".join(
        f"<Lap><TotalTimeSeconds>{seconds}</TotalTimeSeconds><AverageHeartRateBpm><Value>{rate}</Value>"
        f"</AverageHeartRateBpm><MaximumHeartRateBpm><Value>190</Value></MaximumHeartRateBpm></Lap>"
        for seconds, rate in ((1800, 110), (600, 150))
    )
    activity = f'<Activity Sport="Other"><Id>2026-05-01T06:00:00Z</Id>{laps}</Activity>'
    (gym,) = read(f"<TrainingCenterDatabase>{activity}</TrainingCenterDatabase>", tmp_path).recordings
    assert (gym.sport, gym.moving_s, gym.heart_rate_bpm) == ("unknown", 2400.0, 120.0)


def test_a_tcx_cut_off_in_a_lap_is_totalled_from_its_samples(tmp_path: Path) -> None:
    """The laps before the cut do not know of the one under way; their sum would be too short."""

    def trackpoint(second: int) -> str:
        time = f"<Time>2026-05-01T06:00:{second:02d}Z</Time>"
        return f"<Trackpoint>{time}<DistanceMeters>{second * 3}</DistanceMeters></Trackpoint>"

    lap = "<Lap><TotalTimeSeconds>10</TotalTimeSeconds><DistanceMeters>30</DistanceMeters><Track>"
    first = lap + "".join(trackpoint(second) for second in range(11)) + "</Track></Lap>"
    cut = "<Lap><Track>" + "".join(trackpoint(second) for second in range(11, 41)) + "<Trackp"
    found = read(f'<TrainingCenterDatabase><Activity Sport="Running">{first}{cut}', tmp_path)
    assert found.recordings[0].distance_m == 120.0
    assert "cut off" in found.notices[0].says


def test_a_character_that_xml_forbids_is_read_over_and_said(tmp_path: Path) -> None:
    points = "".join(point(second) for second in range(60))
    found = read(f"{HEAD}{points}{TAIL}".replace("<trkseg>", "<name>My\x0b run</name><trkseg>"), tmp_path)
    assert found.recordings[0].elapsed_s == 59.0
    assert "could be mended" in found.notices[0].says


def test_a_track_longer_than_any_is_refused_within_its_bound(tmp_path: Path) -> None:
    path = tmp_path / "endless.gpx"
    path.write_text(HEAD + "<!-- nothing -->" * 200_000, encoding="utf-8")
    found = read_file(path, name="endless.gpx", limits=replace(DEFAULT, track_bytes=2 * MEBIBYTE))
    assert found.recordings == ()
    assert "longer than 2 MiB" in found.notices[0].says
