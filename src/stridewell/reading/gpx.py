"""GPX 1.0 and 1.1: every track is a recording of its own; routes and waypoints are not activities.

Extensions are read by local name (heart rate, cadence, speed, power), whatever their prefix: Garmin, Strava, Amazfit,
ClueTrust and Runkeeper differ only in that. The sport is read from `<type>` alone; judging speed is `analysis.sport`.
"""

from __future__ import annotations

from functools import partial

from stridewell.reading.errors import Refused
from stridewell.reading.limits import Limits
from stridewell.reading.track import NOTHING, PLACES, TIME, Clock, Track, recordings_of
from stridewell.reading.xml_stream import End, Start, Text, by_name
from stridewell.training.recording import Recording

_TEXTS = {
    "time": TIME,
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

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.bytes_at_most = limits.track_bytes
        self.starts: dict[str, Start] = {
            "gpx": self._gpx, "trk": self._open_track, "trkseg": self._segment, "trkpt": self._open_point,
        }  # fmt: skip
        self._point = list(NOTHING)  # texts of the point by place; filled without a call into Python
        self.texts: dict[str, Text] = {name: partial(self._point.__setitem__, at) for name, at in _TEXTS.items()}
        self.ends: dict[str, End] = {
            "trkpt": self._close_point, "trk": self._close_track, "type": self._type, "rte": self._route,
            "wpt": self._waypoint,
        }  # fmt: skip
        self._track: Track | None = None
        self._creator: str | None = None
        self.clock = Clock()
        self.tracks: list[Track] = []
        self.routes = 0
        self.waypoints = 0

    def _gpx(self, attributes: list[str]) -> None:
        self._creator = by_name(attributes).get("creator") or None

    def _open_track(self, _attributes: list[str]) -> None:
        if len(self.tracks) >= self._limits.recordings_per_file:
            raise Refused(f"holds more than {self._limits.recordings_per_file} tracks")
        self._track = Track(self._limits, device=self._creator)
        self.tracks.append(self._track)

    def _close_track(self, _parent: str, _text: str) -> None:
        self._track = None

    def _segment(self, _attributes: list[str]) -> None:
        if self._track is not None:
            self._track.segment += 1

    def _open_point(self, attributes: list[str]) -> None:
        point = self._point
        point[:] = NOTHING
        for at in range(0, len(attributes), 2):
            place = _COORDINATES.get(attributes[at])
            if place is not None:
                point[place] = attributes[at + 1]

    def _close_point(self, _parent: str, _text: str) -> None:
        if self._track is not None:
            self._track.add(self._point, self.clock)

    def _type(self, parent: str, text: str) -> None:
        if parent == "trk" and self._track is not None:
            self._track.named = text.strip() or None

    def _route(self, _parent: str, _text: str) -> None:
        self.routes += 1

    def _waypoint(self, _parent: str, _text: str) -> None:
        self.waypoints += 1

    def finish(self, source: str) -> tuple[list[Recording], list[str]]:
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
        return recordings_of(held, source=source, written_as="gpx", clock=self.clock, remarks=remarks), remarks
