"""The runner's own word on a strength log: which exercise a recorded name means, and what its weights count.

What a mapping file says (docs/algorithms/strength_history.md). Which names are known without it is knowledge.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

WeightUnit = Literal["kg", "lb"]
_NO_WORD = re.compile(r"[^\w']+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseNames:
    """Ids of our exercises by `name_key` of the recorded names, and the unit of weights in a log that names none."""

    exercises: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    weight_unit: WeightUnit | None = None


NO_NAMES = ExerciseNames()


def name_key(name: str) -> str:
    """A recorded name as it is compared: codes and guesses as they are, other names without order, case and plural.

    >>> name_key("Squat (Barbell)") == name_key("barbell squats")
    True
    """
    plain = " ".join(name.casefold().replace("\u2019", "'").split())
    return plain if is_code(plain) else " ".join(sorted(words_of(plain)))


def is_code(name: str) -> bool:
    """Whether a name is a code of a watch ("squat/28", "calf_raise") or several guesses ("squat or lunge")."""
    return "/" in name or "_" in name or " or " in name


def words_of(name: str) -> list[str]:
    """The words of a name, small, without the s of a plural."""
    words = _NO_WORD.sub(" ", name.casefold()).replace("'", "").split()
    return [word[:-1] if word.endswith("s") and not word.endswith("ss") else word for word in words]
