"""The layout of a plan: which day holds what, by legal patterns and a shortest path."""
