"""A recording as GPX 1.1 (as a phone or Strava writes it) and as TCX (as an old watch does).

Only what these formats hold: GPX has no totals, TCX no stance time. Times are UTC, whole seconds.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from stridewell.training.recording import Column, Recording, Sport

_GPX_TYPES: dict[Sport, str] = {"run": "running", "walk": "walking", "strength": "strength", "other": "cycling"}
_TCX_SPORTS: dict[Sport, str] = {"run": "Running", "other": "Biking"}


def gpx_text(recording: Recording) -> str:
    """The recording as a GPX file of one track. An unknown sport writes no type. Raises ValueError without a start."""
    kind = _GPX_TYPES.get(recording.sport)
    creator = quoteattr(recording.device or "Stridewell")
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>\n',
        f'<gpx version="1.1" creator={creator} xmlns="http://www.topografix.com/GPX/1/1"',
        ' xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">\n',
        f"<trk>{f'<type>{escape(kind)}</type>' if kind else ''}<trkseg>\n",
    ]
    for time, sample in _samples(recording):
        parts.append(_gpx_point(time, sample))
    parts.append("</trkseg></trk></gpx>\n")
    return "".join(parts)


def tcx_text(recording: Recording) -> str:
    """The recording as a TCX file of one lap. Sports it cannot name are `Other`. Raises ValueError without a start."""
    points = [_tcx_point(time, sample) for time, sample in _samples(recording)]
    start = _start(recording).strftime("%Y-%m-%dT%H:%M:%SZ")
    seconds = recording.moving_s if recording.moving_s is not None else recording.elapsed_s
    lap = f"<TotalTimeSeconds>{0.0 if seconds is None else seconds:.1f}</TotalTimeSeconds>"
    if recording.distance_m is not None:
        lap += f"<DistanceMeters>{recording.distance_m:.1f}</DistanceMeters>"
    creator = f"<Creator><Name>{escape(recording.device)}</Name></Creator>" if recording.device else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"'
        ' xmlns:ns3="http://www.garmin.com/xmlschemas/ActivityExtension/v2">\n'
        f'<Activities><Activity Sport="{_TCX_SPORTS.get(recording.sport, "Other")}"><Id>{start}</Id>\n'
        f'<Lap StartTime="{start}">{lap}<Intensity>Active</Intensity><TriggerMethod>Manual</TriggerMethod>\n<Track>\n'
        f"{''.join(points)}</Track></Lap>{creator}</Activity></Activities></TrainingCenterDatabase>\n"
    )


def _start(recording: Recording) -> dt.datetime:
    if recording.start is None or "time_s" not in recording.columns:
        raise ValueError("a track needs a start and times")
    return recording.start


def _samples(recording: Recording) -> Iterator[tuple[str, dict[Column, float]]]:
    """Each sample as its time and the values it has."""
    start = _start(recording)
    names = list(recording.columns)
    for values in zip(*(recording.columns[name].tolist() for name in names), strict=True):
        sample = {name: value for name, value in zip(names, values, strict=True) if not math.isnan(value)}
        time = start + dt.timedelta(seconds=round(sample["time_s"]))
        yield time.strftime("%Y-%m-%dT%H:%M:%SZ"), sample


def _gpx_point(time: str, sample: dict[Column, float]) -> str:
    extension = ""
    if "heart_rate_bpm" in sample:
        extension += f"<gpxtpx:hr>{sample['heart_rate_bpm']:.0f}</gpxtpx:hr>"
    if "cadence_spm" in sample:
        extension += f"<gpxtpx:cad>{sample['cadence_spm'] / 2:.0f}</gpxtpx:cad>"
    if extension:
        extension = f"<extensions><gpxtpx:TrackPointExtension>{extension}</gpxtpx:TrackPointExtension></extensions>"
    height = f"<ele>{sample['altitude_m']:.1f}</ele>" if "altitude_m" in sample else ""
    place = f'lat="{sample["latitude_deg"]:.7f}" lon="{sample["longitude_deg"]:.7f}"'
    return f"<trkpt {place}>{height}<time>{time}</time>{extension}</trkpt>\n"


def _tcx_point(time: str, sample: dict[Column, float]) -> str:
    parts = [f"<Trackpoint><Time>{time}</Time>"]
    if "latitude_deg" in sample and "longitude_deg" in sample:
        parts.append(
            f"<Position><LatitudeDegrees>{sample['latitude_deg']:.7f}</LatitudeDegrees>"
            f"<LongitudeDegrees>{sample['longitude_deg']:.7f}</LongitudeDegrees></Position>"
        )
    if "altitude_m" in sample:
        parts.append(f"<AltitudeMeters>{sample['altitude_m']:.1f}</AltitudeMeters>")
    if "distance_m" in sample:
        parts.append(f"<DistanceMeters>{sample['distance_m']:.1f}</DistanceMeters>")
    if "heart_rate_bpm" in sample:
        parts.append(f"<HeartRateBpm><Value>{sample['heart_rate_bpm']:.0f}</Value></HeartRateBpm>")
    if "cadence_spm" in sample:
        cadence = f"<ns3:RunCadence>{sample['cadence_spm'] / 2:.0f}</ns3:RunCadence>"
        parts.append(f"<Extensions><ns3:TPX>{cadence}</ns3:TPX></Extensions>")
    parts.append("</Trackpoint>\n")
    return "".join(parts)
