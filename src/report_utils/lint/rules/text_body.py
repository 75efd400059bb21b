"""The paragraphs of the body: letters, justification, indent, spacing, end (NĐ 30/2020, Appendix I, II.6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from report_utils.lint.deviation import Deviation, at
from report_utils.lint.model import Para
from report_utils.lint.outline import Mark, numbered
from report_utils.lint.roles import Anatomy, Role, Spot, whole
from report_utils.vietnamese.text import fold

_INDENTS = ((28.35, "1 cm"), (36.0, "1,27 cm"))
_SLACK = 1.2
_SHORT = 0.75
"""A paragraph that does not fill its line looks the same justified or not."""

_MARKED = (Mark.PART, Mark.SECTION)


def check_text(anatomy: Anatomy) -> Iterator[Deviation]:
    """Size 13 to 14, upright."""
    for para in text_paragraphs(anatomy):
        spot = Spot(Role.BODY, para, whole(para))
        sizes = sorted({piece.look.size for piece in spot.pieces if not 13 <= piece.look.size <= 14})
        if sizes:
            found = ", ".join(f"{size:g}".replace(".", ",") for size in sizes)
            yield at("L36", spot, f"cỡ chữ {found}", "cỡ chữ 13-14")
        if spot.pieces and all(piece.look.italic for piece in spot.pieces) and not para.text.startswith("("):
            yield at("L36", spot, "chữ nghiêng", "chữ đứng")


def check_one_size(anatomy: Anatomy) -> Iterator[Deviation]:
    """Letters of the body are of one size: sizes go up and down together (part V, note)."""
    wanted = prevailing_size(anatomy)
    for para in text_paragraphs(anatomy):
        spot = Spot(Role.BODY, para, whole(para))
        others = sorted({piece.look.size for piece in spot.pieces if 13 <= piece.look.size <= 14} - {wanted})
        if others:
            found = ", ".join(f"{size:g}".replace(".", ",") for size in others)
            yield at("L69", spot, f"cỡ chữ {found}", f"cỡ chữ {wanted:g} như phần lớn nội dung".replace(".", ","))


def prevailing_size(anatomy: Anatomy) -> float | None:
    """The legal size in which most letters of the body are set, the larger of two equal ones; None where none is."""
    letters: Counter[float] = Counter()
    for para in text_paragraphs(anatomy):
        for piece in para.pieces:
            if 13 <= piece.look.size <= 14:
                letters[piece.look.size] += len(piece.text)
    return max(letters, key=lambda size: (letters[size], size), default=None)


def check_alignment(anatomy: Anatomy) -> Iterator[Deviation]:
    """Justified; headings of parts and chapters are centred."""
    for para in text_paragraphs(anatomy):
        if para.look.align not in ("both", "center") and numbered(para).mark not in _MARKED and _is_text(para):
            found = {"left": "canh trái", "right": "canh phải"}.get(para.look.align, "không canh đều")
            yield at("L37", Spot(Role.BODY, para, whole(para)), found, "canh đều cả hai lề")
        elif para.look.align == "center" and len(para.text) > 100:
            yield at("L37", Spot(Role.BODY, para, whole(para)), "canh giữa", "canh đều cả hai lề")


def check_indent(anatomy: Anatomy) -> Iterator[Deviation]:
    """The first line begins 1 cm or 1.27 cm further in; lists may stand deeper."""
    for para in text_paragraphs(anatomy):
        start = para.look.left + para.look.first_line
        is_tabbed = any(piece.text.startswith("\t") for piece in para.lines[0].pieces[:1])
        is_right = any(abs(start - length) <= _SLACK for length, _ in _INDENTS) or is_tabbed
        is_list = numbered(para).mark is not Mark.NONE and start >= _INDENTS[0][0] - _SLACK
        if not is_right and not is_list and para.look.align != "center" and _is_text(para):
            found = f"lùi {start / 28.3465:.2f} cm".replace(".", ",")
            yield at("L38", Spot(Role.BODY, para, whole(para)), found, "lùi 1 cm hoặc 1,27 cm")


def check_gaps(anatomy: Anatomy) -> Iterator[Deviation]:
    """At least 6 points between paragraphs; lines at single to one and a half spacing."""
    paragraphs = text_paragraphs(anatomy)
    for above, para in zip([None, *paragraphs], paragraphs, strict=False):
        gap = gap_between(above, para) if above is not None else 6.0
        if gap < 6 - 0.05 and _is_next(above, para):
            yield at("L39", Spot(Role.BODY, para, whole(para)), f"{gap:g} pt".replace(".", ","), "từ 6 pt trở lên")
        wrong = line_fault(para)
        if wrong:
            yield at("L40", Spot(Role.BODY, para, whole(para)), wrong, "từ dòng đơn đến 1,5 dòng")


def gap_between(above: Para, para: Para) -> float:
    """The space between two paragraphs, in points: the larger of both, less what one style drops between its own."""
    is_one_style = above.style == para.style
    after = 0.0 if is_one_style and above.look.contextual else above.look.after
    return max(after, 0.0 if is_one_style and para.look.contextual else para.look.before)


def _is_next(above: Para | None, para: Para) -> bool:
    """Whether nothing, not even a blank paragraph or a table, stands between two paragraphs."""
    return above is not None and para.number == above.number + 1


def line_fault(para: Para) -> str:
    """How far its lines are apart, where that is not between single and one and a half; else ""."""
    look = para.look
    if look.rule == "auto":
        return "" if 0.99 <= look.line <= 1.51 else f"{look.line:.2f} dòng".replace(".", ",")
    size = max((piece.look.size for piece in para.pieces), default=14.0)
    least = size if look.rule == "exact" else 0.0
    return "" if least - 0.5 <= look.line <= size * 1.15 * 1.55 else f"{look.line:g} pt".replace(".", ",")


def check_end(anatomy: Anatomy) -> Iterator[Deviation]:
    """The last sentence ends with "./."; a note in brackets about appendices may follow it."""
    paragraphs = [para for para in text_paragraphs(anatomy) if not _is_note(para)]
    if paragraphs and anatomy.spots[Role.RECIPIENTS_LABEL] and not paragraphs[-1].text.endswith("./."):
        last = paragraphs[-1]
        spot = Spot(Role.BODY, last, whole(last))
        yield at("L41", spot, f"kết thúc bằng «{last.text[-3:]}»", "kết thúc bằng «./.»")


def _is_note(para: Para) -> bool:
    return para.text.startswith("(") and any(word in fold(para.text) for word in ("phụ lục", "kèm theo", "gửi kèm"))


def text_paragraphs(anatomy: Anatomy) -> list[Para]:
    """The paragraphs of the body without captions of tables and pictures and without notes above tables."""
    return [para for para in anatomy.body if not para.has_picture and not _is_caption(para)]


def _is_caption(para: Para) -> bool:
    text = fold(para.text)
    is_small = all(piece.look.size < 13 for piece in para.pieces)
    return text.startswith(("bảng ", "biểu ", "hình ", "đơn vị tính", "biểu đồ ", "ghi chú:", "nguồn:")) and (
        para.look.align in ("center", "right") or is_small or len(text) < 100)


def _is_text(para: Para) -> bool:
    """Whether a paragraph is long enough to tell how it is set."""
    return len(para.text) > 3
