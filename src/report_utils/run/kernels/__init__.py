"""Kernels for the notebooks of a run: prepared ones where the system can fork, plain ones elsewhere."""
