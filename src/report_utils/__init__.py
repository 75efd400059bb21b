"""Reporting workbook for a provincial Department of Health (Sở Y tế)."""

__version__ = "0.1.0"
