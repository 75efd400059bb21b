"""Fields: what Word computes, with the value stored that every other reader shows."""

from __future__ import annotations

from report_utils.document.wordml import Element, text_run, w, worded


def field(instruction: str, stored: str, *properties: Element) -> list[Element]:
    """Return the runs of a complex field that shows `stored`, in the run `properties`, until somebody updates it."""
    return [
        _mark("begin"),
        w("r", worded("instrText", f" {instruction} ")),
        _mark("separate"),
        text_run(stored, *properties),
        _mark("end"),
    ]


def _mark(kind: str) -> Element:
    return w("r", w("fldChar", fldCharType=kind))
