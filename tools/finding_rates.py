"""Measures how often findings see the fault they are named after, and how often they speak without one.

`python -m tools.finding_rates` writes docs/reference/finding_rates.md; it takes minutes and is not part of the usual
checks. Every history goes from recordings through summaries to findings, as a real one would.
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from stridewell.analysis.findings import FINDINGS, discover
from stridewell.analysis.findings.finding import Subject
from stridewell.analysis.history import gather
from stridewell.analysis.run_types import run_types
from stridewell.analysis.summary import ANALYSIS_VERSION, summarise_file
from stridewell.knowledge import Knowledge, load_knowledge
from stridewell.training.discovery import AMISS
from tools.generated_histories import PLANTS, planted_season, recordings

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "finding_rates.md"
TODAY = dt.date(2026, 11, 22)
_SEED = 20261127  # borders were looked at on other seeds


@dataclass(frozen=True, slots=True)
class Job:
    """A history to look at: the fault planted in it (None: sound), and its number."""

    fault: str | None
    number: int


@cache
def _knowledge() -> Knowledge:
    return load_knowledge()


def verdicts(job: Job) -> dict[str, str]:
    """The verdict of every finding on one history."""
    seed = [_SEED, job.number, 0 if job.fault is None else 1 + list(PLANTS).index(job.fault)]
    season, chance = planted_season(job.fault, seed, today=TODAY)
    knowledge = _knowledge()
    made = recordings(season, today=TODAY, chance=chance)
    files = (summarise_file(one.source, (one,), (), knowledge) for one in made)
    history = gather(files, TODAY, knowledge)
    types = run_types(history.runs, knowledge)
    subject = Subject(history=history, run_types=types, runner=season.runner, knowledge=knowledge)
    return {found.finding.id: found.finding.verdict for found in discover(subject)}


def said_amiss(finding: str, verdict: str) -> bool:
    """Whether a verdict says that something is amiss; too little data is what `not_enough_data` is about."""
    return verdict in AMISS or (finding == "not_enough_data" and verdict == "unknown")


def measured(sound: int, planted: int) -> Mapping[str | None, list[dict[str, str]]]:
    """The verdicts of so many sound histories (under None), and of so many with each fault."""
    jobs = [Job(None, number) for number in range(sound)]
    jobs += [Job(fault, number) for fault in PLANTS for number in range(planted)]
    with ProcessPoolExecutor() as workers:
        answers = list(workers.map(verdicts, jobs, chunksize=4))
    found: dict[str | None, list[dict[str, str]]] = {}
    for job, answer in zip(jobs, answers, strict=True):
        found.setdefault(job.fault, []).append(answer)
    return found


def page(found: Mapping[str | None, Sequence[Mapping[str, str]]]) -> str:
    """The reference page."""
    sound = found[None]
    planted = len(next(answers for fault, answers in found.items() if fault is not None))
    return "\n".join(
        (
            "# How often findings are right, on generated histories",
            "",
            "Written by `make rates`; do not edit.",
            "",
            f"{len(sound)} sound histories of 30 weeks, and {planted} with each fault planted, from fixed seeds, each",
            "recorded run by run and read like anybody's (`tools/generated_histories.py` says what is planted).",
            f"Measured with analysis {ANALYSIS_VERSION} and knowledge {_knowledge().fingerprint}. Generated histories",
            "are not real ones: the rates say that a finding sees what it is named after, not how common that is.",
            "",
            "| finding | seen where planted | said without it | could not tell (sound) | also said where planted |",
            "| --- | ---: | ---: | ---: | --- |",
            *_rows(found, sound),
            "",
            "*Also said*: findings that spoke in at least half of the histories with this fault, because one fault is",
            "often several (a runner with one pace also misses tempo and intervals).",
            "",
            "`long_run_spikes` speaks in some sound histories because generated long runs differ by chance, and one",
            "that comes out more than a tenth longer than all of the month before is a spike by its own measure.",
            "",
        )
    )


def _rows(found: Mapping[str | None, Sequence[Mapping[str, str]]], sound: Sequence[Mapping[str, str]]) -> Iterator[str]:
    for finding in FINDINGS:
        answers = found[finding]
        hits = sum(said_amiss(finding, answer[finding]) for answer in answers)
        alarms = sum(said_amiss(finding, answer[finding]) for answer in sound)
        silent = sum(answer[finding] == "unknown" for answer in sound)
        also = Counter(
            other
            for answer in answers
            for other, verdict in answer.items()
            if other != finding and said_amiss(other, verdict)
        )
        names = ", ".join(f"`{other}`" for other, count in also.most_common() if 2 * count >= len(answers))
        yield (
            f"| `{finding}` | {_percent(hits, len(answers))} | {_percent(alarms, len(sound))} "
            f"| {_percent(silent, len(sound))} | {names} |"
        )


def _percent(count: int, of: int) -> str:
    return f"{100 * count / of:.0f} %"


def main() -> None:
    """Write the page."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sound", type=int, default=200)
    options.add_argument("--planted", type=int, default=30)
    options.add_argument("--show", action="store_true", help="print the page instead of writing it")
    chosen = options.parse_args()
    text = page(measured(chosen.sound, chosen.planted))
    if chosen.show:
        print(text)  # noqa: T201 - that is what was asked
    else:
        PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
