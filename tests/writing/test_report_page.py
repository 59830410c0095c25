"""The page of a report: one file that needs nothing else, can be walked by headings, and cannot be commanded."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from tests.builders.example_knowledge import example_knowledge
from tests.builders.example_numbers import NO_SETS, number
from tests.builders.example_plan import example_runner
from tests.builders.example_report import empty_report, example_report, with_counts

from stridewell.training.charts import Bars
from stridewell.training.discovery import Discovery, Finding, Report
from stridewell.training.recording import Notice
from stridewell.training.runner import Runner
from stridewell.writing.html.report_page import report_to_html

HOSTILE = "</title><script>alert(1)</script><img src=x onerror=alert(1)>\"'&\x1b[31m\u202e"


class _Page(HTMLParser):
    """Collects elements, and checks that they are nested as they should be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in {"meta", "br", "hr", "img", "link", "input"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def _html(report: Report, runner: Runner | None = None) -> str:
    return report_to_html(report, example_knowledge(), version="1.2.3", runner=runner)


def _words(text: str) -> str:
    """The text of the page; `split` also parts at the spaces that keep number and unit together."""
    return " ".join(re.sub(r"<[^>]*>", " ", text.partition("</style>")[2]).split())


REPORTS = {"full": example_report(), "empty": empty_report()}


@pytest.mark.parametrize("name", REPORTS)
def test_a_page_is_sound_and_loads_nothing(name: str) -> None:
    text = _html(REPORTS[name])
    page = _Page(text)
    assert not [tag for tag in ("script", "link", "img", "iframe", "object") if page.named(tag)]
    assert not [key for _, attributes in page.elements for key in attributes if key.startswith("on") or key == "style"]
    assert "url(" not in text
    policy = next(one["content"] for one in page.named("meta") if one.get("http-equiv") == "Content-Security-Policy")
    assert str(policy).startswith("default-src 'none'; style-src 'sha256-")


@pytest.mark.parametrize("name", REPORTS)
def test_headings_do_not_skip_a_level_and_ids_are_unique(name: str) -> None:
    page = _Page(_html(REPORTS[name]))
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert max(after - before for before, after in pairwise(levels)) == 1
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(set(ids)) == len(ids)
    named = {one["aria-labelledby"] for _, one in page.elements if "aria-labelledby" in one}
    assert {part for names in named for part in str(names).split()} <= set(ids)


def test_the_same_report_gives_the_same_page() -> None:
    assert _html(example_report()) == _html(example_report())


def test_each_first_finding_has_sentence_picture_plan_sureness_and_source() -> None:
    text = _html(example_report())
    for finding in example_report().discovery.findings[:5]:
        [told] = re.findall(rf'<article aria-labelledby="finding-{finding.id}".*?</article>', text, re.DOTALL)
        words = re.sub(r"<[^>]*>", "", told).replace("\N{NO-BREAK SPACE}", " ")
        assert finding.says in words
        assert finding.plan_does in words
        assert "How sure" in words
        assert told.count('role="img"') == 2, "a wide and a narrow drawing"
    assert "Fairly sure (Schuster Brandt Frandsen et al. 2025)." in re.sub(r"<[^>]*>", "", text)


def test_no_line_ends_between_a_number_and_its_unit() -> None:
    assert "24.5\N{NO-BREAK SPACE}km after 15.8\N{NO-BREAK SPACE}km" in _html(example_report())


def test_the_last_weeks_in_numbers_stand_folded_after_the_rest() -> None:
    text = _html(example_report())
    words = _words(text)
    assert words.index("Everything else that was looked at") < words.index("Your last 8 weeks in numbers")
    assert words.index("Your last 8 weeks in numbers") < words.index("What was read")
    [section] = re.findall(r'<section aria-labelledby="weeks".*?</section>', text, re.DOTALL)
    assert section.count("<details") == 1
    assert " open" not in section
    assert "11 numbers, each with how sure it is; 4 that these files cannot tell" in _words(f"</style>{section}")


def test_each_number_has_a_value_and_how_sure_it_is_or_the_reason_why_not() -> None:
    text = _html(example_report())
    words = _words(text)
    assert "Runs 3.6 a week (29 runs) As recorded." in words
    assert "Kinds of runs 25 easy, 4 long Counted by borders that are our judgement." in words
    assert "Pace of easy running 6:05 min/km, half from 5:58 to 6:08 min/km Fairly sure ( Schuster" in words
    assert "Association, not proof." in words
    assert "Meters for each heart beat (26 weeks) 1.08 m" in words
    assert '<dd class="unknown">Not known: there is no recent race</dd>' in text


def test_numbers_that_are_unknown_for_one_reason_share_a_row() -> None:
    words = _words(_html(example_report()))
    assert f"Achilles and shin bone Not known: {NO_SETS} Hip Not known: our tables hold no force for it" in words


def test_a_report_without_numbers_has_no_place_for_them() -> None:
    assert "in numbers" not in _words(_html(empty_report())).replace("The same in numbers", "")


def test_numbers_are_no_part_of_the_format() -> None:
    assert "numbers" not in {field.name for field in fields(Discovery)}


def test_the_rest_is_folded_and_good_news_is_told() -> None:
    text = _html(example_report())
    words = _words(text)
    assert words.index("Also worth a look") < words.index("Good news") < words.index("What these files cannot tell")
    assert "Fitness that grows" in words
    folded = re.findall(r'<details id="finding-(\w+)"', text)
    assert folded == ["slots_missing", "economy_trend", "long_run_missing", "jumps_missing", "pain_follows_load"]


def test_what_cannot_be_told_does_not_take_the_place_of_what_can() -> None:
    findings = example_report().discovery.findings
    unknown_first = (*(one for one in findings if one.verdict == "unknown"), *findings[:2])
    report = replace(example_report(), discovery=replace(example_report().discovery, findings=unknown_first))
    told = re.findall(r'<article aria-labelledby="finding-(\w+)"', _html(report))
    assert told == ["strength_below_two", "long_run_spikes"]


def test_the_accounts_add_up_on_the_page() -> None:
    words = _words(_html(example_report()))
    assert (
        "Runs 561 Walks hikes too 12 Strength sessions 23 Other activities kept apart 9 Copies counted once 94" in words
    )
    assert "Records 702" in words
    assert "2026 186 1,482 km 24 km" in words


def test_a_runner_brings_name_and_units_and_the_page_speaks_in_miles() -> None:
    runner = example_runner()
    imperial = replace(runner, runner=replace(runner.runner, units="imperial"))
    words = _words(_html(example_report(), imperial))
    assert words.startswith("Ana: what your training shows", words.index("Ana:"))
    assert "561 runs (2,618 mi)" in words
    assert "the largest was 15.2 mi after 9.8 mi" in words
    assert "Distance 17.6 mi a week, the least 13.7 mi and the most 21 mi" in words
    assert "6:05" not in words
    assert "9:47 min/mi, half from 9:36 to 9:52 min/mi" in words
    assert not re.search(r"\d km\b", words)


def test_without_a_runner_nobody_is_named() -> None:
    assert "<h1>What your training shows</h1>" in _html(example_report())


def test_files_without_any_activity_give_a_page_that_says_so() -> None:
    words = _words(_html(empty_report()))
    assert "2 files read; none of them holds an activity with a date up to 22 Nov 2026." in words
    assert "Nothing can be said from these files yet." in words
    assert "2 notices about files" in words


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"runs": 0, "strength": 0, "other": 0, "walks": 12}, "0 runs and 12 walks."),
        ({"runs": 0, "walks": 0, "other": 0, "strength": 23}, "0 runs and 23 strength sessions."),
        (
            {"runs": 1, "walks": 1, "other": 1, "strength": 1},
            "1 run (4,213 km), 1 walk, 1 strength session and 1 other activity.",
        ),
    ],
)
def test_only_what_is_there_is_counted(counts: dict[str, int], said: str) -> None:
    assert said in _words(_html(with_counts(example_report(), **counts)))


