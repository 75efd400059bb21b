"""Adjustments that the office records beside the submissions: values corrected, units or tables left out."""
