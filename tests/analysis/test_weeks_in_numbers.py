"""The last weeks in numbers: every metric in words, or the reason why it cannot be told; nothing is guessed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from tests.builders.activities import activity, mondays, strength
from tests.builders.typed_runs import (
    Typed,
    easy_weeks,
    features,
    long_run,
    subject_of,
    typed,
    varied_weeks,
    without_samples,
)

from stridewell.analysis.baseline import baseline_of
from stridewell.analysis.summary import Summary
from stridewell.analysis.weeks_in_numbers import weeks_in_numbers
from stridewell.knowledge import Knowledge
from stridewell.training.discovery import Measured
from stridewell.training.recording import StrengthSet
from stridewell.training.runner import Runner

ALL = {
    "runs", "distance", "run_types", "easy_pace", "ascent", "descent",
    "intensity", "fast_minutes", "session_load",
    "meters_per_beat", "best_efforts", "critical_speed",
    "late_beats", "late_cadence", "late_contact",
    "strength_sessions", "slots", "loads", "jumps",
}  # fmt: skip
TISSUES = ("achilles", "patellofemoral", "patellar_tendon", "tibia", "hamstring", "hip")


def numbers(
    runs: Iterable[Typed], knowledge: Knowledge, *, others: Iterable[Summary] = (), runner: Runner | None = None
) -> dict[str, Measured]:
    """The numbers of these runs and other activities, by id."""
    subject = subject_of(runs, knowledge, runner=runner, others=others)
    return {one.id: one for one in weeks_in_numbers(subject, baseline_of(subject.history, knowledge))}


def everything() -> list[Typed]:
    """Weeks in which a watch recorded all there is to record."""
    late: dict[str, Any] = {"drift_percent": 4.0, "cadence_change_percent": -2.0, "contact_change_percent": 3.0}
    hills: dict[str, Any] = {"ascent_m": 120.0, "descent_m": 110.0}
    calm: dict[str, Any] = {"cadence_spm": 170.0, "effort_rating": 4.0}
    efforts = {400: 80.0, 800: 168.0, 1000: 215.0, 5000: 1210.0}
    made: list[Typed] = []
    for monday in mondays(26):
        made.append(long_run(monday, of=features(minutes=84, bpm=150, **hills, **late), **calm))
        for day in (1, 3):
            of = features(minutes=48, bpm=150, **hills)
            made.append(typed(monday + dt.timedelta(days=day), of=of, **calm))
        fast = features(minutes=50, bpm=180, fast=[(4, 3.9)] * 5, **hills)
        friday = monday + dt.timedelta(days=4)
        made.append(typed(friday, "intervals", minutes=50, hard_min=20, of=fast, effort_rating=7.0, efforts_s=efforts))
    return made


def sessions() -> list[Summary]:
    """Two strength sessions a week that name their exercises, jumps among them, and one load."""
    names = ("calf_raise/15", "squat/28", "plyo/33")
    made = [
        strength(monday + dt.timedelta(days=day), *names, effort_rating=6.0) for monday in mondays(8) for day in (0, 2)
    ]
    return [replace(one, sets=tuple(map(_weighted, one.sets))) for one in made]


def _weighted(done: StrengthSet) -> StrengthSet:
    return replace(done, weight_kg=14.0, known_as="split_squat") if done.exercise == "squat/28" else done


class TestEveryNumber:
    @pytest.mark.parametrize("made", [everything, easy_weeks, varied_weeks, lambda: without_samples(easy_weeks())])
    def test_is_known_or_has_a_reason_and_never_both(self, made: object, knowledge: Knowledge) -> None:
        assert callable(made)
        found = numbers(made(), knowledge)
        tissues = {f"tissues_{way}_{tissue}" for way in ("running", "strength") for tissue in TISSUES}
        assert set(found) == ALL | tissues
        assert [one.id for one in found.values() if (one.says is None) == (one.unknown is None)] == []
        assert [one.id for one in found.values() if one.unknown is not None and one.sure is not None] == []

    def test_rests_on_parameters_and_sources_that_can_be_looked_up(self, knowledge: Knowledge) -> None:
        known = {*knowledge.parameters, *knowledge.sources}
        for one in numbers(everything(), knowledge, others=sessions()).values():
            assert set(one.sources) <= known
            if one.sure is not None:
                assert one.sure == knowledge.parameters[one.sources[0]].grade

    def test_is_said_where_everything_was_recorded(self, knowledge: Knowledge) -> None:
        found = numbers(everything(), knowledge, others=sessions())
        assert {name: one.unknown for name, one in found.items() if one.unknown and name in ALL} == {}
        assert found["intensity"].sources[0] == "formula.critical_speed_zones"
        assert found["intensity"].says == (  # 3.9 m/s lies between 82.3 % of critical speed and critical speed
            "210 min easy, 20 min moderate and 0 min hard a week; easy is slower than 5:00 min/km, from your critical "
            "speed"
        )
        assert found["critical_speed"].says == "4:07 min/km"

    def test_of_an_empty_history_there_is_none(self, knowledge: Knowledge) -> None:
        assert numbers([], knowledge) == {}

    def test_weeks_in_which_nothing_was_recorded_are_not_weeks_without_running(self, knowledge: Knowledge) -> None:
        long_ago = [typed(monday - dt.timedelta(weeks=20)) for monday in mondays(8)]
        assert numbers(long_ago, knowledge)["runs"].unknown == "nothing was recorded in these weeks"
        assert numbers(long_ago, knowledge)["distance"].says is None


class TestRunning:
    def test_runs_and_kilometers_are_those_of_a_mean_week(self, knowledge: Knowledge) -> None:
        found = numbers(easy_weeks(), knowledge)
        assert found["runs"].says == "4 a week (32 runs)"
        assert found["distance"].says == "38 km a week, the least 38 km and the most 38 km"
        assert found["runs"].weeks == 8
        assert found["runs"].sure is None

    @pytest.mark.parametrize(("without", "known"), [(3, True), (4, False)])
    def test_weeks_with_a_run_of_unknown_distance_are_left_out_and_that_is_said(
        self,
        without: int,
        known: bool,  # noqa: FBT001
        knowledge: Knowledge,
    ) -> None:
        extra = [typed(monday + dt.timedelta(days=2), km=None) for monday in mondays(without)]
        distance = numbers([*easy_weeks(), *extra], knowledge)["distance"]
        if known:
            assert distance.says is not None
            assert distance.says.endswith("from the 5 of 8 weeks that tell it")
        else:
            assert distance.unknown == "all runs have a distance in only 4 of 8 weeks with a run"

    def test_empty_weeks_do_not_stand_in_for_weeks_of_unknown_distance(self, knowledge: Knowledge) -> None:
        runs = [typed(monday, km=None) for monday in mondays(2)]
        found = numbers([*runs, typed(mondays(20)[0])], knowledge)
        assert found["distance"].unknown == "all runs have a distance in only 0 of 2 weeks with a run"
        assert found["runs"].says == "0.2 a week (2 runs)"

    def test_weeks_without_a_run_are_weeks_of_no_kilometers(self, knowledge: Knowledge) -> None:
        found = numbers([*(typed(monday) for monday in mondays(4)), typed(mondays(20)[0])], knowledge)
        assert found["distance"].says == "4 km a week, the least 0 km and the most 8 km"

    def test_kinds_of_runs_are_counted(self, knowledge: Knowledge) -> None:
        found = numbers(varied_weeks(), knowledge)["run_types"]
        assert found.says == "8 easy, 8 long, 8 tempo, 8 intervals"
        assert found.sure == knowledge.parameters["run_types.hard"].grade

    def test_runs_without_samples_have_no_kind(self, knowledge: Knowledge) -> None:
        assert numbers(without_samples(easy_weeks()), knowledge)["run_types"].says == "32 of unknown kind"

    def test_easy_pace_is_that_of_the_middle_run(self, knowledge: Knowledge) -> None:
        says = numbers(easy_weeks(), knowledge)["easy_pace"].says
        assert says == "5:57 min/km, half of the easy and long runs from 5:57 to 5:57 min/km"  # 2.8 m/s

    def test_climbs_are_told_from_the_runs_that_know_them(self, knowledge: Knowledge) -> None:
        runs = easy_weeks(ascent_m=100.0, descent_m=90.0)
        runs[0] = Typed(replace(runs[0].run, ascent_m=None), runs[0].type)
        found = numbers(runs, knowledge)
        assert found["ascent"].says == ("388 m a week, the most in one run 100 m, from the 31 of 32 runs that tell it")
        assert found["descent"].says == "360 m a week, the most in one run 90 m"


class TestHowHard:
    def test_without_anything_to_hold_it_against_the_reason_is_given(self, knowledge: Knowledge) -> None:
        found = numbers(easy_weeks(), knowledge)["intensity"]
        assert found.unknown is not None
        assert found.unknown.startswith("there is no recent race; ")

    def test_minutes_are_held_against_the_race_of_the_runner_file(
        self, knowledge: Knowledge, example_runner: Runner
    ) -> None:
        assert example_runner.baseline is not None
        assert example_runner.baseline.recent_race is not None
        race = replace(example_runner.baseline.recent_race, date=mondays(1)[0])
        runner = replace(example_runner, baseline=replace(example_runner.baseline, recent_race=race))
        found = numbers(varied_weeks(), knowledge, runner=runner)["intensity"]
        assert found.says is not None
        assert "min hard a week; easy is slower than" in found.says
        assert f"from your {race.distance_km:g} km in {race.time}" in found.says
        assert found.sources[0] == "pace.bands_of_race_index"

    def test_fast_minutes_need_no_reference(self, knowledge: Knowledge) -> None:
        """24 minutes of tempo and 15 of intervals among 50, 50, 48 and 84."""
        assert numbers(varied_weeks(), knowledge)["fast_minutes"].says == "39 of 232 min of running a week (17 %)"

    def test_session_load_is_the_mean_of_rated_weeks(self, knowledge: Knowledge) -> None:
        rated = [
            replace(one, run=replace(one.run, effort_rating=4.0)) for one in easy_weeks()
        ]  # 3 x 48 and 84 minutes at 4
        assert numbers(rated, knowledge)["session_load"].says == "912 a week"

    def test_weeks_with_an_unrated_session_do_not_count(self, knowledge: Knowledge) -> None:
        first = mondays(8)[0]
        runs = [replace(one, run=replace(one.run, effort_rating=4.0)) for one in easy_weeks()]
        says = numbers(runs, knowledge, others=[strength(first)])["session_load"].says
        assert says == "912 a week, from the 7 of 8 weeks that tell it"
        some = [
            one if one.run.day < mondays(5)[0] else replace(one, run=replace(one.run, effort_rating=None))
            for one in runs
        ]
        assert numbers(some, knowledge)["session_load"].unknown == (
            "only 3 of 8 weeks have a rating of how hard it was for every session"
        )


class TestFitnessAndForm:
    def test_other_windows_are_said(self, knowledge: Knowledge) -> None:
        found = numbers(everything(), knowledge)
        assert [found[name].weeks for name in ("meters_per_beat", "critical_speed", "late_beats")] == [26, 16, 16]

    def test_best_efforts_are_listed_with_their_times(self, knowledge: Knowledge) -> None:
        says = numbers(everything(), knowledge)["best_efforts"].says
        assert says == "400 m in 1:20, 800 m in 2:48, 1000 m in 3:35, 5000 m in 20:10"

    def test_changes_late_in_long_runs_are_signed(self, knowledge: Knowledge) -> None:
        found = numbers(everything(), knowledge)
        assert found["late_beats"].says == "-4 % in the middle one of 16 long runs"
        assert found["late_cadence"].says == "-2 % in the middle one of 16 long runs"
        assert found["late_contact"].says == "+3 % in the middle one of 16 long runs"

    def test_meters_for_each_beat_come_with_their_interval(self, knowledge: Knowledge) -> None:
        says = numbers(everything(), knowledge)["meters_per_beat"].says
        assert says is not None
        assert says.startswith("1.12 m on 78 like easy runs; 0 % over 26 weeks (")


class TestStrength:
    def test_sessions_slots_and_contacts_are_counted(self, knowledge: Knowledge) -> None:
        found = numbers(easy_weeks(), knowledge, others=sessions())
        assert found["strength_sessions"].says == "2 a week (16 sessions); 2 or more in 8 of 8 weeks"
        assert found["slots"].says == (
            "single leg in 16, hip hinge in none, calf and Achilles in 16, side of the hip in none of 16 sessions that "
            "name their exercises"
        )
        assert found["jumps"].says == "20 contacts a week, in 16 of 16 sessions that name exercises"
        assert found["loads"].says == "Split squat 14 kg × 10 (11 Nov)"

    def test_none_is_said_only_where_one_could_have_been_seen(self, knowledge: Knowledge) -> None:
        assert numbers(easy_weeks(), knowledge)["strength_sessions"].says == "no session"
        bare = numbers(easy_weeks(format="gpx"), knowledge)["strength_sessions"]
        assert bare.unknown == "the files of these weeks are of a kind that holds no strength training"

    def test_gym_workouts_of_unknown_content_are_said_beside_the_sessions(self, knowledge: Knowledge) -> None:
        workout = activity(mondays(1)[0], "other", may_be_strength=True)
        says = numbers(easy_weeks(), knowledge, others=[*sessions(), workout])["strength_sessions"].says
        assert says is not None
        assert says.endswith("; 1 gym or workout activity of these weeks may have been a strength session")

    def test_sessions_without_names_tell_no_slot_and_no_jump(self, knowledge: Knowledge) -> None:
        bare = [strength(monday) for monday in mondays(8)]
        found = numbers(easy_weeks(), knowledge, others=bare)
        assert found["slots"].says is None
        assert found["loads"].says is None
        assert found["jumps"].unknown == "none of 8 strength sessions names its exercises"


class TestTissues:
    def test_running_and_strength_are_told_apart_in_body_weights(self, knowledge: Knowledge) -> None:
        """170 steps a minute for 3 x 48 and 84 minutes: 19,380 steps on each leg; 20 heel raises at 3.0."""
        found = numbers(easy_weeks(cadence_spm=170.0), knowledge, others=sessions())
        assert found["tissues_running_patellofemoral"].says == "101 thousand body weights: 19,400 steps of 5.2"
        assert found["tissues_running_patellofemoral"].sure == "moderate"
        assert found["tissues_strength_achilles"].says == (
            "60 body weights: 20 repetitions of 3; 320 repetitions of other exercises left out"
        )
        assert found["tissues_strength_achilles"].caveat == (
            knowledge.parameters["tissue_load.exercises_achilles"].caveat
        )

    def test_what_was_not_measured_stays_unknown(self, knowledge: Knowledge) -> None:
        found = numbers(easy_weeks(), knowledge)
        assert found["tissues_running_tibia"].unknown == "only 0 of 32 runs tell steps and speed"
        assert found["tissues_running_hamstring"].unknown == "our tables hold no force of a running step for it"
        assert found["tissues_strength_achilles"].unknown == "no set of a strength session was recorded"
