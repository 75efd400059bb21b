"""Labelled sets of whole tables for the gate, each written before the gate was run on it (README.md)."""
