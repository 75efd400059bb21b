"""A small but complete official document, and a view of the Word bytes it becomes."""

from __future__ import annotations

import difflib
import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.checks.reporting_rate import unit_statuses
from report_utils.document.blocks import (
    Align,
    Appendix,
    Block,
    Document,
    HeaderCell,
    Heading,
    Item,
    Letterhead,
    Mark,
    Paragraph,
    Picture,
    PictureColumns,
    Run,
    Signature,
    Table,
    TableColumn,
    TableRow,
    Title,
)
from report_utils.document.layout import LayoutProfile
from report_utils.document.official import to_word
from report_utils.document.reminder import build_reminder
from report_utils.document.report import build_report
from report_utils.document.writer import write
from report_utils.figures.period import PeriodFigures, figures_of
from report_utils.findings import CellRef, finding
from report_utils.intake.consolidate import expected_units, read_dataset
from report_utils.intake.dataset import Dataset, Received
from report_utils.run.office import Office

STAMP = date(2024, 9, 30)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {"w": W[1:-1]}


class WordFile:
    """The parts of a docx, parsed."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def root(self, part: str) -> Any:
        return etree.fromstring(self.parts[part])

    def find(self, path: str, part: str = "word/document.xml") -> list[Any]:
        return list(self.root(part).xpath(path, namespaces=NS))

    def styled(self, style: str) -> list[Any]:
        return self.find(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']")

    def texts(self, style: str) -> list[str]:
        return [self.text(paragraph) for paragraph in self.styled(style)]

    @staticmethod
    def text(element: Any) -> str:
        """The words of an element as a reader shows them: breaks as line feeds, tabs as tabs."""
        shown = {f"{W}br": "\n", f"{W}tab": "\t"}
        nodes = element.iter(f"{W}t", f"{W}br", f"{W}tab")
        return "".join(node.text or shown.get(node.tag, "") for node in nodes)

    @staticmethod
    def value(element: Any, path: str, attribute: str = "val") -> str | None:
        """The attribute w:`attribute` of the first element at `path` below `element`."""
        found = element.find(path, NS)
        return None if found is None else str(found.get(W + attribute))

    def style(self, identity: str) -> Any:
        [style] = self.find(f"//w:style[@w:styleId='{identity}']", "word/styles.xml")
        return style


def runs(text: str, **look: Any) -> tuple[Run, ...]:
    return (Run(text, **look),)


def data_table(**changes: Any) -> Table:
    """A table of four columns: two header rows, a number row and three rows, the last of them a total."""
    names = (HeaderCell("Cột 1", rows=2), HeaderCell("Cột 2", rows=2))
    block = Table(
        columns=(TableColumn(2), *(TableColumn(1, Align.RIGHT) for _ in range(3))),
        header=((*names, HeaderCell("Đã giải quyết", columns=2)), (HeaderCell("Đúng hạn"), HeaderCell("Quá hạn"))),
        rows=tuple(
            TableRow(tuple(runs(f"{row}.{column}") for column in range(4)), bold=row == 2)
            for row in range(3)
        ),
        number_row=tuple(str(number + 1) for number in range(4)),
        caption="Kết quả giải quyết hồ sơ",
        unit_note="Đơn vị tính: hồ sơ",
        description="Số hồ sơ theo lĩnh vực",
    )
    return replace(block, **changes)


def png(width: int, height: int, grey: int = 128) -> bytes:
    """A PNG file of one grey (PNG specification, 5)."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + bytes([grey]) * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.fixture
def make_png() -> Callable[..., bytes]:
    return png


BODY: tuple[Block, ...] = (
    Heading(1, "I.", runs("Công tác chỉ đạo")),
    Heading(2, "1.", runs("Tuyên truyền")),
    Paragraph((
        Run("Trong kỳ, Sở tiếp nhận "),
        Run("1.234", figure="dossiers.total", note="Bao gồm hồ sơ kỳ trước chuyển sang."),
        Run(" hồ sơ; quá hạn "),
        Run("[CHƯA CÓ SỐ LIỆU]", mark=Mark.ABSENT, figure="dossiers.overdue"),
        Run(", tỷ lệ "),
        Run("98,5%", mark=Mark.DOUBTFUL, figure="dossiers.total"),
        Run("."),
    )),
    Item(1, runs("Đã ban hành kế hoạch.")),
    Item(2, runs("Kế hoạch năm.")),
    Item(3, runs("Kế hoạch quý.")),
    data_table(),
    Paragraph(runs("Trên đây là báo cáo của Sở Y tế./.")),
)


