"""GPX 1.0 and 1.1: every track is a recording of its own; routes and waypoints are not activities.

Extensions are read by local name (heart rate, cadence, speed, power), whatever their prefix: Garmin, Strava, Amazfit,
ClueTrust and Runkeeper differ only in that. The sport is read from `<type>` alone; judging speed is `analysis.sport`.
"""

from __future__ import annotations

from stridewell.reading.errors import Refused
from stridewell.reading.limits import Limits
from stridewell.reading.track import EPOCH, PLACES, Clock, Track, TrackReading, empty_row, number, recording_of

_NUMBERS = {
    "ele": PLACES["altitude_m"],
    "hr": PLACES["heart_rate_bpm"],
    "heartrate": PLACES["heart_rate_bpm"],
    "cad": PLACES["cadence_spm"],
    "cadence": PLACES["cadence_spm"],
    "speed": PLACES["speed_m_per_s"],
    "power": PLACES["power_w"],
    "PowerInWatts": PLACES["power_w"],
}
_COORDINATES = {"lat": PLACES["latitude_deg"], "lon": PLACES["longitude_deg"]}


class GpxListener:
    """Hears a GPX file; `tracks` holds what was heard so far, also when the file breaks off."""

    starts = frozenset(("gpx", "trk", "trkseg", "trkpt"))
    ends = frozenset(("trkpt", "trk", "time", "type", "rte", "wpt", *_NUMBERS))

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._point: list[float] | None = None
        self._track: Track | None = None
        self._creator: str | None = None
        self.clock = Clock()
        self.tracks: list[Track] = []
        self.routes = 0
        self.waypoints = 0

    def start(self, name: str, attributes: list[str]) -> None:
        """Open a track, a segment or a point."""
        if name == "trkpt":
            point = self._point = empty_row()
            for at in range(0, len(attributes), 2):
                place = _COORDINATES.get(attributes[at])
                if place is not None:
                    point[place] = number(attributes[at + 1])
        elif name == "trkseg" and self._track is not None:
            self._track.segment += 1
        elif name == "trk":
            if len(self.tracks) >= self._limits.recordings_per_file:
                raise Refused(f"holds more than {self._limits.recordings_per_file} tracks")
            self._track = Track(self._limits, device=self._creator)
            self.tracks.append(self._track)
        elif name == "gpx":
            self._creator = dict(zip(attributes[::2], attributes[1::2], strict=True)).get("creator") or None

    def end(self, name: str, parent: str, text: str) -> None:
        """Keep a value of the point, close a point or a track, or count what is no track."""
        point = self._point
        if point is not None:
            place = _NUMBERS.get(name)
            if place is not None:
                point[place] = number(text)
            elif name == "time":
                point[EPOCH] = self.clock.epoch_s(text)
            elif name == "trkpt":
                self._end_point(point)
        elif name == "type" and parent == "trk" and self._track is not None:
            self._track.named = text.strip() or None
        elif name == "trk":
            self._track = None
        elif name == "rte":
            self.routes += 1
        elif name == "wpt":
            self.waypoints += 1

    def _end_point(self, point: list[float]) -> None:
        if self._track is not None:
            self._track.add(point)
        self._point = None

    def finish(self, source: str) -> tuple[list[TrackReading], list[str]]:
        """The recordings, and sentences about the file as a whole. Tracks without points are left out, and said."""
        remarks: list[str] = []
        held = [track for track in self.tracks if track.rows]
        if len(held) < len(self.tracks):
            remarks.append(f"{len(self.tracks) - len(held)} tracks hold no points")
        if not self.tracks:
            holds = [
                f"{count} {what}" for count, what in ((self.routes, "routes"), (self.waypoints, "waypoints")) if count
            ]
            remarks.append(f"holds no recorded track ({', '.join(holds) or 'nothing at all'}), so it is no activity")
        if self.clock.naive:
            remarks.append("times carry no time zone; they were taken as UTC")
        return [recording_of(track, source=source, written_as="gpx") for track in held], remarks
