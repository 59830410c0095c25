"""Every tissue load that claims a measurement agrees with the measurement it claims.

`tissue_evidence.csv` says for each exercise and tissue with basis `measured` or `inferred` which row of the collected
evidence stands behind it, and whether the exercise loads the tissue as much (`same`), less or more. Where the whole
collection is at hand, the copied rows are compared with it.
"""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from stridewell.knowledge import load_knowledge
from stridewell.training.exercise import TissueLoad

KNOWN = load_knowledge()
TABLE = Path(__file__).parent / "tissue_evidence.csv"
COLLECTION = Path(os.environ.get("STRIDEWELL_EVIDENCE", Path(__file__).parents[3] / "shared" / "evidence"))
COLLECTED = COLLECTION / "exercise_tissue_load.csv"
ORDER = ("low", "moderate", "high")

# Achilles [body weights]: walking begins at 2, running at 4; kneecap joint [body weights]: the highest task ranked low
# and the only one ranked high; kneecap tendon [index]: the thirds that the study ranks by.
BORDERS = {"achilles": (2.0, 4.0), "patellofemoral": (2.6, 8.0), "patellar_tendon": (0.333, 0.65)}
IN_WORDS = {"not higher": "high", "under 5%": "high", "low": "low", "moderate": "moderate"}
"""Drop jumps strain the shin about as fast running does; the Nordic is the hardest hamstring work that was compared."""


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    exercise: str
    tissue: str
    relation: str
    task: str
    metric: str
    value: str
    doi: str

    @property
    def tier(self) -> str:
        """The tier of the task that was measured."""
        if self.value in IN_WORDS:
            return IN_WORDS[self.value]
        low, high = BORDERS[self.tissue]
        measured = float(self.value)
        return "low" if measured < low else "moderate" if measured < high else "high"


ROWS = tuple(Row(**row) for row in csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
CLAIMS: dict[tuple[str, str], TissueLoad] = {
    (exercise.id, load.tissue): load
    for exercise in KNOWN.exercises.values()
    for load in exercise.tissues
    if load.basis in ("measured", "inferred")
}


def test_every_claim_of_a_measurement_has_its_row_and_every_row_its_claim() -> None:
    assert {(row.exercise, row.tissue) for row in ROWS} == set(CLAIMS)


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row.exercise}-{row.tissue}") for row in ROWS])
def test_the_tier_agrees_with_the_evidence(row: Row) -> None:
    load = CLAIMS[row.exercise, row.tissue]
    if load.basis == "measured":
        assert row.relation == "same"
    if row.relation == "same":
        assert load.tier == row.tier
    elif row.relation == "lighter":
        assert ORDER.index(load.tier) <= ORDER.index(row.tier)
    else:
        assert row.relation == "heavier"
        assert ORDER.index(load.tier) >= ORDER.index(row.tier)


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row.exercise}-{row.tissue}") for row in ROWS])
def test_the_source_is_the_study_of_the_row_and_an_inference_says_from_what(row: Row) -> None:
    load = CLAIMS[row.exercise, row.tissue]
    assert load.source is not None
    source = KNOWN.sources[load.source]
    if row.doi and source.doi is not None:
        assert source.doi.lower() == row.doi.lower()
    assert load.note


def test_what_nobody_measured_says_so_and_why_it_is_placed_where_it_is() -> None:
    for exercise in KNOWN.exercises.values():
        for load in exercise.tissues:
            assert load.basis != "judgement" or load.note
            assert (load.basis == "unknown") == (load.tier == "unknown")


def test_a_table_that_was_tampered_with_is_noticed() -> None:
    hop = next(row for row in ROWS if (row.exercise, row.tissue) == ("single_leg_hop", "achilles"))
    assert hop.tier == "high"
    assert Row(**{**hop.__dict__, "value": "0.5"}).tier == "low"


@pytest.mark.skipif(not COLLECTED.exists(), reason="the whole collection of evidence is not on this machine")
def test_the_copied_rows_stand_in_the_collection_of_evidence() -> None:
    with COLLECTED.open(encoding="utf-8") as file:
        there = {(row["exercise"], row["tissue"], row["metric"], row["value"], row["source_doi"])
                 for row in csv.DictReader(file)}  # fmt: skip
    assert {(row.task, row.tissue, row.metric, row.value, row.doi) for row in ROWS} <= there
