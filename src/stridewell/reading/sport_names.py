"""Which sport a file's own word or number means, for the formats that name one.

Only names are judged here. A file that names no sport, or "other", stays `unknown`; judging it by speed and pattern is
`analysis.sport`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from unicodedata import normalize

from stridewell.training.recording import Sport

_NEVER_ON_FOOT = r"wheel ?chair|hand ?cycle|velomobile"
_OTHER_WORDS = (
    r"cycl\w*|bik\w*|ride|riding|ebike\w*|rad(fahr\w*|tour)?|fahrrad\w*|velo|vélo|cyclisme|bici\w*|ciclis\w*|fiets\w*"
    r"|sykkel\w*|cykel\w*|cykling|swim\w*|schwimm\w*|natation|natación|nuoto|zwem\w*|svøm\w*|ski\w*|langlauf|eislauf\w*|langrenn"
    r"|snow\w*|row\w*|ruder\w*|kayak\w*|canoe\w*|padd\w*|sup|\w*surf\w*|sail\w*|skat\w*|golf\w*|tennis|badminton"
    r"|pickleball|squash|padel|soccer|football|volleyball|basketball|climb\w*|mountaineering|yoga|pilates|elliptical"
    r"|stair\w*|jump rope|driv\w*|car|auto|moto\w*|transition|flight|horse\w*|equestrian|diving|danc\w*|boxing"
    r"|multi ?sport|triathlon|duathlon|meditation|breath\w*|stretching|mobility"
)
_GYM_WORDS = (
    r"workout|training|treningsøkt|entraînement|entrenamiento|allenamento|fitness|hiit"
    r"|high intensity interval training|gym\w*|cross ?fit|functional|circuit|boot ?camp|core|calisthenics|bodyweight"
)
_CARDIO_WORDS = r"cardio"
_RUN_WORDS = (
    r"run(s|ning|ner)?|jog(s|ging)?|treadmill|parkrun|(trail)?laufen?|(trail|gelände|berg)?lauf|hardlo\w+|^trail$"
    r"|course à pied|carrera|correr|corsa|løb|løbetur|løpetur|løping|terrengløp|virtuelt løp|löpning"
)
_WALK_WORDS = (
    r"walk(s|ing)?|hik(e|en|es|ing)|trek(king)?|ruck(s|ing)?|wander(n|ung)|spaziergang|gehen|marche|randonnée"
    r"|caminata|caminar|senderismo|wandel(en|ing)|gåtur|fottur|vandring|camminata|passeggiata|escursione"
)
_STRENGTH_WORDS = (
    r"strength( training)?|weight ?(lifting|training)|lifting|kraft(training)?|gewichtstraining|krachttraining"
    r"|musculation|renforcement musculaire|(entraînement aux )?poids|(entrenamiento )?con pesas"
    r"|entrenamiento de fuerza|con i pesi|styrke(træning|trening)|styrketräning"
)
_WORDS: tuple[tuple[str, Sport], ...] = (
    (_NEVER_ON_FOOT, "other"),
    (_RUN_WORDS, "run"),
    (_WALK_WORDS, "walk"),
    (_STRENGTH_WORDS, "strength"),
    (f"{_OTHER_WORDS}|{_GYM_WORDS}|{_CARDIO_WORDS}", "other"),
)
_SPORTS = tuple((re.compile(rf"\b(?:{words})\b"), sport) for words, sport in _WORDS)
_GYM, _NO_GYM = re.compile(rf"\b(?:{_GYM_WORDS})\b"), re.compile(rf"\b(?:{_OTHER_WORDS}|{_CARDIO_WORDS})\b")

STRAVA_NUMBERS: Mapping[str, Sport] = {"1": "other", "9": "run"}
"""Numbers that old Strava exports write as GPX type; only those seen in real files."""

FIT_SPORTS: Mapping[int, str] = {
    0: "generic", 1: "running", 2: "cycling", 3: "transition", 4: "fitness_equipment", 5: "swimming", 6: "basketball",
    7: "soccer", 8: "tennis", 9: "american_football", 10: "training", 11: "walking", 12: "cross_country_skiing",
    13: "alpine_skiing", 14: "snowboarding", 15: "rowing", 16: "mountaineering", 17: "hiking", 18: "multisport",
    19: "paddling", 20: "flying", 21: "e_biking", 22: "motorcycling", 23: "boating", 24: "driving", 25: "golf",
    26: "hang_gliding", 27: "horseback_riding", 28: "hunting", 29: "fishing", 30: "inline_skating",
    31: "rock_climbing", 32: "sailing", 33: "ice_skating", 34: "sky_diving", 35: "snowshoeing", 36: "snowmobiling",
    37: "stand_up_paddleboarding", 38: "surfing", 39: "wakeboarding", 40: "water_skiing", 41: "kayaking",
    42: "rafting", 43: "windsurfing", 44: "kitesurfing", 45: "tactical", 46: "jumpmaster", 47: "boxing",
    48: "floor_climbing", 53: "diving", 62: "hiit", 64: "racket", 65: "wheelchair_push_walk",
    66: "wheelchair_push_run", 67: "meditation", 75: "volleyball", 80: "water_tubing", 81: "wakesurfing",
}  # fmt: skip
FIT_SUB_SPORTS: Mapping[int, str] = {
    1: "treadmill", 2: "street", 3: "trail", 4: "track", 5: "spin", 6: "indoor_cycling", 14: "indoor_rowing",
    15: "elliptical", 16: "stair_climbing", 17: "lap_swimming", 18: "open_water", 19: "flexibility_training",
    20: "strength_training", 26: "cardio_training", 27: "indoor_walking", 43: "yoga", 44: "pilates",
    45: "indoor_running", 46: "gravel_cycling", 58: "virtual_activity", 59: "obstacle", 67: "ultra", 70: "hiit",
}  # fmt: skip
FIT_EXERCISES: tuple[str, ...] = (
    "bench_press", "calf_raise", "cardio", "carry", "chop", "core", "crunch", "curl", "deadlift", "flye",
    "hip_raise", "hip_stability", "hip_swing", "hyperextension", "lateral_raise", "leg_curl", "leg_raise", "lunge",
    "olympic_lift", "plank", "plyo", "pull_up", "push_up", "row", "shoulder_press", "shoulder_stability", "shrug",
    "sit_up", "squat", "total_body", "triceps_extension", "warm_up", "run",
)  # fmt: skip
"""Exercise categories of the FIT profile, by number."""

_FIT_RUN, _FIT_WALK, _FIT_GENERIC = {1}, {11, 17}, {0}
_FIT_STRENGTH_SUB_SPORT = 20


def sport_of_words(named: str | None) -> Sport:
    """The sport that a free text such as "Trail Running" or "hiking" means; `unknown` when it names none."""
    if named is None:
        return "unknown"
    text = _plain(named)
    if text in STRAVA_NUMBERS:
        return STRAVA_NUMBERS[text]
    return next((sport for pattern, sport in _SPORTS if pattern.search(text)), "unknown")


def may_be_strength(named: str | None) -> bool:
    """Whether a name says that it was a gym session and leaves open of what kind, as "Workout" or "HIIT" do."""
    if named is None:
        return False
    text = _plain(named)
    return sport_of_words(named) == "other" and _GYM.search(text) is not None and _NO_GYM.search(text) is None


def sport_of_fit(sport: int | None, sub_sport: int | None) -> Sport:
    """The sport of a FIT session by its profile numbers; absent or generic is `unknown`."""
    if sub_sport == _FIT_STRENGTH_SUB_SPORT:
        return "strength"
    if sport is None or sport in _FIT_GENERIC:
        return "unknown"
    if sport in _FIT_RUN:
        return "run"
    return "walk" if sport in _FIT_WALK else "other"


def _plain(named: str) -> str:
    """A name in words: "TrailRun", "trail_running" and "Trail-Run" read alike."""
    return re.sub(r"[^\w]+|_", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", normalize("NFC", named))).strip().lower()


def fit_sport_named(sport: int | None, sub_sport: int | None) -> str | None:
    """How the FIT profile calls a session, as in "running/trail"; numbers where it has no name here."""
    if sport is None:
        return None
    name = FIT_SPORTS.get(sport, f"sport {sport}")
    if sub_sport is None or sub_sport == 0:
        return name
    return f"{name}/{FIT_SUB_SPORTS.get(sub_sport, f'sub-sport {sub_sport}')}"
