"""The names of the apps lead to exercises there are, each name to one."""

from __future__ import annotations

from collections import Counter

from stridewell.knowledge import Knowledge
from stridewell.training.exercise_names import name_key, words_of
from stridewell.training.plan import SLOT_NAMES


def test_every_name_leads_to_an_exercise_and_to_one_only(knowledge: Knowledge) -> None:
    table = knowledge.table("strength_history.names")
    assert [name for name in table if name not in knowledge.exercises] == []
    keys = Counter(name_key(name) for names in table.values() for name in names)
    assert [key for key, count in keys.items() if count > 1] == []


def test_the_names_of_the_library_differ(knowledge: Knowledge) -> None:
    keys: dict[str, set[str]] = {}
    for exercise in knowledge.exercises.values():
        for word in (exercise.name, exercise.id.replace("_", " ")):
            keys.setdefault(name_key(word), set()).add(exercise.id)
    assert [ids for ids in keys.values() if len(ids) > 1] == []


def test_phrases_stand_for_one_slot_each(knowledge: Knowledge) -> None:
    table = knowledge.table("strength_history.name_slots")
    assert set(table) <= set(SLOT_NAMES)
    phrases = Counter(" ".join(words_of(phrase)) for phrases in table.values() for phrase in phrases)
    assert [phrase for phrase, count in phrases.items() if count > 1] == []


def test_no_machine_is_an_exercise_of_ours(knowledge: Knowledge) -> None:
    names = [name for names in knowledge.table("strength_history.names").values() for name in names]
    assert not any(word in name.lower() for name in names for word in ("machine", "cable", "smith", "assisted"))
