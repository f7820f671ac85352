# A year started from the last.
