"""Runs: how long each is, which workout it holds, and its steps."""
