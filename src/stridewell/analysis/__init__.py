"""What recordings say: a value or `Unknown(reason)`, never a zero for what was not measured.

`samples` reads one run, `merging` makes one activity of its copies, `metrics` looks at weeks, `findings` at what a
training has, lacks or has too much of. The doors: `summarise_file` (a file's recordings to summaries), `gather`
(summaries to a history), `baseline_of`, `discover` and `habits_of`. Nothing here reads a file or asks a clock.
"""
