"""How a runner's form changed late in a long run: steps and ground contact, at equal speed.

Both follow speed and slope, so the last third is compared with the first third by a line through half-minutes of both:
value = level + speed + slope + late. What `late` adds is the change. Watches disagree with each other and on slopes;
the change inside one run with one watch is what they can tell. It is context, not a mark for good form: between
runners, steps and contact explain little of economy.
"""

from __future__ import annotations

import numpy as np

from stridewell.analysis.metric import Unknown
from stridewell.analysis.samples.even_samples import Bools, EvenSamples
from stridewell.analysis.samples.speeds import Floats
from stridewell.analysis.samples.steadiness import block_means
from stridewell.knowledge import Knowledge


def late_change_percent(
    values: Floats | None, samples: EvenSamples, *, gradient: Floats, in_bouts: Bools, knowledge: Knowledge
) -> float | Unknown:
    """Change of a value from the first to the last third at equal speed and slope [%]; Unknown where it cannot tell."""
    borders = knowledge.table("run_samples.form")
    if values is None:
        return Unknown("the watch did not record it")
    if int(samples.running.sum()) * samples.step_s < borders["shortest_s"]:
        return Unknown("it is too short for form to change")
    cells = int(knowledge.table("run_samples.blocks")["block_s"] / samples.step_s)
    counted = samples.running & ~in_bouts & np.isfinite(values)
    value, speed, slope = (block_means(column, counted, cells) for column in (values, samples.speed, gradient))
    places = np.arange(len(value)) * cells * samples.step_s
    settled = np.isfinite(value) & (places >= borders["settles_s"]) & (np.abs(slope) <= borders["flat"])
    third = len(value) / 3
    early, late = settled & (np.arange(len(value)) < third), settled & (np.arange(len(value)) >= 2 * third)
    if min(int(early.sum()), int(late.sum())) < borders["fewest"]:
        return Unknown("too little of its first or last third was even running with this value")
    if not borders["slower"] <= float(speed[late].mean() / speed[early].mean()) <= borders["faster"]:
        return Unknown("its first and last third were run at too different speeds")
    return _late_part(value, speed, slope, early=early, late=late)


def _late_part(value: Floats, speed: Floats, slope: Floats, *, early: Bools, late: Bools) -> float:
    used = early | late
    about = [column[used] - column[used].mean() for column in (speed, slope)]
    known = np.column_stack([np.ones(int(used.sum())), *about, late[used]])
    answer = np.linalg.lstsq(known, value[used], rcond=None)[0]
    return float(answer[-1] / value[early].mean() * 100)
