"""`python -m benchmarks`: how long plans, reading and histories take; each part has options of its own."""

# ruff: noqa: INP001, T201, S603 -- run from the checkout, it starts our own modules and names them
from __future__ import annotations

import subprocess
import sys

for part in ("planning", "reading", "history"):
    print(f"\n== benchmarks.{part}\n", flush=True)
    subprocess.run([sys.executable, "-m", f"benchmarks.{part}"], check=True)
