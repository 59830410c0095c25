"""One metric, one file: what a history says of the weeks that were, a value or `Unknown(reason)`."""
