"""`python -m benchmarks`: how long plans, reading and histories take; `--write` puts the tables into their pages.

Each part is a module with options of its own, such as `python -m benchmarks.history --largest 10000`.
"""

# ruff: noqa: INP001, T201, S603 -- run from the checkout, it starts our own modules and prints what they say
from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

PAGES = {
    "planning": Path("docs/algorithms/planning.md"),
    "reading": Path("docs/algorithms/reading.md"),
    "history": Path("docs/algorithms/reading.md"),
}


def write_into(page: Path, part: str, tables: str) -> None:
    """Put the tables of a part between its marks in a page."""
    begin, end = f"<!-- benchmark {part} -->", f"<!-- end of benchmark {part} -->"
    before, _, rest = page.read_text(encoding="utf-8").partition(begin)
    after = rest.partition(end)[2]
    page.write_text(f"{before}{begin}\n```text\n{tables}```\n{end}{after}", encoding="utf-8")


def main() -> None:
    """Run every part, or those that are named, and print or write what they measure."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("parts", nargs="*", choices=[*PAGES, []], help="which parts; all unless you say")
    options.add_argument("--write", action="store_true", help="put the tables into their pages")
    chosen = options.parse_args()
    for part in chosen.parts or PAGES:
        command = [sys.executable, "-m", f"benchmarks.{part}"]
        if part == "history" and chosen.write:
            command += ["--largest", "10000"]
        print(f"\n== {part}\n", flush=True)
        told = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE if chosen.write else None).stdout
        if chosen.write:
            write_into(PAGES[part], part, told)


if __name__ == "__main__":
    main()
