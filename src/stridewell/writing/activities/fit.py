"""A recording as a FIT activity.

`fit-tool` knows the profile: it writes every definition and every message that is there once. It takes half a
millisecond for a single sample, so the samples themselves are packed by numpy into the layout that its definition
declares. Strength sets, laps by the kilometer and developer fields are not written.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from fit_tool.definition_message import DefinitionMessage
from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.fit_file_header import FitFileHeader
from fit_tool.message import Message
from fit_tool.profile.messages.activity_message import ActivityMessage
from fit_tool.profile.messages.event_message import EventMessage
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.lap_message import LapMessage
from fit_tool.profile.messages.record_message import RecordMessage
from fit_tool.profile.messages.session_message import SessionMessage
from fit_tool.profile.profile_type import Event, EventType, FileType, Manufacturer
from fit_tool.profile.profile_type import Sport as FitSport
from fit_tool.record import Record
from fit_tool.utils.crc import crc16
from numpy.typing import NDArray

from stridewell.training.recording import Column, Recording, Sport

_FIT_EPOCH_S = 631_065_600
_SPORTS: dict[Sport, FitSport] = {
    "run": FitSport.RUNNING,
    "walk": FitSport.WALKING,
    "strength": FitSport.TRAINING,
    "other": FitSport.CYCLING,
    "unknown": FitSport.GENERIC,
}
_STRENGTH_SUB_SPORT = 20
_LOCAL_RECORD = 1
# column: field number, numpy type, how many units of the field make one of ours, offset in ours (FIT profile, record)
_FIELDS: dict[Column, tuple[int, str, float, float]] = {
    "latitude_deg": (0, "<i4", 2**31 / 180.0, 0.0),
    "longitude_deg": (1, "<i4", 2**31 / 180.0, 0.0),
    "altitude_m": (78, "<u4", 5.0, 500.0),
    "heart_rate_bpm": (3, "u1", 1.0, 0.0),
    "cadence_spm": (4, "u1", 0.5, 0.0),
    "distance_m": (5, "<u4", 100.0, 0.0),
    "speed_m_per_s": (73, "<u4", 1000.0, 0.0),
}


def fit_bytes(recording: Recording) -> bytes:
    """The recording as a FIT file. Raises ValueError without a start or without times."""
    if recording.start is None or "time_s" not in recording.columns:
        raise ValueError("a FIT activity needs a start and times")
    start_s = recording.start.timestamp()
    end_s = start_s + float(recording.columns["time_s"][-1])
    samples = _samples(recording, start_s)
    head = [_file_id(start_s), _timer(start_s, EventType.START)]
    tail = [
        _timer(end_s, EventType.STOP_ALL),
        _lap(recording, start_s, end_s),
        _session(recording, start_s, end_s),
        _activity(recording, end_s),
    ]
    body = _messages(head) + samples + _messages(tail)
    header = FitFileHeader(records_size=len(body), gen_crc=True).to_bytes()
    return bytes(header + body + crc16(header + body).to_bytes(2, "little"))


def _samples(recording: Recording, start_s: float) -> bytes:
    """The definition of a sample, made by fit-tool, and all samples packed into its layout."""
    columns = [(name, *_FIELDS[name]) for name in _FIELDS if name in recording.columns]
    template = RecordMessage(local_id=_LOCAL_RECORD)
    template.timestamp = round(start_s) * 1000
    for name, number, *_ in columns:
        field = template.get_field(number)
        field.set_value(0, float(np.nan_to_num(recording.columns[name][0])), None)
    definition = DefinitionMessage.from_data_message(template)
    types = {number: kind for _, number, kind, *_ in columns} | {253: "<u4"}
    layout = [("header", "u1")] + [(str(part.field_id), types[part.field_id]) for part in definition.field_definitions]
    time = recording.columns["time_s"]
    packed = np.zeros(len(time), dtype=layout)
    if packed.dtype.itemsize != 1 + definition.defined_data_size:
        raise ValueError("the FIT definition has another size than the samples")
    packed["header"] = _LOCAL_RECORD
    packed["253"] = np.round(time + start_s - _FIT_EPOCH_S)
    for name, number, kind, scale, offset in columns:
        packed[str(number)] = _scaled(recording.columns[name], np.dtype(kind), scale, offset)
    return bytes(Record.from_message(definition).to_bytes()) + packed.tobytes()


def _scaled(values: NDArray[np.float64], kind: np.dtype[Any], scale: float, offset: float) -> NDArray[np.float64]:
    """Values in units of the field; the field's largest number says that there is none."""
    absent = float(np.iinfo(kind).max)
    return np.where(np.isfinite(values), np.round((values + offset) * scale), absent)


def _messages(messages: list[Message]) -> bytes:
    builder = FitFileBuilder(auto_define=True)
    builder.add_all(messages)
    return b"".join(bytes(record.to_bytes()) for record in builder.records)


def _file_id(start_s: float) -> FileIdMessage:
    message = FileIdMessage()
    message.type = FileType.ACTIVITY
    message.manufacturer = Manufacturer.DEVELOPMENT.value
    message.product = 0
    message.serial_number = 1
    message.time_created = round(start_s) * 1000
    return message


def _timer(at_s: float, what: EventType) -> EventMessage:
    message = EventMessage()
    message.event = Event.TIMER
    message.event_type = what
    message.timestamp = round(at_s) * 1000
    return message


def _lap(recording: Recording, start_s: float, end_s: float) -> LapMessage:
    message = LapMessage()
    message.timestamp = round(end_s) * 1000
    message.start_time = round(start_s) * 1000
    message.total_elapsed_time = end_s - start_s
    message.total_timer_time = end_s - start_s if recording.moving_s is None else recording.moving_s
    if recording.distance_m is not None:
        message.total_distance = recording.distance_m
    return message


def _session(recording: Recording, start_s: float, end_s: float) -> SessionMessage:
    message = SessionMessage()
    message.timestamp = round(end_s) * 1000
    message.start_time = round(start_s) * 1000
    message.sport = _SPORTS[recording.sport]
    if recording.sport == "strength":
        message.sub_sport = _STRENGTH_SUB_SPORT
    message.total_elapsed_time = end_s - start_s
    message.total_timer_time = end_s - start_s if recording.moving_s is None else recording.moving_s
    if recording.distance_m is not None:
        message.total_distance = recording.distance_m
    if recording.ascent_m is not None:
        message.total_ascent = round(recording.ascent_m)
    message.num_laps = 1
    return message


def _activity(recording: Recording, end_s: float) -> ActivityMessage:
    message = ActivityMessage()
    message.timestamp = round(end_s) * 1000
    message.total_timer_time = recording.moving_s if recording.moving_s is not None else recording.elapsed_s
    message.num_sessions = 1
    return message
