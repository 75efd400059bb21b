"""The open-data plan at a cut-off: what became of each data set, and what the plan as a whole has reached."""