def test_nothing_from_a_file_becomes_markup_or_a_control_character() -> None:
    discovery = example_report().discovery
    finding = Finding(
        id="one_pace", verdict="risk", title=HOSTILE, says=HOSTILE, sure="low", plan_does=HOSTILE,
        numbers={HOSTILE: HOSTILE, "by_day": {HOSTILE: {HOSTILE: HOSTILE}}}, period={"from": HOSTILE},
        sources=(HOSTILE,),
    )  # fmt: skip
    chart = Bars(title=HOSTILE, says=HOSTILE, unit=HOSTILE, points=())
    report = replace(
        example_report(),
        discovery=replace(discovery, findings=(finding,), notices=(Notice(f"{HOSTILE}\udcff.fit", HOSTILE),)),
        charts={"one_pace": chart},
        merges=(Notice(HOSTILE, HOSTILE),),
        numbers=(
            number(HOSTILE, HOSTILE, HOSTILE, caveat=HOSTILE, sources=(HOSTILE,), sure="low"),
            number(HOSTILE, HOSTILE, unknown=HOSTILE),
        ),
        baseline_unknown=HOSTILE,
    )
    runner = example_runner()
    text = _html(report, replace(runner, runner=replace(runner.runner, name=HOSTILE)))
    page = _Page(text)
    assert not page.named("script")
    assert not page.named("img")
    assert not set(text) & {"\x1b", "\u202e", "\udcff"}
    assert text.encode("utf-8")


def test_ten_thousand_notices_are_gathered_by_what_they_say() -> None:
    notices = tuple(Notice(f"{number}.fit", f"is broken in way {number % 400}") for number in range(10_000))
    report = replace(example_report(), discovery=replace(example_report().discovery, notices=notices))
    text = _html(report)
    assert "10000 notices about files" in text
    assert "and 5 more files: is broken in way 7" in _words(text)
    assert "And 200 more; --json writes all of them." in text
    assert len(text) < 500_000


def test_every_head_of_a_table_names_its_column_or_row() -> None:
    scopes = {head.get("scope") for head in _Page(_html(example_report())).named("th")}
    assert scopes == {"row", "col"}


def test_the_foot_says_what_this_is_not_and_what_made_it() -> None:
    words = _words(_html(example_report()))
    assert "It does not diagnose" in words
    assert f"Made by Stridewell 1.2.3 from knowledge {example_knowledge().fingerprint}" in words
