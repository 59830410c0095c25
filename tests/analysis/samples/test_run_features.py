"""What one run's samples tell: each metric where it can be told, where it cannot, and at its borders."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest
from tests.analysis.samples.builders import Leg, kept_samples, run_of, with_column
from tools.generated_pieces import GeneratedKind
from tools.generated_runs import Body, generated_run
from tools.generated_watch import Watch

from stridewell.analysis.features import RunFeatures
from stridewell.analysis.metric import Unknown
from stridewell.analysis.samples.run_features import run_features
from stridewell.knowledge import Knowledge
from stridewell.knowledge.formulas.gradient import climbing_factor, climbing_factors
from stridewell.training.recording import Recording

EASY = (Leg(2400, 2.8),)
INTERVALS = (Leg(600, 2.8), *(Leg(180, 3.8), Leg(120, 2.2)) * 5, Leg(480, 2.7))
START = dt.datetime(2026, 11, 17, 6, 30, tzinfo=dt.UTC)


def told(run: Recording, knowledge: Knowledge) -> RunFeatures:
    features = run_features(run, knowledge)
    assert features is not None
    return features


def made(kind: GeneratedKind, *, minutes: float | None = None, body: Body | None = None) -> Recording:
    watch = Watch(contact_time=True, jumps_per_h=0.0, gaps_per_h=0.0)
    return generated_run(kind, start=START, chance=np.random.default_rng(7), minutes=minutes, body=body, watch=watch)


def test_a_recording_without_samples_of_distance_has_no_features(knowledge: Knowledge) -> None:
    assert run_features(run_of(EASY, without=("distance_m",)), knowledge) is None
    assert run_features(replace(run_of(EASY), columns={}), knowledge) is None


def test_a_recording_that_never_moves_has_no_features(knowledge: Knowledge) -> None:
    assert run_features(run_of([Leg(600, 0.0)]), knowledge) is None


def test_an_even_level_run_is_as_fast_as_it_was_and_has_no_bouts(knowledge: Knowledge) -> None:
    features = told(run_of(EASY), knowledge)
    assert features.grade_adjusted_m_per_s == pytest.approx(2.8)
    assert features.easy_m_per_s == pytest.approx(2.8)
    assert features.bouts == ()
    assert features.steady_cv == pytest.approx(0.0, abs=1e-9)
    assert features.m_per_beat == pytest.approx(2.8 * 60 / 150)
    assert (features.ascent_m, features.descent_m) == (0.0, 0.0)


def test_time_is_counted_by_speed_and_by_heart_rate(knowledge: Knowledge) -> None:
    features = told(run_of([Leg(600, 2.55, heart=141), Leg(300, 2.85, heart=152)]), knowledge)
    assert features.speed_time_s == pytest.approx({25: 600, 28: 300})
    assert features.heart_rate_time_s[28] == pytest.approx(600, abs=5)
    assert features.heart_rate_time_s[30] == pytest.approx(300, abs=5)


def test_stops_count_neither_as_running_nor_as_slow_running(knowledge: Knowledge) -> None:
    stopping = told(run_of([Leg(1200, 2.8), Leg(120, 0.0), Leg(1200, 2.8)]), knowledge)
    assert stopping.grade_adjusted_m_per_s == pytest.approx(2.8)
    assert sum(stopping.speed_time_s.values()) == pytest.approx(2400)
    assert stopping.bouts == ()


def test_a_jump_of_the_receiver_makes_no_run_faster(knowledge: Knowledge) -> None:
    run = run_of(EASY)
    jumped = run.columns["distance_m"].copy()
    jumped[1000:] += 400.0
    features = told(with_column(run, "distance_m", jumped), knowledge)
    assert features.grade_adjusted_m_per_s == pytest.approx(2.8, rel=0.002)
    assert features.bouts == ()
    assert max(features.speed_time_s) == 28


def test_intervals_are_bouts_with_their_length_speed_and_rest(knowledge: Knowledge) -> None:
    bouts = told(run_of(INTERVALS), knowledge).bouts
    assert len(bouts) == 5
    assert [bout.duration_s for bout in bouts] == pytest.approx([180] * 5, abs=10)
    assert [bout.m_per_s for bout in bouts] == pytest.approx([3.8] * 5, rel=0.03)
    assert [bout.rest_s for bout in bouts] == pytest.approx([120] * 4 + [0], abs=10)
    assert bouts[0].start_s == pytest.approx(600, abs=10)


def test_easy_speed_leaves_bouts_out(knowledge: Knowledge) -> None:
    easy = told(run_of(INTERVALS), knowledge).easy_m_per_s
    assert easy == pytest.approx((600 * 2.8 + 600 * 2.2 + 480 * 2.7) / 1680, rel=0.03)


def test_work_that_is_hardly_faster_is_no_bout(knowledge: Knowledge) -> None:
    faster = knowledge.table("run_samples.bouts")["faster"]
    assert told(run_of([Leg(1200, 2.8), Leg(1200, 2.8 * (faster - 0.01))]), knowledge).bouts == ()
    assert len(told(run_of([Leg(1200, 2.8), Leg(1200, 2.8 * (faster + 0.01))]), knowledge).bouts) == 1


def test_running_that_takes_turns_with_walking_has_its_running_as_bouts(knowledge: Knowledge) -> None:
    turns = (Leg(180, 2.6), Leg(90, 1.4, steps=108)) * 8
    features = told(run_of(turns), knowledge)
    assert len(features.bouts) == 8
    assert features.bouts[0].m_per_s == pytest.approx(2.6, rel=0.02)
    assert isinstance(features.easy_m_per_s, Unknown)


def test_standing_at_lights_makes_no_bouts(knowledge: Knowledge) -> None:
    assert told(run_of((Leg(300, 2.8), Leg(60, 0.0, steps=0)) * 8), knowledge).bouts == ()


def test_a_slow_runner_without_steps_is_not_taken_for_a_walker(knowledge: Knowledge) -> None:
    features = told(run_of([Leg(2400, 1.5)], without=("cadence_spm",)), knowledge)
    assert features.easy_m_per_s == pytest.approx(1.5)


def test_many_gradients_cost_what_each_costs_alone(knowledge: Knowledge) -> None:
    many = np.linspace(-0.6, 0.6, 25)
    alone = [climbing_factor(float(one), knowledge) for one in many]
    assert climbing_factors(many, knowledge) == pytest.approx(alone)


def test_a_climb_is_worth_more_than_its_speed_and_a_descent_hardly_less(knowledge: Knowledge) -> None:
    hills = (Leg(300, 2.6, 0.06), Leg(300, 2.6, -0.06)) * 3
    level, hilly = told(run_of([Leg(1800, 2.6)]), knowledge), told(run_of(hills), knowledge)
    bouts = hilly.bouts
    assert len(bouts) == 3
    assert [bout.gradient for bout in bouts] == pytest.approx([0.06] * 3, abs=0.01)
    assert all(bout.m_per_s > 1.2 * 2.6 for bout in bouts)
    least = knowledge.table("run_samples.grade")["least_factor"]
    assert hilly.easy_m_per_s == pytest.approx(least * 2.6, rel=0.05)
    assert level.grade_adjusted_m_per_s == pytest.approx(2.6)


def test_ascent_and_descent_are_those_of_the_ground(knowledge: Knowledge) -> None:
    features = told(run_of([Leg(600, 2.5, 0.04), Leg(600, 2.5, -0.02), Leg(600, 2.5, 0.04)]), knowledge)
    assert features.ascent_m == pytest.approx(120, rel=0.1)
    assert features.descent_m == pytest.approx(30, rel=0.15)


def test_heights_that_are_missing_or_all_zero_are_unknown(knowledge: Knowledge) -> None:
    run = run_of(EASY)
    for heights in (np.zeros(2401), np.full(2401, np.nan)):
        features = told(with_column(run, "altitude_m", heights), knowledge)
        assert isinstance(features.ascent_m, Unknown)
        assert isinstance(features.descent_m, Unknown)
        assert features.grade_adjusted_m_per_s == pytest.approx(2.8)


def test_heights_that_wander_are_not_believed(knowledge: Knowledge) -> None:
    watch = Watch(height="receiver", jumps_per_h=0.0, gaps_per_h=0.0)
    run = generated_run("easy", start=START, chance=np.random.default_rng(2), minutes=50, watch=watch)
    wandering, flat = (
        told(run, knowledge),
        told(with_column(run, "altitude_m", np.zeros(len(run.columns["time_s"]))), knowledge),
    )
    assert isinstance(wandering.ascent_m, Unknown)
    assert "wander" in wandering.ascent_m.reason
    assert wandering.grade_adjusted_m_per_s == flat.grade_adjusted_m_per_s
    assert wandering.bouts == ()


def test_without_heart_rate_nothing_is_said_of_beats(knowledge: Knowledge) -> None:
    features = told(run_of([Leg(4500, 2.8)], without=("heart_rate_bpm",)), knowledge)
    assert isinstance(features.m_per_beat, Unknown)
    assert isinstance(features.drift_percent, Unknown)
    assert features.heart_rate_time_s == {}


def test_impossible_heart_rates_count_as_unknown(knowledge: Knowledge) -> None:
    run = run_of(EASY)
    broken = run.columns["heart_rate_bpm"].copy()
    broken[::7], broken[3::7] = 0.0, 255.0
    features = told(with_column(run, "heart_rate_bpm", broken), knowledge)
    assert features.m_per_beat == pytest.approx(2.8 * 60 / 150)


def test_a_short_run_tells_no_meters_per_beat(knowledge: Knowledge) -> None:
    borders = knowledge.table("run_samples.beats")
    enough = borders["settles_s"] + borders["shortest_s"]
    assert isinstance(told(run_of([Leg(enough - 30, 2.8)]), knowledge).m_per_beat, Unknown)
    assert told(run_of([Leg(enough + 30, 2.8)]), knowledge).m_per_beat == pytest.approx(2.8 * 60 / 150)


def test_drift_is_the_share_of_speed_for_each_beat_that_was_lost(knowledge: Knowledge) -> None:
    features = told(run_of([Leg(2400, 2.8, heart=150), Leg(2400, 2.8, heart=160)]), knowledge)
    assert features.drift_percent == pytest.approx((1 - 150 / 160) * 100, abs=0.1)


@pytest.mark.parametrize(
    ("legs", "why"),
    [
        ([Leg(3500, 2.8)], "too short"),
        ([Leg(600, 2.8), *(Leg(300, 3.8), Leg(300, 2.4)) * 8], "even enough"),
        ([Leg(300, 2.5, 0.035), Leg(220, 3.45, -0.035)] * 8, "hilly"),
    ],
)
def test_drift_is_not_read_from_runs_that_cannot_show_it(legs: list[Leg], why: str, knowledge: Knowledge) -> None:
    drift = told(run_of(legs), knowledge).drift_percent
    assert isinstance(drift, Unknown)
    assert why in drift.reason


def test_form_is_compared_at_equal_speed(knowledge: Knowledge) -> None:
    """Slower and with fewer steps as far as speed explains it is no change; fewer steps than that are."""
    early = [Leg(60, 2.7 + 0.1 * (at % 3), steps=160 + 4 * (at % 3)) for at in range(30)]
    late = [Leg(60, 2.6 + 0.1 * (at % 3), steps=156 + 4 * (at % 3)) for at in range(30)]
    tired = [leg._replace(steps=leg.steps - 5, contact=270) for leg in late]
    unchanged, changed = (told(run_of(early + end), knowledge) for end in (late, tired))
    assert unchanged.cadence_change_percent == pytest.approx(0.0, abs=0.3)
    assert changed.cadence_change_percent == pytest.approx(-5 / 163 * 100, abs=0.4)
    assert changed.contact_change_percent == pytest.approx(10 / 260 * 100, abs=0.4)


def test_form_is_unknown_without_a_sensor_or_in_a_short_run(knowledge: Knowledge) -> None:
    without = told(run_of([Leg(3600, 2.8)], without=("contact_time_ms",)), knowledge)
    assert isinstance(without.contact_change_percent, Unknown)
    assert isinstance(without.cadence_change_percent, float)
    shortest = knowledge.table("run_samples.form")["shortest_s"]
    assert isinstance(told(run_of([Leg(shortest - 60, 2.8)]), knowledge).cadence_change_percent, Unknown)


def test_form_is_unknown_when_the_end_was_shuffled(knowledge: Knowledge) -> None:
    features = told(run_of([Leg(1800, 3.0), Leg(1800, 2.2)]), knowledge)
    assert isinstance(features.cadence_change_percent, Unknown)


def test_a_planted_fade_of_form_is_found_in_a_noisy_run(knowledge: Knowledge) -> None:
    fresh = told(made("long", minutes=110, body=Body()), knowledge)
    faded = told(made("long", minutes=110, body=Body(cadence_fade=0.04, contact_fade=0.05)), knowledge)
    assert isinstance(fresh.cadence_change_percent, float)
    assert abs(fresh.cadence_change_percent) < 1.0
    assert isinstance(faded.cadence_change_percent, float)
    assert faded.cadence_change_percent == pytest.approx(-3.0, abs=1.0)
    assert isinstance(faded.contact_change_percent, float)
    assert faded.contact_change_percent == pytest.approx(4.0, abs=1.5)


@pytest.mark.parametrize("factor", [0.7, 1.3])
def test_a_faster_runner_has_the_same_bouts_at_faster_speed(factor: float, knowledge: Knowledge) -> None:
    slow = told(run_of(INTERVALS), knowledge)
    fast = told(run_of([leg._replace(m_per_s=leg.m_per_s * factor) for leg in INTERVALS]), knowledge)
    assert [bout.duration_s for bout in fast.bouts] == [bout.duration_s for bout in slow.bouts]
    for before, after in zip(slow.bouts, fast.bouts, strict=True):
        assert after.m_per_s == pytest.approx(factor * before.m_per_s, rel=0.01)
    assert fast.steady_cv == pytest.approx(slow.steady_cv)


def test_the_same_run_backwards_has_the_same_work(knowledge: Knowledge) -> None:
    forth, back = told(run_of(INTERVALS), knowledge), told(run_of(INTERVALS[::-1]), knowledge)
    assert len(forth.bouts) == len(back.bouts)
    assert sum(bout.duration_s for bout in back.bouts) == pytest.approx(
        sum(bout.duration_s for bout in forth.bouts), rel=0.05
    )


@pytest.mark.parametrize("kept", ["every 5 s", "smart"])
def test_how_often_a_watch_samples_hardly_matters(kept: str, knowledge: Knowledge) -> None:
    run = run_of(INTERVALS)
    count = len(run.columns["time_s"])
    chance = np.random.default_rng(3)
    places = np.arange(0, count, 5) if kept == "every 5 s" else np.cumsum(chance.integers(2, 9, size=count))
    thinned = told(kept_samples(run, np.append(places[places < count - 1], count - 1)), knowledge)
    every_second = told(run, knowledge)
    assert len(thinned.bouts) == len(every_second.bouts)
    assert thinned.grade_adjusted_m_per_s == pytest.approx(every_second.grade_adjusted_m_per_s, rel=0.005)
    assert thinned.easy_m_per_s == pytest.approx(every_second.easy_m_per_s, rel=0.02)
    assert thinned.m_per_beat == pytest.approx(every_second.m_per_beat, rel=0.01)


def test_lost_samples_leave_the_rest_as_it_was(knowledge: Knowledge) -> None:
    run = run_of([Leg(3000, 2.8)])
    kept = np.r_[0:900, 1000:2000, 2060:3001]
    features, whole = told(kept_samples(run, kept), knowledge), told(run, knowledge)
    assert features.bouts == ()
    assert features.grade_adjusted_m_per_s == pytest.approx(whole.grade_adjusted_m_per_s)
    assert features.m_per_beat == pytest.approx(whole.m_per_beat)


def test_the_speed_a_watch_tells_is_more_even_than_its_distance(knowledge: Knowledge) -> None:
    run = run_of(EASY)
    restless = run.columns["distance_m"] + 12.0 * np.sin(np.arange(2401) / 8.0)
    by_distance = with_column(run, "distance_m", restless)
    with_speed = with_column(by_distance, "speed_m_per_s", np.full(2401, 2.8))
    assert told(by_distance, knowledge).steady_cv > 0.05  # type: ignore[operator]
    assert told(with_speed, knowledge).steady_cv == pytest.approx(0.0, abs=0.01)


def test_a_speed_that_contradicts_the_distance_is_not_believed(knowledge: Knowledge) -> None:
    run = with_column(run_of(EASY), "speed_m_per_s", np.full(2401, 5.0))
    assert told(run, knowledge).grade_adjusted_m_per_s == pytest.approx(2.8)


def test_a_speed_told_before_and_after_a_pause_is_not_that_of_the_pause(knowledge: Knowledge) -> None:
    run = with_column(run_of([Leg(1200, 2.8), Leg(300, 0.0), Leg(1200, 2.8)]), "speed_m_per_s", np.full(2701, 2.8))
    paused = kept_samples(run, np.r_[0:1201, 1500:2701])
    assert sum(told(paused, knowledge).speed_time_s.values()) == pytest.approx(2400, abs=15)


def test_a_run_of_many_days_by_a_wrong_clock_is_cut(knowledge: Knowledge) -> None:
    run = run_of(EASY)
    wrong = run.columns["time_s"].copy()
    wrong[-1] = 400 * 86_400.0
    features = told(with_column(run, "time_s", wrong), knowledge)
    assert sum(features.speed_time_s.values()) < 80 * 3600
