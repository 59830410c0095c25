"""What pain allows now (SPEC 3): for every sore site how much load it may carry, and whether fast running rests.

The verdicts follow the pain-monitoring evidence, with every threshold in the knowledge base (`pain.*`). Nothing
here diagnoses, guesses how pain will go on, or changes a plan: it answers what may be done with the pain that was
reported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, cast

from stridewell.knowledge import Knowledge
from stridewell.training.exercise import Exercise, Tier, Tissue
from stridewell.training.runner import Pain, Runner

Verdict = Literal["free", "hold", "rest", "red_flag"]

_TIER_ORDER: tuple[Tier, ...] = ("low", "moderate", "high")


@dataclass(frozen=True, slots=True)
class SiteState:
    """One sore site and its verdict.

    free (0-2, settled), hold (3-5, settled, a workable site), rest (above 5, not settled, or another site from 3 up),
    red_flag (a flag no clinician has cleared).
    """

    pain: Pain
    verdict: Verdict
    says: str


@dataclass(frozen=True, slots=True)
class PainState:
    """All sore sites together. `limits` holds the highest tier of every tissue that is held down."""

    sites: tuple[SiteState, ...] = ()
    limits: Mapping[Tissue, Tier] = field(default_factory=lambda: MappingProxyType({}))
    unknown_counts_as: Tier = "high"

    @property
    def red_flags(self) -> tuple[SiteState, ...]:
        """Sites with an uncleared red flag."""
        return tuple(site for site in self.sites if site.verdict == "red_flag")

    @property
    def fast_running(self) -> bool:
        """False while any site forbids key runs (verdict rest or red_flag)."""
        return all(site.verdict in ("free", "hold") for site in self.sites)

    @property
    def jumps(self) -> bool:
        """False while any site forbids jumps (any verdict but free)."""
        return all(site.verdict == "free" for site in self.sites)

    def highest_tier(self, tissue: Tissue) -> Tier:
        """The highest tissue-load tier that may be used ("high" where nothing is sore)."""
        return self.limits.get(tissue, "high")

    def too_much(self, exercise: Exercise) -> tuple[Tissue, ...]:
        """The tissues an exercise loads above what pain allows; an unknown tier counts as `unknown_counts_as`."""
        return tuple(tissue for tissue in self.limits if self._above(exercise.tier(tissue), self.limits[tissue]))

    def allows(self, exercise: Exercise) -> bool:
        """True when an exercise stays within every limit, and is no jump while jumps rest."""
        return not self.too_much(exercise) and (exercise.impact is None or self.jumps)

    def loads_a_sore_tissue(self, exercise: Exercise) -> bool:
        """True when an exercise loads a held tissue above the lowest tier, so that its effort is held down too."""
        return any(self._above(exercise.tier(tissue), "low") for tissue in self.limits)

    def sites_of(self, tissues: tuple[Tissue, ...], knowledge: Knowledge) -> tuple[SiteState, ...]:
        """The sites that hold down any of these tissues."""
        table = knowledge.table("pain.site_tissues")
        held = (site for site in self.sites if site.verdict != "free")
        return tuple(site for site in held if set(table[site.pain.site]) & set(tissues))

    def _above(self, tier: Tier, limit: Tier) -> bool:
        known = self.unknown_counts_as if tier == "unknown" else tier
        return _TIER_ORDER.index(known) > _TIER_ORDER.index(limit)


@dataclass(frozen=True, slots=True)
class RunLimits:
    """What pain leaves of the running.

    `key_runs` and `strides` may be planned, `hills` may be planned; easy runs are at most `easy_share` of what they
    would have been (1.0 where nothing is shortened), and walked where `walk`; `says` tells why, empty where nothing is
    limited.
    """

    key_runs: bool
    strides: bool
    hills: bool
    easy_share: float
    walk: bool
    says: str


def pain_state(runner: Runner, knowledge: Knowledge) -> PainState:
    """What the runner's pain entries allow. Thresholds: parameters `pain.*` [0-10]."""
    sites = tuple(_site_state(pain, knowledge) for pain in runner.pain)
    highest = knowledge.table("pain.highest_tier")
    tissues_of = knowledge.table("pain.site_tissues")
    limits: dict[Tissue, Tier] = {}
    for site in sites:
        tier = cast(Tier, highest[site.verdict])
        for tissue in tissues_of[site.pain.site]:
            limits[tissue] = min(tier, limits.get(tissue, "high"), key=_TIER_ORDER.index)
    held = {tissue: tier for tissue, tier in limits.items() if tier != "high"}
    unknown = cast(Tier, knowledge.words("pain.unknown_tier_counts_as")[0])
    return PainState(sites, MappingProxyType(held), unknown)


