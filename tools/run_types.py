"""Measures how well run types are told, on generated runs of known kind, and writes `docs/reference/run_types.md`.

Made-up runners, each with an ordinary season of easy and long runs in which the runs of interest stand. The
seed is fixed, so the page is the same each time; `--check` says whether it is current, `--errors` lists the mistakes.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np

from stridewell.analysis.metric import Unknown
from stridewell.analysis.run_types import RunType, run_types
from stridewell.analysis.summary import Summary, summarise, with_days
from stridewell.knowledge import Knowledge, load_knowledge
from tools.generated_pieces import GeneratedKind
from tools.generated_runs import COUNTS_AS, Body, generated_run
from tools.generated_watch import Height, Watch

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "run_types.md"
SEED, RUNNERS = 4_181, 34
EACH = 3  # runs of every kind in a season
EASY_BETWEEN = 1  # ordinary easy runs after each of them
JUDGED = ("easy", "long", "tempo", "intervals", "hills", "race", "unknown")
_ORDINARY: GeneratedKind = "easy"
HEIGHTS: tuple[Height, ...] = ("barometer", "receiver", "none")
FIRST_DAY = dt.datetime(2026, 1, 5, 6, 30, tzinfo=dt.UTC)


class Runner(NamedTuple):
    """A made-up runner: how fast and how long they run, whose body and which watch."""

    easy_m_per_s: float
    usual_minutes: float
    every_s: float
    body: Body
    watch: Watch


@dataclass(frozen=True, slots=True)
class Judged:
    """A run: what it was made as, what the watch knew of heights, and what it was taken for."""

    kind: GeneratedKind
    height: str
    run: Summary
    type: RunType

    @property
    def judged(self) -> str:
        """The kind it was taken for; `unknown` where it could not be told."""
        return "unknown" if isinstance(self.type.kind, Unknown) else self.type.kind

    @property
    def right(self) -> bool:
        """Whether it was taken for what it was."""
        return self.judged == COUNTS_AS[self.kind]


def some_runner(chance: np.random.Generator) -> Runner:
    """A runner by chance: from slow to quick, with gears close or far apart, with an old or a new watch."""
    heights: tuple[Height, ...] = ("barometer", "barometer", "barometer", "receiver", "receiver", "none")
    return Runner(
        easy_m_per_s=float(chance.uniform(2.1, 3.7)),
        usual_minutes=float(chance.uniform(32, 62)),
        every_s=float(chance.choice([1.0, 4.0, 7.0])),
        body=Body(gears=float(chance.uniform(0.75, 1.1)), form_spread=float(chance.uniform(0.015, 0.04))),
        watch=Watch(
            height=heights[int(chance.integers(0, len(heights)))],
            heart_rate=bool(chance.uniform() < 0.7),
            cadence=bool(chance.uniform() < 0.75),
            pauses="skipped" if chance.uniform() < 0.5 else "recorded",
            speed=bool(chance.uniform() < 0.7),
            distance_noise=float(chance.uniform(0.03, 0.15)),
        ),
    )


def season(chance: np.random.Generator) -> tuple[Runner, list[GeneratedKind]]:
    """A runner, and the kinds of their runs in order of time."""
    kinds: list[GeneratedKind] = [kind for kind in COUNTS_AS for _ in range(EACH)]
    runner, between = some_runner(chance), EASY_BETWEEN * (_ORDINARY,)
    return runner, [run for at in chance.permutation(len(kinds)) for run in (kinds[at], *between)]


def judged_season(chance: np.random.Generator, knowledge: Knowledge) -> list[Judged]:
    """One runner's season, recorded, summarised and judged."""
    runner, kinds = season(chance)
    summaries = []
    for at, kind in enumerate(kinds):
        made = generated_run(
            kind,
            start=FIRST_DAY + dt.timedelta(days=1.75 * at),
            chance=chance,
            easy_m_per_s=runner.easy_m_per_s,
            minutes=_minutes(kind, runner, chance),
            every_s=runner.every_s,
            body=runner.body,
            watch=runner.watch,
        )
        summaries.append(summarise(made, knowledge))
    runs = with_days(run for run in summaries if run is not None)
    types = run_types(runs, knowledge)
    return [Judged(kind, runner.watch.height, run, told) for kind, run, told in zip(kinds, runs, types, strict=True)]


