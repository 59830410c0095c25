"""Finding neighbors in time stays cheap, whatever a single recording claims about its length."""

from __future__ import annotations

from stridewell.analysis.merging.nearby import Nearby

WEEK_S = 7 * 86_400.0


def nearby(lengths: list[float], every_s: float) -> Nearby:
    starts = {at: at * every_s for at in range(len(lengths))}
    return Nearby(starts, starts, dict(enumerate(lengths)))


def test_what_overlaps_is_found_and_what_is_far_is_not() -> None:
    hours = nearby([3600.0] * 10, 3600.0 * 3)
    assert set(hours.of(6 * 3600.0, 3600.0, slack_s=60.0)) == {2}
    assert set(hours.of(7 * 3600.0, 3600.0, slack_s=60.0)) <= {2, 3}
    assert set(hours.of(0.0, 2 * WEEK_S, slack_s=0.0)) == set(range(10))


def test_one_recording_of_a_week_does_not_make_everybody_a_neighbor_of_everybody() -> None:
    day_by_day = nearby([WEEK_S, *[3000.0] * 2000], 7200.0)
    looked_at = sum(len(list(day_by_day.of(at * 7200.0, 3000.0, slack_s=60.0))) for at in range(1, 2001))
    assert looked_at < 3 * 2000


def test_who_was_taken_out_is_found_no_more_and_costs_no_more() -> None:
    equal = nearby([100.0] * 1000, 0.0)
    for at in range(990):
        equal.take_out(at)
        equal.take_out(at)
    assert list(equal.of(0.0, 100.0, slack_s=0.0)) == list(range(990, 1000))
