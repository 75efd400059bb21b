"""Faults over whole runs: at every point where something is written, and at random moments of the real command."""
