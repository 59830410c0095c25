"""TCX: every `<Activity>` is a recording; courses and workouts are plans, not activities.

Lap totals are the device's own and win over sums of samples. `Other` is what TCX calls every sport but two, so it
stays unknown here; judging speed is `analysis.sport`.
"""

from __future__ import annotations

from stridewell.reading.errors import Refused
from stridewell.reading.limits import Limits
from stridewell.reading.track import EPOCH, PLACES, Clock, Totals, Track, TrackReading, empty_row, number, recording_of

_NUMBERS = {
    "LatitudeDegrees": PLACES["latitude_deg"],
    "LongitudeDegrees": PLACES["longitude_deg"],
    "AltitudeMeters": PLACES["altitude_m"],
    "DistanceMeters": PLACES["distance_m"],
    "Speed": PLACES["speed_m_per_s"],
    "RunCadence": PLACES["cadence_spm"],
    "Cadence": PLACES["cadence_spm"],
    "Watts": PLACES["power_w"],
}
_HEART_RATE = PLACES["heart_rate_bpm"]


class TcxListener:
    """Hears a TCX file; `tracks` holds what was heard so far, also when the file breaks off."""

    starts = frozenset(("Activity", "Track", "Trackpoint"))
    ends = frozenset(("Activity", "Course", "Workout", "Id", "TotalTimeSeconds", "Name", "Value", "Time", "Trackpoint"))
    ends |= frozenset(_NUMBERS)

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._point: list[float] | None = None
        self._track: Track | None = None
        self.clock = Clock()
        self.tracks: list[Track] = []
        self.courses = 0
        self.workouts = 0

    def start(self, name: str, attributes: list[str]) -> None:
        """Open an activity, a lap's track or a point."""
        if name == "Trackpoint":
            self._point = empty_row()
        elif name == "Track" and self._track is not None:
            self._track.segment += 1
        elif name == "Activity":
            if len(self.tracks) >= self._limits.recordings_per_file:
                raise Refused(f"holds more than {self._limits.recordings_per_file} activities")
            named = dict(zip(attributes[::2], attributes[1::2], strict=True)).get("Sport")
            self._track = Track(self._limits, named=named)
            self.tracks.append(self._track)

    def end(self, name: str, parent: str, text: str) -> None:
        """Keep a value of the point or of the lap, or close what was open."""
        if self._point is not None:
            self._end_in_point(self._point, name, parent, text)
        elif name == "Activity":
            self._track = None
        elif name == "Course":
            self.courses += 1
        elif name == "Workout":
            self.workouts += 1
        elif self._track is not None:
            self._end_in_activity(self._track, name, parent, text)

    def _end_in_activity(self, track: Track, name: str, parent: str, text: str) -> None:
        if name == "Id" and parent == "Activity":
            track.said_start_s = self.clock.epoch_s(text)
        elif parent == "Lap" and name == "TotalTimeSeconds":
            track.totals.moving_s = _plus(track.totals.moving_s, number(text))
        elif parent == "Lap" and name == "DistanceMeters":
            track.totals.distance_m = _plus(track.totals.distance_m, number(text))
        elif parent == "Creator" and name == "Name":
            track.device = text.strip() or None

    def _end_in_point(self, point: list[float], name: str, parent: str, text: str) -> None:
        place = _NUMBERS.get(name)
        if place is not None:
            point[place] = number(text)
        elif name == "Value" and parent == "HeartRateBpm":
            point[_HEART_RATE] = number(text)
        elif name == "Time":
            point[EPOCH] = self.clock.epoch_s(text)
        elif name == "Trackpoint":
            if self._track is not None:
                self._track.add(point)
            self._point = None

    def finish(self, source: str) -> tuple[list[TrackReading], list[str]]:
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
        if self.clock.naive:
            remarks.append("times carry no time zone; they were taken as UTC")
        return [recording_of(track, source=source, written_as="tcx") for track in self.tracks], remarks


def _plus(total: float | None, part: float) -> float | None:
    """Add a lap's part; a part that is no number adds nothing, and is not zero."""
    if not part >= 0:
        return total
    return part if total is None else total + part