def _minutes(kind: GeneratedKind, runner: Runner, chance: np.random.Generator) -> float | None:
    """Easy runs of about the runner's usual length, long ones clearly longer; hard ones as long as they are."""
    if kind in ("tempo", "intervals", "hills", "race"):
        return None
    if kind == "long":
        return runner.usual_minutes * float(chance.uniform(1.5, 2.4))
    return runner.usual_minutes * float(chance.uniform(0.75, 1.25))


def measured(runners: int, seed: int, knowledge: Knowledge) -> list[Judged]:
    """All runs of all runners."""
    chance = np.random.default_rng(seed)
    return [one for _ in range(runners) for one in judged_season(chance, knowledge)]


def page(found: Sequence[Judged]) -> Iterator[str]:
    """The page: what was made, how it was judged, and what the watches lacked where it went wrong."""
    yield f"""\
# Run types, measured

This page is made by `python -m tools.run_types` (part of `make docs`); do not edit it.

{len(found):,} generated runs of known kind: {RUNNERS} made-up runners, each with {EACH} runs of every kind in a season
and an easy run after each. The runners differ in speed, in how far their hard running lies from easy, and in their
watch: a barometer (half of them), a receiver whose heights wander by meters (a third) or no heights; distances that are
nearly even or as restless as the worst among our real files; samples every second or every few; stops at lights, lost
samples, jumps of the position, with or without steps and a speed of its own. Heart rate is not used.

**Generated runs are not real ones.** The table shows what the judge does when a run is what its name says; it cannot
show how often real runs are. The borders were set on runs of the same generator with other seeds. How types are told,
and where that fails: [run types](../algorithms/run_types.md).

Rows: what a run was made as. Columns: what it was taken for. An easy run with strides, an even build-up, an easy run on
trails or on a treadmill and running with walks should all be taken for easy.
"""
    yield f"| made as | runs | {' | '.join(JUDGED)} | right |"
    yield f"| --- | ---: | {' | '.join('---:' for _ in JUDGED)} | ---: |"
    for kind in COUNTS_AS:
        yield _row(f"**{kind.replace('_', '-')}**", [one for one in found if one.kind == kind])
    yield "\n## Each type\n"
    yield "*Found*: of the runs of a type, how many were taken for it. *True*: of those taken for it, how many were.\n"
    yield "| type | found | true |\n| --- | ---: | ---: |"
    for judged in JUDGED[:-1]:
        of_type = [one for one in found if COUNTS_AS[one.kind] == judged]
        taken = [one for one in found if one.judged == judged]
        yield f"| {judged} | {_percent(of_type)} | {_percent(taken)} |"
    yield "\nOrdinary easy runs outnumber every other kind here, as they do in life; *true* depends on that.\n"
    yield "## By what the watch knows of heights\n"
    yield "| made as | barometer | receiver | none |\n| --- | ---: | ---: | ---: |"
    for kind in COUNTS_AS:
        shares = [_percent([one for one in found if one.kind == kind and one.height == height]) for height in HEIGHTS]
        yield f"| {kind.replace('_', '-')} | {' | '.join(shares)} |"


def _row(name: str, found: Sequence[Judged]) -> str:
    counts = Counter(one.judged for one in found)
    return f"| {name} | {len(found)} | {' | '.join(str(counts[kind] or '') for kind in JUDGED)} | {_percent(found)} |"


def _percent(found: Sequence[Judged]) -> str:
    return f"{100 * sum(one.right for one in found) / len(found):.1f} %" if found else ""


def mistakes(found: Iterable[Judged]) -> Iterator[str]:
    """Every run that was taken for another kind, with what its samples told."""
    for one in found:
        features = one.run.features
        if not one.right and features is not None:
            bouts = " ".join(f"{bout.duration_s:.0f}s@{bout.m_per_s:.2f}" for bout in features.bouts)
            yield f"{one.kind} -> {one.judged} ({one.height}) {one.run.source}, easy {features.easy_m_per_s}: {bouts}"


def main(arguments: list[str]) -> int:
    """Write the page; with `--check` say whether it is current, with `--errors` list the mistakes."""
    found = measured(RUNNERS, SEED, load_knowledge())
    if "--errors" in arguments:
        sys.stdout.write("\n".join(mistakes(found)) + "\n")
        return 0
    text = "\n".join(page(found)) + "\n"
    if "--check" not in arguments:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    current = PAGE.exists() and PAGE.read_text(encoding="utf-8") == text
    sys.stdout.write("run types are measured\n" if current else "docs/reference/run_types.md: run `make docs`\n")
    return 0 if current else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
