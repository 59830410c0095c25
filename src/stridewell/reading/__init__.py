"""Files people have, read into the nouns of training.

Recordings come through `read_sources` (or, file by file, `each_file`): FIT, GPX and TCX, gzipped or not, single files
and folders. Reading judges no training, keeps no state and asks no clock.
"""
