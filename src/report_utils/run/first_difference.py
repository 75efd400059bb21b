"""Where two versions of a file first differ, in words: the part of a package, the line of a text, or the byte."""

from __future__ import annotations

from report_utils.opc import PackageError, unpack

_TEXTS = (".csv", ".html", ".ipynb", ".json", ".jsonl", ".md", ".rels", ".txt", ".xml")


def first_difference(name: str, expected: bytes, found: bytes) -> str:
    """A clause on the first difference of two files called `name` that are not equal."""
    try:
        parts = unpack(expected), unpack(found)
    except PackageError:
        return _place(name, expected, found)
    return _in_package(*parts) or f"các phần giống nhau, cách nén khác, từ {_byte(expected, found)}"


def _in_package(expected: dict[str, bytes], found: dict[str, bytes]) -> str:
    """The first part that is not the same, in the order of names; "" if all are."""
    for part in sorted({*expected, *found}):
        if part not in found:
            return f"thiếu phần {part}"
        if part not in expected:
            return f"thừa phần {part}"
        if expected[part] != found[part]:
            return f"phần {part}, {_place(part, expected[part], found[part])}"
    return ""


def _place(name: str, expected: bytes, found: bytes) -> str:
    """The line where it is a text of several, and the byte in it."""
    at = _first(expected, found)
    begin = expected.rfind(b"\n", 0, at) + 1
    if name.lower().endswith(_TEXTS):
        line = expected.count(b"\n", 0, at) + 1
        return f"dòng {line}, byte {at - begin + 1}"
    return f"byte {at + 1}"


def _byte(expected: bytes, found: bytes) -> str:
    return f"byte {_first(expected, found) + 1}"


def _first(expected: bytes, found: bytes) -> int:
    shorter = min(len(expected), len(found))
    return next((i for i in range(shorter) if expected[i] != found[i]), shorter)
