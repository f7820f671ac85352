# The plan for the coming year.
