"""Fill a table by docxtpl and print the seconds. Run by bench/tables.py with a Python that has docxtpl."""

from __future__ import annotations

import io
import sys
import time

import docx
from docxtpl import DocxTemplate

COLUMNS = 13


def main() -> None:
    """Time the template with as many rows as the first argument says; making the template is not timed."""
    rows = [{"c": [str(i + 1), f"Lĩnh vực số {i % 97}", *(str((i * 7 + j * 13) % 5000) for j in range(COLUMNS - 2))]}
            for i in range(int(sys.argv[1]))]
    template = _template()
    start = time.perf_counter()
    document = DocxTemplate(io.BytesIO(template))
    document.render({"rows": rows})
    document.save(io.BytesIO())
    sys.stdout.write(f"{time.perf_counter() - start}\n")


def _template() -> bytes:
    """Three rows: the loop begins, the row that is repeated, the loop ends."""
    document = docx.Document()
    table = document.add_table(rows=3, cols=COLUMNS)
    table.cell(0, 0).text = "{%tr for row in rows %}"
    for column in range(COLUMNS):
        table.cell(1, column).text = f"{{{{ row.c[{column}] }}}}"
    table.cell(2, 0).text = "{%tr endfor %}"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


if __name__ == "__main__":
    main()
