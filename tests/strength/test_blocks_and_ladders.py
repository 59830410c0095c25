"""The knowledge the composer stands on: every dose has a line, and every ladder leads up with bodyweight alone."""

from __future__ import annotations

from itertools import pairwise

import pytest

from stridewell.knowledge import Knowledge
from stridewell.planner.sessions.strength.parts import ladder, required_parts
from stridewell.training.plan import REQUIRED_SLOTS, Phase, StrengthLabel
from stridewell.training.runner import Experience

PHASES: tuple[Phase, ...] = ("foundation", "strength", "power", "taper", "race")
EXPERIENCES: tuple[Experience, ...] = ("new", "some", "trained")


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("label", ["A", "B"])
@pytest.mark.parametrize("experience", EXPERIENCES)
def test_exactly_one_block_doses_every_session_and_every_way_of_loading(
    phase: Phase, label: StrengthLabel, experience: Experience, knowledge: Knowledge
) -> None:
    found = [
        block
        for block in knowledge.blocks.values()
        if (block.phase, block.session) == (phase, label) and experience in block.experience
    ]
    assert len(found) == 1
    for slot in (*REQUIRED_SLOTS, "extra"):
        for kind in ("loaded", "bodyweight", "band", "hold"):
            assert found[0].line(slot, kind) is not None, f"{found[0].id} doses no {kind} of {slot}"


@pytest.mark.parametrize("phase", ["strength", "power", "taper"])
def test_jumps_are_dosed_at_every_intensity_in_a_and_low_in_b(phase: Phase, knowledge: Knowledge) -> None:
    for block in knowledge.blocks.values():
        if block.phase == phase:
            dosed = [kind for kind in ("low", "moderate", "high") if block.line("plyometric", kind) is not None]
            assert dosed == (["low", "moderate", "high"] if block.session == "A" else ["low"])


def test_every_dose_grows_along_its_line(knowledge: Knowledge) -> None:
    """More in all, less in reserve, or fewer repetitions (with more weight): never simply less."""
    for block in knowledge.blocks.values():
        for line in block.lines:
            for dose, following in pairwise(line.doses):
                more = following.sets * following.amount > dose.sets * dose.amount
                heavier = following.amount < dose.amount and not set(line.kinds) & {"bodyweight", "hold", "low"}
                assert more or heavier or following.reserve < dose.reserve, f"{block.id}: {line.steps}"


def test_no_dose_goes_to_failure_or_to_bodybuilding_volume(knowledge: Knowledge) -> None:
    for block in knowledge.blocks.values():
        for line in block.lines:
            assert all(dose.reserve >= 2 and dose.sets <= 4 for dose in line.doses)


@pytest.mark.parametrize("label", ["A", "B"])
def test_every_slot_begins_where_anyone_can_with_bodyweight(label: StrengthLabel, knowledge: Knowledge) -> None:
    for part in required_parts(label):
        first = ladder(part, knowledge)[0]
        assert any(exercise.level == 1 and not exercise.equipment for exercise in first), part.ladder_id


def test_sessions_a_and_b_share_no_exercise(knowledge: Knowledge) -> None:
    def names(label: StrengthLabel) -> set[str]:
        return {one.id for part in required_parts(label) for rung in ladder(part, knowledge) for one in rung}

    assert names("A").isdisjoint(names("B"))


def test_every_rung_belongs_to_its_slot(knowledge: Knowledge) -> None:
    for label in ("A", "B"):
        for part in required_parts(label):
            for rung in ladder(part, knowledge):
                assert all(part.slot in exercise.slots for exercise in rung), part.ladder_id


def test_jumps_climb_in_intensity_and_stay_low_in_b(knowledge: Knowledge) -> None:
    order = ["low", "moderate", "high"]
    climbs = [order.index(knowledge.exercise(one).impact or "") for one in knowledge.words("ladder.a.jump")]
    assert climbs == sorted(climbs)
    low = [one for rung in knowledge.words("ladder.b.jump") for one in rung.split("|")]
    assert {knowledge.exercise(one).impact for one in low} == {"low"}
