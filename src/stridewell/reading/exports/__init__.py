"""Lists of activities that vendors hand out, as tables (CSV) and as JSON: one file a format.

Each row becomes a Recording without samples. What a file is, is found from the names of its columns or keys, never from
its own name. Nothing here opens a file, and nothing compares a row with the file it names: that is merging.
"""
