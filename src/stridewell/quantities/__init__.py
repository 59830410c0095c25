"""Units and how people write them: exact, nothing else."""
