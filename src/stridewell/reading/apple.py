"""Apple Health exports, streamed: every `<Workout>` is a recording, and the samples of the watch are laid under it.

An export of some years is gigabytes of `<Record>` elements in which a few thousand workouts hide, so that all but the
needed types are passed over, and the needed ones packed. Three generations of the format occur: totals on the workout
itself and positions inside it (2016), routes as GPX files beside it (2019), totals as statistics (2022). Routes in
files are read for themselves; here only their names are kept. Copies from other apps are told apart by `device`.
"""

from __future__ import annotations

from stridewell.reading.apple_samples import HealthSamples
from stridewell.reading.apple_workouts import PAUSES, RESUMES, Workout, recording_of
from stridewell.reading.limits import Limits
from stridewell.reading.track import Clock
from stridewell.reading.xml_stream import End, Start, Text, by_name
from stridewell.training.recording import Recording

_EVENTS_KEPT = 1_000_000  # of one export
_LONGEST_VALUE = 500
_ATTRIBUTES = (
    "workoutActivityType", "duration", "durationUnit", "totalDistance", "totalDistanceUnit", "sourceName", "startDate",
)  # fmt: skip
_STATISTICS = frozenset((
    "HeartRate", "StepCount", "DistanceWalkingRunning", "DistanceCycling", "DistanceSwimming", "DistanceWheelchair",
    "DistanceDownhillSnowSports", "DistanceCrossCountrySkiing", "DistanceRowing", "DistancePaddleSports",
    "DistanceSkatingSports",
))  # fmt: skip
_VALUES: tuple[str, ...] = ("sum", "average", "unit")
_METADATA = frozenset(("HKIndoorWorkout", "HKTimeZone", "HKElevationAscended", "HKElevationDescended"))


class HealthListener:
    """Hears an `export.xml`, whatever it is called; a workout that breaks off is not kept."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.bytes_at_most = limits.bytes_per_file
        self.starts: dict[str, Start] = {
            "Record": self._record, "Workout": self._open_workout, "WorkoutActivity": self._open_part,
            "WorkoutStatistics": self._statistics, "WorkoutEvent": self._event, "MetadataEntry": self._metadata,
            "FileReference": self._route, "Location": self._location,
        }  # fmt: skip
        self.texts: dict[str, Text] = {}
        self.ends: dict[str, End] = {"Workout": self._close_workout, "WorkoutActivity": self._close_part}
        self._workout: Workout | None = None
        self._in_part = False
        self._clock = Clock()
        self._samples = HealthSamples(self._clock, limits.health_samples)
        self._workouts: list[Workout] = []
        self._beyond = self._events = 0

    def _record(self, attributes: list[str]) -> None:
        """By far the most frequent element: one look at its type, which genuine exports write first, ends most."""
        wanted = self._samples.wanted
        if len(attributes) > 1 and attributes[0] == "type" and attributes[1] not in wanted:
            return
        said = by_name(attributes)
        if said.get("type") in wanted:
            self._samples.add(said)

    def _open_workout(self, attributes: list[str]) -> None:
        said = by_name(attributes)
        begin_s = self._clock.epoch_s(said.get("startDate", ""))
        kept = {name: said[name][:_LONGEST_VALUE] for name in _ATTRIBUTES if name in said}
        self._workout = Workout(kept, begin_s, self._clock.epoch_s(said.get("endDate", "")))
        self._in_part = False

    def _close_workout(self, _parent: str, _text: str) -> None:
        if self._workout is not None and len(self._workouts) < self._limits.health_workouts:
            self._workouts.append(self._workout)
        elif self._workout is not None:
            self._beyond += 1
        self._workout = None

    def _open_part(self, _attributes: list[str]) -> None:
        self._in_part = True  # the parts of a workout repeat its statistics and events, each for its own time

    def _close_part(self, _parent: str, _text: str) -> None:
        self._in_part = False

    def _statistics(self, attributes: list[str]) -> None:
        if self._workout is None or self._in_part:
            return
        said = by_name(attributes)
        name = said.get("type", "").removeprefix("HKQuantityTypeIdentifier")
        if name in _STATISTICS:
            kept = {key: said[key][:_LONGEST_VALUE] for key in _VALUES if key in said}
            self._workout.statistics.setdefault(name, kept)

    def _event(self, attributes: list[str]) -> None:
        workout = self._workout
        if workout is None or self._in_part or self._events >= _EVENTS_KEPT:
            return
        said = by_name(attributes)
        kind = said.get("type", "")
        if kind in PAUSES or kind in RESUMES:
            self._events += 1
            workout.pauses.append((self._clock.epoch_s(said.get("date", "")), kind))

    def _metadata(self, attributes: list[str]) -> None:
        if self._workout is None:
            return
        said = by_name(attributes)
        key = said.get("key", "")
        if key in _METADATA:
            self._workout.metadata.setdefault(key, said.get("value", "")[:_LONGEST_VALUE])

    def _route(self, attributes: list[str]) -> None:
        if self._workout is not None and self._workout.route is None:
            self._workout.route = by_name(attributes).get("path", "")[:_LONGEST_VALUE] or None

    def _location(self, attributes: list[str]) -> None:
        if self._workout is not None:
            self._samples.add_place(by_name(attributes), self._workout.places)

    def finish(self, source: str) -> tuple[list[Recording], list[str]]:
        """The recordings, and sentences about the file as a whole."""
        remarks: list[str] = []
        if self._beyond:
            remarks.append(f"holds more than {self._limits.health_workouts} workouts; {self._beyond} are not read")
        if not self._workouts:
            remarks.append("is an Apple Health export without any workout")
        laid = self._samples.under(self._workouts)
        remarks.extend(self._samples.remarks())
        met: dict[str, int] = {}
        recordings = []
        for workout, samples in zip(self._workouts, laid, strict=True):
            named = f"{source}#{workout.said.get('startDate', '')[:19]}"
            times = met[named] = met.get(named, 0) + 1
            own = named if times == 1 else f"{named} ({times})"
            recordings.append(recording_of(workout, samples, source=own, remarks=remarks))
        return recordings, remarks
