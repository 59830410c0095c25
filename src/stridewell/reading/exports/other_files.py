"""What the other files of an export are, so that a notice can say more than that they cannot be read."""

from __future__ import annotations

from typing import Any

from stridewell.reading.exports.table import Table

_STRAVA_PARTS: tuple[tuple[str, ...], ...] = (
    ("app name", "app description"), ("bike name", "bike brand"), ("bike name", "component type"),
    ("blocked athlete id", "created at"), ("club name", "club description"), ("comment date", "comment"),
    ("enabled application name",), ("athlete id", "contact type"), ("athlete id", "email address"),
    ("when someone i know joins strava",), ("event title", "event description"),
    ("follower athlete id", "following athlete id"), ("follower athlete id", "follow status"),
    ("following athlete id", "follow status"), ("category", "flagged type"), ("date of birth", "weight"),
    ("join date", "name", "completed"), ("join date", "club name"), ("goal type", "activity type"),
    ("segment id", "segment name"), ("ip address", "login source"), ("media filename", "media caption"),
    ("promotion seen", "timestamp"), ("mobile device id",), ("order number", "plan"),
    ("aaptiv activity treatment opt-out",), ("post date", "post summary"), ("address", "radius"),
    ("reaction date", "reaction type"), ("route name", "route filename"), ("segment name", "activity id"),
    ("shoe name", "shoe brand"), ("facebook autoshare is enabled",), ("date", "route id"), ("date", "segment id"),
    ("ticket id", "ticket created at"), ("include your activities in metro and heatmap",), ("media filename",),
)  # fmt: skip
_SHOWN_COLUMNS = 3
_LOOKED_AT = 20


def other_table(table: Table) -> str | None:
    """What a table is that lists no activities; None where it may be no table at all."""
    if any(table.names[: len(part)] == part for part in _STRAVA_PARTS):
        return "is part of a Strava export and holds no activities"
    if len(table.names) < 2 or not _is_even(table):
        return None
    named = ", ".join(table.header[:_SHOWN_COLUMNS]) + (", …" if len(table.header) > _SHOWN_COLUMNS else "")
    return f"is a table, but not a list of activities that is known here (its columns: {named})"


def _is_even(table: Table) -> bool:
    """Whether the first rows have a cell for each column, as prose with commas in it has not."""
    width, rows = len(table.names), 0
    for cells in table.lines(_LOOKED_AT):
        if cells and len(cells) != width:
            return False
        rows += 1
    return rows > 1 or all(name and len(name.split()) < 8 for name in table.names)


def other_json(document: Any) -> str:
    """What JSON is that holds no activities."""
    if isinstance(document, dict) and "lapDTOs" in document:
        return "holds the laps of a Garmin activity, not the activity itself"
    if document is None or document in ({}, []):
        return "is JSON that holds nothing"
    return "is JSON of another kind, not a list of activities that is known here"
