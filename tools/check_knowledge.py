"""Loads the whole knowledge base, which checks every record and every link, and says what there is."""

from __future__ import annotations

import sys

from stridewell.knowledge import load_knowledge
from stridewell.knowledge.faults import KnowledgeError


def main() -> int:
    """Print how much is known, or every fault."""
    try:
        known = load_knowledge()
    except KnowledgeError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    counts = {
        "sources": len(known.sources),
        "parameters": len(known.parameters),
        "exercises": len(known.exercises),
        "run workouts": len(known.run_workouts),
        "blocks": len(known.blocks),
        "home tests": len(known.home_tests),
    }
    sys.stdout.write(f"knowledge {known.fingerprint}: {', '.join(f'{n} {what}' for what, n in counts.items())}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
