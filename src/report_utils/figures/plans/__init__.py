"""The plans of the agency at a cut-off: what became of each task."""
