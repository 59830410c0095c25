"""How the exercises of the plan are done: once each, with cues, tempo and what is needed."""

from __future__ import annotations

from stridewell.training.plan import StrengthSession
from stridewell.writing import wording
from stridewell.writing.html.session_section import exercise_anchor
from stridewell.writing.markup import NOTHING, Markup, tag
from stridewell.writing.overview import Showing, sessions_on

_TEMPO = (
    "Tempo 3-1-x-0 means: lower in 3 seconds, pause 1, lift fast (x), no pause. Repetitions in reserve are the ones "
    "you could still do well when you stop; no set goes to failure."
)


def exercise_section(showing: Showing) -> Markup:
    """Every exercise that occurs in the plan, by name."""
    used = {
        exercise.exercise
        for week in showing.plan.weeks
        for _, session in sessions_on(week)
        if isinstance(session, StrengthSession)
        for exercise in session.exercises
    }
    if not used:
        return NOTHING
    items = [_exercise(showing, name) for name in sorted(used, key=showing.exercise_name)]
    heading = tag("h2", "How to do the exercises", id="exercises")
    return tag("section", heading, tag("p", _TEMPO), items, aria_labelledby="exercises", class_="library")


def _exercise(showing: Showing, name: str) -> Markup:
    known = showing.knowledge.exercises.get(name)
    heading = tag("summary", tag("h3", showing.exercise_name(name)))
    if known is None:
        unknown = tag("p", "The knowledge base does not describe this exercise.", class_="muted")
        return tag("details", heading, unknown, id=exercise_anchor(name))
    needs = wording.listed([wording.words_of_id(item) for item in known.equipment]) or "nothing"
    return tag(
        "details",
        heading,
        tag("p", f"Needs {needs}.", class_="muted"),
        tag("ul", [tag("li", cue) for cue in known.cues]),
        [tag("p", caution, class_="look") for caution in known.cautions],
        id=exercise_anchor(name),
    )
