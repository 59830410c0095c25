"""`stridewell cache`: what is kept of your recordings, and how to delete it; and plans that use it or do without."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from platformdirs import user_cache_dir
from tests.faces.conftest import TODAY, Stridewell, without_wall_ms

from stridewell import wiring
from stridewell.storage.place import cache_place
from stridewell.usecases.bad_input import BadInput


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own for what is kept; not there yet."""
    home = tmp_path / "home"
    monkeypatch.setenv("STRIDEWELL_HOME", str(home))
    return home


@pytest.fixture
def plan_words(root: Path, example_file: Path) -> list[str | Path]:
    """A plan from the recordings that come with the tests, as JSON."""
    recordings = root / "tests" / "data" / "fit"  # 17 files, sound and damaged ones
    return ["plan", example_file, "--history", recordings, *TODAY, "--json", "-", "--quiet"]


def test_where_nothing_was_kept_it_says_so_and_makes_nothing(stridewell: Stridewell, home: Path) -> None:
    for words in (("cache",), ("cache", "--clear")):
        called = stridewell(*words)
        assert (called.code, called.err) == (0, "")
        assert called.out.splitlines()[1] == f"Place: {home}/cache"
    assert not home.exists()


def test_a_plan_is_the_same_with_and_without_what_is_kept_which_can_be_shown_and_deleted(
    stridewell: Stridewell, home: Path, plan_words: list[str | Path]
) -> None:
    plans = [stridewell(*plan_words, "--no-cache")]
    assert not home.exists()
    plans += [stridewell(*plan_words) for _ in range(2)]
    assert [plan.code for plan in plans] == [0, 0, 0]
    assert len({without_wall_ms(plan.out) for plan in plans}) == 1
    assert len({plan.err for plan in plans}) == 1
    shown = stridewell("cache").out
    assert shown.startswith("Kept: 1")
    assert "files with" in shown
    assert stridewell("cache", "--clear").out.startswith("Deleted: 1")
    assert stridewell("cache").out.startswith("Nothing is kept yet.")
    assert not list(home.rglob("*.arrow"))


def _relative(_home: Path) -> str:
    return "somewhere/else"


def _a_file(home: Path) -> str:
    home.write_bytes(b"")
    return str(home)


def _below_a_file(home: Path) -> str:
    home.write_bytes(b"")
    return str(home / "inside")


def _a_file_as_cache(home: Path) -> str:
    home.mkdir()
    (home / "cache").write_bytes(b"")
    return str(home)


def _too_long(_home: Path) -> str:
    return "/" + "x" * 5000


def _not_writable(home: Path) -> str:
    if os.geteuid() == 0:
        pytest.skip("everything is writable for root")
    home.mkdir()
    home.chmod(stat.S_IRUSR | stat.S_IXUSR)
    return str(home)


ODD_HOMES = (_relative, _a_file, _below_a_file, _a_file_as_cache, _too_long, _not_writable)


@pytest.mark.parametrize("odd", ODD_HOMES, ids=lambda odd: odd.__name__.strip("_"))
def test_an_odd_home_is_refused_by_the_command_and_only_mentioned_to_others(
    stridewell: Stridewell, home: Path, odd: Callable[[Path], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home.parent)
    monkeypatch.setenv("STRIDEWELL_HOME", odd(home))
    for words in (("cache",), ("cache", "--clear")):
        refused = stridewell(*words)
        assert (refused.code, refused.out, refused.err.count("\n")) == (2, "", 1), refused
        assert "expected" in refused.err or "cannot be used" in refused.err
    said: list[str] = []
    with wiring.history_store(said.append) as store:
        assert store is None
    assert [one.startswith("Reading everything again: ") for one in said] == [True]
    assert not (home.parent / "somewhere").exists()


def test_a_plan_goes_on_without_a_cache_and_says_so_once(
    stridewell: Stridewell, plan_words: list[str | Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRIDEWELL_HOME", "somewhere/else")
    planned = stridewell(*(word for word in plan_words if word != "--quiet"))
    assert planned.code == 0
    assert planned.err.count("Reading everything again: STRIDEWELL_HOME: found") == 1


@pytest.mark.parametrize("environment", [{}, {"STRIDEWELL_HOME": ""}])
def test_without_a_home_of_its_own_it_lies_where_the_platform_keeps_caches(environment: dict[str, str]) -> None:
    assert cache_place(environment) == Path(user_cache_dir("stridewell", appauthor=False))


@pytest.mark.parametrize("named", ["home", "./home", "~/home", "/srv/\0"])
def test_a_home_is_named_by_its_full_path(named: str) -> None:
    with pytest.raises(BadInput, match="expected the full path of a folder"):
        cache_place({"STRIDEWELL_HOME": named})
