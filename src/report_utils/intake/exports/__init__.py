"""Exports of other systems, read beside the forms: described by mapping files, not by code."""
