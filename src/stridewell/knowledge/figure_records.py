"""The YAML record of a figure, and how it becomes the `Figure` that is drawn.

A record lays positions over a common base, and one figure may be laid over another (`like`). Which poses a body can
take is not judged here: the tests solve every figure (`docs/algorithms/figures.md`).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, Field, model_validator

from stridewell.knowledge.records import STRICT, Words
from stridewell.training.figure import (
    IN_THE_PICTURE,
    PLAIN_FOOT,
    SIDES,
    Arm,
    Figure,
    Foot,
    FootDetail,
    FreeArm,
    FreeLeg,
    Leg,
    LoopStep,
    Movement,
    Place,
    PlantedLeg,
    Point,
    Position,
    PutArm,
    Rest,
    StandingLeg,
    Thing,
    ThingKind,
    Turned,
    View,
)

_Number = float | int
_Pair = tuple[_Number, _Number]
_Where = _Pair | str
_ExerciseId = Annotated[str, Field(pattern=r"^[a-z0-9]+(_[a-z0-9]+)*$")]
_PARTS = ("hip", "shoulder", "elbow", "hand", "thigh", "knee", "ankle", "heel", "ball", "toe")
BODY_POINTS = frozenset(
    {"hips", "shoulders", "head", "hands", *(f"{side}_{part}" for side in SIDES for part in _PARTS)}
)
_FRONT_NAMES = {"right": "near", "left": "far"}


class LegRecord(BaseModel):
    """A leg that stands (foot, shin, knee), is put down (foot or heel_at) or is free (hip, knee)."""

    model_config = STRICT
    foot: _Pair | None = None
    heel_at: _Pair | None = None
    heel: _Number | None = None
    toes: _Number | None = None
    shin: _Number | None = None
    hip: _Number | None = None
    knee: _Number | None = None
    ankle: _Number | None = None
    toward: _Pair | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        given = self.model_fields_set
        put = given & {"foot", "heel_at"}
        kinds = ({"shin", "knee"}, set()) if put else ({"hip", "knee"}, {"hip", "knee", "ankle"})
        joints = given & {"shin", "hip", "knee", "ankle"}
        if len(put) > 1 or joints not in kinds or (not put and given & {"heel", "toes"}):
            raise ValueError("a leg has `foot` (or `heel_at`), or `foot`, `shin` and `knee`, or `hip` and `knee`")
        return self

    def as_leg(self) -> Leg:
        """The leg as the solver knows it."""
        turned = IN_THE_PICTURE if self.toward is None else Turned(*map(float, self.toward))
        if self.hip is not None and self.knee is not None:
            return FreeLeg(float(self.hip), float(self.knee), float(self.ankle or 0), turned)
        if self.shin is not None and self.knee is not None:
            return StandingLeg(self._foot(), float(self.shin), float(self.knee), turned)
        return PlantedLeg(self._foot())

    def _foot(self) -> Foot:
        turn = float(self.heel or 0) - float(self.toes or 0)
        if self.heel_at is not None:
            return Foot(_point(self.heel_at), turn, "heel")
        return Foot(_point(self.foot or (0, 0)), turn, "heel" if self.toes else "ball")


class ArmRecord(BaseModel):
    """An arm that is put (hand) or free (shoulder, elbow)."""

    model_config = STRICT
    hand: _Where | None = None
    offset: _Pair | None = None
    shoulder: _Number | None = None
    elbow: _Number | None = None
    toward: _Pair | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        given = self.model_fields_set - {"toward"}
        if given not in ({"hand"}, {"hand", "offset"}, {"shoulder", "elbow"}):
            raise ValueError("an arm has `hand`, or `shoulder` and `elbow`")
        return self

    def as_arm(self) -> Arm:
        """The arm as the solver knows it."""
        turned = IN_THE_PICTURE if self.toward is None else Turned(*map(float, self.toward))
        if self.hand is not None:
            return PutArm(_place(self.hand), _point(self.offset or (0, 0)), turned)
        return FreeArm(float(self.shoulder or 0), float(self.elbow or 0), turned)


class FootRecord(BaseModel):
    """The working foot seen from close by."""

    model_config = STRICT
    arch: _Number = 0
    big_toe: _Number = 0
    small_toes: _Number = 0
    out: _Number = 0
    towel: _Number = 0

    def as_detail(self) -> FootDetail:
        """The foot as it is drawn."""
        return FootDetail(*map(float, (self.arch, self.big_toe, self.small_toes, self.out, self.towel)))


class PositionRecord(BaseModel):
    """A position, or the base that positions share."""

    model_config = STRICT
    says: Words | None = None
    hips: _Pair | None = None
    rest: dict[str, _Pair] | None = None
    trunk: _Number | None = None
    head: _Number | None = None
    pelvis: _Number | None = None
    rope: _Number | None = None
    foot: FootRecord | None = None
    legs: LegRecord | None = None
    near_leg: LegRecord | None = None
    far_leg: LegRecord | None = None
    right_leg: LegRecord | None = None
    left_leg: LegRecord | None = None
    arms: ArmRecord | None = None
    near_arm: ArmRecord | None = None
    far_arm: ArmRecord | None = None
    right_arm: ArmRecord | None = None
    left_arm: ArmRecord | None = None

    def as_position(self) -> Position:
        """The position; ValueError where it says too little or too much."""
        legs = {side: self._limb("leg", side) for side in SIDES}
        arms = {side: self._limb("arm", side) for side in SIDES}
        return Position(
            says=self.says or "",
            root=self._root(),
            trunk=float(self.trunk or 0),
            head=float(self.head or 0),
            pelvis=float(self.pelvis or 0),
            rope=float(self.rope or 0),
            foot=PLAIN_FOOT if self.foot is None else self.foot.as_detail(),
            legs=MappingProxyType({side: limb.as_leg() for side, limb in legs.items()}),
            arms=MappingProxyType({side: limb.as_arm() for side, limb in arms.items()}),
        )

    def _limb(self, limb: str, side: str) -> Any:
        names = [name for name, meant in (*_FRONT_NAMES.items(), (side, side)) if meant == side]
        own = [getattr(self, f"{name}_{limb}") for name in names]
        found = next((one for one in own if one is not None), getattr(self, f"{limb}s"))
        if found is None:
            raise ValueError(f"the {side} {limb} is missing")
        return found

    def _root(self) -> Rest | None:
        if self.hips is not None:
            return Rest("hips", _point(self.hips))
        if self.rest is not None:
            if len(self.rest) != 1:
                raise ValueError("`rest` names one point of the body")
            return next(Rest(_body_point(name), _point(at)) for name, at in self.rest.items())
        return None


class StepRecord(BaseModel):
    """A step of the loop."""

    model_config = STRICT
    to: Words
    by: Movement | _Number


class ThingRecord(BaseModel):
    """Something beside the body."""

    model_config = STRICT
    thing: ThingKind
    at: _Where | None = None
    offset: _Pair = (0, 0)
    size: _Pair | None = None
    through: tuple[_Where, ...] = ()
    back: Literal["left", "right"] | None = None

    @model_validator(mode="after")
    def _is_somewhere(self) -> Self:
        if (self.at is None) == (len(self.through) < 2):
            raise ValueError("a thing is `at` a place or goes `through` two or more")
        if self.thing in ("step", "box", "bench", "cushion", "book", "chair", "ball") and self.size is None:
            raise ValueError(f"a {self.thing} has a `size`")
        return self

    def as_thing(self) -> Thing:
        """The thing as it is drawn."""
        at = None if self.at is None else _place(self.at)
        size = None if self.size is None else _point(self.size)
        return Thing(
            kind=self.thing,
            at=at,
            offset=_point(self.offset),
            size=size,
            through=tuple(map(_place, self.through)),
            back=self.back,
        )


class FigureRecord(BaseModel):
    """The figure of one exercise as it is written in YAML."""

    model_config = STRICT
    EXAMPLE: ClassVar[str] = """
