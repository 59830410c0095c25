"""The pictures of a report: nothing leaves the sheet or overlaps, nothing is told by color alone, and odd data is drawn
as what it is."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from tests.builders.example_report import TODAY, example_charts, strength_bars, volume_bars

from stridewell.training.charts import Bars, Change, Changes, Chart, Dots, Limit, Point, Share, Shares
from stridewell.writing.chart_units import in_runner_units, said_in
from stridewell.writing.pictures.charts import Look, draw_chart
from stridewell.writing.pictures.charts.labels import Box
from stridewell.writing.pictures.charts.lettering import shortened, text_width, wrapped
from stridewell.writing.pictures.charts.scales import DayScale, value_scale
from stridewell.writing.pictures.charts.shares import shares_height
from stridewell.writing.pictures.charts.steps import stretches

SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = (300.0, 560.0)
LONG = "a name that is far longer than any sheet is wide, and still goes on " * 4


def _bars(*values: float, marked: tuple[int, ...] = (), label: str | None = None) -> Bars:
    first = dt.date(2026, 1, 5)
    points = tuple(
        Point(
            day=first + dt.timedelta(weeks=place),
            value=value,
            marked=place in marked,
            label=label if place in marked else None,
        )
        for place, value in enumerate(values)
    )
    return Bars(title="t", says="s", unit="km a week", points=points)


def _many_dots(count: int) -> Dots:
    first = dt.date(2017, 1, 2)
    points = tuple(
        Point(day=first + dt.timedelta(days=2 * place), value=5.0 + place % 17, marked=place % 300 == 0, label="long")
        for place in range(count)
    )
    return Dots(title="t", says="s", unit="km", points=points)


CHARTS: dict[str, Chart] = {
    **example_charts(),
    "ten years of sessions": strength_bars(520),
    "ten years of distance": volume_bars(520),
    "ten years of runs": _many_dots(1800),
    "one bar": _bars(3.0, marked=(0,), label="3 km"),
    "all zero": _bars(0.0, 0.0, 0.0),
    "long words": replace(
        _bars(3.0, 9.0, 4.0, marked=(1,), label=LONG), unit=LONG, limits=(Limit(value=5, label=LONG),)
    ),
    "long shares": Shares(
        title="t",
        says="s",
        shares=(Share(label=LONG, share=0.4, says=LONG, marked=True), Share(label="x", share=1.7, says="")),
        limit=Limit(value=0.9, label=LONG),
    ),
    "forty changes": Changes(
        title="t",
        says="s",
        unit=LONG,
        before=LONG,
        after="after",
        changes=tuple(
            Change(label=f"{LONG}{place}", before=170.0 + place, after=171.0, marked=place % 9 == 0)
            for place in range(40)
        ),
    ),
    "one change": Changes(
        title="t", says="s", unit="u", before="b", after="a", changes=(Change(label="x", before=1.0, after=1.0),)
    ),
}
EMPTY: dict[str, Chart] = {
    "bars": Bars(title="t", says="s", unit="km", points=()),
    "dots": Dots(title="t", says="s", unit="km", points=(Point(day=TODAY, value=math.nan),)),
    "shares": Shares(title="t", says="s", shares=()),
    "changes": Changes(
        title="t", says="s", unit="km", before="b", after="a", changes=(Change(label="x", before=math.inf, after=1.0),)
    ),
}


def _drawn(chart: Chart, width: float = 300.0) -> ET.Element:
    return ET.fromstring(draw_chart(chart, Look(width), name="one").text)


def _texts(root: ET.Element) -> Iterator[tuple[str, Box]]:
    for element in root.iter(f"{SVG}text"):
        text, x, y = element.text or "", float(element.get("x", 0)), float(element.get("y", 0))
        size = 11.0 if "small" in element.get("class", "") else 12.0
        wide = text_width(text, size)
        left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[element.get("text-anchor", "start")]
        yield text, Box(left, y - size * 0.75, left + wide, y + size * 0.2)


def _class(root: ET.Element, name: str) -> list[ET.Element]:
    return [element for element in root.iter() if name in element.get("class", "").split()]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", CHARTS)
def test_words_stay_on_the_sheet_and_never_overlap(name: str, width: float) -> None:
    root = _drawn(CHARTS[name], width)
    _, _, wide, tall = (float(part) for part in root.get("viewBox", "").split())
    texts = list(_texts(root))
    assert texts
    sheet = Box(-1.5, 0.0, wide + 1.5, tall)
    assert [text for text, box in texts if not box.within(sheet)] == []
    assert [(one, two) for (one, a), (two, b) in combinations(texts, 2) if a.touches(b)] == []


@pytest.mark.parametrize("name", CHARTS)
def test_every_picture_tells_its_message_and_the_same_in_words(name: str) -> None:
    root = _drawn(CHARTS[name])
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == CHARTS[name].title
    assert root.findtext(f"{SVG}desc") == CHARTS[name].says
    assert root.get("aria-labelledby") == "one-title one-says"


@pytest.mark.parametrize("name", [*CHARTS, *EMPTY])
def test_no_drawing_holds_a_number_that_is_none(name: str) -> None:
    text = draw_chart((CHARTS | EMPTY)[name], Look(300.0), name="one").text
    assert not re.search(r"\b(nan|inf)\b", text)


@pytest.mark.parametrize("kind", EMPTY)
def test_a_chart_without_values_says_so(kind: str) -> None:
    assert "No values to draw." in [text for text, _ in _texts(_drawn(EMPTY[kind]))]


def test_what_is_marked_differs_by_shape_too() -> None:
    """Diamonds among dots, a line under bars, bold words in rows, a diamond at the ends of a change."""
    assert len(_class(_drawn(CHARTS["long_run_spikes"]), "outlined")) >= 4
    strips = [one for one in _class(_drawn(CHARTS["strength_below_two"]), "look") if one.get("height") == "3"]
    assert len(strips) == 4, "weeks without a session in a row share a line"
    assert [text.text for text in _class(_drawn(CHARTS["one_pace"]), "strong")] == ["Moderate"]
    assert len(_class(_drawn(CHARTS["form_fades_late"]), "outlined")) == 2


def test_bars_begin_at_zero_and_are_as_tall_as_their_values() -> None:
    low, high = (float(bar.get("height", 0)) for bar in _class(_drawn(_bars(10.0, 30.0)), "soft"))
    assert high / low == pytest.approx(3.0, rel=0.01)


def test_a_measured_zero_is_seen_and_a_gap_is_not_drawn() -> None:
    gap = _bars(10.0, 0.0, 10.0)
    without = replace(gap, points=(gap.points[0], gap.points[2]))
    assert len(_class(_drawn(gap), "soft")) == 3
    assert len(_class(_drawn(without), "soft")) == 2
    assert "none in all this time" in [text for text, _ in _texts(_drawn(CHARTS["all zero"]))]


def test_too_many_bars_become_means_of_longer_times_and_that_is_said() -> None:
    weeks, months = stretches(volume_bars(52).points, 270.0), stretches(volume_bars(146).points, 270.0)
    assert (weeks.step, weeks.gathered, len(weeks.bars)) == ("week", False, 52)
    assert (months.step, months.gathered) == ("month", True)
    first = [point.value for point in volume_bars(146).points if (point.day.year, point.day.month) == (2024, 2)]
    assert months.bars[1].value == pytest.approx(sum(first) / len(first))
    said = " ".join(text for text, _ in _texts(_drawn(volume_bars(520))))
    assert "a bar is the mean of a quarter" in said


def test_bars_over_ten_years_are_wide_enough_to_be_seen() -> None:
    bars = _class(_drawn(CHARTS["ten years of distance"]), "soft")
    assert min(float(bar.get("width", 0)) for bar in bars) > 2


def test_the_unit_stands_once_and_limits_are_named() -> None:
    words = [text for text, _ in _texts(_drawn(CHARTS["strength_below_two"]))]
    assert [text for text in words if "sessions" in text] == ["strength sessions a week"]
    assert "two a week" in words


def test_a_moving_limit_has_the_name_that_one_of_its_steps_has_and_no_other() -> None:
    dots = CHARTS["long_run_spikes"]
    assert isinstance(dots, Dots)
    nameless = replace(dots, steps=tuple(replace(step, label=None) for step in dots.steps))
    named = replace(nameless, steps=(*nameless.steps[:-1], replace(nameless.steps[-1], label="as far as it goes")))
    assert "as far as it goes" in " ".join(text for text, _ in _texts(_drawn(named)))
    assert "limit" not in " ".join(text for text, _ in _texts(_drawn(nameless)))


def test_the_unit_of_labels_stands_once_over_the_shares() -> None:
    paces = _paces()
    words = [text for text, _ in _texts(_drawn(paces))]
    assert words[0] == "min/km"
    assert words.count("min/km") == 1
    assert shares_height(paces, 300.0) > shares_height(replace(paces, unit=None), 300.0)


def test_labels_that_are_paces_are_those_of_a_mile_where_the_runner_counts_miles() -> None:
    shown = in_runner_units(_paces(), "imperial")
    assert isinstance(shown, Shares)
    assert shown.unit == "min/mi"
    assert [share.label for share in shown.shares] == ["under 8:03", "8:03–9:39", "over 9:39"]


def _paces() -> Shares:
    labels = ("under 5:00", "5:00–6:00", "over 6:00")
    shares = tuple(Share(label=label, share=1 / 3, says="33 %") for label in labels)
    return Shares(title="t", says="A third at each pace.", shares=shares, unit="min/km")


def test_a_limit_whose_name_finds_no_room_is_named_above() -> None:
    words = " ".join(text for text, _ in _texts(_drawn(CHARTS["long_run_spikes"])))
    assert "dashed: 1.1 times the longest of 30 days" in words


def test_zero_is_shown_only_where_it_means_something() -> None:
    assert "0" in [text for text, _ in _texts(_drawn(CHARTS["long_run_spikes"]))]
    assert "0" not in [text for text, _ in _texts(_drawn(CHARTS["economy_trend"]))]


@pytest.mark.parametrize("most", [0.004, 0.7, 1.0, 9.9, 31.0, 999.0, 12_345.0])
def test_marks_of_a_scale_are_round_few_and_hold_the_value(most: float) -> None:
    scale = value_scale(0.0, most, floor=100.0, top=0.0)
    marks = scale.marks()
    assert 3 <= len(marks) <= 7
    assert marks[0] == 0
    assert marks[-1] >= most
    assert len({scale.says(mark) for mark in marks}) == len(marks)
    assert scale.at(0.0) == 100.0
    assert scale.at(marks[-1]) == pytest.approx(0.0)


@pytest.mark.parametrize("days", [1, 20, 74, 76, 200, 400, 1200, 3700, 20_000])
def test_days_below_the_axis_are_named_without_touching(days: int) -> None:
    first = dt.date(1970, 1, 15)
    marks = DayScale(first, first + dt.timedelta(days=days - 1), 20.0, 298.0).marks()
    assert 1 <= len(marks) <= 12
    for before, after in pairwise(marks):
        assert after.x - before.x > (text_width(before.says) + text_width(after.says)) / 2


def test_miles_change_values_units_and_words_and_nothing_that_is_counted() -> None:
    dots, bars = CHARTS["long_run_spikes"], CHARTS["strength_below_two"]
    shown = in_runner_units(dots, "imperial")
    assert isinstance(dots, Dots)
    assert isinstance(shown, Dots)
    assert shown.unit == "mi"
    assert shown.points[0].value == pytest.approx(dots.points[0].value / 1.609344)
    assert {point.label for point in shown.points if point.marked} == {"10.3 mi", "11.8 mi", "13 mi", "15.2 mi"}
    assert in_runner_units(bars, "imperial") == bars
    assert in_runner_units(dots, "metric") is dots


def test_a_pace_is_longer_for_a_mile() -> None:
    pace = Changes(
        title="t", says="s", unit="s/km", before="b", after="a", changes=(Change(label="x", before=300.0, after=310.0),)
    )
    shown = in_runner_units(pace, "imperial")
    assert isinstance(shown, Changes)
    assert shown.unit == "s/mi"
    assert shown.changes[0].before == pytest.approx(482.8, abs=0.1)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("8.0 km between 5:44 and 6:23 min/km", "5 mi between 9:14 and 10:16 min/mi"),
        ("at 5:00–5:06 /km", "at 8:03–8:12 /mi"),
        ("10 km in 48:30, at 10:30 in the morning", "10 km in 48:30, at 10:30 in the morning"),
    ],
)
def test_distances_and_paces_in_a_sentence_follow_the_units_and_times_do_not(text: str, said: str) -> None:
    assert said_in(text, "imperial") == said
    assert said_in(text, "metric") == text


def test_words_are_wrapped_between_words_and_shortened_with_an_ellipsis() -> None:
    lines = wrapped("one two three four", text_width("one two "))
    assert lines == ("one two", "three", "four")
    cut = shortened("a long word", 40.0)
    assert cut.endswith("…")
    assert text_width(cut) <= 40.0
