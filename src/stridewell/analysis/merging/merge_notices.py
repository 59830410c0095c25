"""Each merge in one sentence, for a person who wants to know why an activity does not count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stridewell.analysis.history import History
from stridewell.analysis.merging.copies import Merge
from stridewell.training.recording import Notice

_SPORTS = {"run": "run", "walk": "walk", "strength": "strength session"}
_TAKEN: Mapping[str, str] = {
    "typed": "sport", "elapsed_s": "duration", "moving_s": "moving time", "distance_m": "distance",
    "ascent_m": "ascent", "descent_m": "descent", "heart_rate_bpm": "heart rate", "cadence_spm": "cadence",
    "effort_rating": "rating", "race": "race", "zone_h": "time zone", "start": "clock", "sets": "sets",
    "efforts_s": "best efforts", "features": "details of the samples",
}  # fmt: skip


def merge_notices(history: History) -> tuple[Notice, ...]:
    """One notice for each copy: which activity it is the same as, why, and what was taken from it."""
    return tuple(Notice(merge.copy.source, _says(merge)) for merge in history.merges)


def _says(merge: Merge) -> str:
    what = _SPORTS.get(merge.kept.sport, "activity")
    said = f"is the same {what} as {merge.kept.source} ({merge.because})"
    taken = [_TAKEN[name] for name in merge.taken]
    if not taken:
        return said
    return f"{said}; {_listed(taken)} {'was' if len(taken) == 1 else 'were'} taken from it"


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
