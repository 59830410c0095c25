"""What recordings say: one metric, one file; a value or `Unknown(reason)`.

`baseline_from` is the door. Analysis reads recordings and knowledge, never files, and asks no clock.
"""
