"""One file for each command of SPEC 6.4; each parses, calls one use case and shows the result."""
