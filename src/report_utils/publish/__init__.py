"""Open-data files: data sets that passed the gate, in open formats, described for people and machines."""