@pytest.fixture
def make_table() -> Callable[..., Table]:
    return data_table


@pytest.fixture(scope="session")
def document() -> Document:
    return Document(
        letterhead=Letterhead(
            "UBND tỉnh Bà Rịa - Vũng Tàu",
            "Sở Y tế",
            "Số:       /BC-SYT",
            "Bà Rịa - Vũng Tàu, ngày      tháng 9 năm 2024",
        ),
        title=Title("Báo cáo", "Kết quả thực hiện công tác cải cách hành chính quý III năm 2024"),
        legal_bases=("Căn cứ Kế hoạch số 10/KH-UBND", "Căn cứ Kế hoạch số 20/KH-SYT"),
        body=BODY,
        signature=Signature(("Như trên", "Lưu: VT, VP"), ("KT. Giám đốc", "Phó Giám đốc"), "Nguyễn Văn An"),
        addressees=("Ủy ban nhân dân tỉnh", "Sở Nội vụ"),
        appendices=(
            Appendix("Phụ lục I", "Danh mục thủ tục", "(Kèm theo Báo cáo số     /BC-SYT)", (data_table(),)),
            Appendix("Phụ lục II", "Số liệu chi tiết", "(Kèm theo Báo cáo số     /BC-SYT)", (data_table(),), wide=True),
        ),
        draft_notice="DỰ THẢO – CÒN THIẾU SỐ LIỆU",
    )


@pytest.fixture(scope="session")
def layout() -> LayoutProfile:
    return LayoutProfile()


@pytest.fixture
def word(layout: LayoutProfile) -> Callable[[Document], WordFile]:
    """Writes a document and opens the bytes."""
    return lambda document: WordFile(write(document, layout, STAMP))


@pytest.fixture
def written(document: Document, word: Callable[[Document], WordFile]) -> WordFile:
    return word(document)


# Golden files


