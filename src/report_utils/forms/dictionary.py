"""The data dictionary (docs/data-dictionary.md), written from the table definitions.

`python -m report_utils.forms.dictionary` writes it anew; a test fails when the file in docs/ is stale.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from report_utils.forms.info import FORM_VERSION, INFO_FIELDS, INFO_SHEET
from report_utils.forms.table import Column, Rows, Table
from report_utils.forms.tables import TABLES
from report_utils.forms.wording import KIND_WORDS, choice_words, duty_words, sum_words
from report_utils.storage.files import save

PLACE = Path("docs/data-dictionary.md")

_COLUMNS = ("TT", "Cột", "Mã cột", "Kiểu dữ liệu", "Phải điền", "Danh sách giá trị", "Công thức", "Ghi gì")


def data_dictionary(tables: Iterable[Table] = tuple(TABLES.values())) -> str:
    """The dictionary as Markdown: one section a table, one row a column."""
    listed = tuple(tables)
    lines = [*_head(), *_contents(listed), *_info()]
    for number, table in enumerate(listed, start=1):
        lines += ["", *_section(number, table)]
    return "\n".join(lines) + "\n"


def _head() -> list[str]:
    return [
        "# Từ điển dữ liệu",
        "",
        "Lập từ định nghĩa các biểu (`src/report_utils/forms/tables/`) bằng `make dictionary`; không sửa tay.",
        "",
        f"Phiên bản biểu mẫu: {FORM_VERSION}. Mỗi đơn vị nhận một tệp Excel mỗi kỳ, chỉ gồm các biểu đơn vị phải điền.",
        "",
    ]


def _contents(tables: Sequence[Table]) -> Iterator[str]:
    rows = [(str(i), table.sheet, f"`{table.code}`", table.title, table.supplied_by)
            for i, table in enumerate(tables, start=1)]
    yield from _markdown(("TT", "Sheet", "Mã biểu", "Tên biểu", "Đơn vị cung cấp"), rows)


def _info() -> Iterator[str]:
    yield from ("", f"## Sheet {INFO_SHEET}", "", "Mọi tệp đều có; chương trình nhận tệp theo sheet này.", "")
    rows = [(field.label, f"`{field.code}`", "Đơn vị điền" if field.open else "Đã điền sẵn") for field in INFO_FIELDS]
    yield from _markdown(("Dòng", "Mã", "Ai điền"), rows)


def _section(number: int, table: Table) -> Iterator[str]:
    yield from (f"## {number}. {table.sheet} (`{table.code}`)", "", f"{table.title}.", "")
    for label, words in _facts(table):
        if words:
            yield f"* {label}: {words.rstrip('.')}."
    yield ""
    yield from _markdown(_COLUMNS, [_row(i, table, column) for i, column in enumerate(table.columns, start=1)])
    constraints = list(_constraints(table))
    if constraints:
        yield from ("", "Ràng buộc trên mỗi dòng:", "", *(f"* {each}" for each in constraints))


def _facts(table: Table) -> tuple[tuple[str, str], ...]:
    known = table.rows is Rows.KNOWN
    rows = f"đã điền sẵn, nhận ra theo cột «{table.column(table.key).title}»" if known else "đơn vị tự ghi"
    nil = "để trống" if table.optional else "được khai cho cả biểu" if table.nil else "không khai cho cả biểu"
    total = "có; được kiểm tra, không cộng vào số liệu" if table.total_row else ""
    return (("Nguồn", table.source), ("Đơn vị cung cấp", table.supplied_by), ("Dòng", rows),
            ("Không phát sinh", nil), ("Dòng tổng", total), ("Hướng dẫn", table.guide))


def _row(number: int, table: Table, column: Column) -> tuple[str, ...]:
    formula = f"= {sum_words(table, column)}" if column.derived else ""
    return (str(number), column.title, f"`{column.code}`", KIND_WORDS[column.kind], duty_words(column),
            choice_words(column), formula, column.help)


def _constraints(table: Table) -> Iterator[str]:
    for balance in table.balances:
        yield f"{_titles(table, balance.left)} = {_titles(table, balance.right)}."
    for limit in table.limits:
        yield f"{_titles(table, (limit.part,))} không lớn hơn {_titles(table, (limit.whole,))}."


def _titles(table: Table, codes: Iterable[str]) -> str:
    return " + ".join(f"«{table.column(code).title}»" for code in codes)


def _markdown(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(headings)} |"
    yield f"|{'---|' * len(headings)}"
    for row in rows:
        yield f"| {' | '.join(_escaped(cell) for cell in row)} |"


def _escaped(cell: str) -> str:
    return cell.replace("|", "\\|")


def main(arguments: Sequence[str]) -> None:
    """Write the dictionary to the file named, or to docs/ of the current folder."""
    place = Path(arguments[0]) if arguments else PLACE
    save(place, data_dictionary())


if __name__ == "__main__":
    main(sys.argv[1:])
