"""Pounds and kilograms."""

from __future__ import annotations

KG_PER_POUND = 0.45359237
"""Exact by definition."""
