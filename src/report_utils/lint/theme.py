"""The fonts of a theme, by the names under which styles ask for them."""

from __future__ import annotations

from collections.abc import Mapping

from report_utils.lint.flat import local
from report_utils.lint.package import WordPackage

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SLOTS = {"latin": ("Ascii", "HAnsi"), "ea": ("EastAsia",), "cs": ("Bidi",)}


def theme_fonts(package: WordPackage, part: str) -> Mapping[str, str]:
    """Theme name ("minorHAnsi") -> font; none when the file has no theme."""
    root = package.tree(part) if part else None
    fonts: dict[str, str] = {}
    for scheme in root.iter(f"{_A}majorFont", f"{_A}minorFont") if root is not None else ():
        kind = local(scheme).removesuffix("Font")
        for child in scheme:
            for slot in _SLOTS.get(local(child), ()):
                fonts[f"{kind}{slot}"] = str(child.get("typeface", ""))
    return fonts
