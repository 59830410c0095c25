"""The pictures of a report: each kind of chart in a module of its own, drawn for a width, told again in words."""

from stridewell.writing.pictures.charts.draw import draw_chart
from stridewell.writing.pictures.charts.look import Accent, Look

__all__ = ["Accent", "Look", "draw_chart"]
