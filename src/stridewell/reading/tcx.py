"""TCX: every `<Activity>` is a recording; courses and workouts are plans, not activities.

Lap totals are the device's own and win over sums of samples. `Other` is what TCX calls every sport but two, so it
stays unknown here; judging speed is `analysis.sport`.
"""

from __future__ import annotations

import math
from functools import partial

from stridewell.reading.errors import Refused
from stridewell.reading.limits import Limits
from stridewell.reading.track import NOTHING, PLACES, TIME, Clock, Lap, Totals, Track, number, recordings_of
from stridewell.reading.xml_stream import End, Start, Text, by_name
from stridewell.training.recording import Recording

_TEXTS = {
    "Time": TIME,
    "LatitudeDegrees": PLACES["latitude_deg"],
    "LongitudeDegrees": PLACES["longitude_deg"],
    "AltitudeMeters": PLACES["altitude_m"],
    "Speed": PLACES["speed_m_per_s"],
    "RunCadence": PLACES["cadence_spm"],
    "Cadence": PLACES["cadence_spm"],
    "Watts": PLACES["power_w"],
}
_HEART_RATE, _DISTANCE = PLACES["heart_rate_bpm"], PLACES["distance_m"]


class TcxListener:
    """Hears a TCX file; `tracks` holds what was heard so far, also when the file breaks off."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.bytes_at_most = limits.track_bytes
        self.starts: dict[str, Start] = {
            "Activity": self._open_activity, "Lap": self._open_lap, "Track": self._segment,
            "Trackpoint": self._open_point,
        }  # fmt: skip
        self._point = list(NOTHING)  # texts of the point by place; filled without a call into Python
        self.texts: dict[str, Text] = {name: partial(self._point.__setitem__, at) for name, at in _TEXTS.items()}
        self.ends: dict[str, End] = {
            "Activity": self._close_activity, "Course": self._course, "Workout": self._workout, "Lap": self._close_lap,
            "Id": self._id, "TotalTimeSeconds": self._lap_time, "Name": self._name, "Value": self._heart_rate,
            "Trackpoint": self._close_point, "DistanceMeters": self._distance,
        }  # fmt: skip
        self._track: Track | None = None
        self._lap = Lap()
        self.clock = Clock()
        self.tracks: list[Track] = []
        self.courses = 0
        self.workouts = 0

    def _open_activity(self, attributes: list[str]) -> None:
        if len(self.tracks) >= self._limits.recordings_per_file:
            raise Refused(f"holds more than {self._limits.recordings_per_file} activities")
        self._track = Track(self._limits, named=by_name(attributes).get("Sport"))
        self.tracks.append(self._track)

    def _close_activity(self, _parent: str, _text: str) -> None:
        self._track = None

    def _open_lap(self, _attributes: list[str]) -> None:
        self._lap = Lap()

    def _close_lap(self, _parent: str, _text: str) -> None:
        if self._track is not None:
            self._track.totals.add(self._lap)

    def _segment(self, _attributes: list[str]) -> None:
        if self._track is not None:
            self._track.segment += 1

    def _open_point(self, _attributes: list[str]) -> None:
        self._point[:] = NOTHING

    def _close_point(self, _parent: str, _text: str) -> None:
        if self._track is not None:
            self._track.add(self._point, self.clock)

    def _distance(self, parent: str, text: str) -> None:
        if parent == "Lap":
            self._lap.distance_m = _measured(text)
        else:
            self._point[_DISTANCE] = text

    def _heart_rate(self, parent: str, text: str) -> None:
        if parent == "HeartRateBpm":
            self._point[_HEART_RATE] = text
        elif parent == "AverageHeartRateBpm":
            self._lap.heart_rate_bpm = _measured(text)

    def _id(self, parent: str, text: str) -> None:
        if parent == "Activity" and self._track is not None:
            self._track.said_start_s = self.clock.epoch_s(text)

    def _lap_time(self, parent: str, text: str) -> None:
        if parent == "Lap":
            self._lap.moving_s = _measured(text)

    def _name(self, parent: str, text: str) -> None:
        if parent == "Creator" and self._track is not None:
            self._track.device = text.strip() or None

    def _course(self, _parent: str, _text: str) -> None:
        self.courses += 1

    def _workout(self, _parent: str, _text: str) -> None:
        self.workouts += 1

    def finish(self, source: str) -> tuple[list[Recording], list[str]]:
        """The recordings, and sentences about the file as a whole.

        An activity that breaks off keeps no totals: they would leave out the lap that was under way.
        """
        remarks: list[str] = []
        if self._track is not None:
            self._track.totals = Totals()
        if not self.tracks:
            counted = ((self.courses, "courses"), (self.workouts, "workouts"))
            holds = [f"{count} {what}" for count, what in counted if count]
            remarks.append(f"holds no recorded activity ({', '.join(holds) or 'nothing at all'})")
        return recordings_of(self.tracks, source=source, written_as="tcx", clock=self.clock, remarks=remarks), remarks


def _measured(text: str) -> float | None:
    """A total of a lap; one that is no number is unknown, and not zero."""
    value = number(text)
    return value if 0 <= value < math.inf else None
