"""`python -m benchmarks`: how long plans take. `python -m benchmarks.reading` measures the reading of recordings."""

# ruff: noqa: INP001 -- run from the checkout

from __future__ import annotations

from benchmarks.planning import main

main()
