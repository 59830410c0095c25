"""Recordings written in the formats devices use: FIT, GPX and TCX.

Made for the demo's archive, so that it comes through the same doors as real files, and for tests of the reader. The
answer is always bytes or text; where they are stored is the caller's business.
"""
