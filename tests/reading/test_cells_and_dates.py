"""Numbers, durations and dates as people's tables write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stridewell.reading.exports.cells import DecimalMark, decimal_mark, iso_seconds, number, seconds
from stridewell.reading.exports.dates import MONTHS, SlashOrder, moment_of, slash_order


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("8.99", ".", 8.99), ("8,99", ".", 8.99), ("1,234", ".", 1234.0), ("1,234.5", ".", 1234.5),
        ("1 234,5", ".", 1234.5), ("5,81", ",", 5.81), ("1.234,5", ",", 1234.5), ("8.99", ",", 8.99),
        ("7,800", ".", 7800.0), ("-9", ".", -9.0), ("1'234.5", ".", 1234.5), ("1\u202f234", ".", 1234.0),
        ("--", ".", None), ("", ".", None), ("nan", ".", None), ("inf", ".", None), ("1e999", ".", None),
        ("0x10", ".", None), ("1_000", ".", None), ("12:30", ".", None), ("١٢", ".", 12.0), ("9" * 500, ".", None),
    ],
)  # fmt: skip
def test_numbers(text: str, mark: DecimalMark, value: float | None) -> None:
    assert number(text, mark) == value


def test_the_decimal_mark_is_a_comma_where_a_cell_can_only_be_read_so() -> None:
    assert decimal_mark(["5,81", "10"]) == ","
    assert decimal_mark(["1.234,50"]) == ","
    assert decimal_mark(["7,800", "5.81", "--"]) == "."


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1:52:05", 6725.0), ("47:12", 2832.0), ("00:04:40.1", 280.1), ("2832", 2832.0), ("2832.0", 2832.0),
        ("", None), ("--", None), ("1:2:3:4", None), ("a:b", None),
    ],
)  # fmt: skip
def test_durations(text: str, value: float | None) -> None:
    assert seconds(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("PT2832S", 2832.0), ("PT1H2M3.5S", 3723.5), ("PT30M", 1800.0), ("P1DT1S", 86_401.0), ("PT", None),
        ("P", None), ("", None), ("2832", None),
    ],
)  # fmt: skip
def test_iso_durations(text: str, value: float | None) -> None:
    assert iso_seconds(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "Mar 1, 2026, 7:02:10 AM", "Mar 1, 2026, 7:02:10\u202fAM", "1 Mar 2026, 07:02:10", "01.03.2026, 07:02:10",
        "1 mars 2026, 07:02:10", "1. mars 2026, 07.02.10", "1 de mar. de 2026, 7:02:10 a. m.", "2026-03-01 07:02:10",
        "2026/03/01 7:02:10", "2026-03-01T07:02:10Z", "2026-03-01T08:02:10+01:00", "1 März 2026, 07:02:10",
        "1 maart 2026 07:02:10", "1 ma\u0308rz 2026, 07:02:10",
    ],
)  # fmt: skip
def test_layouts_of_dates(text: str) -> None:
    assert moment_of(text, "unknown") == dt.datetime(2026, 3, 1, 7, 2, 10, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "text",
    [
        "", "yesterday", "2026-03-01", "31 Feb 2026, 07:00:00", "Foo 1, 2026, 7:02:10 AM", "Mar 1, 2026, 13:00:00 PM",
        "03/04/2026, 07:00:00", "2026-13-01 07:00:00", "2026-03-01 27:00:00", "9" * 100, "1 Mar 0000, 07:00:00",
    ],
)  # fmt: skip
def test_what_is_no_date_is_none(text: str) -> None:
    assert moment_of(text, "unknown") is None


def test_noon_and_midnight() -> None:
    noon, midnight = (moment_of(f"Mar 1, 2026, 12:00:00 {half}", "unknown") for half in ("PM", "AM"))
    assert noon is not None
    assert midnight is not None
    assert (noon.hour, midnight.hour) == (12, 0)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["25/06/2026, 7:00:00"], "day first"),
        (["06/25/2026, 7:00:00"], "month first"),
        (["03/04/2026, 7:00:00"], "unknown"),
        (["25/06/2026, 7:00:00", "06/25/2026, 7:00:00"], "unknown"),
        ([], "unknown"),
    ],
)
def test_the_order_of_day_and_month_is_shown_or_unknown(texts: list[str], order: SlashOrder) -> None:
    assert slash_order(texts) == order


def test_every_month_has_a_name_in_each_language() -> None:
    assert set(MONTHS.values()) == set(range(1, 13))


@given(moment=st.datetimes(dt.datetime(1990, 1, 1), dt.datetime(2099, 1, 1)))  # noqa: DTZ001
def test_a_written_moment_is_read_back(moment: dt.datetime) -> None:
    moment = moment.replace(microsecond=0, tzinfo=dt.UTC)
    for layout in ("%b %d, %Y, %I:%M:%S %p", "%d %B %Y, %H:%M:%S", "%d.%m.%Y, %H:%M:%S", "%Y-%m-%d %H:%M:%S"):
        assert moment_of(moment.strftime(layout), "unknown") == moment


@given(text=st.text(max_size=80))
def test_no_text_gets_out(text: str) -> None:
    number(text), number(text, ","), seconds(text), iso_seconds(text)
    moment_of(text, "unknown"), moment_of(text, "day first"), slash_order([text])
