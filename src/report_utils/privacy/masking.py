"""Values as a message may show them."""

from __future__ import annotations


def masked(value: str) -> str:
    """The first and last character of a value; nothing of one shorter than four characters."""
    text = " ".join(value.split())
    return f"{text[0]}***{text[-1]}" if len(text) > 3 else "***"