@pytest.fixture(scope="session")
def same_as_golden() -> Callable[[Path, str], None]:
    """Compare `text` with a golden file and show the difference; UPDATE_GOLDEN=1 writes the file instead."""

    def compare(path: Path, text: str) -> None:
        if os.environ.get("UPDATE_GOLDEN"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        golden = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        written = text.splitlines()
        difference = difflib.unified_diff(golden, written, f"golden {path.name}", "written", lineterm="", n=2)
        assert written == golden, "\n".join(difference)

    return compare


# The report itself and a letter


@pytest.fixture(scope="session")
def quarter() -> Reporting:
    """The third quarter of 2024 of the Department of Health in the repository."""
    return open_reporting("syt-brvt", "2024-Q3", str(Path(__file__).parents[2]))


@pytest.fixture(scope="session")
def sample(quarter: Reporting) -> Dataset:
    """What all units sent in that quarter."""
    return read_dataset(quarter)


@pytest.fixture(scope="session")
def figures(quarter: Reporting, sample: Dataset) -> PeriodFigures:
    return figures_of(quarter, sample, ())


@pytest.fixture(scope="session")
def without(quarter: Reporting, sample: Dataset) -> Callable[..., PeriodFigures]:
    """The figures of that quarter while some units have sent nothing."""

    def compute(*units: str) -> PeriodFigures:
        frames = {code: frame[~frame["unit"].isin(units)].reset_index(drop=True)
                  for code, frame in sample.tables.items()}  # fmt: skip
        received = tuple(entry for entry in sample.received if entry.unit not in units)
        return figures_of(quarter, replace(sample, tables=frames, received=received), ())

    return compute


@pytest.fixture(scope="session")
def retyped(quarter: Reporting, sample: Dataset) -> Callable[..., PeriodFigures]:
    """The figures of that quarter when one row of a table holds other values; `wrong` columns are named by an error."""

    def compute(table: str, at: dict[str, Any], values: dict[str, Any], wrong: tuple[str, ...] = ()) -> PeriodFigures:
        frame = sample.tables[table].copy()
        chosen = frame["unit"].notna()
        for column, value in at.items():
            chosen &= frame[column].eq(value).fillna(False).astype(bool)
        for column, value in values.items():
            frame.loc[chosen, column] = value
        changed = replace(sample, tables={**sample.tables, table: frame})
        [record] = [r for r in changed.records(table) if all(r[key] == value for key, value in at.items())]
        errors = [finding("O03", unit=quarter.agency.units[record["unit"]].name, at=changed.ref(record, column),
                          column=column) for column in wrong]  # fmt: skip
        return figures_of(quarter, changed, errors)

    return compute


@pytest.fixture(scope="session")
def letter(quarter: Reporting) -> Document:
    """The reminder to all units when one has not sent, one was late and one typed a word for a number."""
    days = {"bvm": date(2024, 9, 18)}
    received = tuple(Received(unit.code, f"{unit.code}.xlsx", 1, days.get(unit.code, date(2024, 9, 16)), "", (), ())
                     for unit in expected_units(quarter) if unit.code != "cdc")
    at = CellRef("bvbr_2024-Q3.xlsx", "Hồ sơ TTHC", "E12")
    wrong = finding("O02", unit=quarter.agency.units["bvbr"].name, at=at, found="mười hai", column="Tổng")
    return build_reminder(quarter, unit_statuses(quarter, Dataset({}, {}, {}, received), [wrong]), illustrative=True)


@pytest.fixture(scope="session")
def every_block(document: Document) -> Document:
    """A small document with every block, every level of headings, and a table on a page turned sideways."""
    headings = tuple(Heading(level, number, runs(f"Đề mục cấp {level}"))
                     for level, number in ((1, "I."), (2, "1."), (3, "1.1."), (4, "a)")))  # fmt: skip
    shown = Picture(png(30, 20), "Một hình xám", 0.5, caption="Hình xám", name="grey")
    told = Paragraph((Run("Xem "), Run("", reference="grey"), Run(".")))
    pictures = (told, shown, PictureColumns(((replace(shown, name=""),), (replace(shown, name=""),))))
    return replace(document, body=(*headings, *BODY, *pictures, data_table(wide=True), BODY[-1]),
                   notice="Số liệu minh họa")


@pytest.fixture(scope="session")
def kinds(figures: PeriodFigures, quarter: Reporting, letter: Document, every_block: Document, layout: LayoutProfile
          ) -> dict[str, bytes]:  # fmt: skip
    """One Word file of each kind that is made here."""
    report = build_report(figures, "cchc", draft=False, illustrative=True)
    return {"report": to_word(report.document, quarter), "letter": to_word(letter, quarter),
            "blocks": write(every_block, layout, STAMP)}


@pytest.fixture(scope="session")
def saved_by_libreoffice(kinds: dict[str, bytes], office: Office) -> dict[str, bytes]:
    """Each kind of Word file as LibreOffice saves it; skipped where there is none."""
    return {kind: office.convert(data, "docx:MS Word 2007 XML", STAMP) for kind, data in kinds.items()}


@pytest.fixture
def plain_text() -> Callable[[bytes], list[str]]:
    """The words of a docx from top to bottom: a line a paragraph, a line a table row, then footnotes and footer."""

    def lines_of(parent: Any) -> list[str]:
        lines = []
        for element in parent:
            if element.tag == f"{W}tbl":
                for row in element.iter(f"{W}tr"):
                    cells = (" / ".join(lines_of(cell)) for cell in row.iter(f"{W}tc"))
                    lines.append(" | ".join(cells))
            elif element.tag == f"{W}p":
                lines.append(WordFile.text(element))
        return lines

    def read(data: bytes) -> list[str]:
        word = WordFile(data)
        notes = [f"[{n}] {WordFile.text(note).strip()}" for n, note in enumerate(word.root("word/footnotes.xml"), -1)
                 if n > 0]  # fmt: skip
        return [*lines_of(word.root("word/document.xml")[0]), *notes, *lines_of(word.root("word/footer1.xml"))]

    return read
