"""What is kept between two calls: the history cache. All SQL lives here.

Nothing here is needed to be right: without it everything is read again. No account, no plan and no log is kept yet.
"""
