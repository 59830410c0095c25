"""The few colors of the product, from the Okabe-Ito family, darkened or lightened until they can be read.

One accent for runs, one for strength, one for "look here"; red for red flags alone. Contrast is tested, so a change
here that nobody could read does not pass.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "paper": "#ffffff",
        "shade": "#f4f4f1",
        "ink": "#1b1b1b",
        "muted": "#5a5a5a",
        "line": "#d4d4cf",
        "context": "#767676",
        "run": "#0072b2",
        "strength": "#a04a7c",
        "on-strength": "#ffffff",
        "look": "#9a5b00",
        "flag": "#b00020",
    }
)
DARK: Mapping[str, str] = MappingProxyType(
    {
        "paper": "#14161a",
        "shade": "#1e2126",
        "ink": "#ececea",
        "muted": "#a9adb3",
        "line": "#3a3f46",
        "context": "#8b9097",
        "run": "#56b4e9",
        "strength": "#d48fb5",
        "on-strength": "#14161a",
        "look": "#e69f00",
        "flag": "#ff8f85",
    }
)


def color_rules() -> str:
    """CSS variables of both modes, following the system; paper is always light."""
    return (
        f":root{{color-scheme:light dark;{_variables(LIGHT)}}}\n"
        f"@media (prefers-color-scheme:dark){{:root{{{_variables(DARK)}}}}}\n"
        f"@media print{{:root{{color-scheme:light;{_variables(LIGHT)}}}}}\n"
    )


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colors `#rrggbb`, 1 to 21, as WCAG 2.2 defines it (relative luminance, sRGB)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _variables(colors: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in colors.items())


def _luminance(color: str) -> float:
    channels = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
