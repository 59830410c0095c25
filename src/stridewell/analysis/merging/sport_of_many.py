"""Which sport an activity is that several copies tell of.

A row of a table is the later word: the runner may have corrected it there after the watch had said something else. It
is believed over its file, except where it says nothing (untyped, a workout of any kind) or claims a run no one can run.
Then come the words of the copies, the richest first; where none names a sport, what was judged from speed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stridewell.analysis.summary import Summary
from stridewell.training.recording import Sport


@dataclass(frozen=True, slots=True)
class SportWord:
    """The sport of an activity: as named, as counted, why they differ, and the copy that the word comes from."""

    typed: Sport
    named: str | None
    sport: Sport
    because: str | None
    giver: Summary


def sport_of_many(
    richest_first: Sequence[Summary], own_rows: Sequence[Summary], *, impossible_run_m_per_s: float
) -> SportWord:
    """The sport of copies, the kept one first; `own_rows` are the rows among them whose file is there too."""
    kept = richest_first[0]
    words = [one for one in (*own_rows, *richest_first) if not unspecific(one)]
    if not words:
        return _judged(richest_first)
    word = words[0]
    said = next(one for one in (*richest_first, *own_rows) if one.typed == word.typed and not unspecific(one))
    if word.typed == "run" and kept.typed != "run" and _m_per_s(kept) > impossible_run_m_per_s:
        doubted = f"is called a run in {word.source} but moves at {_m_per_s(kept) * 3.6:.0f} km/h"
        return SportWord("run", word.named, "other", f"{doubted}; counted as another sport", word)
    because = said.because
    if because is None and not unspecific(kept) and kept.typed != word.typed:
        because = (
            f'says "{kept.named or kept.typed}", and {word.source} says "{word.named or word.typed}"; '
            "the table is the later word"
        )
    return SportWord(word.typed, word.named, said.sport, because, word)


def unspecific(summary: Summary) -> bool:
    """Whether the name of the sport leaves open what was done."""
    return summary.typed == "unknown" or (summary.typed == "other" and summary.may_be_strength)


def _judged(richest_first: Sequence[Summary]) -> SportWord:
    """Nobody names a sport: the first that could be told from its speed, or another sport, or unknown."""
    for sports in (("run", "walk", "strength"), ("other",)):
        for one in richest_first:
            if one.sport in sports:
                return SportWord(one.typed, one.named, one.sport, one.because, one)
    kept = richest_first[0]
    return SportWord(kept.typed, kept.named, kept.sport, kept.because, kept)


def _m_per_s(summary: Summary) -> float:
    time_s = summary.moving_s or summary.elapsed_s
    return summary.distance_m / time_s if summary.distance_m and time_s else 0.0
