"""figures.xlsx: every figure with its value, rule and sources, and each place in the reports where it stands."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import quoteattr

from report_utils.document.uses import Use
from report_utils.figures.cell_values import CellValues
from report_utils.figures.figure import Figure
from report_utils.figures.period import PeriodFigures
from report_utils.findings import CellRef
from report_utils.intake.identifiers import MASK
from report_utils.opc import pack
from report_utils.publish.cells import text_cell
from report_utils.publish.xlsx_file import DECLARATION, OFFICE, PACKAGE, frame, header, sheet
from report_utils.storage.files import save
from report_utils.vietnamese.dates import format_date

BOOK_NAME = "figures.xlsx"
USES = "uses"
"""The folder of processed data that holds the places of each document."""

_FIGURES = (("Mã số liệu", 34), ("Giá trị", 16), ("Đơn vị tính", 14), ("Viết trong báo cáo", 18), ("Cách tính", 70),
            ("Tình trạng", 30), ("Số ô nguồn", 12), ("Số chỗ dùng", 12))
_SOURCES = (("Mã số liệu", 34), ("Tệp", 34), ("Trang tính", 24), ("Ô", 14), ("Giá trị trong ô", 22), ("Đơn vị", 40))
_PLACES = (("Mã số liệu", 34), ("Báo cáo", 44), ("Đề mục", 44), ("Câu hoặc dòng của bảng", 80), ("Đã in", 18),
           ("Dấu trang", 38))
_MOST_LINKS = 60_000
"""Excel drops what goes beyond 65,530 links of a sheet."""

Uses = Mapping[str, Sequence[Use]]
"""By the name of the document."""


def save_uses(uses: Iterable[Use], key: str, document: str, folder: Path) -> None:
    """Keep the places of the document that `key` stands for, until it is written anew under whatever name."""
    place = folder / USES
    held = {"document": document, "uses": [asdict(use) for use in uses]}
    text = json.dumps(held, ensure_ascii=False, indent=1)
    save(place / f"{key}.json", text + "\n")


def load_uses(folder: Path) -> dict[str, list[Use]]:
    """The places of all documents that were written so far, by the name of the document."""
    held = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((folder / USES).glob("*.json"))]
    return {entry["document"]: [Use(**use) for use in entry["uses"]] for entry in held}


def rename_uses(names: Mapping[str, str], folder: Path) -> None:
    """Call documents by other names, old -> new."""
    for path in sorted((folder / USES).glob("*.json")):
        held = json.loads(path.read_text(encoding="utf-8"))
        if held["document"] in names:
            save_uses((Use(**use) for use in held["uses"]), path.stem, names[held["document"]], folder)


def book_bytes(figures: PeriodFigures, listed: Sequence[Figure], uses: Uses, remark: str) -> bytes:
    """The workbook; `remark` stands at its foot (illustrative data)."""
    used = Counter(use.figure for each in uses.values() for use in each)
    sources = list(_sources(figures, listed))
    links, relations = _links(figures, sources)
    unlinked = f"Chỉ {_MOST_LINKS} dòng đầu có liên kết đến ô." if len(sources) > _MOST_LINKS else ""
    sheets = (
        _sheet(_FIGURES, [_figure_row(each, used[each.code]) for each in listed], remark),
        _sheet(_SOURCES, [row for row, _ in sources], " ".join(filter(None, (unlinked, remark))), links),
        _sheet(_PLACES, list(_place_rows(uses)), remark),
    )
    parts = {f"xl/worksheets/sheet{number}.xml": part for number, part in enumerate(sheets, start=1)}
    parts["xl/worksheets/_rels/sheet2.xml.rels"] = relations.encode()
    return pack({**parts, **frame(("Số liệu", "Nguồn", "Chỗ dùng"))}, level=6)


def _sheet(columns: Sequence[tuple[str, float]], rows: Sequence[str], remark: str, links: str = "") -> bytes:
    last = chr(ord("A") + len(columns) - 1)
    foot = f"<row>{text_cell(remark)}</row>" if remark else ""
    titles, widths = zip(*columns, strict=True)
    filtered = f'<autoFilter ref="A1:{last}{max(len(rows), 1) + 1}"/>'
    return sheet(widths, header(titles), ("".join(rows) + foot).encode(), filtered + links)


def _figure_row(figure: Figure, used: int) -> str:
    quantity = figure.quantity
    state = "; ".join([*(f"thiếu số liệu của {name}" for name in quantity.absent),
                       *(f"cần kiểm tra lại số liệu của {name}" for name in quantity.doubtful)])
    return _row(figure.code, quantity.value, figure.unit, figure.text if quantity.known else "", figure.rule, state,
                len(quantity.cells), used)


def _sources(figures: PeriodFigures, listed: Iterable[Figure]) -> Iterator[tuple[str, CellRef]]:
    """A row for each figure and cell, and the cell."""
    values = CellValues(figures)
    known: dict[CellRef, tuple[Any, str]] = {}
    for figure in listed:
        for cell in figure.quantity.cells:
            if cell not in known:
                known[cell] = (values(cell), values.unit(cell))
            value, unit = known[cell]
            yield _row(figure.code, cell.file, cell.sheet, cell.cell, value, unit), cell


def _place_rows(uses: Uses) -> Iterator[str]:
    for document, listed in uses.items():
        for use in listed:
            yield _row(use.figure, document, use.section, use.context, use.text, use.bookmark)


def _row(*values: Any) -> str:
    return f"<row>{''.join(map(_cell, values))}</row>"


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


def _links(figures: PeriodFigures, sources: Sequence[tuple[str, CellRef]]) -> tuple[str, str]:
    """The links from each cell named to the cell itself, and the relations to the files they lie in."""
    targets = _targets(figures, {cell.file for _, cell in sources})
    numbers = {file: f"rId{i}" for i, file in enumerate(sorted(targets), start=1)}
    linked = [(row, cell) for row, (_, cell) in enumerate(sources, start=2)
              if cell.file in targets and cell.cell and MASK not in cell.sheet]
    inner = "".join(f'<hyperlink ref="D{row}" r:id="{numbers[cell.file]}"{_location(cell)}/>'
                    for row, cell in linked[:_MOST_LINKS])
    relations = "".join(
        f'<Relationship Id="{numbers[file]}" Type="{OFFICE}/hyperlink" Target={quoteattr(targets[file])} '
        'TargetMode="External"/>' for file in sorted(targets))
    wrapped = f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'
    return f"<hyperlinks>{inner}</hyperlinks>" if inner else "", DECLARATION + wrapped


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
