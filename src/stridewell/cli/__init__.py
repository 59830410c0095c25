"""The command line (SPEC 6.4): parse, call one use case, show the result.

No training is decided here. What is slow to import is imported by the command that needs it, so that `--help` answers
at once.
"""
