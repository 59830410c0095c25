"""How a chart is to look: its width, and the color of what it marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Accent = Literal["look", "run", "strength"]


@dataclass(frozen=True, slots=True)
class Look:
    """The width of the sheet [px] and the class of its marks; what is not marked stays gray."""

    width: float
    accent: Accent = "look"
