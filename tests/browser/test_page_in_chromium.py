"""The page in a real browser: opt-in (`-m browser`), skipped where playwright or chromium is not there."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.builders.example_knowledge import example_knowledge
from tests.builders.example_plan import example_plan, impossible_plan

from stridewell.writing.html import plan_to_html
from stridewell.writing.pictures.palette import contrast

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AA_TEXT = 4.5
AA_LARGE_TEXT = 3.0

# Every element that shows text of its own, with its color over the ground it really stands on (opacity included).
TEXTS = """() => {
  const rgb = text => text.match(/[\\d.]+/g).map(Number);
  const over = (top, alpha, ground) => top.map((value, i) => value * alpha + ground[i] * (1 - alpha));
  const own = element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  const shown = element => element.getClientRects().length && !element.closest('.sr, .skip');
  return [...document.querySelectorAll('body *')].filter(e => own(e) && shown(e)).map(element => {
    const chain = [];
    for (let e = element; e; e = e.parentElement) chain.unshift(e);
    let ground = [255, 255, 255], alpha = 1;
    for (const e of chain) {
      const style = getComputedStyle(e), [r, g, b, a = 1] = rgb(style.backgroundColor);
      alpha *= Number(style.opacity);
      ground = over([r, g, b], a * alpha, ground);
    }
    const style = getComputedStyle(element);
    const svg = element instanceof SVGElement;
    const behind = svg ? rgb(getComputedStyle(document.body).backgroundColor).slice(0, 3) : ground;
    const ink = over(rgb(svg ? style.fill : style.color).slice(0, 3), alpha, behind);
    const size = parseFloat(style.fontSize), heavy = Number(style.fontWeight) >= 600;
    return {text: element.textContent.trim().slice(0, 40), ink, ground: behind,
            large: size >= 24 || (heavy && size >= 18.66)};
  });
}"""


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


@pytest.fixture(name="address", scope="module")
def _address(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "plan.html"
    path.write_text(plan_to_html(example_plan(), example_knowledge(), today=dt.date(2027, 1, 13)), "utf-8")
    return path.as_uri()


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


@pytest.mark.parametrize("width", [320, 390, 640, 800, 1280])
def test_nothing_is_wider_than_the_window(browser: Any, address: str, width: int) -> None:
    """320 px is also a 640 px window at 200 %."""
    page = _open(browser, address, viewport={"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_every_text_can_be_read(browser: Any, address: str, scheme: str, width: int) -> None:
    page = _open(browser, address, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    weak = {
        text["text"]: round(_ratio(text), 2)
        for text in page.evaluate(TEXTS)
        if _ratio(text) < (AA_LARGE_TEXT if text["large"] else AA_TEXT)
    }
    assert weak == {}


def test_calendar_and_sessions_are_reached_and_opened_by_keyboard(browser: Any, address: str) -> None:
    page = _open(browser, address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the plan"
    summary = page.locator("summary").last
    summary.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("[...document.querySelectorAll('details')].pop().open")


def test_what_is_touched_is_large_enough(browser: Any, address: str) -> None:
    """44 px high on a phone: the days of the calendar, and what unfolds a session."""
    page = _open(browser, address, viewport={"width": 390, "height": 800})
    heights = page.evaluate(
        "[...document.querySelectorAll('.calendar a, summary, .days li')].map(e => e.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44


def test_on_paper_every_session_is_unfolded(browser: Any, address: str) -> None:
    page = _open(browser, address)
    page.emulate_media(media="print")
    assert page.locator("details .steps").first.is_visible()
    assert page.locator(".exercises").last.is_visible()


def test_a_refusal_fits_a_phone(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "refusal.html"
    path.write_text(plan_to_html(impossible_plan(), example_knowledge()), "utf-8")
    page = _open(browser, path.as_uri(), viewport={"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def _ratio(text: Any) -> float:
    return contrast(_hex(text["ink"]), _hex(text["ground"]))


def _hex(channels: list[float]) -> str:
    return "#" + "".join(f"{round(channel):02x}" for channel in channels)
