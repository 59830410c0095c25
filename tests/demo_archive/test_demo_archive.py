"""The built-in runner: her archive is real files, the same for a seed, and tells the story the demo promises."""

from __future__ import annotations

import datetime as dt
from itertools import islice, pairwise
from pathlib import Path

import pytest
from tests.builders.histories import baseline_from

from stridewell.analysis.baseline import BaselineReport
from stridewell.knowledge import Knowledge
from stridewell.reading.runner_file import read_runner
from stridewell.reading.sources import ReadResult, read_sources
from stridewell.usecases.demo_archive import demo_files, demo_runner_toml, write_demo_archive

TODAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_demo_archive(tmp_path_factory.mktemp("ana"), today=TODAY, seed=1)


@pytest.fixture(scope="module")
def read(archive: Path) -> ReadResult:
    return read_sources([archive])


@pytest.fixture(scope="module")
def report(read: ReadResult, knowledge: Knowledge) -> BaselineReport:
    return baseline_from(read.recordings, TODAY, knowledge)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_ones() -> None:
    first, again, other = (list(islice(demo_files(today=TODAY, seed=seed), 140)) for seed in (1, 1, 2))
    assert {file.path.rpartition(".")[2] for file in first} == {"tcx", "fit"}
    assert first == again
    assert first != other


def test_it_holds_all_formats_and_only_the_cut_file_is_damaged(archive: Path, read: ReadResult) -> None:
    assert {path.suffix for path in archive.rglob("*.*")} == {".tcx", ".gpx", ".zip", ".fit"}
    assert read.unreadable == ()
    damaged = {notice.file for notice in read.notices}
    assert len(damaged) == 1
    assert any("cut off" in notice.says for notice in read.notices)


def test_two_years_of_a_regular_runner_end_the_day_before_today(report: BaselineReport) -> None:
    assert report.history.span.first is not None
    assert report.history.span.last is not None
    assert 102 * 7 <= (report.history.span.last - report.history.span.first).days <= 105 * 7
    assert report.history.span.last < TODAY
    assert 320 <= len(report.history.of("run")) <= 420
    assert report.baseline is not None
    assert 22.0 <= report.baseline.weekly_km <= 36.0
    assert 3.0 <= report.run_days.per_week <= 4.0


def test_nothing_counts_twice(report: BaselineReport) -> None:
    rows = [merge for merge in report.history.merges if "activities.csv#" in merge.copy.source]
    (copy,) = [merge for merge in report.history.merges if merge not in rows]
    assert copy.copy.source.endswith("-from-watch.gpx")
    assert copy.kept.source.endswith(".fit")
    assert 100 < len(rows) < 140
    assert all("export.zip/activities/" in merge.kept.source for merge in rows)


def test_there_is_no_strength_training_and_one_pace(report: BaselineReport) -> None:
    assert report.strength.sessions == 0
    assert report.strength.per_week == 0.0
    paces = sorted(run.distance_m / run.moving_s for run in report.history.of("run") if run.distance_m and run.moving_s)
    tenth = len(paces) // 10
    assert paces[-tenth] / paces[tenth] < 1.10
    assert "one pace" in str(report.critical_speed_m_per_s)


def test_the_long_run_jumps_four_times_and_a_gap_follows_one_jump(report: BaselineReport) -> None:
    runs = report.history.of("run")
    jumps = []
    for run in runs:
        before = [
            other.distance_m or 0.0 for other in runs if 0 < (run.day - other.day).days <= 30 and other is not run
        ]
        if len(before) >= 8 and (run.distance_m or 0.0) > 1.3 * max(before):
            jumps.append(run.day)
    assert len(jumps) == 4
    days = sorted({run.day for run in runs})
    gaps = [(one, other) for one, other in pairwise(days) if (other - one).days >= 14]
    assert [gap[0] for gap in gaps] == [jumps[2]]


def test_other_sports_are_kept_apart(report: BaselineReport) -> None:
    assert len(report.history.of("walk")) > 5
    assert len(report.history.of("other")) > 3
    assert len(report.history.of("unknown")) == 0


@pytest.mark.parametrize("today", [TODAY, dt.date(2026, 2, 28), dt.date(2027, 1, 1), dt.date(2028, 2, 29)])
def test_her_runner_file_is_a_runner_file_on_any_day(today: dt.date, knowledge: Knowledge) -> None:
    runner = read_runner(
        demo_runner_toml(today).encode(), today=today, knowledge=knowledge, baseline_from="history", name="ana.toml"
    )
    assert (runner.runner.name, runner.goal.race, runner.baseline) == ("Ana", "half", None)
    assert runner.goal.date is not None
    assert 17 * 7 <= (runner.goal.date - today).days < 18 * 7
    assert (runner.pain[0].site, runner.pain[0].during, runner.pain[0].next_morning) == ("achilles", 2, 1)
