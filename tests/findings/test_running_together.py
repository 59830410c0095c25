"""What holds for all findings about the running itself, on histories made by chance from fixed seeds."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.builders.activities import mondays
from tests.builders.typed_runs import (
    Typed,
    doubled,
    easy_weeks,
    features,
    intervals_run,
    long_run,
    subject_of,
    tempo_run,
    typed,
    varied_weeks,
    without_samples,
)

from stridewell.analysis.findings import FINDINGS
from stridewell.analysis.findings.finding import Found
from stridewell.knowledge import Knowledge
from stridewell.training.runner import Runner

ABOUT_RUNNING = (
    "one_pace", "easy_runs_too_hard", "tempo_missing", "intervals_missing", "long_run_missing", "form_fades_late",
    "economy_trend", "downhill_unprepared",
)  # fmt: skip
FROM_SAMPLES = tuple(name for name in ABOUT_RUNNING if name not in ("long_run_missing", "downhill_unprepared"))
AMISS = {"missing", "too_much", "risk"}

kinds = st.sampled_from(["easy", "easy", "easy", "long", "tempo", "intervals"])
histories = st.lists(st.lists(kinds, max_size=5), min_size=1, max_size=12)


def made(plan: list[list[str]]) -> list[Typed]:
    """So many full weeks up to the last one, each with runs of these kinds from Monday on."""
    runs: list[Typed] = []
    for monday, week in zip(mondays(len(plan)), plan, strict=True):
        for place, kind in enumerate(week):
            day = monday + dt.timedelta(days=place)
            if kind == "tempo":
                runs.append(tempo_run(day))
            elif kind == "intervals":
                runs.append(intervals_run(day))
            elif kind == "long":
                shape = features(minutes=84, bpm=150, cadence_change_percent=-1.0)
                runs.append(long_run(day - dt.timedelta(days=6), of=shape))
            else:
                runs.append(typed(day, of=features(bpm=142, descent_m=30.0)))
    return runs


def asked(runs: list[Typed], knowledge: Knowledge, runner: Runner | None = None) -> dict[str, Found]:
    subject = subject_of(runs, knowledge, runner=runner)
    return {name: FINDINGS[name].look(subject) for name in ABOUT_RUNNING}


def verdicts(found: dict[str, Found]) -> dict[str, str]:
    return {name: one.finding.verdict for name, one in found.items()}


def test_a_varied_history_lacks_nothing(knowledge: Knowledge, example_runner: Runner) -> None:
    for runner in (None, example_runner):
        assert not AMISS & set(verdicts(asked(varied_weeks(26), knowledge, runner)).values())


def test_running_at_one_pace_is_told_as_what_it_is(knowledge: Knowledge) -> None:
    amiss = {name for name, verdict in verdicts(asked(easy_weeks(26), knowledge)).items() if verdict in AMISS}
    assert amiss == {"one_pace", "tempo_missing", "intervals_missing"}


@given(plan=histories)
def test_without_samples_what_is_read_from_them_is_unknown(plan: list[list[str]], knowledge: Knowledge) -> None:
    found = verdicts(asked(without_samples(made(plan)), knowledge))
    assert {found[name] for name in FROM_SAMPLES} == {"unknown"}


@given(plan=histories)
def test_doubling_every_run_changes_no_share(plan: list[list[str]], knowledge: Knowledge) -> None:
    once, twice = asked(made(plan), knowledge), asked(doubled(made(plan)), knowledge)
    for name, found in once.items():
        before, after = found.finding.numbers, twice[name].finding.numbers
        shares = [key for key in before if key.endswith(("_share", "fast_over_slow", "longest_over_middle_run"))]
        if found.finding.verdict != "unknown":
            assert {key: after[key] for key in shares} == {key: before[key] for key in shares}


@given(plan=histories)
def test_every_answer_is_whole(plan: list[list[str]], knowledge: Knowledge) -> None:
    """A sentence and a plan for everybody; a picture with the same message, and a size, where something is amiss."""
    for found in asked(made(plan), knowledge).values():
        assert found.finding.says.endswith(".")
        assert found.finding.plan_does.endswith(".")
        assert (found.size > 0) == (found.finding.verdict in AMISS)
        if found.finding.verdict in AMISS:
            assert found.chart is not None
        if found.chart is not None:
            assert found.chart.title == found.finding.title
            assert found.finding.verdict != "unknown"


@given(plan=histories)
def test_the_same_history_gives_the_same_answers(plan: list[list[str]], knowledge: Knowledge) -> None:
    assert asked(made(plan), knowledge) == asked(made(plan), knowledge)


def test_a_run_of_no_distance_and_no_time_breaks_nothing(knowledge: Knowledge, example_runner: Runner) -> None:
    runs = varied_weeks(26)
    empty = replace(runs[0].run, distance_m=0.0, moving_s=0.0, elapsed_s=None, features=None, source="empty.fit")
    bare = replace(runs[1].run, distance_m=None, moving_s=None, elapsed_s=None, features=None, source="bare.fit")
    nothing = features(minutes=0)
    still = replace(runs[2].run, features=replace(nothing, speed_time_s={}, heart_rate_time_s={}), source="still.fit")
    more = [Typed(run, runs[0].type) for run in (empty, bare, still)]
    found = asked([*runs, *more], knowledge, example_runner)
    assert not AMISS & set(verdicts(found).values())
