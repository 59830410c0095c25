"""The sessions of a plan: runs with steps, strength with exercises."""
