"""Office packages whose bytes depend on their content only."""

import io
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest
from docx import Document

from report_utils.opc import PackageError, instant, pack, repack, unpack

CORE = "docProps/core.xml"


def workbook(year: int) -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"] = "Số hồ sơ"
    book.properties.created = book.properties.modified = datetime.combine(date(year, 1, 2), time())
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def zipped(names: list[str], when: tuple[int, int, int, int, int, int]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name, when), name)
    return buffer.getvalue()


def entries(data: bytes) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.infolist()


def test_order_and_dates_of_the_entries_do_not_count() -> None:
    names = ["xl/workbook.xml", "_rels/.rels", "[Content_Types].xml"]
    early = zipped(names, (1999, 1, 1, 0, 0, 0))
    late = zipped(names[::-1], (2024, 9, 30, 12, 0, 0))
    assert repack(early) == repack(late)


def test_the_content_types_come_first_and_the_relations_second() -> None:
    data = pack({"a.xml": b"", "_rels/.rels": b"", "[Content_Types].xml": b"", "Z.xml": b""})
    assert [entry.filename for entry in entries(data)] == ["[Content_Types].xml", "_rels/.rels", "Z.xml", "a.xml"]


def test_every_entry_has_the_same_date_and_attributes() -> None:
    seen = {(e.date_time, e.create_system, e.external_attr, e.compress_type) for e in entries(repack(workbook(2024)))}
    assert seen == {((1980, 1, 1, 0, 0, 0), 0, 0o600 << 16, zipfile.ZIP_DEFLATED)}


def test_a_workbook_written_at_another_time_gives_the_same_bytes_once_stamped() -> None:
    stamp = date(2024, 9, 30)
    assert repack(workbook(2020), stamp) == repack(workbook(2023), stamp)


def test_the_stamp_is_the_instant_of_creation_and_change() -> None:
    core = unpack(repack(workbook(2020), date(2024, 9, 30)))[CORE].decode()
    assert core.count("2024-09-30T00:00:00Z") == 2
    assert "2020" not in core


def test_without_a_stamp_the_instants_stay_as_the_caller_set_them() -> None:
    data = workbook(2020)
    assert unpack(repack(data))[CORE] == unpack(data)[CORE]


def test_repacking_twice_changes_nothing_more() -> None:
    once = repack(workbook(2024), date(2024, 9, 30))
    assert repack(once, date(2024, 9, 30)) == once


def test_no_part_is_lost_or_added() -> None:
    data = workbook(2024)
    assert unpack(repack(data)) == unpack(data)


def test_a_repacked_workbook_still_opens() -> None:
    book = openpyxl.load_workbook(io.BytesIO(repack(workbook(2024), date(2024, 9, 30))))
    assert book.active["A1"].value == "Số hồ sơ"


def test_a_repacked_document_still_opens() -> None:
    buffer = io.BytesIO()
    original = Document()
    original.add_paragraph("Báo cáo")
    original.save(buffer)
    assert Document(io.BytesIO(repack(buffer.getvalue()))).paragraphs[0].text == "Báo cáo"


def test_a_year_before_1000_keeps_four_digits() -> None:
    assert instant(date(987, 6, 5)) == "0987-06-05T00:00:00Z"


@pytest.mark.parametrize("data", [b"", b"no zip", zipped(["a.xml"], (2024, 1, 1, 0, 0, 0))])
def test_bytes_that_are_no_package_are_refused_in_vietnamese(data: bytes) -> None:
    with pytest.raises(PackageError, match="không phải là tệp Office"):
        repack(data)


def test_unreadable_properties_are_refused() -> None:
    with pytest.raises(PackageError, match=CORE):
        repack(pack({"[Content_Types].xml": b"", CORE: b"<broken"}), date(2024, 9, 30))
