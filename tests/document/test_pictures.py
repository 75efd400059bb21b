"""Pictures: drawn in the line, described in words, stored once."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import docx
import pytest

from report_utils.document.blocks import Document, Picture, PictureColumns
from report_utils.document.layout import LayoutProfile
from report_utils.document.media import PictureError

EMU_PER_TWIP = 635
WIDTH = LayoutProfile().text_width() * EMU_PER_TWIP
NS = {
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


@pytest.fixture
def shown(document: Document, word: Callable[[Document], Any]) -> Callable[..., Any]:
    """Writes a document with nothing but some pictures in its body."""
    return lambda *pictures: word(replace(document, body=pictures, appendices=()))


def drawings(written: Any) -> list[Any]:
    return list(written.root("word/document.xml").iterfind(".//wp:inline", NS))


def sizes(written: Any) -> list[tuple[int, int]]:
    return [(int(extent.get("cx")), int(extent.get("cy")))
            for extent in written.root("word/document.xml").iterfind(".//wp:inline/wp:extent", NS)]  # fmt: skip


def test_a_picture_takes_its_share_of_the_text_width_and_keeps_its_form(
    shown: Callable[..., Any], make_png: Callable[..., bytes]
) -> None:
    [(width, height)] = sizes(shown(Picture(make_png(300, 100), "Biểu đồ", share=0.5)))
    assert abs(width - WIDTH / 2) <= EMU_PER_TWIP
    assert abs(height - width / 3) < 1


def test_readers_who_cannot_see_the_picture_get_its_description(
    shown: Callable[..., Any], make_png: Callable[..., bytes]
) -> None:
    [inline] = drawings(shown(Picture(make_png(3, 2), "Trước hạn: 12 hồ sơ; quá hạn: 3 < 4 hồ sơ")))
    assert inline.find("wp:docPr", NS).get("descr") == "Trước hạn: 12 hồ sơ; quá hạn: 3 < 4 hồ sơ"


@pytest.mark.parametrize("description", ["", " \n"])
def test_a_picture_without_a_description_is_refused(
    shown: Callable[..., Any], make_png: Callable[..., bytes], description: str
) -> None:
    with pytest.raises(PictureError, match="Hình «Tiến độ»: thiếu lời mô tả"):
        shown(Picture(make_png(3, 2), description, caption="Tiến độ"))


def test_equal_pictures_are_stored_once_and_shown_each_time(
    shown: Callable[..., Any], make_png: Callable[..., bytes]
) -> None:
    one, other = make_png(30, 20), make_png(30, 20, grey=0)
    written = shown(*(Picture(data, "Biểu đồ") for data in (one, other, one)))
    assert {name: data for name, data in written.parts.items() if "media" in name} == {
        "word/media/image1.png": one, "word/media/image2.png": other
    }  # fmt: skip
    root = written.root("word/document.xml")
    assert [blip.get(f"{{{NS['r']}}}embed") for blip in root.iterfind(".//a:blip", NS)] == [
        "rIdPicture1", "rIdPicture2", "rIdPicture1"
    ]  # fmt: skip
    assert [each.find("wp:docPr", NS).get("id") for each in drawings(written)] == ["1", "2", "3"]


def test_every_picture_has_its_relation_and_its_content_type(
    shown: Callable[..., Any], make_png: Callable[..., bytes]
) -> None:
    written = shown(Picture(make_png(3, 2), "Biểu đồ"))
    targets = {each.get("Id"): each.get("Target") for each in written.root("word/_rels/document.xml.rels")}
    assert targets["rIdPicture1"] == "media/image1.png"
    assert "image/png" in {each.get("ContentType") for each in written.root("[Content_Types].xml")}


def test_a_document_without_pictures_does_not_speak_of_them(written: Any) -> None:
    assert b"png" not in written.parts["[Content_Types].xml"] + written.parts["word/_rels/document.xml.rels"]


def test_the_caption_stands_below_and_on_the_page_of_its_picture(
    shown: Callable[..., Any], make_png: Callable[..., bytes]
) -> None:
    written = shown(Picture(make_png(3, 2), "Biểu đồ", caption="Tiến độ"))
    [line] = written.styled("PictureLine")
    assert written.text(line.getnext()).endswith("Tiến độ")
    assert written.style("PictureLine").find("{*}pPr/{*}keepNext") is not None


def test_columns_of_pictures_share_the_text_width(shown: Callable[..., Any], make_png: Callable[..., bytes]) -> None:
    whole, half = (Picture(make_png(30, 20), "Biểu đồ", share, caption="Tiến độ") for share in (1, 0.5))
    written = shown(PictureColumns(((whole,), (whole, half))))
    widths = [width for width, _ in sizes(written)]
    assert 0.95 * WIDTH < widths[0] + widths[1] < WIDTH
    assert abs(widths[2] - widths[0] / 2) < EMU_PER_TWIP
    assert len(written.styled("DensePictureCaption")) == 3
    [row] = written.find("//w:tr[w:tc//w:drawing]")
    assert len(row.findall("{*}tc")) == 2


@pytest.mark.parametrize("share", [0, -1, 1.01])
def test_a_share_that_is_no_part_of_the_text_width_is_refused(
    shown: Callable[..., Any], make_png: Callable[..., bytes], share: float
) -> None:
    with pytest.raises(PictureError, match=f"chiếm {share} bề rộng"):
        shown(Picture(make_png(3, 2), "Biểu đồ", share))


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0" + b"0" * 40])
def test_bytes_that_are_no_png_are_refused(shown: Callable[..., Any], data: bytes) -> None:
    with pytest.raises(PictureError, match="không phải tệp PNG"):
        shown(Picture(data, "Biểu đồ"))


def test_a_picture_without_pixels_is_refused(shown: Callable[..., Any], make_png: Callable[..., bytes]) -> None:
    with pytest.raises(PictureError, match="0 × 2 điểm ảnh"):
        shown(Picture(make_png(0, 2), "Biểu đồ"))


def test_python_docx_finds_the_pictures(
    shown: Callable[..., Any], make_png: Callable[..., bytes], tmp_path: Any
) -> None:
    path = tmp_path / "hình.docx"
    path.write_bytes(shown(Picture(make_png(30, 20), "Biểu đồ")).data)
    [shape] = docx.Document(str(path)).inline_shapes
    assert round(shape.width / shape.height, 2) == 1.5
