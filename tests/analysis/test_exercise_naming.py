"""Recorded names become exercises of the library: the runner's word first, then what is known, never a guess."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.builders.activities import TODAY, activity, mondays
from tests.builders.histories import file_of, row

from stridewell.analysis.exercise_naming import known_names, naming_notices, with_exercises
from stridewell.analysis.history import History, gather
from stridewell.analysis.metrics.recorded_exercises import exercises_of_set
from stridewell.analysis.metrics.slots_covered import SlotsCovered, slot_of, slots_covered, slots_of_set
from stridewell.knowledge import Knowledge
from stridewell.training.exercise_names import NO_NAMES, ExerciseNames, name_key
from stridewell.training.recording import SourceFormat, StrengthSet

EVENING = dt.datetime(2026, 11, 12, 18, 0, tzinfo=dt.UTC)


def a_set(exercise: str | None, *guesses: str, kg: float | None = 20.0, unitless: float | None = None) -> StrengthSet:
    return StrengthSet(
        exercise=exercise,
        repetitions=8,
        weight_kg=kg,
        duration_s=None,
        guesses=guesses,
        weight_without_unit=unitless,
    )


def matched(
    done: StrengthSet, knowledge: Knowledge, names: ExerciseNames = NO_NAMES, written_as: SourceFormat = "fit"
) -> StrengthSet:
    session = activity(TODAY, "strength", format=written_as, sets=(done,))
    (named,) = with_exercises([session], names, knowledge)
    return named.sets[0]


@pytest.mark.parametrize(
    ("name", "exercise"),
    [
        ("Romanian Deadlift (Barbell)", "barbell_romanian_deadlift"),
        ("Standing Calf Raise (Dumbbell)", "calf_raise"),
        ("Bulgarian Split Squat", "bulgarian_split_squat"),
        ("Hip Thrust (Barbell)", "barbell_hip_thrust"),
        ("Nordic Hamstrings Curls", "nordic_hamstring"),
        ("Single-leg Standing Calf Raise", "single_leg_calf_raise"),
        ("Skater squat", "skater_squat"),  # as the library calls it
        ("Leg Press (Machine)", None),
        ("Squat (Smith Machine)", None),
    ],
)
def test_names_of_the_apps(name: str, exercise: str | None, knowledge: Knowledge) -> None:
    assert matched(a_set(name), knowledge, written_as="strong").known_as == exercise


@pytest.mark.parametrize(
    ("code", "exercise"),
    [
        ("squat/28", "split_squat"),
        ("squat/dumbbell_split_squat", "split_squat"),  # as Garmin's JSON writes it
        ("deadlift/0", "deadlift"),
        ("calf_raise/15", None),  # belongs to two exercises
        ("calf_raise/7", "seated_calf_raise"),  # on two legs, although ours on one leg is written so
        ("deadlift", None),  # a category alone, although an exercise has this id
        ("bench_press/3", None),
    ],
)
def test_codes_of_a_watch(code: str, exercise: str | None, knowledge: Knowledge) -> None:
    assert matched(a_set(code), knowledge).known_as == exercise


def test_every_code_of_the_library_leads_back_to_an_exercise_that_carries_it(knowledge: Knowledge) -> None:
    """Both ways: what a plan would write to a watch, the watch's recording means again; two exceptions are listed."""
    known = known_names(knowledge).of_watches
    others = {"calf_raise/7", "squat/67"}
    for one in knowledge.exercises.values():
        code = None if one.garmin is None or one.garmin[2] is None else f"{one.garmin[1]}/{one.garmin[2]}"
        if code is not None and code in known and code not in others:
            assert known[code] == one.id


def test_the_runner_s_word_comes_before_all_others(knowledge: Knowledge) -> None:
    names = ExerciseNames(exercises={"squat/28": "reverse_lunge", name_key("Plank"): "side_plank"})
    assert matched(a_set("squat/28"), knowledge, names).known_as == "reverse_lunge"
    assert matched(a_set("Plank"), knowledge, names, "hevy").known_as == "side_plank"


def test_a_guess_becomes_an_exercise_only_by_the_runner_s_word(knowledge: Knowledge) -> None:
    guess = a_set(None, "squat/28", "lunge/78")
    assert matched(guess, knowledge).known_as is None
    assert exercises_of_set(matched(guess, knowledge), knowledge) == ()
    names = ExerciseNames(exercises={name_key("squat/28 or lunge/78"): "walking_lunge"})
    assert matched(guess, knowledge, names).known_as == "walking_lunge"


def test_a_weight_without_a_unit_counts_once_the_runner_names_it(knowledge: Knowledge) -> None:
    silent = a_set("Plank", kg=None, unitless=100.0)
    assert matched(silent, knowledge).weight_kg is None
    pounds = matched(silent, knowledge, ExerciseNames(weight_unit="lb"))
    assert (pounds.weight_kg, pounds.weight_without_unit) == (45.359, None)
    assert matched(a_set("Plank", kg=20.0), knowledge, ExerciseNames(weight_unit="lb")).weight_kg == 20.0


