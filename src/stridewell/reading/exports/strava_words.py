"""What Strava calls the columns of its activity list, language by language.

Only words that were seen in real exports, in the samples or in other people's programs, stand here; a language that is
missing is refused by name instead of being guessed. `plain_name` has been applied to all of them. Strava writes some
names twice: the first `distance` is shown in kilometers, the last one counts meters.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

StravaField = Literal[
    "id", "date", "type", "elapsed", "moving", "distance", "ascent", "descent", "heart rate", "cadence", "effort",
    "race", "file",
]  # fmt: skip
BEFORE_JULY_2019: Final = "English, before July 2019"
NEEDED: Final[tuple[StravaField, ...]] = ("date", "type", "elapsed")
LANGUAGES: Final[Mapping[str, Mapping[str, StravaField]]] = {
    BEFORE_JULY_2019: {
        "id": "id", "date": "date", "type": "type", "elapsed_time": "elapsed", "distance": "distance",
        "filename": "file",
    },
    "English": {
        "activity id": "id", "activity date": "date", "activity type": "type", "elapsed time": "elapsed",
        "moving time": "moving", "distance": "distance", "elevation gain": "ascent", "elevation loss": "descent",
        "average heart rate": "heart rate", "average cadence": "cadence", "perceived exertion": "effort",
        "competition": "race", "filename": "file",
    },
    "German": {
        "aktivitäts-id": "id", "aktivitätsdatum": "date", "aktivitätsart": "type", "verstrichene zeit": "elapsed",
        "bewegungszeit": "moving", "distanz": "distance", "höhenzunahme": "ascent", "höhenunterschied": "descent",
        "durchschnittliche herzfrequenz": "heart rate", "durchschnittliche trittfrequenz": "cadence",
        "gefühlte anstrengung": "effort", "dateiname": "file",
    },
    "French": {
        "id de l'activité": "id", "date de l'activité": "date", "type d'activité": "type", "temps écoulé": "elapsed",
        "durée de déplacement": "moving", "distance": "distance", "dénivelé positif": "ascent",
        "dénivelé négatif": "descent", "fréquence cardiaque moyenne": "heart rate", "cadence moyenne": "cadence",
        "effort ressenti": "effort", "nom du fichier": "file",
    },
    "Dutch": {
        "activiteits-id": "id", "datum van activiteit": "date", "activiteitstype": "type",
        "verstreken tijd": "elapsed", "beweegtijd": "moving", "afstand": "distance", "totale stijging": "ascent",
        "totale daling": "descent", "gemiddelde hartslag": "heart rate", "gemiddelde cadans": "cadence",
        "ervaren inspanning": "effort", "bestandsnaam": "file",
    },
    "Spanish": {
        "id de actividad": "id", "fecha de la actividad": "date", "tipo de actividad": "type",
        "tiempo transcurrido": "elapsed", "tiempo en movimiento": "moving", "distancia": "distance",
        "desnivel positivo": "ascent", "esfuerzo percibido": "effort", "nombre del archivo": "file",
    },
    "Italian": {
        "id attività": "id", "data dell'attività": "date", "tipo attività": "type", "tempo trascorso": "elapsed",
        "tempo in movimento": "moving", "distanza": "distance", "frequenza cardiaca media": "heart rate",
        "nome del file": "file",
    },
    "Norwegian": {
        "aktivitets-id": "id", "aktivitetsdato": "date", "aktivitetstype": "type", "totaltid": "elapsed",
        "bevegelsestid": "moving", "distanse": "distance", "filnavn": "file",
    },
}  # fmt: skip
