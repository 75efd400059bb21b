"""The pictures of a document: each file stored once, each showing of it an inline drawing (DrawingML)."""

from __future__ import annotations

from lxml import etree

from report_utils.document.blocks import Picture
from report_utils.document.wordml import R_NAMESPACE, Element, clean, w
from report_utils.errors import BaocaoError

_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_NAMESPACES = {
    "wp": f"{_DRAWINGML}/wordprocessingDrawing", "a": f"{_DRAWINGML}/main", "pic": f"{_DRAWINGML}/picture",
    "r": R_NAMESPACE,
}  # fmt: skip
for _prefix in ("wp", "a", "pic"):
    etree.register_namespace(_prefix, _NAMESPACES[_prefix])

_EMU_PER_TWIP = 635
_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Behind the signature stand the length and the name of the first chunk, then width and height in pixels, four bytes
# each (PNG specification, 11.2.1 IHDR).
_HEADER_NAME, _WIDTH, _HEIGHT = slice(12, 16), slice(16, 20), slice(20, 24)


class PictureError(BaocaoError):
    """A picture cannot stand in a document: `caption` says which, `reason` why."""

    def __init__(self, caption: str, reason: str) -> None:
        self.caption, self.reason = caption, reason
        super().__init__(f"Hình «{caption}»: {reason}.")


class Media:
    """Collects the pictures while the body is built."""

    def __init__(self) -> None:
        self._numbers: dict[bytes, int] = {}
        self._shown = 0

    def drawing(self, picture: Picture, width: int) -> Element:
        """Return the w:r that shows `picture`, `width` twips wide, as high as its pixels ask. Raises PictureError."""
        if not picture.description.strip():
            raise PictureError(picture.caption, "thiếu lời mô tả cho người không xem được hình")
        columns, rows = png_size(picture)
        extent = {"cx": str(width * _EMU_PER_TWIP), "cy": str(round(width * _EMU_PER_TWIP * rows / columns))}
        number = self._numbers.setdefault(picture.data, len(self._numbers) + 1)
        self._shown += 1
        return w("r", w("drawing", _inline(self._shown, number, clean(picture.description), extent)))

    def relations(self) -> dict[str, str]:
        """Return the name of each picture file below word/ by the id of its relation."""
        return {_relation(number): _part(number) for number in self._numbers.values()}

    def parts(self) -> dict[str, bytes]:
        """Return the bytes of each picture by the name of its part."""
        return {f"word/{_part(number)}": data for data, number in self._numbers.items()}


def png_size(picture: Picture) -> tuple[int, int]:
    """Return width and height in pixels. Raises PictureError for bytes that are no PNG file."""
    data = picture.data
    if not data.startswith(_PNG_SIGNATURE) or data[_HEADER_NAME] != b"IHDR":
        raise PictureError(picture.caption, "không phải tệp PNG")
    width, height = (int.from_bytes(data[part], "big") for part in (_WIDTH, _HEIGHT))
    if not width or not height:
        raise PictureError(picture.caption, f"kích thước {width} × {height} điểm ảnh không dùng được")
    return width, height


def _relation(number: int) -> str:
    return f"rIdPicture{number}"


def _part(number: int) -> str:
    return f"media/image{number}.png"


def _inline(shown: int, number: int, description: str, extent: dict[str, str]) -> Element:
    names = {"id": str(shown), "name": f"Hình {shown}", "descr": description}
    frame = _element("wp:cNvGraphicFramePr", {}, _element("a:graphicFrameLocks", {"noChangeAspect": "1"}))
    graphic = _element("a:graphic", {}, _element("a:graphicData", {"uri": _NAMESPACES["pic"]},
                                                 _picture(names, number, extent)))
    distances = dict.fromkeys(("distT", "distB", "distL", "distR"), "0")
    return _element("wp:inline", distances, _element("wp:extent", extent), _element("wp:docPr", names), frame, graphic)


def _picture(names: dict[str, str], number: int, extent: dict[str, str]) -> Element:
    stretch = _element("a:stretch", {}, _element("a:fillRect", {}))
    place = _element("a:xfrm", {}, _element("a:off", {"x": "0", "y": "0"}), _element("a:ext", extent))
    shape = _element("a:prstGeom", {"prst": "rect"}, _element("a:avLst", {}))
    return _element(
        "pic:pic", {},
        _element("pic:nvPicPr", {}, _element("pic:cNvPr", names), _element("pic:cNvPicPr", {})),
        _element("pic:blipFill", {}, _element("a:blip", {"r:embed": _relation(number)}), stretch),
        _element("pic:spPr", {}, place, shape),
    )  # fmt: skip


def _element(name: str, attributes: dict[str, str], *children: Element) -> Element:
    """An element and its attributes by prefixed names; DrawingML writes attributes without a namespace."""
    element = etree.Element(_qualified(name))
    for key, value in attributes.items():
        element.set(_qualified(key), value)
    element.extend(children)
    return element


def _qualified(name: str) -> str:
    prefix, colon, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}" if colon else name
