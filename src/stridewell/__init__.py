"""Stridewell plans, guides and adapts strength training for runners, together with their running."""

__version__ = "0.1.0"
