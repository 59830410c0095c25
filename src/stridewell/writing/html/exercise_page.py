"""The exercise library as one page: by slot and level, each exercise with how it is done and what it loads."""

from __future__ import annotations

from collections.abc import Sequence

from stridewell.knowledge import Knowledge
from stridewell.training.exercise import Exercise
from stridewell.training.plan import Slot
from stridewell.writing import wording
from stridewell.writing.html.document import document
from stridewell.writing.html.moving_figure import moving_figure, still_switch
from stridewell.writing.markup import NOTHING, Markup, joined, tag

_BASIS = {
    "measured": "measured",
    "inferred": "read across from a neighbor",
    "judgement": "our judgement, not measured",
    "unknown": "nobody has measured it",
}


def exercises_to_html(exercises: Sequence[Exercise], knowledge: Knowledge) -> str:
    """The exercises as one self-contained page, in the order of their slots and as given within a slot.

    Each with its figure at the usual tempo, where the knowledge has one.
    """
    slots = [slot for slot in wording.SLOT_NAMES if any(exercise.slots[0] == slot for exercise in exercises)]
    body = joined(
        tag("a", "Skip to the exercises", href="#main", class_="skip"),
        tag(
            "header",
            tag("p", "Stridewell: strength and running, one plan", class_="kicker"),
            tag("h1", "Exercises"),
            tag("p", f"{wording.counted(len(exercises), 'exercise')}, from easy to hard.", class_="lede"),
            still_switch() if knowledge.figures else None,
        ),
        tag("main", [_slot(slot, exercises, knowledge) for slot in slots], id="main"),
    )
    return document("Exercises – Stridewell", body)


def _slot(slot: Slot, exercises: Sequence[Exercise], knowledge: Knowledge) -> Markup:
    names = {exercise.id: exercise.name for exercise in exercises}
    items = [_exercise(exercise, names, knowledge) for exercise in exercises if exercise.slots[0] == slot]
    heading = tag("h2", wording.capital(wording.SLOT_NAMES[slot]), id=slot)
    return tag("section", heading, items, aria_labelledby=slot, class_="library")


def _exercise(exercise: Exercise, names: dict[str, str], knowledge: Knowledge) -> Markup:
    needs = wording.listed([wording.words_of_id(item) for item in exercise.equipment]) or "nothing"
    legs = "one leg at a time" if exercise.side == "one_leg" else "both legs"
    also = [wording.SLOT_NAMES[slot] for slot in exercise.slots[1:]]
    more = f" Also for {wording.listed(also)}." if also else ""
    return tag(
        "div",
        tag("h3", exercise.name, id=exercise.id),
        tag("p", f"Level {exercise.level}, {legs}, needs {needs}.{more}", class_="muted"),
        moving_figure(exercise, None, knowledge),
        tag("ul", [tag("li", cue) for cue in exercise.cues]),
        [tag("p", caution, class_="look") for caution in exercise.cautions],
        tag("p", _loads(exercise)),
        [_ladder(word, others, names) for word, others in _ladders(exercise).items()],
    )


def _loads(exercise: Exercise) -> str:
    known = [load for load in exercise.tissues if load.tier != "unknown"]
    told = [f"{wording.TISSUE_NAMES[load.tissue]} {load.tier} ({_BASIS[load.basis]})" for load in known]
    return f"Loads: {'; '.join(told)}." if told else "How much it loads each tissue, nobody has measured."


def _ladders(exercise: Exercise) -> dict[str, tuple[str, ...]]:
    return {"Easier": exercise.easier, "Harder": exercise.harder, "Instead": exercise.instead}


def _ladder(word: str, others: tuple[str, ...], names: dict[str, str]) -> Markup:
    if not others:
        return NOTHING
    links = [tag("a", names[other], href=f"#{other}") if other in names else None for other in others]
    texts = [wording.capital(wording.words_of_id(other)) if other not in names else None for other in others]
    parts = [part for link, text in zip(links, texts, strict=True) for part in (", ", link, text)]
    return tag("p", f"{word}: ", parts[1:])
