"""Which file a row of a table belongs to: a row and its file are one activity, whatever their clocks say.

A table names a file as it lay in the export: relative to the table's folder, sometimes with a leading slash, often
zipped. People unpack, move and rename; so a file of the same name elsewhere is believed too where only one bears it and
it began within a day of the row.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Mapping, Sequence

from stridewell.analysis.summary import Summary

_DAY_S = 86_400.0


def files_of_rows(summaries: Sequence[Summary]) -> Mapping[int, tuple[int, ...]]:
    """For each row whose file was read, by number: the numbers of the file's recordings."""
    by_path: defaultdict[str, list[int]] = defaultdict(list)
    for at, summary in enumerate(summaries):
        if summary.refers_to is None and "#" not in summary.source:
            by_path[_plain(summary.source)].append(at)
    paths_by_name: defaultdict[str, set[str]] = defaultdict(set)
    for path in by_path:
        paths_by_name[posixpath.basename(path)].add(path)
    found: dict[int, tuple[int, ...]] = {}
    for at, row in enumerate(summaries):
        if row.refers_to is None:
            continue
        path = _path_named(row)
        inside = by_path.get(path) or _elsewhere(row, paths_by_name[posixpath.basename(path)], by_path, summaries)
        if inside:
            found[at] = tuple(inside)
    return found


def table_of(summary: Summary) -> str | None:
    """The table whose row this is; None for a file of its own."""
    table, mark, _ = summary.source.rpartition("#")
    return table if mark else None


def _path_named(row: Summary) -> str:
    assert row.refers_to is not None
    folder = posixpath.dirname(table_of(row) or row.source)
    return _plain(posixpath.join(folder, row.refers_to.replace("\\", "/").lstrip("/")))


def _plain(path: str) -> str:
    """A path as it is compared: without detours, case and the ending that zipping adds. It is never opened."""
    return posixpath.normpath(path).casefold().removesuffix(".gz")


def _elsewhere(
    row: Summary, paths: set[str], by_path: Mapping[str, list[int]], summaries: Sequence[Summary]
) -> Sequence[int]:
    if len(paths) != 1:
        return ()
    inside = by_path[next(iter(paths))]
    near = (abs((summaries[at].start - row.start).total_seconds()) <= _DAY_S for at in inside)
    return inside if any(near) else ()
