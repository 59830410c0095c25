"""The calendar in the terminal: a row of two lines a week, seven columns, distance as a bar at the row's end.

Kinds are told by word and by shape, so that they are told without color too. Below 80 columns words shrink to letters.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

from rich.text import Text

from stridewell.training.plan import Day, Run, RunType, StrengthSession, Week
from stridewell.writing import wording
from stridewell.writing.overview import Showing, is_away, runs_of
from stridewell.writing.terminal.console import LOOK, MUTED, RUN, STRENGTH, STRONG

MARGIN = 8
TOTAL = 9
_WIDEST_CELL = 14
_WORDS_FROM = 9
_EIGHTHS = " ▏▎▍▌▋▊▉"

_LETTERS: Mapping[RunType, str] = {
    "easy": "E", "long": "L", "tempo": "T", "intervals": "I", "hills": "H", "strides": "S", "walk_run": "WR",
    "walk": "W", "time_trial": "TT", "race": "R",
}  # fmt: skip


def week_rows(showing: Showing, width: int) -> Iterator[Text]:
    """Head, phases and weeks, `width` columns wide."""
    cell = max(6, min(_WIDEST_CELL, (width - MARGIN - TOTAL) // 7))
    names = "".join(f"{name:<{cell}}" for name in wording.SHORT_WEEKDAYS)
    yield Text(f"{'':<{MARGIN}}{names}{wording.distance_unit(showing.units):>7}", style=MUTED)
    scale = _characters_per_minute(showing, cell)
    most = max(week.run_km for week in showing.plan.weeks) or 1.0
    phase = None
    for week in showing.plan.weeks:
        if week.phase != phase:
            phase = week.phase
            yield _phase_line(week, width=min(width, MARGIN + 7 * cell + TOTAL))
        yield from _week(showing, week, cell=cell, scale=scale, most_km=most)


def legend(showing: Showing, width: int) -> str:
    """What the short words, or the letters, stand for."""
    found = dict.fromkeys(run.type for week in showing.plan.weeks for run in runs_of(week))
    names = _LETTERS if (width - MARGIN - TOTAL) // 7 < _WORDS_FROM else wording.RUN_SHORT
    told = [
        f"{names[kind]} = {wording.RUN_NAMES[kind]}" for kind in found if names[kind] not in wording.RUN_NAMES[kind]
    ]
    return ", ".join([*told, "A and B = strength", "numbers are minutes"]) + "."


def _characters_per_minute(showing: Showing, cell: int) -> float:
    """So that every bar fits its cell, beside the strength block where there is one."""
    fits = [cell / 1000.0]
    for week in showing.plan.weeks:
        for day in week.days:
            taken = sum(_block_width(session) for session in day.sessions if isinstance(session, StrengthSession))
            runs = sum(session.duration_min for session in day.sessions if isinstance(session, Run))
            if runs > 0:
                fits.append((cell - 1 - taken) / runs)
    return max(0.0, min(fits[1:], default=fits[0]))


def _block_width(session: StrengthSession) -> int:
    return len(_block(session)) + 1


def _block(session: StrengthSession) -> str:
    return f"{session.type}{session.duration_min:.0f}"


def _phase_line(week: Week, *, width: int) -> Text:
    words = f"{week.phase}: {wording.PHASE_SAYS[week.phase]} "
    return Text.assemble((week.phase, STRONG), (words[len(week.phase) :], MUTED), ("─" * (width - len(words)), MUTED))


def _week(showing: Showing, week: Week, *, cell: int, scale: float, most_km: float) -> Iterator[Text]:
    today = showing.today
    here = today is not None and week.start <= today <= week.start + dt.timedelta(days=6)
    above = Text(f"{wording.short_date(week.start):<{MARGIN}}", style=f"{STRONG} {LOOK}" if here else "")
    label = "lighter" if week.recovery else "now" if here else f"week {week.index}"
    below = Text(f"{label:<{MARGIN}}", style=LOOK if here else MUTED)
    for day in week.days:
        over, under = _day(day, cell, scale)
        if not day.sessions and is_away(showing.plan, day.date):
            over = Text(f"{'away':<{cell}}", style=MUTED)
        if today is not None and day.date < today:
            over.stylize(MUTED)
            under.stylize(MUTED)
        if day.date == today:
            over = _marked_today(over, cell)
        above.append_text(over)
        below.append_text(under)
    value = wording.number(wording.distance_value(week.run_km, showing.units))
    above.append(f"{value:>7}")
    below.append(_bar(week.run_km / most_km * (TOTAL - 1)), style=RUN)
    above.rstrip()
    below.rstrip()
    yield above
    yield below


def _marked_today(over: Text, cell: int) -> Text:
    words = over.plain.strip().strip("·") or "today"
    return Text.assemble((words, f"{STRONG} {LOOK} underline"), " " * (cell - len(words)))


def _day(day: Day, cell: int, scale: float) -> tuple[Text, Text]:
    runs = [session for session in day.sessions if isinstance(session, Run)]
    strength = [session for session in day.sessions if isinstance(session, StrengthSession)]
    over = Text(f"{' '.join(_label(run, cell) for run in runs) or ('·' if not strength else ''):<{cell}}")
    under = Text()
    for run in runs:
        drawn = _shape(run, max(1, round(run.duration_min * scale)))
        under.append(drawn if cell >= _WORDS_FROM else "", style=RUN)
    for session in strength:
        under.append(" " if under.plain else "")
        under.append(_block(session), style=STRENGTH)
    under.append(" " * max(0, cell - under.cell_len))
    if not runs:
        over.stylize(MUTED)
    return over, under


def _label(run: Run, cell: int) -> str:
    amount = f"{run.duration_min:.0f}"
    if cell < _WORDS_FROM:
        return f"{_LETTERS[run.type]}{amount}"
    word = wording.RUN_SHORT[run.type]
    return f"{word} {amount}" if len(word) + len(amount) + 1 < cell else f"{word}{amount}"


def _bar(eighth_columns: float) -> str:
    full, rest = divmod(round(eighth_columns * 8), 8)
    return "█" * full + _EIGHTHS[rest].strip()


def _shape(run: Run, length: int) -> str:
    """A run drawn in `length` characters: plain, tall, banded, toothed, peaked, ticked."""
    return _DRAWN[run.type](length)


def _around(mark: str) -> Callable[[int], str]:
    """Easy running with something harder in the middle, which is there however short the bar."""

    def drawn(length: int) -> str:
        edge = 0 if length < 3 else max(1, length // 4)
        middle = length - 2 * edge
        return "▂" * edge + (mark * middle)[:middle] + "▂" * edge

    return drawn


_DRAWN: Mapping[RunType, Callable[[int], str]] = {
    "easy": lambda length: "▂" * length,
    "long": lambda length: "▆" * length,
    "tempo": _around("≡"),
    "intervals": _around("▌"),
    "hills": _around("▲"),
    "strides": lambda length: "▂" * (length - 1) + "╿",
    "walk_run": lambda length: ("▂·" * length)[:length],
    "walk": lambda length: "·" * length,
    "time_trial": _around("█"),
    "race": lambda length: "█" * length,
}
