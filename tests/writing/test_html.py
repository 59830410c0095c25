"""The page: one file that needs nothing else, holds every session, and cannot be commanded by what it shows."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from tests.builders.example_knowledge import example_knowledge
from tests.builders.example_plan import example_plan, example_runner, impossible_plan

from stridewell.training.plan import Broken, Conflict, Plan, Reason
from stridewell.writing.html import plan_to_html

HOSTILE = "</title><script>alert(1)</script><img src=x onerror=alert(1)>\"'&"
TODAY = dt.date(2027, 1, 13)


class _Page(HTMLParser):
    """Collects elements, and checks that they are nested as they should be."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.ids += [value for key, value in attrs if key == "id" and value is not None]
        if tag not in {"meta", "br", "hr", "img", "link", "input"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def _page(plan: Plan, today: dt.date | None = TODAY) -> tuple[str, _Page]:
    text = plan_to_html(plan, example_knowledge(), today=today)
    page = _Page()
    page.feed(text)
    page.close()
    assert page.open == []
    return text, page


@pytest.fixture(name="shown", scope="module")
def _shown() -> tuple[str, _Page]:
    return _page(example_plan())


def test_the_same_plan_gives_the_same_page(shown: tuple[str, _Page]) -> None:
    assert plan_to_html(example_plan(), example_knowledge(), today=TODAY) == shown[0]


def test_nothing_is_loaded_and_no_script_runs(shown: tuple[str, _Page]) -> None:
    text, page = shown
    assert not page.named("script") + page.named("link") + page.named("img") + page.named("iframe")
    assert not [key for _, attributes in page.elements for key in attributes if key.startswith("on") or key == "style"]
    assert "url(" not in text
    assert "@import" not in text


def test_the_policy_allows_our_style_and_nothing_else(shown: tuple[str, _Page]) -> None:
    text, page = shown
    policy = next(meta["content"] for meta in page.named("meta") if meta.get("http-equiv") == "Content-Security-Policy")
    style = text.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_every_session_is_unfolded_in_a_place_of_its_own(shown: tuple[str, _Page]) -> None:
    _, page = shown
    wanted = [session.id for week in example_plan().weeks for day in week.days for session in day.sessions]
    places = [str(details.get("id")) for details in page.named("details")]
    assert [place for place in places if place.startswith("20")] == wanted


def test_ids_are_unique_and_every_link_inside_the_page_leads_somewhere(shown: tuple[str, _Page]) -> None:
    _, page = shown
    assert len(set(page.ids)) == len(page.ids)
    inside = {str(link["href"])[1:] for link in page.named("a") if str(link["href"]).startswith("#")}
    assert inside - set(page.ids) == set()


def test_the_table_can_be_walked_by_day_and_week(shown: tuple[str, _Page]) -> None:
    _, page = shown
    scopes = [head.get("scope") for head in page.named("th")]
    assert scopes.count("rowgroup") == 5
    assert scopes.count("row") >= 17
    assert None not in scopes


def test_headings_do_not_skip_a_level(shown: tuple[str, _Page]) -> None:
    levels = [int(name[1]) for name, _ in shown[1].elements if re.fullmatch(r"h[1-6]", name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert max(after - before for before, after in pairwise(levels)) == 1


def test_pictures_say_the_same_in_words(shown: tuple[str, _Page]) -> None:
    text, page = shown
    pictures = [svg for svg in page.named("svg") if svg.get("role") == "img"]
    assert len(pictures) == 4
    assert all(set(str(svg["aria-labelledby"]).split()) <= set(page.ids) for svg in pictures)
    assert all(svg.get("aria-hidden") == "true" for svg in page.named("svg") if svg.get("role") != "img")
    assert "Your weeks grow from 32 to 48 km, with 3 lighter ones on the way, then taper" in text
    assert "Your longest run goes from 13 to 19 km and stays within the 30-day limit" in text
    assert "week 1 32 km, week 2 34 km" in text


def test_today_is_marked_in_the_list_and_the_calendar(shown: tuple[str, _Page]) -> None:
    assert shown[0].count('aria-current="date"') + shown[0].count('class="today"') == 2


def test_the_page_says_what_to_do_then_why_then_how_sure(shown: tuple[str, _Page]) -> None:
    text = shown[0]
    places = [text.index(words) for words in ("Today: rest. Next:", "Why it looks like this", "How sure this is")]
    assert places == sorted(places)


def test_the_footer_names_the_engine_and_the_knowledge(shown: tuple[str, _Page]) -> None:
    assert "Made by Stridewell 0.1.0 from knowledge 0123456789ab." in shown[0]


def test_what_gave_way_is_grouped_and_counted(shown: tuple[str, _Page]) -> None:
    assert "(2 times: 20 Dec, 24 Jan). The long run is 41 % of the week" in shown[0]
    assert "Rules you accepted as broken" in shown[0]


def test_nothing_that_comes_from_a_file_becomes_markup() -> None:
    """Every free text of a plan at once: a foreign plan may hold anything."""
    plan = example_plan(example_runner(HOSTILE))
    evil = (Reason(HOSTILE, HOSTILE),)
    weeks = tuple(
        replace(
            week,
            days=tuple(
                replace(day, sessions=tuple(replace(session, reasons=evil) for session in day.sessions))
                for day in week.days
            ),
        )
        for week in plan.weeks
    )
    broken = (Broken(HOSTILE, dt.date(2027, 1, 4), HOSTILE),)
    hostile = replace(plan, engine=HOSTILE, knowledge=HOSTILE, weeks=weeks, accepted=broken, broken_shoulds=broken)
    text, page = _page(hostile)
    assert not page.named("script")
    assert not page.named("img")
    assert "<script" not in text
    assert text.count("&lt;script&gt;") > 100


def test_a_page_without_a_plan_tells_the_conflict_and_the_ways_out() -> None:
    text, page = _page(impossible_plan())
    assert "You asked for 6 runs a week." in text
    assert "<code>week.run_days = 4</code>" in text
    assert not page.named("table")


def test_red_is_kept_for_red_flags() -> None:
    flagged = replace(impossible_plan(), conflict=(Conflict(rule="stop_on_red_flag", says="Night pain at the shin."),))
    assert 'class="flag"' in _page(flagged)[0]
    assert 'class="flag"' not in _page(impossible_plan())[0] + _page(example_plan())[0]


def test_that_stridewell_does_not_diagnose_is_said_once_and_only_where_there_is_pain(shown: tuple[str, _Page]) -> None:
    assert shown[0].count("does not diagnose") == 1
    assert "diagnose" not in _page(example_plan(example_runner(pain=False)))[0]


def test_a_graded_reason_shows_grade_source_and_caveat() -> None:
    plan = replace(
        example_plan(),
        broken_shoulds=(Broken("guard.longest_run_factor", dt.date(2027, 1, 4), "14 km, limit 13 km."),),
    )
    text, page = _page(plan)
    assert "How sure: fairly sure<" in text
    assert "https://doi.org/10.1136/bjsports-2024-109380" in [link["href"] for link in page.named("a")]
    assert "Read with care: Association, not proof." in text
