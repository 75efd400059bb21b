"""A forge of workbooks, whole and faulty, and the verdict on a file."""

from __future__ import annotations

import importlib
import io
import sys
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType

import pytest
from python_calamine import CalamineWorkbook

from report_utils.findings import Finding
from report_utils.intake.preflight import PackageFacts, RefusedFileError, inspect

HERE = Path(__file__).parent
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SHEET = "xl/worksheets/sheet1.xml"
ROWS = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>Đất đai</t></is></c><c r="B2"><v>12</v></c></row>'
)
MOST_SECONDS = 2.0


class Forge:
    """Makes workbooks as Excel does, from parts that a builder may change."""

    sheet_part = SHEET
    rows = ROWS

    def parts(self, **changes: str | bytes | None) -> dict[str, str | bytes]:
        """A whole workbook; `changes` replace parts by the last word of their name, None leaves one out."""
        parts: dict[str, str | bytes] = {
            "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types"/>',
            "_rels/.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
                           f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
                           "</Relationships>",
            "xl/workbook.xml": self.workbook(),
            "xl/_rels/workbook.xml.rels": self.relations(),
            "xl/styles.xml": f'{XML}<styleSheet xmlns="{MAIN}"/>',
            "xl/sharedStrings.xml": self.strings(),
            SHEET: self.sheet(),
        }
        names = {"types": "[Content_Types].xml", "workbook": "xl/workbook.xml", "styles": "xl/styles.xml",
                 "relations": "xl/_rels/workbook.xml.rels", "strings": "xl/sharedStrings.xml", "sheet": SHEET}
        for name, content in changes.items():
            if content is None:
                del parts[names[name]]
            else:
                parts[names[name]] = content
        return parts

    def workbook(self, sheets: str = '<sheet name="Biểu 1" sheetId="1" r:id="r1"/>', before: str = "") -> str:
        return f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{before}<sheets>{sheets}</sheets></workbook>'

    def relations(self, more: str = "") -> str:
        return (
            f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="r2" Type="{OFFICE}/styles" Target="styles.xml"/>'
            f'<Relationship Id="r3" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>{more}</Relationships>'
        )

    def sheet(self, rows: str = ROWS, before: str = '<dimension ref="A1:B2"/>', after: str = "") -> str:
        return f'{XML}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'

    def strings(self, counts: str = 'count="2" uniqueCount="2"',
                entries: str = "<si><t>Lĩnh vực</t></si><si><t>Tiếp nhận</t></si>") -> str:
        return f'{XML}<sst xmlns="{MAIN}" {counts}>{entries}</sst>'

    def package(self, **changes: str | bytes | None) -> bytes:
        return self.zipped(self.parts(**changes))

    def with_rows(self, rows: str) -> bytes:
        """A workbook whose sheet has these rows after its usual two."""
        return self.package(sheet=self.sheet(ROWS + rows))

    def zipped(self, parts: Mapping[str, str | bytes]) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        return buffer.getvalue()


@pytest.fixture(scope="session")
def forge() -> Forge:
    return Forge()


@pytest.fixture(scope="session")
def cells_of() -> Callable[[bytes], dict[str, list[list[object]]]]:
    """What the reader of values sees in a package."""
    def read(data: bytes) -> dict[str, list[list[object]]]:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}

    return read


@pytest.fixture
def facts_of(tmp_path: Path) -> Callable[[bytes], PackageFacts]:
    """The facts of a workbook given as bytes."""
    def look(data: bytes) -> PackageFacts:
        path = tmp_path / "đơn vị.xlsx"
        path.write_bytes(data)
        return inspect(path)

    return look


@pytest.fixture
def verdict(tmp_path: Path, cells_of: Callable[[bytes], object]) -> Callable[[bytes | Path], list[Finding]]:
    """The findings on a file given by its bytes or path. It is told quickly; what is not refused can be read."""
    def judge(given: bytes | Path) -> list[Finding]:
        path = given if isinstance(given, Path) else tmp_path / "đơn vị.xlsx"
        if isinstance(given, bytes):
            path.write_bytes(given)
        start = time.process_time()
        findings = _findings(path, cells_of)
        assert time.process_time() - start < MOST_SECONDS
        for found in findings:
            assert_is_plain(found)
        return findings

    return judge


def _findings(path: Path, read: Callable[[bytes], object]) -> list[Finding]:
    try:
        facts = inspect(path)
    except RefusedFileError as error:
        return [error.refusal.finding(path.name)]
    assert read(facts.clean)
    return [notice.finding(path.name) for notice in facts.notices]


def assert_is_plain(found: Finding) -> None:
    """A finding is one Vietnamese sentence about the file, without the words of programmers."""
    assert found.message.endswith(".")
    assert "\n" not in found.message
    assert ". " not in found.message
    assert found.file in found.message or found.sheet in found.message
    assert any(letter in found.message for letter in "ệạáàảãăâđêôơưíìếềốộợớ")
    assert not any(word in found.message for word in ("Error", "Traceback", "None", "b'", "{", "}"))
    assert found.mend.endswith(".")


@pytest.fixture(scope="session")
def jobs() -> Iterator[ModuleType]:
    """The jobs that the tests give to other processes, importable there too."""
    folder = str(HERE / "jobs")
    sys.path.insert(0, folder)
    yield importlib.import_module("jobs_on_files")
    sys.path.remove(folder)
