"""Lets an option take several values in a row, as in `--history a.fit b.fit`, which a shell makes of `*.fit`.

The parser underneath only knows `--history a.fit --history b.fit`; this rewrites the one into the other.
"""

from __future__ import annotations

from collections.abc import Sequence

MANY = {"plan": ("--history",), "exercises": ("--equipment", "--avoid")}
ONE = (
    "--start", "--today", "--json", "--ics", "--html", "--effort", "--slot", "--runner", "--plan", "--date", "--left",
    "--right",
)  # fmt: skip


def spread(arguments: Sequence[str]) -> list[str]:
    """The arguments with the name of the option before each of its values.

    A `plan` whose runner file stands only after `--history PATH…` takes the last `.toml` from there.

    >>> spread(["plan", "sam.toml", "--history", "a.fit", "b.fit", "--json", "-"])
    ['plan', 'sam.toml', '--history', 'a.fit', '--history', 'b.fit', '--json', '-']
    >>> spread(["plan", "--history", "runs", "sam.toml"])
    ['plan', '--history', 'runs', 'sam.toml']
    """
    result: list[str] = []
    plain: list[str] = []
    option: str | None = None
    for place, word in enumerate(arguments):
        if word == "--":
            return [*result, *arguments[place:]]
        if word.startswith("-") and word != "-":
            option = word
        elif option in MANY.get(plain[0] if plain else "", ()):
            if result[-1] != option:
                result.append(str(option))
        elif option in ONE:
            option = None
        else:
            plain.append(word)
        result.append(word)
    return _with_runner_file(result) if plain == ["plan"] else result


def _with_runner_file(result: list[str]) -> list[str]:
    places = [place for place, word in enumerate(result) if word.endswith(".toml") and result[place - 1] == "--history"]
    if not places or result.count("--history") < 2:
        return result
    last = places[-1]
    return [*result[: last - 1], *result[last + 1 :], result[last]]
