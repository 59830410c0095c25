"""How the exercises of the plan are done: once each, with cues, tempo and what is needed."""

from __future__ import annotations

from stridewell.training.plan import PlannedExercise, StrengthSession
from stridewell.writing import wording
from stridewell.writing.html.moving_figure import moving_figure, still_switch
from stridewell.writing.html.session_section import exercise_anchor
from stridewell.writing.markup import NOTHING, Markup, tag
from stridewell.writing.overview import Showing, sessions_on

_TEMPO = (
    "Tempo 3-1-x-0 means: lower in 3 seconds, pause 1, lift fast (x), no pause. Repetitions in reserve are the ones "
    "you could still do well when you stop; no set goes to failure."
)


def exercise_section(showing: Showing) -> Markup:
    """Every exercise that occurs in the plan, by name."""
    used: dict[str, PlannedExercise] = {}
    for week in showing.plan.weeks:
        for _, session in sessions_on(week):
            for planned in session.exercises if isinstance(session, StrengthSession) else ():
                used.setdefault(planned.exercise, planned)
    if not used:
        return NOTHING
    items = [_exercise(showing, used[name]) for name in sorted(used, key=showing.exercise_name)]
    heading = tag("h2", "How to do the exercises", id="exercises")
    switch = still_switch() if showing.knowledge.figures else None
    return tag("section", heading, tag("p", _TEMPO), switch, items, aria_labelledby="exercises", class_="library")


def _exercise(showing: Showing, planned: PlannedExercise) -> Markup:
    """One exercise, its figure at the tempo it is first planned with."""
    name = planned.exercise
    known = showing.knowledge.exercises.get(name)
    heading = tag("summary", tag("h3", showing.exercise_name(name)))
    if known is None:
        unknown = tag("p", "The knowledge base does not describe this exercise.", class_="muted")
        return tag("details", heading, unknown, id=exercise_anchor(name))
    needs = wording.listed([wording.words_of_id(item) for item in known.equipment]) or "nothing"
    return tag(
        "details",
        heading,
        tag("p", f"Needs {needs}.{_shown_at(planned)}", class_="muted"),
        moving_figure(known, planned.tempo, showing.knowledge),
        tag("ul", [tag("li", cue) for cue in known.cues]),
        [tag("p", caution, class_="look") for caution in known.cautions],
        id=exercise_anchor(name),
    )


def _shown_at(planned: PlannedExercise) -> str:
    return "" if planned.tempo is None else f" Tempo {planned.tempo} to begin with."
