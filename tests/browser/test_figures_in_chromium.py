"""Figures in a real browser: they move at their tempo, and stand still where that is asked for (`-m browser`)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from stridewell.knowledge import load_knowledge
from stridewell.writing.html.exercise_page import exercises_to_html
from stridewell.writing.pictures.figures import Prescribed, figure_file

pytestmark = pytest.mark.browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
HIPS = """seconds => {
  const svg = document.querySelector('.figure');
  svg.pauseAnimations();
  svg.setCurrentTime(seconds);
  return svg.querySelector('.moving .trunk').getBBox().y;
}"""


@pytest.fixture(name="browser", scope="module")
def _browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(name="address", scope="module")
def _address(tmp_path_factory: pytest.TempPathFactory) -> str:
    known = load_knowledge()
    path = tmp_path_factory.mktemp("figures") / "exercises.html"
    path.write_text(exercises_to_html([known.exercises["split_squat"]], known), "utf-8")
    return path.as_uri()


def _shown(page: Any) -> list[str]:
    displays: list[str] = page.evaluate(
        "['.moving', '.still'].map(name => getComputedStyle(document.querySelector(`.figure ${name}`)).display)"
    )
    return displays


def test_the_policy_of_the_page_lets_figures_move(browser: Any, address: str) -> None:
    """The usual tempo is 3-1-1-0: lowest from second 3 to 4, on top again at 5."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(address)
    start, half, low, end = (page.evaluate(HIPS, seconds) for seconds in (0.0, 1.5, 3.5, 4.99))
    assert said == []
    assert start < half < low
    assert end == pytest.approx(start, abs=0.5)


def test_it_moves_on_the_screen_and_stands_still_on_paper(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    assert _shown(page) == ["inline", "none"]
    page.emulate_media(media="print")
    assert _shown(page) == ["none", "inline"]


def test_it_stands_still_at_a_tick_of_the_keyboard(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.locator("#stand-still").focus()
    page.keyboard.press("Space")
    assert _shown(page) == ["none", "inline"]


def test_it_stands_still_where_the_system_asks_for_less_motion(browser: Any, address: str, tmp_path: Path) -> None:
    known = load_knowledge()
    file = tmp_path / "split_squat.svg"
    file.write_text(figure_file(known.figures["split_squat"], Prescribed("Split squat"), known), "utf-8")
    for place in (address, file.as_uri()):
        page = browser.new_context(reduced_motion="reduce").new_page()
        page.goto(place)
        assert _shown(page) == ["none", "inline"]
