"""The type of a run beside the runner's other runs; how often it is right is measured by `tools.run_types`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from tests.analysis.samples.builders import Leg, run_of
from tools import run_types as measuring
from tools.generated_pieces import GeneratedKind
from tools.generated_runs import COUNTS_AS, generated_run
from tools.generated_watch import Watch

from stridewell.analysis.metric import Unknown
from stridewell.analysis.run_types import RunType, run_types
from stridewell.analysis.summary import Summary, summarise, with_days
from stridewell.knowledge import Knowledge
from stridewell.training.recording import Recording

START = dt.datetime(2026, 9, 1, 6, 30, tzinfo=dt.UTC)
QUIET = Watch(distance_noise=0.03, jumps_per_h=0.0, gaps_per_h=0.0)


def summary_of(run: Recording, knowledge: Knowledge, *, day: float, source: str = "easy.fit") -> Summary:
    summary = summarise(replace(run, start=START + dt.timedelta(days=day), source=source), knowledge)
    assert summary is not None
    return summary


def among_easy_runs(judged: Summary, knowledge: Knowledge, *, others: int = 12, m_per_s: float = 2.8) -> RunType:
    """The type of a run in the middle of easy runs of about 40 minutes, some a little faster than others."""
    runs = [
        summary_of(run_of([Leg(2400 + 60 * (at % 5), m_per_s * (0.98 + 0.01 * (at % 5)))], every=5), knowledge, day=at)
        for at in range(others)
    ]
    ordered = with_days([*runs, judged])
    [at] = [place for place, one in enumerate(ordered) if one.source == "judged.fit"]
    return run_types(ordered, knowledge)[at]


def type_of(legs: Sequence[Leg], knowledge: Knowledge, *, others: int = 12, easy: float = 2.8) -> RunType:
    """The type of a run of legs whose speeds are shares of easy speed."""
    run = run_of([leg._replace(m_per_s=leg.m_per_s * easy) for leg in legs])
    judged = summary_of(run, knowledge, day=6.5, source="judged.fit")
    return among_easy_runs(judged, knowledge, others=others, m_per_s=easy)


WARM, COOL = Leg(720, 0.97), Leg(480, 0.95)
RUNS: dict[str, tuple[list[Leg], float]] = {
    "easy": ([Leg(2500, 1.0)], 0),
    "long": ([Leg(4800, 0.98)], 0),
    "tempo": ([WARM, Leg(1500, 1.2), COOL], 1500),
    "intervals": ([WARM, *[Leg(180, 1.35), Leg(120, 0.8)] * 5, COOL], 900),
    "hills": ([WARM, *[Leg(75, 1.05, 0.07), Leg(100, 0.8, -0.0525)] * 7, COOL], 525),
}


@pytest.mark.parametrize("kind", RUNS)
@pytest.mark.parametrize("easy", [2.1, 2.8, 3.6])
def test_each_kind_is_told_at_any_speed_with_its_hard_time(kind: str, easy: float, knowledge: Knowledge) -> None:
    legs, hard_s = RUNS[kind]
    told = type_of(legs, knowledge, easy=easy)
    assert told.kind == kind
    assert told.hard_s == pytest.approx(hard_s, rel=0.15)


def test_tempo_in_blocks_is_a_tempo_and_the_same_blocks_with_long_rests_are_intervals(knowledge: Knowledge) -> None:
    assert type_of([WARM, *[Leg(360, 1.2), Leg(60, 0.85)] * 3, COOL], knowledge).kind == "tempo"
    assert type_of([WARM, *[Leg(360, 1.2), Leg(240, 0.85)] * 3, COOL], knowledge).kind == "intervals"


def test_strides_stay_easy_and_half_minute_intervals_do_not(knowledge: Knowledge) -> None:
    strides = type_of([Leg(1800, 1.0), *[Leg(20, 1.6), Leg(70, 0.9)] * 6], knowledge)
    assert (strides.kind, strides.hard_s) == ("easy", 0.0)
    assert type_of([WARM, *[Leg(30, 1.5), Leg(30, 0.7)] * 16, COOL], knowledge).kind == "intervals"


def test_two_fast_stretches_are_no_intervals(knowledge: Knowledge) -> None:
    assert type_of([WARM, *[Leg(120, 1.35), Leg(120, 0.8)] * 2, COOL], knowledge).kind == "easy"


def test_a_run_is_long_from_a_multiple_of_the_usual_time_on(knowledge: Knowledge) -> None:
    border_s = knowledge.table("run_types.long")["times_usual"] * 2490
    assert type_of([Leg(border_s - 30, 1.0)], knowledge).kind == "easy"
    assert type_of([Leg(border_s + 30, 1.0)], knowledge).kind == "long"


def test_a_long_run_with_a_fast_end_is_long_and_its_end_was_hard(knowledge: Knowledge) -> None:
    told = type_of([Leg(5400, 0.97), Leg(720, 1.18)], knowledge)
    assert told.kind == "long"
    assert told.hard_s == pytest.approx(720, rel=0.05)


def test_an_even_run_is_a_tempo_from_a_multiple_of_easy_speed_on(knowledge: Knowledge) -> None:
    border = knowledge.table("run_types.hard")["whole"]
    assert type_of([Leg(2000, border - 0.01)], knowledge).kind == "easy"
    assert type_of([Leg(2000, border + 0.01)], knowledge).kind == "tempo"


@pytest.mark.parametrize(("km", "effort"), [(5.0, 1.36), (10.0, 1.3), (21.1, 1.22), (42.2, 1.12)])
def test_a_race_distance_at_racing_speed_is_a_race(km: float, effort: float, knowledge: Knowledge) -> None:
    seconds = km * 1000 / (effort * 2.8)
    told = type_of([Leg(seconds, effort)], knowledge)
    assert told.kind == "race"
    assert told.hard_s == pytest.approx(seconds, rel=0.01)


def test_a_race_with_its_warm_up_in_the_file_is_a_race(knowledge: Knowledge) -> None:
    race = Leg(5000 / (1.36 * 2.8), 1.36)
    assert type_of([WARM, Leg(120, 0.0, steps=0), race], knowledge).kind == "race"


def test_a_race_distance_run_easily_is_no_race(knowledge: Knowledge) -> None:
    assert type_of([Leg(5000 / 2.8, 1.0)], knowledge).kind == "easy"
    assert type_of([Leg(21_100 / 2.8, 1.0)], knowledge).kind == "long"


def test_a_race_that_the_file_tells_is_believed(knowledge: Knowledge) -> None:
    easy = summary_of(run_of([Leg(2400, 2.8)]), knowledge, day=6.5, source="judged.fit")
    told = among_easy_runs(replace(easy, race=True), knowledge)
    assert (told.kind, told.hard_s) == ("race", easy.moving_s)


def test_walking_between_easy_running_is_easy(knowledge: Knowledge) -> None:
    turns = [Leg(180, 1.0), Leg(90, 0.5, steps=108)] * 8
    assert type_of(turns, knowledge).kind == "easy"


def test_with_too_few_other_runs_only_bouts_tell_a_type(knowledge: Knowledge) -> None:
    fewest = int(knowledge.table("run_types.usual")["fewest"])
    for legs in (RUNS["easy"][0], RUNS["long"][0]):
        assert isinstance(type_of(legs, knowledge, others=fewest - 1).kind, Unknown)
        assert not isinstance(type_of(legs, knowledge, others=fewest).kind, Unknown)
    assert type_of(RUNS["intervals"][0], knowledge, others=0).kind == "intervals"
    assert type_of(RUNS["tempo"][0], knowledge, others=0).kind == "tempo"


def test_runs_of_another_season_are_no_comparison(knowledge: Knowledge) -> None:
    days = knowledge.table("run_types.usual")["days"]
    old = [summary_of(run_of([Leg(2400, 2.8)], every=5), knowledge, day=at) for at in range(8)]
    late = summary_of(run_of([Leg(2400, 3.4)]), knowledge, day=8 + days, source="judged.fit")
    assert isinstance(run_types(with_days([*old, late]), knowledge)[-1].kind, Unknown)


def test_a_row_without_samples_is_long_or_unknown(knowledge: Knowledge) -> None:
    row = replace(
        summary_of(run_of([Leg(2400, 2.8)]), knowledge, day=6.5, source="judged.fit"), features=None, efforts_s={}
    )
    assert isinstance(among_easy_runs(row, knowledge).kind, Unknown)
    long = among_easy_runs(replace(row, moving_s=6000.0), knowledge)
    assert long.kind == "long"
    assert isinstance(long.hard_s, Unknown)


def test_heart_rate_changes_no_type(knowledge: Knowledge) -> None:
    for legs, _ in RUNS.values():
        speeds = [leg._replace(m_per_s=leg.m_per_s * 2.8) for leg in legs]
        bare = run_of(speeds, without=("heart_rate_bpm",))
        told = among_easy_runs(summary_of(bare, knowledge, day=6.5, source="judged.fit"), knowledge)
        assert told == type_of(legs, knowledge)


def test_hills_without_heights_are_not_called_hills(knowledge: Knowledge) -> None:
    """A limit, written down: the watch has to know heights."""
    legs = [leg._replace(m_per_s=leg.m_per_s * 2.8) for leg in RUNS["hills"][0]]
    bare = run_of(legs, without=("altitude_m",))
    assert among_easy_runs(summary_of(bare, knowledge, day=6.5, source="judged.fit"), knowledge).kind != "hills"


def test_no_runs_have_no_types(knowledge: Knowledge) -> None:
    assert run_types((), knowledge) == ()


@pytest.mark.parametrize("kind", COUNTS_AS)
def test_generated_runs_are_the_same_for_the_same_seed(kind: GeneratedKind) -> None:
    one, same, other = (
        generated_run(kind, start=START, chance=np.random.default_rng(seed), watch=QUIET) for seed in (5, 5, 6)
    )
    assert one.distance_m == same.distance_m
    assert all(np.array_equal(one.columns[name], same.columns[name], equal_nan=True) for name in one.columns)
    assert one.distance_m != other.distance_m


def test_most_generated_runs_are_told_right_and_the_page_counts_them(knowledge: Knowledge) -> None:
    found = measuring.measured(3, 1, knowledge)
    assert sum(one.right for one in found) > 0.9 * len(found)
    page = "\n".join(measuring.page(found))
    assert f"{len(found):,} generated runs" in page
    rows = [line for line in page.splitlines() if line.startswith("| **")]
    assert [int(row.split("|")[2]) for row in rows] == [sum(one.kind == kind for one in found) for kind in COUNTS_AS]


def test_a_stale_page_is_noticed(knowledge: Knowledge) -> None:
    found = measuring.measured(1, 1, knowledge)
    wrong = [replace(one, type=RunType("race", 0.0)) for one in found]
    assert list(measuring.page(found)) != list(measuring.page(wrong))
