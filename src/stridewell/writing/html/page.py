"""Puts the page together: what to do first, then why, then how sure; the parts are written in modules of their own.

The frame of the page, which lets nothing be loaded or run, is in `document`. Nothing is decided here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from stridewell.knowledge import Knowledge
from stridewell.training.discovery import Finding
from stridewell.training.plan import Plan, StrengthSession
from stridewell.writing import wording
from stridewell.writing.evidence import Rules
from stridewell.writing.html.answers_section import answers_section
from stridewell.writing.html.calendar_table import calendar_section
from stridewell.writing.html.document import document
from stridewell.writing.html.evidence_section import evidence_section
from stridewell.writing.html.exercise_section import exercise_section
from stridewell.writing.html.figures import figures_section
from stridewell.writing.html.first_section import first_section
from stridewell.writing.html.notes_section import notes_section
from stridewell.writing.html.refusal_section import refusal_section
from stridewell.writing.html.session_section import sessions_section
from stridewell.writing.markup import NOTHING, Content, Markup, joined, tag
from stridewell.writing.overview import Showing, falls_short, goal_words, shape_words, status_words


def plan_to_html(
    plan: Plan,
    knowledge: Knowledge,
    *,
    today: dt.date | None = None,
    rules: Rules | None = None,
    findings: Sequence[Finding] = (),
    short: Mapping[str, StrengthSession] | None = None,
) -> str:
    """The plan, or why there is none, as one self-contained HTML page; `findings` are what the history shows.

    `today` is marked and chooses the week shown first (the plan's first where None). `rules` (id to rule) brings the
    titles and parameters of rules, so that a reason can say how sure it is; without it only ids in words are known.
    `short` (id of a strength session to its short version) is shown beside the whole sessions.
    """
    showing = Showing(plan, knowledge, today, rules or {}, tuple(findings), short or {})
    body = joined(
        tag("a", "Skip to the plan", href="#main", class_="skip"),
        _header(showing),
        tag("main", _main(showing), id="main"),
        _footer(plan),
    )
    return document(f"{plan.runner.runner.name}: {goal_words(plan)} – Stridewell", body)


def _main(showing: Showing) -> Markup:
    if not showing.plan.weeks:
        return refusal_section(showing)
    return joined(
        first_section(showing),
        answers_section(showing),
        calendar_section(showing),
        figures_section(showing),
        notes_section(showing),
        sessions_section(showing),
        exercise_section(showing),
        evidence_section(showing),
    )


def _header(showing: Showing) -> Markup:
    plan = showing.plan
    lines: list[Content] = [
        tag("p", "Stridewell: strength and running, one plan", class_="kicker"),
        tag("h1", f"{plan.runner.runner.name}: {goal_words(plan)}"),
    ]
    if plan.weeks:
        lines.append(tag("p", shape_words(plan), class_="lede"))
        lines.append(tag("p", falls_short(showing), class_="look") if falls_short(showing) is not None else NOTHING)
        lines.append(tag("p", status_words(plan), class_="muted"))
    return tag("header", lines)


def _footer(plan: Plan) -> Markup:
    made = f"Made by Stridewell {plan.engine} from knowledge {plan.knowledge}."
    kept = "The same runner file, start and knowledge give the same plan."
    legend = tag("p", wording.PACES_NOTE) if plan.weeks else NOTHING
    return tag("footer", legend, tag("p", f"{made} {kept}"))
