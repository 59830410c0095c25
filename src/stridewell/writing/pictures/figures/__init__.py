"""Figures of exercises: solved from poses, moving at a tempo, drawn as SVG (docs/algorithms/figures.md)."""

from __future__ import annotations

from stridewell.writing.pictures.figures.draw import FIGURE_RULES, figure_file, figure_picture
from stridewell.writing.pictures.figures.spoken import Prescribed

__all__ = ["FIGURE_RULES", "Prescribed", "figure_file", "figure_picture"]