def run_limits(state: PainState, knowledge: Knowledge) -> RunLimits:
    """What the sore sites leave of the running (parameters `pain.no_hill_sites`, `.easy_run_share`, `.walk_from`)."""
    off_hills = set(knowledge.words("pain.no_hill_sites"))
    resting = [site for site in state.sites if site.verdict in ("rest", "red_flag")]
    holding = [site for site in state.sites if site.verdict == "hold" and site.pain.site in off_hills]
    return RunLimits(
        key_runs=not resting,
        strides=not resting,
        hills=not resting and not holding,
        easy_share=knowledge.number("pain.easy_run_share") if resting else 1.0,
        walk=any(worst_pain(site.pain) >= knowledge.number("pain.walk_from") for site in resting),
        says=" ".join(site.says for site in (*resting, *holding)),
    )


def worst_pain(pain: Pain) -> int:
    """The highest of during, after and next morning [0-10]; what was not reported is left out."""
    return max(value for value in (pain.during, pain.after, pain.next_morning) if value is not None)


def site_name(pain: Pain, knowledge: Knowledge) -> str:
    """The site in words, with its side: "left Achilles"."""
    return pain.placed(str(knowledge.table("pain.site_names")[pain.site]))


def _site_state(pain: Pain, knowledge: Knowledge) -> SiteState:
    verdict = _verdict(pain, knowledge)
    return SiteState(pain, verdict, _sentence(pain, verdict, knowledge))


def _verdict(pain: Pain, knowledge: Knowledge) -> Verdict:
    if pain.flags and not _cleared(pain):
        return "red_flag"
    load_pain = max(pain.during, pain.during if pain.after is None else pain.after)
    settled = pain.next_morning <= knowledge.number("pain.settled_next_morning")
    if not settled or load_pain > knowledge.number("pain.hold_ceiling"):
        return "rest"
    if load_pain <= knowledge.number("pain.free_ceiling"):
        return "free"
    return "hold" if pain.site in knowledge.words("pain.workable_sites") else "rest"


def _cleared(pain: Pain) -> bool:
    """A clinician's word counts when it was given on or after the day the pain began."""
    return pain.cleared is not None and (pain.since is None or pain.cleared >= pain.since)


def _sentence(pain: Pain, verdict: Verdict, knowledge: Knowledge) -> str:
    after = "" if pain.after is None else f", {pain.after} after"
    numbers = f"{pain.during}/10 during{after}, {pain.next_morning} next morning"
    start = f"{_capital(site_name(pain, knowledge))}: {numbers}"
    if verdict == "red_flag":
        flags = ", ".join(flag.replace("_", " ") for flag in pain.flags)
        return f"{start}, with {flags}. Stop, and see a doctor or physiotherapist before any training."
    if verdict == "free":
        return f"{start}. Low and settled: train as planned."
    if verdict == "hold":
        return f"{start}. It may be worked with: nothing above a moderate load on it, and no jumps."
    return f"{start}. It rests: no jumps, no key runs, only the lowest load on it; easy runs shorter or walked."


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
