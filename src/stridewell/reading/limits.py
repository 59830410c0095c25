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
    `ratio_from_bytes` on], `fit_bytes` [bytes of one FIT file], `fit_cells` [messages x fields a FIT file may unfold
    to], `slow_fit_bytes` [bytes given to the slow fallback decoder], `samples` [per recording],
    `recordings_per_file`, `xml_depth` [nested elements], `xml_token_bytes` [one tag or text], `files` [per import],
    `folder_depth`.
    """

    bytes_per_file: int = 512 * MEBIBYTE
    expanded_bytes: int = 512 * MEBIBYTE
    expansion_ratio: int = 200
    ratio_from_bytes: int = 4 * MEBIBYTE
    fit_bytes: int = 64 * MEBIBYTE
    fit_cells: int = 40_000_000
    slow_fit_bytes: int = MEBIBYTE
    samples: int = 1_000_000
    recordings_per_file: int = 1000
    xml_depth: int = 64
    xml_token_bytes: int = 8 * MEBIBYTE
    files: int = 200_000
    folder_depth: int = 64


DEFAULT = Limits()
