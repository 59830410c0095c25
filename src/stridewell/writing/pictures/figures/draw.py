"""A figure as SVG: one that moves at a tempo and, where motion is not wanted, positions that stand still.

No scripts: the moving one is animated by SVG itself, and the style sheet of the page (or of the file) shows the still
one on paper and where the system asks for less motion. The same figure gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stridewell.knowledge import Knowledge
from stridewell.training.figure import Figure
from stridewell.writing.markup import Markup, joined, tag
from stridewell.writing.pictures.figures.close_foot import close_foot_parts, close_window
from stridewell.writing.pictures.figures.key_frames import key_frames
from stridewell.writing.pictures.figures.motion import Moment, bodies, moments
from stridewell.writing.pictures.figures.shapes import Part, Window, body_parts, is_behind, is_held, short
from stridewell.writing.pictures.figures.skeleton import Body
from stridewell.writing.pictures.figures.spoken import Prescribed, spoken
from stridewell.writing.pictures.figures.things import thing_part
from stridewell.writing.pictures.figures.window import Cell, cells, frame, whole
from stridewell.writing.pictures.palette import color_rules

FIGURE_RULES = (
    ".figure path,.figure use{fill:none;stroke-linecap:round;stroke-linejoin:round}"
    ".figure .leg{stroke:var(--ink);stroke-width:6.5}.figure .foot{stroke:var(--ink);stroke-width:5}"
    ".figure .arm{stroke:var(--ink);stroke-width:5}"
    ".figure .trunk{stroke:var(--ink);stroke-width:11}.figure .broad{stroke-width:7;fill:var(--ink)}"
    ".figure .head{stroke:var(--ink);stroke-width:13}"
    ".figure .far{stroke:var(--context)}"
    ".figure .works{stroke:var(--strength)}.figure .leg.works{stroke-width:8.5}.figure .far.works{stroke-opacity:.6}"
    ".figure .halo{stroke:var(--paper);stroke-width:8}.figure .leg.works.halo{stroke-width:11.5}"
    ".figure .broad.works{fill:var(--strength)}"
    ".figure .floor{stroke:var(--context);stroke-width:1}"
    ".figure .thing{stroke:var(--muted);stroke-width:2}"
    ".figure .step,.figure .box,.figure .cushion,.figure .book,.figure .wall,.figure .ball{fill:var(--shade)}"
    ".figure .bench,.figure .chair,.figure .post{stroke-width:3}"
    ".figure .dumbbell,.figure .kettlebell,.figure .plate,.figure .barbell{stroke-width:3}"
    ".figure .kettlebell,.figure .plate,.figure .barbell{fill:var(--muted);fill-rule:evenodd}"
    ".figure .band{stroke-width:2.5;stroke-dasharray:4 3.5}.figure .towel,.figure .slider{stroke-width:3}"
    ".figure .shank{stroke-width:6}.figure .folds{stroke-width:1.6}.figure .ring{stroke:var(--ink)}"
    ".figure .toe{stroke-width:2.8}.figure .sole{stroke-width:2.4;fill:var(--strength)}"
    ".figure .still{display:none}"
    "@media (prefers-reduced-motion:reduce){.figure .moving{display:none}.figure .still{display:inline}}"
    "@media print{.figure .moving{display:none}.figure .still{display:inline}}"
)


def figure_picture(figure: Figure, prescribed: Prescribed, knowledge: Knowledge) -> Markup:
    """The figure for a page, whose style sheet holds `FIGURE_RULES`."""
    return _picture(figure, prescribed, knowledge, style=None)


def figure_file(figure: Figure, prescribed: Prescribed, knowledge: Knowledge) -> str:
    """The figure as a file of its own, with its colors in light and dark."""
    style = tag("style", Markup(color_rules() + "svg{background:var(--paper)}" + FIGURE_RULES))
    return f"{_picture(figure, prescribed, knowledge, style=style)}\n"


def _picture(figure: Figure, prescribed: Prescribed, knowledge: Knowledge, *, style: Markup | None) -> Markup:
    shown = moments(figure, prescribed.tempo, knowledge)
    solved = bodies(figure, knowledge)
    head_radius = knowledge.table("figures.lengths")["head_radius"]
    window = close_window(figure) or whole(figure, [moment.body for moment in shown], head_radius)
    still = _still(figure, [solved[name] for name in figure.still], head_radius, sheet=window)
    names = (f"figure-{figure.id}-title", f"figure-{figure.id}-says")
    return tag(
        "svg",
        tag("title", prescribed.name, id=names[0]),
        tag("desc", spoken(figure, prescribed.tempo, knowledge), id=names[1]),
        style,
        tag("g", _Scene(figure, window, f"{figure.id}-m").drawn(shown), class_="moving"),
        tag("g", still, class_="still"),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {short(window.width)} {short(window.height)}",
        class_="figure",
        role="img",
        aria_labelledby=" ".join(names),
    )


def _still(figure: Figure, stills: Sequence[Body], head_radius: float, *, sheet: Window) -> Markup:
    windows = [close_window(figure) or frame(figure, body, head_radius) for body in stills]
    scenes = [
        _Scene(figure, window, f"{figure.id}-{number}").drawn([Moment(0.0, body)])
        for number, (window, body) in enumerate(zip(windows, stills, strict=True))
    ]
    return joined(
        _placed(scene, cell, window) for scene, cell, window in zip(scenes, cells(windows, sheet), windows, strict=True)
    )


def _placed(scene: Markup, cell: Cell, window: Window) -> Markup:
    """A scene in its cell; what lies outside its window is not shown."""
    wide, high = window.width * cell.scale, window.height * cell.scale
    return tag(
        "svg",
        scene,
        x=short(cell.x),
        y=short(cell.y),
        width=short(wide),
        height=short(high),
        viewBox=f"0 0 {short(window.width)} {short(window.height)}",
    )


def _seen(parts: Sequence[Sequence[Part]]) -> list[Sequence[Part]]:
    """The parts without those that lie exactly behind another all the time, as the far leg does in a squat."""
    nearest = {tuple(part.path for part in moving): number for number, moving in enumerate(parts)}
    return [moving for number, moving in enumerate(parts) if nearest[tuple(part.path for part in moving)] == number]


@dataclass(frozen=True, slots=True)
class _Scene:
    """Draws moments of a figure into a window; `name` makes the ids of its parts unique in a page."""

    figure: Figure
    window: Window
    name: str

    def drawn(self, shown: Sequence[Moment]) -> Markup:
        """The floor, the things and the body, from the back to the front."""
        floor = tag("path", class_="floor", d=f"M0 {short(self.window.top)}H{short(self.window.width)}")
        frames = [self._parts(moment.body) for moment in shown]
        parts = [[parts[index] for parts in frames] for index in range(len(frames[0]))]
        return joined(floor, [self._part(part, shown) for part in _seen(parts)])

    def _parts(self, body: Body) -> list[Part]:
        things = [(thing, thing_part(thing, number, body, window=self.window))
                  for number, thing in enumerate(self.figure.things)]  # fmt: skip
        standing = [part for thing, part in things if not is_held(thing)]
        behind = [part for thing, part in things if is_held(thing) and is_behind(thing)]
        held = [part for thing, part in things if is_held(thing) and not is_behind(thing)]
        if self.figure.close is not None and body.view == "side":
            return [*standing, *close_foot_parts(body, self.window), *held]
        return [*standing, *behind, *body_parts(body, self.figure, self.window), *held]

    def _part(self, parts: Sequence[Part], shown: Sequence[Moment]) -> Markup:
        """One part through all moments; what lies over the body gets a rim of paper."""
        part = parts[0]
        inner = self._moves([part.path for part in parts], shown)
        if not part.rim:
            return tag("path", inner, d=part.path, class_=part.class_)
        own = f"{self.name}-{part.name}"
        path = tag("defs", tag("path", inner, d=part.path, id=own))
        rim, stroke = (tag("use", href=f"#{own}", class_=f"{part.class_}{more}") for more in (" halo", ""))
        return joined(path, rim, stroke)

    def _moves(self, paths: Sequence[str], shown: Sequence[Moment]) -> Markup | None:
        """The animation of a path; None where nothing moves."""
        if len(set(paths)) == 1:
            return None
        whole = shown[-1].at_s
        kept = key_frames(paths, [moment.at_s for moment in shown])
        return tag(
            "animate",
            attributeName="d",
            dur=f"{whole:.2f}s",
            repeatCount="indefinite",
            keyTimes=";".join(f"{shown[n].at_s / whole:.3f}" for n in kept),
            values=";".join(paths[n] for n in kept),
        )
