"""What a report says when one steps back: what was read, where training stands, what comes first, and how sure it is.

Terminal and page say the same because they both ask here. Nothing is found or judged; findings come as they are, in
their order.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stridewell.knowledge import Knowledge
from stridewell.knowledge.records import Source
from stridewell.training.charts import Chart
from stridewell.training.discovery import AMISS, Counts, Finding, Measured, Report, Sureness, Verdict
from stridewell.training.recording import Notice
from stridewell.training.runner import Runner, Units
from stridewell.writing import wording
from stridewell.writing.chart_units import in_runner_units, said_in
from stridewell.writing.evidence import Evidence, evidence_of
from stridewell.writing.plain_text import plain

NOT_A_DIAGNOSIS = (
    "Stridewell describes training. It does not diagnose and cannot tell who will get hurt; if something hurts and "
    "grows, wakes you at night or stays, see a clinician."
)
VERDICT_WORDS: Mapping[Verdict, str] = {
    "missing": "Missing", "too_much": "Too much", "risk": "Take care", "fine": "Good", "unknown": "Not known",
}  # fmt: skip
MOST_NOTICES = 5
Told = Finding | Measured
"""What says how sure it is."""
_MEASURED: tuple[Sureness, ...] = ("high", "moderate", "low", "very_low")
_OURS = "Stridewell team"
_LETTERS = "abcdefghij"
_LONGEST_NAME = 32
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.[-A-Z.a-z]*|[A-Z]{1,3})")
_ISO_DAY = re.compile(r"\b(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b")


@dataclass(frozen=True)
class ReportShowing:
    """A report with what is needed to show it: sources, and the runner where known."""

    report: Report
    knowledge: Knowledge
    runner: Runner | None = None

    @property
    def units(self) -> Units:
        """The runner's units; metric where nobody said."""
        return "metric" if self.runner is None else self.runner.runner.units

    def says(self, text: str) -> str:
        """A sentence in the runner's units, with days as people write them, as text that commands nothing."""
        return _ISO_DAY.sub(_written_day, said_in(plain(text), self.units))

    def distance(self, km: float) -> str:
        """A distance [km] in the runner's units: `1,543 km`."""
        value = wording.distance_value(km, self.units)
        unit = wording.distance_unit(self.units)
        return f"{value:,.0f} {unit}" if value >= 1000 else f"{wording.number(value)} {unit}"

    def chart(self, finding: Finding) -> Chart | None:
        """The picture of a finding in the runner's units."""
        chart = self.report.charts.get(finding.id)
        return None if chart is None else in_runner_units(chart, self.units)

    def evidence(self, told: Told) -> tuple[Evidence, ...]:
        """What stands behind the parameters that a finding or number names among its sources."""
        return tuple(evidence_of(name, self.knowledge) for name in told.sources if name in self.knowledge.parameters)

    def sources(self, told: Told) -> tuple[Source, ...]:
        """The sources a finding or number names, as far as the knowledge base holds them."""
        return tuple(self.knowledge.sources[key] for key in told.sources if key in self.knowledge.sources)

    def cited(self, told: Told) -> tuple[Source, ...]:
        """The sources that are others' work, each paper once."""
        others = (source for source in self.sources(told) if not is_ours(source))
        return tuple({source.doi or source.key: source for source in others}.values())

    @property
    def first(self) -> tuple[Finding, ...]:
        """The findings that are told in full: those that say something; where none does, the first of all."""
        findings = self.report.discovery.findings
        telling = [finding for finding in findings if finding.verdict != "unknown"]
        return tuple(telling[: self.report.shown_first]) or findings[: min(1, self.report.shown_first)]

    @property
    def rest(self) -> tuple[Group, ...]:
        """The others by what they are good for, in their order; groups without any are left out."""
        told = {finding.id for finding in self.first}
        others = [finding for finding in self.report.discovery.findings if finding.id not in told]
        groups = (
            Group("Also worth a look", tuple(one for one in others if one.verdict in AMISS)),
            Group("Good news", tuple(one for one in others if one.verdict == "fine")),
            Group("What these files cannot tell", tuple(one for one in others if one.verdict == "unknown")),
        )
        return tuple(group for group in groups if group.findings)


