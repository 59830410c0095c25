"""The report in a real browser: phone, desktop, paper, light and dark. Opt-in (`-m browser`), skipped without one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.browser.test_page_in_chromium import TEXTS, _ratio
from tests.builders.example_knowledge import example_knowledge
from tests.builders.example_plan import example_runner
from tests.builders.example_report import empty_report, example_report

from stridewell.training.discovery import Report
from stridewell.writing.html.report_page import report_to_html

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
OPEN_ALL = "document.querySelectorAll('details').forEach(details => details.open = true)"

# Pairs of texts of one drawing whose boxes really overlap, as laid out with the fonts of this machine.
OVERLAPS = """() => [...document.querySelectorAll('svg.chart')].flatMap(svg => {
  const boxes = [...svg.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()]);
  return boxes.flatMap(([one, a], i) => boxes.slice(i + 1)
    .filter(([, b]) => a.left + 1 < b.right && b.left + 1 < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom)
    .map(([two]) => `${one} | ${two}`));
})"""
BEYOND = """() => [...document.querySelectorAll('svg.chart text')].filter(text => text.getClientRects().length)
  .filter(text => { const box = text.getBoundingClientRect(), sheet = text.ownerSVGElement.getBoundingClientRect();
    return box.left < sheet.left - 3 || box.right > sheet.right + 3; }).map(text => text.textContent)"""


@pytest.fixture(name="browser", scope="module")
def _browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    with playwright.sync_playwright() as started:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
        browser = started.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield browser
        browser.close()


def _address(folder: Path, report: Report) -> str:
    path = folder / "report.html"
    page = report_to_html(report, example_knowledge(), version="0", runner=example_runner())
    path.write_text(page, encoding="utf-8")
    return path.as_uri()


@pytest.fixture(name="address", scope="module")
def _full(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _address(tmp_path_factory.mktemp("full"), example_report())


@pytest.fixture(name="empty", scope="module")
def _empty(tmp_path_factory: pytest.TempPathFactory) -> str:
    return _address(tmp_path_factory.mktemp("empty"), empty_report())


def _open(browser: Any, address: str, **options: Any) -> Any:
    page = browser.new_context(**options).new_page()
    page.goto(address)
    return page


def test_the_browser_has_nothing_to_complain_about(browser: Any, address: str) -> None:
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    assert said == []
    assert asked == [address]


@pytest.mark.parametrize("width", [320, 390, 640, 768, 1024, 1280])
def test_nothing_is_wider_than_the_window_and_no_words_of_a_picture_collide(
    browser: Any, address: str, width: int
) -> None:
    """320 px is also a 640 px window at 200 %."""
    page = _open(browser, address, viewport={"width": width, "height": 800})
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate(BEYOND) == []


def test_an_empty_report_fits_a_phone(browser: Any, empty: str) -> None:
    page = _open(browser, empty, viewport={"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_text_can_be_read(browser: Any, address: str, scheme: str, width: int) -> None:
    page = _open(browser, address, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.evaluate(OPEN_ALL)
    weak = {
        text["text"]: round(_ratio(text), 2)
        for text in page.evaluate(TEXTS)
        if _ratio(text) < (3.0 if text["large"] else 4.5)
    }
    assert weak == {}


@pytest.mark.parametrize("width", [390, 1280])
def test_each_picture_is_seen_once_with_title_and_words(browser: Any, address: str, width: int) -> None:
    page = _open(browser, address, viewport={"width": width, "height": 800})
    told = page.evaluate(
        "[...document.querySelectorAll('article svg')].filter(svg => svg.getClientRects().length)"
        ".map(svg => [svg.querySelector('title').textContent, svg.querySelector('desc').textContent])"
    )
    assert len(told) == 5
    assert all(title and says for title, says in told)


def test_everything_folded_is_reached_and_opened_by_keyboard(browser: Any, address: str) -> None:
    page = _open(browser, address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the findings"
    folded = page.locator("#finding-economy_trend > summary")
    folded.focus()
    page.keyboard.press("Enter")
    assert page.locator("#finding-economy_trend .wide .chart").first.is_visible()


def test_what_is_touched_is_large_enough(browser: Any, address: str) -> None:
    page = _open(browser, address, viewport={"width": 390, "height": 800})
    page.evaluate(OPEN_ALL)
    heights = page.evaluate("[...document.querySelectorAll('summary')].map(e => e.getBoundingClientRect().height)")
    assert min(heights) >= 44


def test_on_paper_it_takes_two_to_four_pages_with_pictures_and_without_what_is_folded(
    browser: Any, address: str
) -> None:
    page = _open(browser, address)
    sheets = page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")
    assert 2 <= sheets <= 4
    page.emulate_media(media="print")
    assert page.locator("article .narrow .chart").first.is_visible()
    assert not page.locator("article .wide .chart").first.is_visible()
    assert not page.locator("article table").first.is_visible()
    assert page.locator("#finding-slots_missing h4").is_visible()


def test_the_last_weeks_in_numbers_are_printed_in_short_form_once_they_are_opened(browser: Any, address: str) -> None:
    page = _open(browser, address)
    page.emulate_media(media="print")
    assert page.get_by_text("Open them on the page to print them here.").is_visible()
    assert not page.get_by_text("3.6 a week (29 runs)").is_visible()
    page.evaluate("document.querySelector('.weeks details').open = true")
    assert page.get_by_text("3.6 a week (29 runs)").is_visible()
    assert not page.get_by_text("Open them on the page to print them here.").is_visible()
    assert not page.locator(".weeks .caveat").first.is_visible()
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") <= 4
