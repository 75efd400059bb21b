"""figures.xlsx: every figure with its value, rule and sources, and each place in the reports where it stands."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from functools import cache
from itertools import chain, groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from report_utils.document.uses import Use
from report_utils.figures.cell_values import CellValues
from report_utils.figures.figure import Figure
from report_utils.figures.files import in_one_cell
from report_utils.figures.period import PeriodFigures
from report_utils.findings import CellRef
from report_utils.intake.identifiers import MASK
from report_utils.opc import Part, pack
from report_utils.publish.cells import text_cell
from report_utils.publish.xlsx_file import DECLARATION, OFFICE, PACKAGE, frame, header, sheet, sheet_pieces
from report_utils.storage.files import save
from report_utils.vietnamese.dates import format_date

BOOK_NAME = "figures.xlsx"
_USES = "uses"
"""The folder of processed data that holds the places of each document."""

_CALLED = (("Mã số liệu", 34), ("Tên chỉ tiêu", 60))
_FIGURES = (*_CALLED, ("Giá trị", 16), ("Đơn vị tính", 14), ("Viết trong báo cáo", 18), ("Cách tính", 70),
            ("Tình trạng", 30), ("Số ô nguồn", 12), ("Số chỗ dùng", 12))
_SOURCES = (("Mã số liệu", 34), ("Tệp", 34), ("Trang tính", 24), ("Ô", 14), ("Giá trị trong ô", 22), ("Đơn vị", 40))
_ADJUSTED = (("Đơn vị đã gửi", 22), ("Điều chỉnh", 80))
"""Columns of the sheet of sources where the office corrected a cell."""

_PLACES = (*_CALLED, ("Báo cáo", 44), ("Đề mục", 44), ("Câu hoặc dòng của bảng", 80), ("Đã in", 18),
           ("Dấu trang", 38))
_MOST_LINKS = 60_000
"""Excel drops what goes beyond 65,530 links of a sheet."""

_MOST_ROWS = 1_048_574
"""Those of a sheet of Excel, without heading and foot."""

Uses = Mapping[str, Sequence[Use]]
"""By the name of the document."""
Sourced = tuple[Figure, CellRef]
"""A figure and one of the cells that it is made of."""


def save_uses(uses: Iterable[Use], key: str, document: str, folder: Path) -> None:
    """Keep the places of the document that `key` stands for, until it is written anew under whatever name."""
    place = folder / _USES
    held = {"document": document, "uses": [asdict(use) for use in uses]}
    text = json.dumps(held, ensure_ascii=False, indent=1)
    save(place / f"{key}.json", text + "\n")


def load_uses(folder: Path, reports: Path) -> dict[str, list[Use]]:
    """The places of all documents that were written so far and lie in `reports`, by the name of the document."""
    held = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((folder / _USES).glob("*.json"))]
    return {entry["document"]: [Use(**use) for use in entry["uses"]] for entry in held
            if (reports / f"{entry['document']}.docx").exists()}


def rename_uses(names: Mapping[str, str], folder: Path) -> None:
    """Call documents by other names, old -> new."""
    for path in sorted((folder / _USES).glob("*.json")):
        held = json.loads(path.read_text(encoding="utf-8"))
        if held["document"] in names:
            save_uses((Use(**use) for use in held["uses"]), path.stem, names[held["document"]], folder)


def book_bytes(figures: PeriodFigures, listed: Sequence[Figure], uses: Uses, remark: str) -> bytes:
    """The workbook; `remark` stands at its foot (illustrative data)."""
    names = {figure.code: figure.label for figure in listed}
    used = Counter(use.figure for each in uses.values() for use in each)
    sources = [(figure, cell) for figure in listed for cell in figure.quantity.cells]
    targets = _targets(figures, {cell.file for _, cell in sources})
    numbers = {file: f"rId{i}" for i, file in enumerate(sorted(targets), start=1)}
    parts: dict[str, Part] = {
        "xl/worksheets/sheet1.xml": _sheet(_FIGURES, [_figure_row(each, used[each.code]) for each in listed], remark),
        "xl/worksheets/sheet2.xml": _sources_sheet(figures, sources[:_MOST_ROWS], len(sources), numbers, remark),
        "xl/worksheets/sheet3.xml": _sheet(_PLACES, list(_place_rows(uses, names)), remark),
        "xl/worksheets/_rels/sheet2.xml.rels": _relations(targets, numbers).encode(),
    }
    return pack({**parts, **frame(("Số liệu", "Nguồn", "Chỗ dùng"))}, level=6)


def _sheet(columns: Sequence[tuple[str, float]], rows: Sequence[str], remark: str) -> bytes:
    titles, widths = zip(*columns, strict=True)
    return sheet(widths, header(titles), ("".join(rows) + _foot(remark)).encode(), _filter(columns, len(rows)))


def _foot(remark: str) -> str:
    return f"<row>{text_cell(remark)}</row>" if remark else ""


def _filter(columns: Sequence[tuple[str, float]], rows: int) -> str:
    return f'<autoFilter ref="A1:{chr(ord("A") + len(columns) - 1)}{max(rows, 1) + 1}"/>'


def _sources_sheet(figures: PeriodFigures, sources: Sequence[Sourced], found: int, numbers: Mapping[str, str],
                   remark: str) -> Iterator[bytes | memoryview]:
    """A row for each figure and cell, of all that were `found`, piece by piece: of a thousand units they are many."""
    uncounted = f"Chỉ nêu {len(sources)} dòng đầu trong {found} dòng." if found > len(sources) else ""
    unlinked = f"Chỉ {_MOST_LINKS} dòng đầu có liên kết đến ô." if len(sources) > _MOST_LINKS else ""
    foot = _foot(" ".join(filter(None, (uncounted, unlinked, remark))))
    values = CellValues(figures)
    is_adjusted = values.has_corrections and any(values.correction(cell) for _, cell in sources)
    columns = (*_SOURCES, *_ADJUSTED) if is_adjusted else _SOURCES
    titles, widths = zip(*columns, strict=True)
    rows = (row.encode() for row in chain(_source_rows(values, sources), [foot]))
    more = (part.encode() for part in chain([_filter(columns, len(sources))], _links(sources, numbers)))
    return sheet_pieces(widths, header(titles), rows, more)


def _figure_row(figure: Figure, used: int) -> str:
    quantity = figure.quantity
    state = in_one_cell([*(f"thiếu số liệu của {name}" for name in quantity.absent),
                         *(f"cần kiểm tra lại số liệu của {name}" for name in quantity.doubtful)])
    return _row(figure.code, figure.label, quantity.value, figure.unit, figure.text if quantity.known else "",
                figure.rule, state, len(quantity.cells), used)


def _source_rows(values: CellValues, sources: Iterable[Sourced]) -> Iterator[str]:
    @cache
    def told(cell: CellRef) -> str:
        correction = values.correction(cell)
        more = (correction.sent, correction.grounds) if correction else ()
        return _cells(cell.file, cell.sheet, cell.cell, values(cell), values.unit(cell), *more)

    for figure, group in groupby(sources, key=lambda source: source[0].code):
        code = text_cell(figure)
        yield "".join(f"<row>{code}{told(cell)}</row>" for _, cell in group)


def _place_rows(uses: Uses, names: Mapping[str, str]) -> Iterator[str]:
    for document, listed in uses.items():
        for use in listed:
            name = names.get(use.figure, "")
            yield _row(use.figure, name, document, use.section, use.context, use.text, use.bookmark)


def _row(*values: Any) -> str:
    return f"<row>{_cells(*values)}</row>"


def _cells(*values: Any) -> str:
    return "".join(map(_cell, values))


def _cell(value: Any) -> str:
    match value:
        case bool():
            return text_cell("x" if value else "")
        case int() | Decimal():
            return f"<c><v>{value:f}</v></c>"
        case None:
            return "<c/>"
        case str():
            return text_cell(value)
        case _:
            return text_cell(format_date(value) if hasattr(value, "toordinal") else str(value))


def _links(sources: Sequence[Sourced], numbers: Mapping[str, str]) -> Iterator[str]:
    """The links from each cell named to the cell itself."""
    linked = [(row, cell) for row, (_, cell) in enumerate(sources, start=2)
              if cell.file in numbers and cell.cell and MASK not in cell.sheet]  # fmt: skip
    if linked:
        yield "<hyperlinks>"
        for row, cell in linked[:_MOST_LINKS]:
            yield f'<hyperlink ref="D{row}" r:id="{numbers[cell.file]}"{_location(cell)}/>'
        yield "</hyperlinks>"


def _relations(targets: Mapping[str, str], numbers: Mapping[str, str]) -> str:
    """The relations to the files that the cells lie in."""
    relations = "".join(
        f'<Relationship Id="{numbers[file]}" Type="{OFFICE}/hyperlink" Target={quoteattr(targets[file])} '
        'TargetMode="External"/>' for file in sorted(targets))
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'


def _location(cell: CellRef) -> str:
    """The cell in its file; a list of the settings has no sheets."""
    if not cell.sheet:
        return ""
    name = cell.sheet.replace("'", "''")
    place = f"'{name}'!{cell.cell.partition(',')[0]}"
    return f" location={quoteattr(place)}"


def _targets(figures: PeriodFigures, named: Iterable[str]) -> dict[str, str]:
    """The files of the period, of the agency's earlier ones and of its settings, as seen from the folder of reports.

    Not those whose own name is not told because it is that of a person.
    """
    own = figures.source.reporting
    found = {received.file: f"{own.period}/{received.file}" for received in figures.source.dataset.received}
    for period, held in figures.earlier.items():
        if held.source.agency.code == own.agency.code:
            files = (f"{period}/{received.file}" for received in held.source.dataset.received)
            found |= {file: file for file in files}
    raw = {file: f"data/raw/{own.agency.code}/{path}" for file, path in found.items() if MASK not in file}
    settings = {file: file for file in named if file.startswith("params/")}
    return {file: f"../../../{quote(path)}" for file, path in {**raw, **settings}.items()}
