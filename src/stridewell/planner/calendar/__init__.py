"""The calendar of a plan: phases, contents and targets of its weeks, before any day is chosen."""
