"""Explaining a plan: why a session is where it is, and why there is no plan."""
