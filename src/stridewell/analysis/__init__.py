"""What recordings say: one metric, one file; one finding, one file; a value or `Unknown(reason)`.

`gather` (summaries to a history), `baseline_of` and `discover` are the doors. Analysis reads recordings, summaries and
knowledge, never files, and asks no clock.
"""
