"""The two pictures of the load, in a wide and a narrow drawing, and the same in numbers.

Which drawing is seen is chosen by the width of the page, so that texts keep their size on a phone and on paper.
"""

from __future__ import annotations

from collections.abc import Callable

from stridewell.writing import wording
from stridewell.writing.markup import Markup, joined, tag
from stridewell.writing.overview import Showing, longest_runs
from stridewell.writing.pictures.longest_run import longest_run, longest_run_message
from stridewell.writing.pictures.weekly_volume import volume_message, weekly_volume

_WIDTHS = (("narrow", 300.0), ("wide", 680.0))


def figures_section(showing: Showing) -> Markup:
    """Weekly distance, longest run, and the table of both."""
    plan, units = showing.plan, showing.units
    longest = longest_runs(plan, showing.knowledge)
    volume = _figure(
        volume_message(plan),
        "Running distance a week, without the race.",
        lambda kind, width: weekly_volume(plan, width=width, name=f"volume-{kind}"),
    )
    single = _figure(
        longest_run_message(longest, units),
        "The longest run of each week; the line is the most that the 30 days before it allow.",
        lambda kind, width: longest_run(longest, units=units, width=width, name=f"longest-{kind}"),
    )
    heading = tag("h2", "How the load moves", id="load")
    return tag("section", heading, volume, single, _numbers(showing), aria_labelledby="load", class_="load")


def _figure(message: str, says: str, draw: Callable[[str, float], Markup]) -> Markup:
    drawn = [tag("div", draw(kind, width), class_=kind) for kind, width in _WIDTHS]
    caption = tag("figcaption", tag("h3", message), tag("p", says, class_="muted"))
    return tag("figure", caption, drawn)


def _numbers(showing: Showing) -> Markup:
    unit = wording.distance_unit(showing.units)
    longest = {run.week.index: run for run in longest_runs(showing.plan, showing.knowledge)}
    rows = []
    for week in showing.plan.weeks:
        run = longest.get(week.index)
        amount = _amount(showing, week.run_km)
        single = "–" if run is None else f"{_amount(showing, run.km)}{' (race)' if run.is_race else ''}"
        limit = "–" if run is None or run.is_race else _amount(showing, run.limit_km)
        head = tag("th", f"{week.index} ", tag("small", wording.short_date(week.start)), scope="row")
        phase = f"{week.phase}, lighter" if week.recovery else week.phase
        rows.append(tag("tr", head, [tag("td", text) for text in (phase, amount, single, limit)]))
    names = ("Week", "Phase", f"{wording.capital(unit)}", "Longest run", "30-day limit")
    head_row = tag("tr", [tag("th", name, scope="col") for name in names])
    table = tag("table", tag("thead", head_row), tag("tbody", rows), class_="numbers")
    return tag("details", tag("summary", "The same in numbers"), joined(table))


def _amount(showing: Showing, km: float) -> str:
    return wording.number(wording.distance_value(km, showing.units))
