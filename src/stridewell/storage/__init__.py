"""What is kept: reserved, and empty so far.

Nothing is kept between two calls yet. All SQL will live here; until then the folder holds the place in the order of
imports that the build checks.
"""
