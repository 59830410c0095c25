"""The wrapper around the fast FIT decoder: what it catches, what it lets through, what the slow one keeps."""

from __future__ import annotations

from pathlib import Path

import fitfast
import numpy as np
import pytest
from fit_tool.utils.crc import crc16
from tests.builders.example_recordings import recording

from stridewell.reading import fit_decoders
from stridewell.reading.fit_decoders import _FastDecoderFailed, _guarded, _slow, decode
from stridewell.reading.fit_heart_rate import _beats
from stridewell.reading.fit_structure import checksum, sound_copy, walk
from stridewell.reading.limits import DEFAULT
from stridewell.writing.activities.fit import fit_bytes

BASE_TYPE_OF_A_FIELD = 66  # its place in run_fenix5_short.fit
NO_BASE_TYPE = 33


@pytest.fixture
def panicking(root: Path) -> bytes:
    """A run whose first definition names a base type that does not exist."""
    data = bytearray((root / "tests" / "data" / "fit" / "run_fenix5_short.fit").read_bytes())
    data[BASE_TYPE_OF_A_FIELD] = NO_BASE_TYPE
    return bytes(data)


def test_the_panic_of_the_fast_decoder_is_caught_although_it_is_no_exception(panicking: bytes) -> None:
    with pytest.raises(BaseException, match="divisor of zero") as raw:
        fitfast.records(panicking)
    assert not isinstance(raw.value, Exception)
    with pytest.raises(_FastDecoderFailed):
        _guarded(lambda: fitfast.records(panicking))


def test_a_file_that_would_make_it_panic_never_reaches_it(panicking: bytes) -> None:
    structure = walk(panicking)
    assert structure.damage == "the definition at byte 61 makes no sense"
    assert fitfast.message_counts(sound_copy(panicking, structure)) == {"file_id": 1}


def test_a_developer_field_of_no_type_never_reaches_it_either() -> None:
    describing = bytes((0x40, 0, 0, 206, 0, 1, 2, 1, 2)) + bytes((0x00, NO_BASE_TYPE))
    header = bytes((12, 0x20)) + (2195).to_bytes(2, "little") + len(describing).to_bytes(4, "little") + b".FIT"
    assert walk(header + describing + b"\0\0").damage == "the developer field at byte 21 makes no sense"
    sound = describing[:-1] + b"\x02"
    assert walk(header + sound + b"\0\0").damage is None


def test_beats_of_a_strap_are_placed_by_their_low_bits_and_damage_in_them_is_passed_over() -> None:
    anchor = {"timestamp": 1000, "event_timestamp": [10.0], "fractional_timestamp": 0.5}
    beats = {"filtered_bpm": [100, None], "event_timestamp_12": bytes((0x00, 0x4C, 0x30))}  # 0xC00 and 0x304
    times, rates = _beats([{"filtered_bpm": [7]}, anchor, beats, {"filtered_bpm": 3}, {"event_timestamp_12": None}])
    np.testing.assert_allclose(times, [1000.5 + 1.0, 1000.5 + 1.0 + (0x304 - 0xC00 + 4096) / 1024])
    np.testing.assert_array_equal(rates, [100.0, np.nan])


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_a_wish_to_stop_goes_through(stop: type[BaseException]) -> None:
    def stopping() -> None:
        raise stop

    with pytest.raises(stop):
        _guarded(stopping)


def test_our_checksum_is_the_one_of_the_encoder_library() -> None:
    data = fit_bytes(recording(km=0.5))
    assert checksum(data) == crc16(data)
    assert checksum(b"") == 0


def test_a_sound_copy_of_a_sound_file_reads_the_same() -> None:
    data = fit_bytes(recording())
    copy = sound_copy(data, walk(data))
    for name, column in fitfast.records(data).items():
        np.testing.assert_array_equal(column, fitfast.records(copy)[name])


def test_the_slow_decoder_gives_the_same_columns_as_the_fast_one(root: Path) -> None:
    data = (root / "tests" / "data" / "fit" / "run_fenix5_short.fit").read_bytes()
    fast, slow = decode(data, DEFAULT), _slow(data, walk(data), "for the test", DEFAULT)
    assert len(slow.sessions) == len(fast.sessions) == 1
    for name in ("timestamp", "distance", "heart_rate", "position_lat", "cadence"):
        np.testing.assert_allclose(slow.records[name], fast.records[name], rtol=1e-9)
    for name in ("start_time", "total_elapsed_time", "total_distance", "sport"):
        assert slow.sessions[0][name] == pytest.approx(fast.sessions[0][name])


def test_the_slow_decoder_keeps_what_it_heard_before_the_damage(root: Path) -> None:
    data = (root / "tests" / "data" / "fit" / "bad_truncated_60pct.fit").read_bytes()
    found = _slow(data, walk(data), "the file is cut off", DEFAULT)
    assert len(found.records["timestamp"]) == 19
    assert "cut off" in found.remarks[0]


def test_there_is_no_other_place_that_catches_everything() -> None:
    source = Path(fit_decoders.__file__).parent
    catches = [path.name for path in sorted(source.glob("*.py")) if "except BaseException" in path.read_text("utf-8")]
    assert catches == ["fit_decoders.py"]
