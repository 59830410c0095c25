"""How copies of one activity are found and made into one; `copies` is the door.

`table_rows` knows which file a row belongs to, `pairs` whether two recordings are one activity, `nearby` finds whom to
compare, `groups` keeps who belongs together, `one_of_many` makes one summary of them, `said` explains it in words.
"""
