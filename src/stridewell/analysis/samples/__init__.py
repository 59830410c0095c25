"""What the samples of one run tell, one metric a file; each needs nothing but that run.

`even_samples` puts a recording on an even grid of time, the others read the grid. Nothing here knows other runs.
"""