@dataclass(frozen=True, slots=True)
class Group:
    """Findings under one heading."""

    heading: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """How many records were what."""

    what: str
    count: int
    meaning: str | None = None


@dataclass(frozen=True, slots=True)
class SameNotice:
    """What is said about several files in the same words."""

    says: str
    files: tuple[str, ...]


def heading(showing: ReportShowing) -> str:
    """`Sam: what your training shows`."""
    name = "" if showing.runner is None else f"{plain(showing.runner.runner.name)}: "
    return wording.capital(f"{name}what your training shows")


def read_words(showing: ReportShowing) -> str:
    """What was read, in a sentence or two: time, runs and distance, the rest, copies and what could not be read."""
    span, counts = showing.report.discovery.span, showing.report.discovery.counts
    files = wording.counted(counts.files, "file")
    if span.first is None or span.last is None:
        return f"{files} read; none of them holds an activity with a date up to {_date(showing.report.today)}."
    runs = wording.counted(counts.runs, "run")
    runs += f" ({showing.distance(showing.report.discovery.totals.run_km)})" if counts.runs else ""
    others = (
        (counts.walks, "walk"),
        (counts.strength, "strength session"),
        (counts.other, "other activity", "other activities"),
    )
    kinds = [runs, *(wording.counted(*kind) for kind in others if kind[0])]
    when = f"{_span(span.first, span.last)} ({wording.counted(span.weeks, 'week')})"
    return f"{when}: {wording.listed(kinds)}. {_left_out(counts, files)}"


def _left_out(counts: Counts, files: str) -> str:
    parts = [f"Read from {files}"]
    parts += [f"{wording.counted(counts.merged, 'copy', 'copies')} counted once"] if counts.merged else []
    parts += [f"{counts.unreadable} unreadable"] if counts.unreadable else []
    return "; ".join(parts) + "."


def now_words(showing: ReportShowing) -> str:
    """Where running stands today."""
    baseline = showing.report.discovery.baseline
    walks = showing.report.discovery.counts.walks
    if showing.runner is not None and showing.runner.goal.focus == "walk" and walks:
        return f"Your goal is walking, so your {wording.counted(walks, 'walk')} are what is looked at."
    if baseline is None:
        why = showing.report.baseline_unknown
        return "Where your running stands today is not known" + ("." if why is None else f": {showing.says(why)}.")
    weekly, longest = showing.distance(baseline.weekly_km), showing.distance(baseline.longest_30d_km)
    return f"Today: {weekly} a week; longest run of the last 30 days {longest}."


def first_heading(showing: ReportShowing) -> str:
    """What stands over the findings that are told in full."""
    good = all(finding.verdict == "fine" for finding in showing.first)
    return "What goes well" if good else "What would help most"


def balance_words(showing: ReportShowing) -> str:
    """How many findings are what: `4 things to look at, 3 that are good, 2 that these files cannot tell`."""
    verdicts = [finding.verdict for finding in showing.report.discovery.findings]
    amiss, fine = sum(verdict in AMISS for verdict in verdicts), verdicts.count("fine")
    unknown = len(verdicts) - amiss - fine
    parts = [
        f"{wording.counted(amiss, 'thing')} to look at" if amiss else "Nothing that needs a change",
        f"{fine} that {'is' if fine == 1 else 'are'} good" if fine else "",
        f"{unknown} that these files cannot tell" if unknown else "",
    ]
    return ", ".join(part for part in parts if part) + "." if verdicts else "Nothing can be said from these files yet."


def titled(showing: ReportShowing, finding: Finding) -> str:
    """`Missing: two strength sessions a week`, as one text."""
    return f"{VERDICT_WORDS[finding.verdict]}: {showing.says(finding.title)}"


def sure_words(told: Told) -> str:
    """How sure it is, in words. A number was measured all the same where only what it counts is our judgement."""
    if told.sure is None:
        return "as recorded"
    if isinstance(told, Measured) and told.sure == "judgement":
        return "counted by borders that are our judgement"
    return wording.GRADE_SAYS[told.sure]


def sure_and_sources(showing: ReportShowing, told: Told) -> str:
    """`fairly sure (Frandsen et al. 2025; our own calculation from published tables); in part our judgement`."""
    named = "; ".join((*cited_names(showing.cited(told)), *own_words(showing, told)))
    return sure_words(told) + (f" ({named})" if named else "") + judged_words(showing, told)