@pytest.mark.parametrize(
    ("guesses", "slots"),
    [
        (("lunge", "squat/28"), frozenset({"single_leg"})),
        (("lunge", "squat"), None),  # a squat on two legs fills no slot
        (("lunge", "unknown"), None),
        (("deadlift/0", "hip_raise", "leg_curl"), frozenset({"hip_hinge"})),
        ((), None),
    ],
)
def test_guesses_count_where_all_fill_one_slot(
    guesses: tuple[str, ...], slots: frozenset[str] | None, knowledge: Knowledge
) -> None:
    assert slots_of_set(a_set(None, *guesses), knowledge) == slots


def test_a_matched_exercise_fills_all_of_its_slots(knowledge: Knowledge) -> None:
    done = matched(a_set("Lateral step-down"), knowledge, written_as="strong")
    assert slots_of_set(done, knowledge) == frozenset(("single_leg", "lateral_hip"))


@pytest.mark.parametrize(
    ("name", "slot"),
    [
        ("Seated Leg Curl (Machine)", "hip_hinge"),
        ("Bicep Curl (Dumbbell)", "extra"),
        ("Hip Abduction (Machine)", "lateral_hip"),
        ("Standing Calf Raise (Smith Machine)", "calf_achilles"),
        ("Lateral Raise (Cable)", "extra"),
        ("Lateral Leg Raises", "lateral_hip"),
        ("Box Squat (Barbell)", "extra"),
        ("Split Squat (Smith Machine)", "single_leg"),
        ("Jumping Jack", "extra"),
        ("Lateral Box Jump", "plyometric"),
        ("Cable Sorcery", None),
    ],
)
def test_names_without_an_exercise_still_tell_their_slot(name: str, slot: str | None, knowledge: Knowledge) -> None:
    assert slot_of(name, knowledge) == slot


def test_a_log_of_machines_tells_which_slots_it_covers(knowledge: Knowledge) -> None:
    sets = tuple(
        map(a_set, ("Leg Press (Machine)", "Seated Leg Curl (Machine)", "Calf Press (Machine)", "Shrug (Cable)"))
    )
    sessions = [activity(monday, "strength", format="hevy", sets=sets) for monday in mondays(4)]
    covered = slots_covered(with_exercises(sessions, NO_NAMES, knowledge), knowledge)
    assert isinstance(covered, SlotsCovered)
    assert {slot for slot, count in covered.by_slot.items() if count} == {"hip_hinge", "calf_achilles"}


class TestNotices:
    def said(self, knowledge: Knowledge, *sets: StrengthSet, written_as: SourceFormat = "strong") -> list[str]:
        session = activity(TODAY, "strength", format=written_as, sets=sets)
        return [notice.says for notice in naming_notices(with_exercises([session], NO_NAMES, knowledge), knowledge)]

    def test_names_that_match_nothing_are_counted_the_most_often_first(self, knowledge: Knowledge) -> None:
        said = self.said(knowledge, a_set("Odd"), *[a_set("Cable Sorcery")] * 3, a_set("Squat (Barbell)"))
        assert said == [
            'no exercise here matches 3 sets of "Cable Sorcery" and 1 set of "Odd"; a mapping file can (--mapping)'
        ]

    def test_many_names_are_summed_up(self, knowledge: Knowledge) -> None:
        (said,) = self.said(knowledge, *(a_set(f"Odd {letter}") for letter in "abcdefghij"))
        assert said.count('"') == 14
        assert "and 3 sets of 3 more names;" in said

    def test_guesses_that_differ_are_said_as_they_may_be_mapped(self, knowledge: Knowledge) -> None:
        (said,) = self.said(knowledge, a_set(None, "squat", "lunge"), written_as="fit")
        assert '1 set of "squat or lunge"' in said
        assert "only guessed" in said

    def test_weights_without_a_unit(self, knowledge: Knowledge) -> None:
        (said,) = self.said(knowledge, a_set("Plank", kg=None, unitless=5.0))
        assert said.startswith("1 set with a weight in a log that names no unit")

    def test_what_is_known_or_silent_needs_no_word(self, knowledge: Knowledge) -> None:
        silent = a_set("Squat (Barbell)"), a_set("Bench Press (Barbell)"), a_set(None)
        assert self.said(knowledge, *silent) == []


def gathered(knowledge: Knowledge, *recordings: object) -> History:
    files = [file_of([one], knowledge) for one in recordings]  # type: ignore[list-item]
    return gather(files, TODAY, knowledge, names=ExerciseNames(weight_unit="kg"))


def test_a_log_beside_the_watch_s_guesses_gives_the_sets(knowledge: Knowledge) -> None:
    """One workout, recorded by the watch and written into the app: the names of the app are kept."""
    watch = row(
        1,
        table="garmin",
        sport="strength",
        minutes=50,
        km=None,
        start=EVENING,
        sets=(a_set(None, "squat", "lunge"),) * 9,
    )
    log = row(
        2,
        table="strong",
        sport="strength",
        minutes=50,
        km=None,
        start=EVENING,
        sets=(a_set("Squat (Barbell)", kg=60.0),),
    )
    history = gathered(knowledge, watch, log)
    assert history.counts.merged == 1
    assert [done.known_as for done in history.activities[0].sets] == ["barbell_squat"]
