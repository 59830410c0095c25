"""The nouns of training: who runs, what is planned, what was recorded.

Frozen facts without behaviour beyond reading themselves. Units are in the names; SI and minutes
inside, display units only in faces. Nothing here reads files or knows a rule of training.
"""
