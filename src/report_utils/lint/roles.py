"""The elements of an official document, as Decree 30/2020/NĐ-CP calls them, and where each stands in a file."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum

from report_utils.lint.model import Line, Para, Piece, WordDocument


class Role(StrEnum):
    """What a line is; the value is its name for people."""

    NATIONAL_NAME = "Quốc hiệu"
    MOTTO = "Tiêu ngữ"
    SUPERIOR = "Tên cơ quan chủ quản"
    AGENCY = "Tên cơ quan ban hành"
    NUMBER = "Số, ký hiệu"
    PLACE_DATE = "Địa danh, thời gian"
    LETTER_SUBJECT = "Trích yếu công văn"
    KIND = "Tên loại văn bản"
    SUBJECT = "Trích yếu nội dung"
    ADDRESSEE = "Kính gửi"
    BASIS = "Căn cứ ban hành"
    BODY = "Nội dung"
    HEADING = "Đề mục"
    CAPACITY = "Chức vụ người ký"
    SIGNER = "Họ tên người ký"
    RECIPIENTS_LABEL = "Nơi nhận"
    RECIPIENT = "Danh sách nơi nhận"
    APPENDIX_LABEL = "Số thứ tự phụ lục"
    APPENDIX_TITLE = "Tên phụ lục"
    APPENDIX_REFERENCE = "Chỉ dẫn kèm theo của phụ lục"
    STAMP = "Dấu chỉ mức độ khẩn, mật"
    CIRCULATION = "Chỉ dẫn phạm vi lưu hành"
    CODE_OF_TYPIST = "Ký hiệu người soạn thảo"
    ADDRESS = "Địa chỉ cơ quan"
    MARGIN = "Đầu trang, chân trang, chú thích"
    PAGE = "Trang giấy"
    PAGE_NUMBER = "Số trang"
    TABLE = "Bảng"
    DOCUMENT = "Toàn văn bản"


@dataclass(frozen=True)
class Spot:
    """A line in a role. `level` is that of a heading."""

    role: Role
    para: Para
    line: Line
    level: int = 0

    @property
    def text(self) -> str:
        """The words, with the number that Word writes."""
        return f"{self.para.label} {self.line.text}".strip() if self.line is self.para.lines[0] else self.line.text

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces with a letter or a digit: punctuation has no look to speak of."""
        worded = tuple(piece for piece in self.line.inked if any(map(str.isalnum, piece.text)))
        return worded or self.line.inked


@dataclass
class Anatomy:
    """A document with its elements. `body` are the paragraphs between head and signature, outside of tables."""

    document: WordDocument
    spots: dict[Role, list[Spot]] = field(default_factory=lambda: defaultdict(list))
    body: list[Para] = field(default_factory=list)
    main_end: int = 0
    """The number of the first paragraph that belongs to an appendix, or the number of all paragraphs."""

    @property
    def is_official(self) -> bool:
        """Whether this is an official document at all: one without any of these is a note, a summary, a draft table."""
        return any(self.spots[role] for role in (Role.NATIONAL_NAME, Role.MOTTO, Role.NUMBER, Role.RECIPIENTS_LABEL))

    def first(self, role: Role) -> Spot | None:
        """The first line in a role."""
        return next(iter(self.spots[role]), None)

    def add(self, role: Role, para: Para, line: Line | None = None, level: int = 0) -> None:
        """Give a line (of a paragraph of one line: that line) a role."""
        self.spots[role].append(Spot(role, para, line or whole(para), level))


def whole(para: Para) -> Line:
    """All lines of a paragraph as one."""
    return para.lines[0] if len(para.lines) == 1 else Line(tuple(p for line in para.lines for p in line.pieces))
