"""Files people have, read into the nouns of training.

Recordings come through `read_sources` (or, file by file, `each_file`): FIT, GPX, TCX, Apple Health, and the lists of
Strava, Garmin, Runkeeper, Polar, intervals.icu, Strong and Hevy, gzipped or not, in folders and ZIP archives. Who keeps
what was read walks with `walk_sources` and reads with `read_source`. Reading judges no training, keeps no state and
asks no clock.
"""
