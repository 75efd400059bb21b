"""The settings of a new agency, written from answers and from starter files that hold for any agency."""
