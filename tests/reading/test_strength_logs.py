"""Logs of Strong and Hevy, and the guesses of a watch: sets as they were written, nothing made up."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from tests.builders.fit_messages import ENUM, FIT_EPOCH_S, UINT16, UINT32, Field, activity_file, message

from stridewell.reading.sources import FileReading, read_file
from stridewell.training.recording import StrengthSet

DATA = Path(__file__).parents[1] / "data" / "other"
STRONG = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
HEVY = "title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe"


def reading(name: str) -> FileReading:
    return read_file(DATA / name, name=name)


def read(text: str, folder: Path) -> FileReading:
    (folder / "log.csv").write_text(text, encoding="utf-8")
    return read_file(folder / "log.csv", name="log.csv")


def sets_of(found: FileReading) -> list[tuple[str | None, int | None, float | None, float | None]]:
    return [
        (one.exercise, one.repetitions, one.weight_kg, one.duration_s) for day in found.recordings for one in day.sets
    ]


class TestStrong:
    def test_the_classic_table_has_one_session_a_workout_on_the_clock_of_the_wall(self) -> None:
        legs, upper = reading("strong_classic.csv").recordings
        assert (legs.format, legs.sport, legs.clock, legs.elapsed_s) == ("strong", "strength", "local", 3900.0)
        assert legs.start == dt.datetime(2026, 11, 3, 18, 30, tzinfo=dt.UTC)
        assert upper.source == "strong_classic.csv#2026-11-06 07:15:00"

    def test_warm_ups_rests_and_treadmills_are_no_sets(self) -> None:
        legs, _ = reading("strong_classic.csv").recordings
        assert [(one.exercise, one.repetitions) for one in legs.sets] == [
            ("Squat (Barbell)", 5), ("Squat (Barbell)", 5), ("Squat (Barbell)", 8),
            ("Standing Calf Raise (Dumbbell)", 12), ("Plank", None),
        ]  # fmt: skip
        assert legs.sets[-1].duration_s == 60.0

    def test_a_weight_without_a_unit_is_no_kilogram(self) -> None:
        legs, _ = reading("strong_classic.csv").recordings
        assert (legs.sets[0].weight_kg, legs.sets[0].weight_without_unit) == (None, 80.0)
        assert legs.sets[-1].weight_without_unit is None, "0 is what the app writes for none"

    def test_a_workout_of_cardio_only_is_said_and_not_read(self) -> None:
        (notice,) = reading("strong_classic.csv").notices
        assert notice.says == "1 row has a workout without a strength set (not read) (row 12)"

    def test_semicolons_units_by_row_and_decimal_commas(self) -> None:
        found = reading("strong_android_units.csv")
        assert found.notices == ()
        assert sets_of(found) == [
            ("Romanian Deadlift (Barbell)", 8, 60.0, None),
            ("Romanian Deadlift (Barbell)", 8, 62.5, None),
            ("Bulgarian Split Squat", 10, 15.876, None),
        ]
        assert found.recordings[0].elapsed_s == 58 * 60.0

    def test_the_newer_table_names_its_units_in_the_header(self) -> None:
        found = reading("strong_newer_kg.csv")
        assert sets_of(found)[0] == ("Hip Thrust (Barbell)", 8, 70.0, None)
        assert found.recordings[0].elapsed_s == 2700.0

    def test_pounds_in_the_header_become_kilograms(self, tmp_path: Path) -> None:
        text = STRONG.replace("Weight", "Weight (lb)")
        found = read(f"{text}\n2026-11-03 18:30:00,A,45m,Squat (Barbell),1,100,5,0,0,,,\n", tmp_path)
        assert sets_of(found) == [("Squat (Barbell)", 5, 45.359, None)]

    def test_the_rating_is_the_mean_of_the_rated_sets(self) -> None:
        assert [one.effort_rating for one in reading("strong_classic.csv").recordings] == [8.5, None]

    def test_two_workouts_at_one_time_have_names_of_their_own(self, tmp_path: Path) -> None:
        rows = [f"2026-11-03 18:30:00,{name},45m,Plank,1,0,0,0,60,,," for name in ("A", "B", "A")]
        found = read("\n".join([STRONG, *rows]), tmp_path)
        assert [(one.source, len(one.sets)) for one in found.recordings] == [
            ("log.csv#2026-11-03 18:30:00", 2),
            ("log.csv#2026-11-03 18:30:00 (2)", 1),
        ]

    @pytest.mark.parametrize(
        ("row", "expected"),
        [
            ("Squat (Barbell),1,-5,8,0,0", (8, None)),
            ("Squat (Barbell),1,99999,8,0,0", (8, None)),
            ("Squat (Barbell),1,nan,8,0,0", (8, None)),
            ("Squat (Barbell),F,60,8,0,0", (8, 60.0)),
        ],
    )
    def test_a_weight_that_nobody_lifts_is_unknown(
        self, row: str, expected: tuple[int, float | None], tmp_path: Path
    ) -> None:
        found = read(f"{STRONG}\n2026-11-03 18:30:00,A,45m,{row},,,\n", tmp_path)
        (done,) = found.recordings[0].sets
        assert (done.repetitions, done.weight_without_unit) == expected

    @pytest.mark.parametrize(
        "row", ["Squat (Barbell),1,60,0,0,0", "Squat (Barbell),1,60,many,0,0", "Running,1,0,0,5,1800"]
    )
    def test_a_row_without_repetitions_or_time_is_no_set(self, row: str, tmp_path: Path) -> None:
        found = read(f"{STRONG}\n2026-11-03 18:30:00,A,45m,{row},,,\n", tmp_path)
        assert found.recordings == ()
        assert found.notices[0].says == "1 row has a workout without a strength set (not read) (row 2)"

    @pytest.mark.parametrize(
        ("length", "seconds"),
        [
            ("1h 5m", 3900.0),
            ("55m", 3300.0),
            ("2h", 7200.0),
            ("1h 5m 3s", 3903.0),
            ("2520", 2520.0),
            ("", None),
            ("long", None),
        ],
    )
    def test_how_long_it_was(self, length: str, seconds: float | None, tmp_path: Path) -> None:
        found = read(f"{STRONG}\n2026-11-03 18:30:00,A,{length},Plank,1,0,0,0,60,,,\n", tmp_path)
        assert found.recordings[0].elapsed_s == seconds

    def test_a_name_without_end_is_cut(self, tmp_path: Path) -> None:
        found = read(f"{STRONG}\n2026-11-03 18:30:00,A,45m,{'x' * 90_000},1,0,0,0,60,,,\n", tmp_path)
        assert found.recordings[0].sets[0].exercise == "x" * 200

    def test_a_thousand_sets_of_one_workout_are_cut(self, tmp_path: Path) -> None:
        row = "2026-11-03 18:30:00,A,45m,Plank,1,0,0,0,60,,,"
        assert len(read("\n".join([STRONG, *[row] * 1000]), tmp_path).recordings[0].sets) == 200

    def test_an_unreadable_date_is_said_and_kept_without_a_day(self, tmp_path: Path) -> None:
        found = read(f"{STRONG}\nsoon,A,45m,Plank,1,0,0,0,60,,,\n", tmp_path)
        assert found.recordings[0].start is None
        assert found.notices[0].says == "1 row has no readable date (row 2)"


class TestHevy:
    def test_a_log_in_kilograms(self) -> None:
        found = reading("hevy_kg.csv")
        (one,) = found.recordings
        assert found.notices == ()
        assert (one.format, one.sport, one.clock, one.elapsed_s) == ("hevy", "strength", "local", 3120.0)
        assert one.start == dt.datetime(2026, 11, 5, 18, 0, tzinfo=dt.UTC)
        assert sets_of(found) == [
            ("Bulgarian Split Squat", 10, 14.0, None),
            ("Single Leg Standing Calf Raise (Dumbbell)", 12, 12.0, None),
            ("Nordic Hamstrings Curls", 5, None, None),
            ("Side Plank", None, None, 45.0),
        ]
        assert one.effort_rating == 8.8

    def test_a_log_in_pounds_with_american_dates(self) -> None:
        found = reading("hevy_lbs.csv")
        assert found.recordings[0].start == dt.datetime(2026, 11, 7, 9, 5, tzinfo=dt.UTC)
        assert sets_of(found) == [("Deadlift (Barbell)", 5, 83.915, None), ("Deadlift (Barbell)", 8, 61.235, None)]

    def test_an_end_before_the_start_tells_no_length(self, tmp_path: Path) -> None:
        row = 'A,"5 Nov 2026, 18:00","5 Nov 2026, 17:00",Plank,0,normal,,,,60,'
        assert read(f"{HEVY}\n{row}\n", tmp_path).recordings[0].elapsed_s is None


class TestGuessesOfAWatch:
    BEGIN = int(dt.datetime(2026, 5, 1, 6, 0, tzinfo=dt.UTC).timestamp()) - FIT_EPOCH_S
    NONE = 0xFFFF

    def sets(self, folder: Path, *fields: Field) -> tuple[StrengthSet, ...]:
        """The sets of a gym session whose one set has these fields."""
        session: list[Field] = [
            (253, UINT32, self.BEGIN + 600), (2, UINT32, self.BEGIN), (7, UINT32, 600_000), (8, UINT32, 600_000),
            (5, ENUM, 10), (6, ENUM, 20),
        ]  # fmt: skip
        done = message(2, 225, [(254, UINT32, self.BEGIN), (3, UINT16, 8), (5, ENUM, 1), *fields])
        (folder / "gym.fit").write_bytes(activity_file(done, session=session))
        (one,) = read_file(folder / "gym.fit", name="gym.fit").recordings
        return one.sets

    def test_several_categories_are_guesses_and_no_name(self, tmp_path: Path) -> None:
        (done,) = self.sets(tmp_path, (7, UINT16, (28, 17, 8)), (8, UINT16, (self.NONE, self.NONE, 0)))
        assert (done.exercise, done.guesses) == (None, ("squat", "lunge", "deadlift/0"))
        assert done.named == "squat or lunge or deadlift/0"

    def test_unknown_among_the_guesses_is_kept(self, tmp_path: Path) -> None:
        (done,) = self.sets(tmp_path, (7, UINT16, (28, 10, 65534)))
        assert done.guesses == ("squat", "hip_raise", "unknown")

    @pytest.mark.parametrize("categories", [(65534, 65534, 65534), (0xFFFF, 0xFFFF, 0xFFFF)])
    def test_a_watch_that_knows_nothing_says_nothing(self, categories: tuple[int, ...], tmp_path: Path) -> None:
        (done,) = self.sets(tmp_path, (7, UINT16, categories))
        assert (done.named, done.guesses) == (None, ())

    def test_three_times_the_same_is_a_name(self, tmp_path: Path) -> None:
        (done,) = self.sets(tmp_path, (7, UINT16, (28, 28, 28)), (8, UINT16, (28, 28, 28)))
        assert (done.exercise, done.guesses) == ("squat/28", ())