def cited_names(sources: Sequence[Source]) -> tuple[str, ...]:
    """Each source in short; papers of the same people and year are told apart as `2024 a` and `2024 b`."""
    names = [short_source(source) for source in sources]
    alike = [names[:place].count(name) for place, name in enumerate(names)]
    return tuple(
        f"{name} {_LETTERS[seen % len(_LETTERS)]}" if names.count(name) > 1 else name
        for name, seen in zip(names, alike, strict=True)
    )


def own_words(showing: ReportShowing, told: Told) -> tuple[str, ...]:
    """What is said of sources that are our own work: that we calculated it, never a name beside those of studies."""
    ours = any(is_ours(source) for source in showing.sources(told))
    return ("our own calculation from published tables",) if ours else ()


def judged_words(showing: ReportShowing, told: Told) -> str:
    """What is added where a judgement of ours stands beside the sources; empty where the grade says enough."""
    judged = any(one.judged for one in showing.evidence(told))
    return "; in part our judgement" if judged and told.sure in _MEASURED else ""


def is_ours(source: Source) -> bool:
    """Whether a source is our own work, which cites the tables it was calculated from."""
    return source.authors.startswith(_OURS)


def short_source(source: Source) -> str:
    """`Schuster Brandt Frandsen et al. 2025`: the first author and the year; the title where no author is known."""
    if "not shown" in source.authors:
        return source.title if source.year is None else f"{source.title} {source.year}"
    people = re.sub(r"\s*\([^)]*\)", "", source.authors)
    first, *others = (part.strip() for part in re.split("[;,]", people))
    alone = re.sub(r"( et al\.?| and colleagues)$", "", first)
    name = " ".join(word for word in alone.split() if not _INITIALS.fullmatch(word)) or alone
    named = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME].rstrip()}…"
    more = " et al." if others or alone != first else ""
    return f"{named}{more}" + ("" if source.year is None else f" {source.year}")


def accounts(counts: Counts) -> tuple[Account, ...]:
    """Where every record went; the counts add up to the records (SPEC 5)."""
    return (
        Account("Runs", counts.runs),
        Account("Walks", counts.walks, "hikes too"),
        Account("Strength sessions", counts.strength),
        Account("Other activities", counts.other, "kept apart"),
        Account("Copies", counts.merged, "counted once"),
        Account("Unreadable", counts.unreadable, "damaged, without a date, or no recording"),
    )


def same_notices(notices: Iterable[Notice]) -> tuple[SameNotice, ...]:
    """The notices by what they say, in the order in which each was said first."""
    files: dict[str, list[str]] = {}
    for notice in notices:
        files.setdefault(plain(notice.says), []).append(plain(notice.file))
    return tuple(SameNotice(says, tuple(named)) for says, named in files.items())


def notice_lines(notices: Sequence[Notice]) -> tuple[str, ...]:
    """Each notice as a line that commands no terminal."""
    return tuple(plain(f"{notice.file}: {notice.says}") for notice in notices)


def first_notice_lines(notices: Sequence[Notice]) -> tuple[str, ...]:
    """A handful of lines: what is said of several files once, beside the first of them; then how many are left."""
    same = same_notices(notices)
    shown = same[:MOST_NOTICES]
    lines = [f"{one.files[0]}{_and_more(len(one.files) - 1)}: {one.says}" for one in shown]
    left = len(notices) - sum(len(one.files) for one in shown)
    return (*lines, f"… and {wording.counted(left, 'more notice')}; --verbose shows them all") if left else tuple(lines)


def _and_more(count: int) -> str:
    return f" and {wording.counted(count, 'more file')}" if count else ""


def _written_day(found: re.Match[str]) -> str:
    """`13 Sep 2026` for `2026-09-13`."""
    return f"{int(found[3])} {wording.MONTHS[int(found[2]) - 1]} {found[1]}"


def _span(first: dt.date, last: dt.date) -> str:
    return _date(first) if first == last else f"{_date(first)} to {_date(last)}"


def _date(date: dt.date) -> str:
    return f"{wording.short_date(date)} {date.year}"
