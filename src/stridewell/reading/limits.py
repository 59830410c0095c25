"""Bounds of reading, so that a hostile or broken file costs little time and memory and can never stop an import.

These are limits of files, not numbers of training. The defaults leave room for a day-long recording at one sample a
second with every sensor, and for the largest XML exports of single activities seen so far.
"""

from __future__ import annotations

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Upper bounds; whatever lies beyond is refused with a notice that names the bound.

    `bytes_per_file` [bytes on disk], `expanded_bytes` [bytes after gunzip], `expansion_ratio` [times, judged from
    `ratio_from_bytes` on], `track_bytes` [bytes of one GPX or TCX file], `fit_bytes` [bytes of one FIT file],
    `fit_cells` [messages x fields a FIT file may unfold to], `slow_fit_bytes` [bytes given to the slow fallback
    decoder], `samples` [per recording], `recordings_per_file`, `health_samples` and `health_workouts` [kept of one
    Apple Health export], `xml_depth` [nested elements], `xml_token_bytes` [one tag or text], `files` [per import],
    `folder_depth`.

    Of a ZIP archive with all that is nested in it: `members`, `nested_archives`, `archive_depth` (1: none inside) and
    `archive_bytes` [bytes unpacked, in all]; of its list `directory_bytes`; of a nested one `held_bytes` [bytes
    unpacked, in a nameless temporary file beyond `held_in_memory_bytes`].

    Of tables and JSON: `text_bytes` [bytes of one file], `table_rows`, `table_columns`, `json_values` [in one file].
    """

    bytes_per_file: int = 8192 * MEBIBYTE
    expanded_bytes: int = 8192 * MEBIBYTE
    expansion_ratio: int = 200
    ratio_from_bytes: int = 4 * MEBIBYTE
    track_bytes: int = 512 * MEBIBYTE
    fit_bytes: int = 64 * MEBIBYTE
    fit_cells: int = 40_000_000
    slow_fit_bytes: int = MEBIBYTE
    samples: int = 1_000_000
    recordings_per_file: int = 1000
    health_samples: int = 10_000_000
    health_workouts: int = 50_000
    xml_depth: int = 64
    xml_token_bytes: int = 8 * MEBIBYTE
    files: int = 200_000
    folder_depth: int = 64
    members: int = 100_000
    nested_archives: int = 1000
    archive_depth: int = 4
    archive_bytes: int = 32_768 * MEBIBYTE
    directory_bytes: int = 64 * MEBIBYTE
    held_bytes: int = 2048 * MEBIBYTE
    held_in_memory_bytes: int = 32 * MEBIBYTE
    text_bytes: int = 64 * MEBIBYTE
    table_rows: int = 200_000
    table_columns: int = 1000
    json_values: int = 4_000_000


DEFAULT = Limits()
