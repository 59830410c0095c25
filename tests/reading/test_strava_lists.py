"""Strava's list of activities: every generation and language seen gives the same activities."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from stridewell.reading.sources import FileReading, read_file
from stridewell.training.recording import Recording

DATA = Path(__file__).parents[1] / "data" / "strava"
FULL = (
    "activities_de_92cols", "activities_en_103cols_2026", "activities_en_24h_daymonth", "activities_en_nnbsp_time",
    "activities_fr_21cols",
)  # fmt: skip
SHORT = ("activities_2018_lowercase", "activities_2019-07_10cols")
HEADER = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Filename"
SPANISH = (
    "ID de actividad,Fecha de la actividad,Nombre,Tipo de actividad,Tiempo transcurrido,Distancia,Nombre del archivo"
)


def reading(name: str) -> FileReading:
    return read_file(DATA / name, name="activities.csv")


def by_id(found: FileReading) -> dict[str, Recording]:
    return {one.source.rpartition("#")[2]: one for one in found.recordings}


def read_text(text: str, tmp_path: Path) -> FileReading:
    (tmp_path / "activities.csv").write_text(text, encoding="utf-8")
    return read_file(tmp_path / "activities.csv", name="activities.csv")


def only(text: str, tmp_path: Path) -> Recording:
    (one,) = read_text(text, tmp_path).recordings
    return one


@pytest.mark.parametrize("name", FULL + SHORT)
def test_every_generation_and_language_gives_the_same_activities(name: str) -> None:
    found = reading(f"{name}.csv")
    assert found.notices == ()
    sports = ["run", "strength", "run", "other", "run", "run", "other", "run"]
    assert [one.sport for one in found.recordings] == sports
    assert [one.source for one in found.recordings] == [f"activities.csv#910000000{at}" for at in range(1, 9)]
    first = by_id(found)["9100000001"]
    assert first.start == dt.datetime(2026, 3, 1, 7, 2, 10, tzinfo=dt.UTC)
    assert (first.format, first.clock, first.columns) == ("strava", "utc", {})
    assert first.elapsed_s == 2832
    assert first.distance_m == pytest.approx(8987.4, abs=0 if name not in SHORT[1:] else 5)
    assert first.refers_to == "activities/9100000001.fit.gz"
    assert by_id(found)["9100000005"].refers_to is None
    assert by_id(found)["9100000002"].start == dt.datetime(2026, 3, 2, 17, 5, tzinfo=dt.UTC)


@pytest.mark.parametrize("name", FULL)
def test_the_exact_columns_win_over_the_shown_ones(name: str) -> None:
    ride = by_id(reading(f"{name}.csv"))["9100000004"]
    assert ride.distance_m == 92_580.0
    assert (ride.elapsed_s, ride.moving_s, ride.ascent_m) == (12_691, 12_000, 610)


def test_what_is_not_in_a_row_is_unknown_and_not_zero() -> None:
    treadmill = by_id(reading("activities_en_103cols_2026.csv"))["9100000005"]
    assert (treadmill.ascent_m, treadmill.heart_rate_bpm, treadmill.effort_rating) == (None, None, None)


def test_a_real_row_gives_heart_rate_descent_and_steps_of_both_legs() -> None:
    (one,) = reading("activities_real_2025.csv").recordings
    assert one.distance_m == pytest.approx(3322.95, abs=0.01)
    assert one.descent_m == 86
    assert one.cadence_spm == pytest.approx(2 * 71.259, abs=0.01)
    assert one.heart_rate_bpm is None


def test_a_language_that_is_not_known_is_said_with_what_is_missing() -> None:
    found = reading("activities_unknown_language.csv")
    assert found.recordings == ()
    (notice,) = found.notices
    assert "language that is not known" in notice.says
    assert "elapsed time" in notice.says
    assert "English" in notice.says


@pytest.mark.parametrize(
    ("header", "date", "kind", "sport"),
    [
        ("Activiteits-ID,Datum van activiteit,Naam activiteit,Activiteitstype,Verstreken tijd,Afstand,Bestandsnaam",
         "6 mrt. 2024 14:23:15", "Hardloopsessie", "run"),
        (SPANISH, "6 mar. 2024, 14:23:15", "Entrenamiento con pesas", "strength"),
        ("ID attività,Data dell\u2019attività,Nome attività,Tipo attività,Tempo trascorso,Distanza,Nome del file",
         "6 mar 2024, 14:23:15", "Corsa", "run"),
        ("Aktivitets-ID,Aktivitetsdato,Aktivitetsnavn,Aktivitetstype,Totaltid,Distanse,Filnavn",
         "6. mars 2024, 14.23.15", "Gåtur", "walk"),
        ("ID de l'activité,Date de l'activité,Nom,Type d'activité,Temps écoulé,Distance,Nom du fichier",
         "6 mars 2024 à 14:23:15", "Randonnée", "walk"),
        (HEADER, "Mar 6, 2024, 2:23:15\u202fPM", "Trail Run", "run"),
        (HEADER, "6 March 2024, 14:23:15", "Run", "run"),
        (HEADER, "2024-03-06 14:23:15", "Run", "run"),
    ],
)  # fmt: skip
def test_languages_and_layouts_of_dates(header: str, date: str, kind: str, *, sport: str, tmp_path: Path) -> None:
    one = only(f'{header}\n1,"{date}",x,{kind},1800,"5,12",activities/1.gpx\n', tmp_path)
    assert one.start == dt.datetime(2024, 3, 6, 14, 23, 15, tzinfo=dt.UTC)
    assert (one.sport, one.distance_m, one.refers_to) == (sport, 5120.0, "activities/1.gpx")


def row(at: int, date: str, elapsed: str = "1800", distance: str = "5.00") -> str:
    return f'{at},"{date}",x,Run,{elapsed},{distance},\n'


def test_a_date_that_can_be_read_in_two_ways_is_not_guessed(tmp_path: Path) -> None:
    found = read_text(f"{HEADER}\n{row(1, '03/04/2026, 07:00:00')}{row(2, '05/06/2026, 07:00:00')}", tmp_path)
    assert [one.start for one in found.recordings] == [None, None]
    assert [notice.says for notice in found.notices] == ["2 rows have a date that can be read in two ways (rows 2, 3)"]


@pytest.mark.parametrize(("clear", "month", "day"), [("25/06/2026, 07:00:00", 4, 3), ("06/25/2026, 07:00:00", 3, 4)])
def test_one_clear_date_tells_how_the_others_are_meant(clear: str, month: int, day: int, tmp_path: Path) -> None:
    found = read_text(f"{HEADER}\n{row(1, '03/04/2026, 07:00:00')}{row(2, clear)}", tmp_path)
    assert found.recordings[0].start == dt.datetime(2026, month, day, 7, tzinfo=dt.UTC)
    assert found.notices == ()


def test_repeated_faults_make_one_notice_that_counts_them(tmp_path: Path) -> None:
    rows = "".join(row(at, "yesterday" if at in (3, 6, 8) else "Mar 6, 2024, 2:23:15 PM") for at in range(1, 10))
    found = read_text(f"{HEADER}\n{rows}", tmp_path)
    assert len(found.recordings) == 9
    assert [notice.says for notice in found.notices] == ["3 rows have no readable date (rows 4, 7, 9)"]


def test_absurd_values_are_unknown_and_said(tmp_path: Path) -> None:
    found = read_text(f"{HEADER}\n{row(1, '2024-03-06 14:23:15', '9e99', '1e9')}", tmp_path)
    (one,) = found.recordings
    assert (one.elapsed_s, one.distance_m) == (None, None)
    assert len(found.notices) == 2


def test_effort_and_race_are_read(tmp_path: Path) -> None:
    header = "Activity ID,Activity Date,Activity Type,Elapsed Time,Distance,Perceived Exertion,Competition"
    found = read_text(
        f"{header}\n1,2024-03-06 14:23:15,Run,1800,5.0,7.0,1.0\n2,2024-03-07 14:23:15,Run,1,1,,\n", tmp_path
    )
    assert [(one.effort_rating, one.race) for one in found.recordings] == [(7.0, True), (None, None)]


def test_a_gym_session_of_unknown_content_is_marked(tmp_path: Path) -> None:
    kinds = ("Workout", "Yoga", "Run", "Other")
    rows = [f"{at},2024-03-0{at} 14:23:15,x,{kind},1800,0," for at, kind in enumerate(kinds, 1)]
    found = read_text("\n".join((HEADER, *rows)), tmp_path)
    assert [one.may_be_strength for one in found.recordings] == [True, False, False, True]
    assert [one.sport for one in found.recordings] == ["other", "other", "run", "unknown"]


def test_two_rows_of_the_same_id_have_two_names(tmp_path: Path) -> None:
    found = read_text(f"{HEADER}\n{row(1, '2024-03-06 14:23:15')}{row(1, '2024-03-06 14:23:15')}", tmp_path)
    assert [one.source for one in found.recordings] == ["activities.csv#1", "activities.csv#1 (2)"]


def test_a_list_without_any_row_is_said(tmp_path: Path) -> None:
    assert "without any activity" in read_text(HEADER + "\n", tmp_path).notices[0].says


def test_other_tables_of_the_export_are_named_for_what_they_are(tmp_path: Path) -> None:
    for header in ("Media Filename,Media Caption", "Shoe Name,Shoe Brand,Shoe Model", "Mobile Device ID"):
        (notice,) = read_text(header + "\n", tmp_path).notices
        assert notice.says == "is part of a Strava export and holds no activities"


def test_the_list_of_the_web_page_is_read() -> None:
    found = reading("ddboline_strava_training_activities_3.json")
    assert [one.sport for one in found.recordings] == ["run", "run", "walk"]
    first = found.recordings[0]
    assert first.start == dt.datetime(2024, 12, 17, 18, 47, tzinfo=dt.UTC)
    assert (first.distance_m, first.moving_s, first.utc_offset_s) == (10_154.0, 3663.0, -18_000.0)
