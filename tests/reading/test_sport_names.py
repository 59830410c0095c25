"""What files call a sport, and what we take it for."""

from __future__ import annotations

import pytest

from stridewell.reading.sport_names import fit_sport_named, may_be_strength, sport_of_fit, sport_of_words


@pytest.mark.parametrize(
    ("named", "sport"),
    [
        ("running", "run"), ("Running", "run"), ("trail_running", "run"), ("TrailRun", "run"), ("Treadmill", "run"),
        ("9", "run"), ("Run / Jog", "run"), ("Laufen", "run"), ("walking", "walk"), ("hiking", "walk"),
        ("Nordic Walking", "walk"), ("Hike", "walk"), ("strength_training", "strength"),
        ("Weight Training", "strength"),
        ("cycling", "other"), ("Biking", "other"), ("Ride", "other"), ("1", "other"), ("VirtualRide", "other"),
        ("Workout", "other"), ("HIIT", "other"), ("Inline Skating", "other"), ("swimming", "other"),
        ("other", "unknown"), ("Other", "unknown"), ("unknown", "unknown"), ("", "unknown"), (None, "unknown"),
        ("trunk day", "unknown"), ("12345", "unknown"),
        ("Course à pied", "run"), ("Trail", "run"), ("Lauf", "run"), ("Hardloopsessie", "run"), ("Carrera", "run"),
        ("Corsa", "run"), ("Løb", "run"), ("Løpetur", "run"), ("Virtual Run", "run"), ("indoor_running", "run"),
        ("Trail Ride", "other"), ("Skilanglauf", "other"), ("Langlauf", "other"), ("wheelchair_push_run", "other"),
        ("Golf course", "other"), ("multi_sport", "other"), ("road_biking", "other"), ("Radfahrt", "other"),
        ("Vélo", "other"), ("Fietsrit", "other"), ("Sykkeltur", "other"), ("Windsurf", "other"),
        ("Randonnée", "walk"), ("Marche", "walk"), ("Wandeling", "walk"), ("Gåtur", "walk"), ("Senderismo", "walk"),
        ("Entraînement aux poids", "strength"), ("Gewichtstraining", "strength"), ("Krachttraining", "strength"),
        ("Entrenamiento con pesas", "strength"), ("Entrai\u0302nement aux poids", "strength"),
        ("STRENGTH_TRAINING", "strength"), ("Functional Strength Training", "strength"),
    ],
)  # fmt: skip
def test_words(named: str | None, sport: str) -> None:
    assert sport_of_words(named) == sport


@pytest.mark.parametrize(
    "named",
    [
        "Workout", "HIIT", "hiit", "High Intensity Interval Training", "Crossfit", "CrossFit", "gym", "Gym Workout",
        "functional_training", "Circuit Training", "Training", "fitness_equipment", "Entraînement", "Allenamento",
        "Treningsøkt", "Core Training",
    ],
)  # fmt: skip
def test_a_gym_session_of_unknown_content_may_be_strength(named: str) -> None:
    assert may_be_strength(named)
    assert sport_of_words(named) == "other"


@pytest.mark.parametrize(
    "named",
    [
        None, "", "Run", "Ride", "Yoga", "Pilates", "Weight Training", "strength_training", "Elliptical", "other",
        "training/cardio_training", "training/yoga", "fitness_equipment/elliptical", "Swim", "Run Workout", "Walk",
    ],
)  # fmt: skip
def test_what_names_its_content_is_what_it_is(named: str | None) -> None:
    assert not may_be_strength(named)


@pytest.mark.parametrize(
    ("numbers", "sport", "named"),
    [
        ((1, 0), "run", "running"),
        ((1, 3), "run", "running/trail"),
        ((11, None), "walk", "walking"),
        ((17, 0), "walk", "hiking"),
        ((10, 20), "strength", "training/strength_training"),
        ((4, 20), "strength", "fitness_equipment/strength_training"),
        ((10, 26), "other", "training/cardio_training"),
        ((2, 0), "other", "cycling"),
        ((0, 0), "unknown", "generic"),
        ((None, None), "unknown", None),
        ((250, 0), "other", "sport 250"),
    ],
)
def test_numbers_of_the_fit_profile(numbers: tuple[int | None, int | None], sport: str, named: str | None) -> None:
    assert sport_of_fit(*numbers) == sport
    assert fit_sport_named(*numbers) == named
