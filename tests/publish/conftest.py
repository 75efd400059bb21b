"""Data sets of every type of field, and workbooks as a unit sends them."""

import datetime as dt
import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from report_utils.agency.reporting import Reporting
from report_utils.forms.data_set_facts import sample_data_sets
from report_utils.publish.data_set import About, DataSet, Field, FieldType
from report_utils.publish.files import Published, published
from report_utils.publish.publisher import Publisher

FIELDS = (
    Field("ma", "Mã cơ sở", FieldType.STRING, "Mã của cơ sở", is_required=True, is_key=True),
    Field("ten", "Tên cơ sở", FieldType.STRING, "Tên đầy đủ"),
    Field("giuong", "Số giường", FieldType.INTEGER, "Giường kế hoạch", "giường"),
    Field("cong_suat", "Công suất", FieldType.NUMBER, "Công suất sử dụng", "phần trăm"),
    Field("ngay", "Ngày cấp", FieldType.DATE, "Ngày cấp phép"),
    Field("con", "Còn hoạt động", FieldType.BOOLEAN, "Tại ngày cập nhật"),
)
ROWS = (
    ("007", "Bệnh viện \"A\", cơ sở 1", 120, Decimal("92.40"), dt.date(2015, 2, 6), True),
    ("008", "=HYPERLINK(\"x\")", 0, None, None, False),
    ("009", "Dòng một\rDòng hai", None, Decimal("0.0000001"), dt.date(1900, 3, 1), True),
    ("010", None, 12345678901, Decimal(75), dt.date(2024, 9, 1), True),
    ("011", "-5 và <b>&</b> _x000D_", 5, Decimal("1E+3"), dt.date(2024, 12, 31), False),
)


@pytest.fixture
def data() -> DataSet:
    """Five rows with everything that is hard to write."""
    about = About("3", "Số giường bệnh của các cơ sở", "Giường kế hoạch", "Văn phòng Sở", "01 năm/lần",
                  dt.date(2024, 9, 10), theme="Y tế", source="Báo cáo của các cơ sở", is_illustrative=True)
    return DataSet(about, FIELDS, tuple(zip(*ROWS, strict=True)))


@pytest.fixture
def publisher() -> Publisher:
    return Publisher("so-mau", "Sở Mẫu", "Sử dụng tự do, ghi rõ nguồn", dt.date(2024, 9, 14))


@pytest.fixture
def one(data: DataSet, publisher: Publisher) -> Published:
    return published(data, publisher)


@pytest.fixture(scope="session")
def sample_sets(quarter: Reporting) -> dict[str, bytes]:
    """The sample workbooks by their path in the raw folder, made once."""
    return sample_data_sets(quarter)


@pytest.fixture
def sent(reporting: Reporting, raw: Path, sample_sets: dict[str, bytes]) -> Callable[..., Reporting]:
    """A period into whose raw folder these workbooks have been sent, by their path there; the samples by default."""

    def send(files: dict[str, bytes] | None = None) -> Reporting:
        for path, content in (sample_sets if files is None else files).items():
            (raw / path).parent.mkdir(parents=True, exist_ok=True)
            (raw / path).write_bytes(content)
        return reporting

    return send


@pytest.fixture
def change(sample_sets: dict[str, bytes]) -> Callable[..., dict[str, bytes]]:
    """The sample workbook of a data set after `edit` (a function on the openpyxl workbook), alone in its folder."""

    def changed(edit: Callable[[Any], object], path: str = "du-lieu-mo/003.xlsx") -> dict[str, bytes]:
        workbook = openpyxl.load_workbook(io.BytesIO(sample_sets[path]))
        edit(workbook)
        buffer = io.BytesIO()
        workbook.save(buffer)
        return {path: buffer.getvalue()}

    return changed