- id: squat
  view: side
  working: both
  base: {arms: {shoulder: 0, elbow: 0}}
  positions:
    top: {says: standing, legs: {foot: [0, 0], shin: 0, knee: 0}}
    bottom: {says: deep in the squat, legs: {foot: [0, 0], shin: 28, knee: 105}, trunk: 38}
  loop: [{to: bottom, by: lower}, {to: top, by: lift}]
  things: [{thing: chair, at: [-40, 0], size: [24, 27], back: left}]
"""
    id: _ExerciseId
    like: _ExerciseId | None = None
    view: View | None = None
    working: Literal["near", "far", "both", "right", "left", "trunk", "arms", "near_arm"] | None = None
    base: PositionRecord | None = None
    positions: dict[str, PositionRecord] | None = None
    loop: tuple[StepRecord, ...] | None = None
    still: tuple[str, ...] | None = None
    things: tuple[ThingRecord, ...] = ()
    close: _Pair | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.like is None:
            missing = [name for name in ("view", "working", "positions", "loop") if getattr(self, name) is None]
            if missing:
                raise ValueError(
                    f"{', '.join(missing)} missing; only a figure that is `like` another may leave them out"
                )
        return self


def figure_of(record: FigureRecord, records: Mapping[str, FigureRecord]) -> Figure:
    """The whole figure of a record that may be laid over another. Raises ValueError where it does not fit together."""
    whole = _laid_over(record, records, ())
    positions = {name: _position(name, whole) for name in whole.positions or {}}
    loop = tuple(
        LoopStep(step.to, step.by if isinstance(step.by, str) else float(step.by)) for step in whole.loop or ()
    )
    still = whole.still or tuple(positions)[:2]
    strange = {*still, *(step.to for step in loop)} - set(positions)
    if strange:
        raise ValueError(f"there is no position {', '.join(sorted(strange))}")
    working = _FRONT_NAMES.get(whole.working or "", whole.working)
    return Figure(
        id=record.id,
        view=whole.view or "side",
        working=working,  # type: ignore[arg-type]
        positions=MappingProxyType(positions),
        loop=loop,
        still=still,
        things=tuple(thing.as_thing() for thing in whole.things),
        close=None if whole.close is None else _point(whole.close),
    )


def _laid_over(record: FigureRecord, records: Mapping[str, FigureRecord], seen: tuple[str, ...]) -> FigureRecord:
    if record.like is None:
        return record
    if record.like in seen or record.like not in records:
        raise ValueError(f"`like: {record.like}` leads nowhere")
    under = _laid_over(records[record.like], records, (*seen, record.id))
    positions = dict(under.positions or {})
    for name, position in (record.positions or {}).items():
        positions[name] = _over(positions.get(name), position)
    own = {name: getattr(record, name) for name in record.model_fields_set - {"like", "base", "positions", "things"}}
    return under.model_copy(
        update={
            **own,
            "base": _over(under.base, record.base),
            "positions": positions,
            "things": under.things + record.things,
        }
    )


def _over(under: PositionRecord | None, over: PositionRecord | None) -> PositionRecord:
    """One position over another, key by key; a new place of the body replaces the old one."""
    kept = {} if under is None else {name: getattr(under, name) for name in under.model_fields_set}
    laid = {} if over is None else {name: getattr(over, name) for name in over.model_fields_set}
    if "rest" in laid or "hips" in laid:
        kept.pop("rest", None)
        kept.pop("hips", None)
    for limb in ("leg", "arm"):
        if f"{limb}s" in laid:
            for side in ("near", "far", "right", "left"):
                kept.pop(f"{side}_{limb}", None)
    return PositionRecord.model_construct(_fields_set={*kept, *laid}, **{**kept, **laid})


def _position(name: str, whole: FigureRecord) -> Position:
    try:
        position = _over(whole.base, (whole.positions or {})[name]).as_position()
    except ValueError as error:
        raise ValueError(f"position {name}: {error}") from error
    if not position.says:
        raise ValueError(f"position {name}: `says` is missing")
    if position.root is None and not any(isinstance(leg, StandingLeg) for leg in position.legs.values()):
        raise ValueError(f"position {name}: nothing says where the body is (`hips`, `rest` or a leg that stands)")
    return position


def _point(pair: _Pair) -> Point:
    return Point(float(pair[0]), float(pair[1]))


def _place(where: _Where) -> Place:
    return _body_point(where) if isinstance(where, str) else _point(where)


def _body_point(name: str) -> str:
    side, _, part = name.partition("_")
    known = f"{_FRONT_NAMES[side]}_{part}" if side in _FRONT_NAMES else name
    if known not in BODY_POINTS:
        raise ValueError(f"there is no point `{name}` of the body")
    return known
