"""What each week may hold: runs by role, strength by label.

A full week has one content (SPEC 1: `variety_each_week`, `two_strength_sessions_each_week`); a cut or race week may
give up runs, at a cost, where its open days do not allow them. Accepting a must adds the contents that break it, so
that the search can fall back on them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stridewell.planner.calendar.week import CalendarWeek, Need, Role
from stridewell.planner.pain import run_limits
from stridewell.planner.rules.two_strength_sessions_each_week import LABELS, sessions_asked
from stridewell.planner.rules.variety_each_week import stage, turn_runs
from stridewell.planner.view import Facts
from stridewell.training.plan import StrengthLabel

Runs = dict[Role, int]


@dataclass(frozen=True, slots=True)
class Asked:
    """The week that is asked about, and where the runner stands in it.

    `turn` is the fast role due where tempo and intervals take turns; `continuous` is True once a new runner has
    finished the walk-run weeks.
    """

    week: CalendarWeek
    facts: Facts
    turn: Role
    continuous: bool

    @property
    def stage(self) -> str:
        """What `variety_each_week` may ask for."""
        return stage(self.week.index, self.facts)

    @property
    def wished(self) -> int:
        """Run days the runner wishes for."""
        return self.facts.runner.week.run_days


def week_needs(asked: Asked) -> tuple[Need, ...]:
    """All contents the week may have, the wanted one first."""
    strength = _strength_choices(asked)
    unique: dict[tuple[tuple[tuple[Role, int], ...], tuple[StrengthLabel, ...]], Need] = {}
    for run_rank, choice in enumerate(_run_choices(asked)):
        runs = {role: count for role, count in choice.items() if count}
        for strength_rank, choice_of_labels in enumerate(strength):
            for labels in _either(asked, choice_of_labels):
                need = Need(runs, labels, run_rank + strength_rank)
                unique.setdefault((tuple(sorted(runs.items())), labels), need)
    return tuple(unique.values())


def _strength_choices(asked: Asked) -> list[tuple[StrengthLabel, ...]]:
    week, facts = asked.week, asked.facts
    most = sessions_asked(week.view(week.days), facts)
    fewest = 0 if "two_strength_sessions_each_week" in facts.runner.week.accept else most
    light: StrengthLabel = "B"
    return [(light,) * count if week.race else LABELS[count] for count in range(most, fewest - 1, -1)]


def _either(asked: Asked, labels: tuple[StrengthLabel, ...]) -> Iterator[tuple[StrengthLabel, ...]]:
    """The single session of a cut week is A, or B where heavy legs would stand before a key run."""
    yield labels
    if asked.week.cut and not asked.week.race and labels == ("A",):
        yield ("B",)


def _run_choices(asked: Asked) -> Iterator[Runs]:
    week, facts, wished = asked.week, asked.facts, asked.wished
    if week.race:
        yield from _race_week(asked)
        return
    if week.cut:
        open_days = sum(1 for day in week.days if day.open_min >= facts.knowledge.number("runs.shortest_min"))
        for count in range(min(wished, open_days), -1, -1):
            yield from _cut_week(count, asked)
        return
    yield _full_week(wished, asked)
    accept = facts.runner.week.accept
    if "variety_each_week" in accept:
        yield {"long": 1, "easy": wished - 1}
        yield {"easy": wished}
    if "runs_wished" in accept:
        for count in range(wished - 1, -1, -1):
            if count > len(_fast(asked)):
                yield _full_week(count, asked)
            yield from _cut_week(count, asked)


def _plain(count: int, asked: Asked) -> Runs:
    """Runs without a fast one."""
    if asked.facts.runner.goal.focus == "walk" or run_limits(asked.facts.pain, asked.facts.knowledge).walk:
        return {"walk": count}
    if asked.stage == "walk_run" and not asked.continuous:
        return {"walk_run": count}
    if not asked.facts.pain.fast_running or count < 2:
        return {"easy": count}
    return {"long": 1, "easy": count - 1}


def _fast(asked: Asked) -> Runs:
    """The fast runs of a full week."""
    if asked.stage in ("walk_run", "easy"):
        return {}
    if asked.stage == "tempo":
        return {"tempo": 1}
    if asked.week.recovery:
        return {"tempo": 1} if asked.wished >= 3 else {}
    if turn_runs(asked.facts.runner):
        return {asked.turn: 1}
    return {"intervals": 1} if asked.week.phase == "taper" else {"tempo": 1, "intervals": 1}


def _full_week(count: int, asked: Asked) -> Runs:
    plain = _plain(count, asked)
    if "long" not in plain:
        return plain
    fast = _fast(asked)
    return {"long": 1, **fast, "easy": count - 1 - len(fast)}


def _cut_week(count: int, asked: Asked) -> Iterator[Runs]:
    plain = _plain(count, asked)
    if "long" in plain and count >= 3 and asked.stage in ("tempo", "all"):
        fast: Role = "tempo" if asked.stage == "tempo" else asked.turn
        yield {"long": 1, fast: 1, "easy": count - 2}
    yield plain
    if "long" in plain:
        yield {"easy": count}


def _race_week(asked: Asked) -> Iterator[Runs]:
    week, facts, race_day = asked.week, asked.facts, asked.facts.race_day
    if race_day is None:
        return
    before = [day for day in week.days if day.date < race_day and day.open_min > 0]
    most = min(asked.wished - 1, len(before), int(facts.knowledge.number("race_week.most_runs")))
    early = (race_day - week.start).days >= facts.knowledge.number("race_week.touch_days")
    touch = early and facts.pain.fast_running and asked.stage in ("tempo", "all") and facts.runner.goal.focus != "walk"
    for count in range(most, -1, -1):
        plain = _plain(count, asked)
        if "long" in plain:
            plain = {"easy": count}
        if touch and count >= 2:
            yield {"race": 1, "tempo": 1, "easy": count - 1}
        yield {"race": 1, **plain}
