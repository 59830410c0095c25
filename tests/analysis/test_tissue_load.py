"""Load of each tissue in a mean week: steps or repetitions on one leg times the peak force of each, if both are known.

Peaks are those of Edwards 2010 (Achilles 7.5 and 9.5, shin bone 10.73, 12.63 and 13.80 body weights), Hart 2022
(kneecap joint 5.2), Thomas 2020 (hip 7.26) and Baxter 2021 (single-leg heel raise 3.0).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from tests.builders.activities import mondays, strength
from tests.builders.typed_runs import Typed, subject_of, typed

from stridewell.analysis.metric import Unknown
from stridewell.analysis.metrics.recent_runs import RecentRuns, recent_runs
from stridewell.analysis.metrics.recorded_exercises import recorded_exercises
from stridewell.analysis.metrics.tissue_load import Carried, tissue_load
from stridewell.analysis.summary import Summary
from stridewell.knowledge import Knowledge
from stridewell.training.exercise import Tissue

WEEKS = 8


def runs_at(m_per_s: float, *, cadence: float | None = 170.0) -> list[Typed]:
    """One run of 50 minutes a week: 4250 steps on each leg at 170 steps a minute."""
    km = m_per_s * 3.0
    return [typed(monday, km=km, minutes=50, cadence_spm=cadence) for monday in mondays(WEEKS)]


def recent(runs: list[Typed], knowledge: Knowledge) -> RecentRuns:
    subject = subject_of(runs, knowledge)
    return recent_runs(subject.history, subject.run_types, weeks=WEEKS)


def running(runs: list[Typed], tissue: Tissue, knowledge: Knowledge) -> Carried | Unknown:
    return tissue_load(recent(runs, knowledge), (), knowledge)[tissue].running


def lifting(sessions: list[Summary], tissue: Tissue, knowledge: Knowledge) -> Carried | Unknown:
    return tissue_load(recent(runs_at(3.0), knowledge), sessions, knowledge)[tissue].strength


@pytest.mark.parametrize(
    ("tissue", "m_per_s", "peak"),
    [
        ("achilles", 3.5, 7.5),
        ("achilles", 4.0, 8.5),
        ("achilles", 2.5, 7.5),
        ("tibia", 2.5, 10.73),
        ("tibia", 3.0, 11.68),
        ("tibia", 3.5, 12.63),
        ("tibia", 5.5, 13.8),
        ("patellofemoral", 3.0, 5.2),
        ("hip", 3.0, 7.26),
    ],
)
def test_the_peak_of_a_step_follows_the_table(
    tissue: Tissue, m_per_s: float, peak: float, knowledge: Knowledge
) -> None:
    found = running(runs_at(m_per_s), tissue, knowledge)
    assert isinstance(found, Carried)
    assert found.times_per_week == pytest.approx(4250)
    assert found.peak_body_weights == pytest.approx(peak)
    assert found.body_weights_per_week == pytest.approx(4250 * peak)
    assert found.grade == knowledge.parameters[found.parameter].grade
    assert found.left_out == 0


def test_tissues_without_a_measured_force_stay_unknown(knowledge: Knowledge) -> None:
    week = tissue_load(recent(runs_at(3.0), knowledge), (), knowledge)
    assert isinstance(week["patellar_tendon"].running, Unknown)
    assert isinstance(week["hamstring"].running, Unknown)


class TestMissingData:
    def test_without_cadence_nothing_is_guessed(self, knowledge: Knowledge) -> None:
        found = running(runs_at(3.0, cadence=None), "tibia", knowledge)
        assert found == Unknown("only 0 of 8 runs tell steps and speed")

    @pytest.mark.parametrize(("without", "known"), [(3, True), (4, False)])
    def test_most_runs_have_to_tell_their_steps(self, without: int, known: bool, knowledge: Knowledge) -> None:  # noqa: FBT001
        runs = runs_at(3.0)
        told = [
            Typed(replace(one.run, cadence_spm=None), one.type) if place < without else one
            for place, one in enumerate(runs)
        ]
        found = running(told, "tibia", knowledge)
        assert isinstance(found, Carried) == known
        if isinstance(found, Carried):
            assert found.left_out == without

    def test_no_run_and_no_session(self, knowledge: Knowledge) -> None:
        for week in tissue_load(recent([], knowledge), (), knowledge).values():
            assert isinstance(week.running, Unknown)
            assert isinstance(week.strength, Unknown)


class TestStrength:
    def test_measured_exercises_are_added_up(self, knowledge: Knowledge) -> None:
        """Eight sessions of two sets of ten single-leg heel raises: 20 a week at 3.0 body weights."""
        sessions = [strength(monday, "calf_raise/15", "calf_raise/15") for monday in mondays(WEEKS)]
        found = lifting(sessions, "achilles", knowledge)
        assert isinstance(found, Carried)
        assert found.times_per_week == 20
        assert found.body_weights_per_week == pytest.approx(60)

    def test_what_was_not_measured_is_counted_as_left_out(self, knowledge: Knowledge) -> None:
        sessions = [strength(mondays(1)[0], "calf_raise/15", "deadlift/0", "calf_raise")]
        found = lifting(sessions, "achilles", knowledge)
        assert isinstance(found, Carried)
        assert found.left_out == 20

    def test_sessions_of_other_weeks_do_not_count(self, knowledge: Knowledge) -> None:
        old = [strength(mondays(9)[0] - dt.timedelta(days=1), "calf_raise/15")]
        assert isinstance(lifting(old, "achilles", knowledge), Unknown)

    def test_sets_without_names_tell_nothing(self, knowledge: Knowledge) -> None:
        assert isinstance(lifting([strength(mondays(1)[0])], "patellofemoral", knowledge), Unknown)


class TestRecordedExercises:
    def test_the_number_of_the_watch_names_them(self, knowledge: Knowledge) -> None:
        assert [one.id for one in recorded_exercises("calf_raise/6", knowledge)] == ["seated_calf_raise"]
        assert {one.id for one in recorded_exercises("calf_raise/15", knowledge)} == {
            "single_leg_calf_raise",
            "single_leg_calf_raise_on_step",
        }

    @pytest.mark.parametrize("name", ["calf_raise", "calf_raise/999", "bench_press/1", "", "squat/x"])
    def test_a_category_alone_names_none(self, name: str, knowledge: Knowledge) -> None:
        assert recorded_exercises(name, knowledge) == ()


def test_every_exercise_of_the_tables_is_in_the_library(knowledge: Knowledge) -> None:
    for tissue in ("achilles", "patellofemoral", "patellar_tendon"):
        assert knowledge.table(f"tissue_load.exercises_{tissue}").keys() <= knowledge.exercises.keys()
