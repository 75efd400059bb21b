"""Publishing 100,000 rows, beside writing the CSV alone."""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
import statistics
import sys
import time
from collections.abc import Callable
from decimal import Decimal

import pandas as pd

from report_utils.privacy.gate import inspect_table
from report_utils.privacy.settings import GateSettings
from report_utils.publish.data_set import About, DataSet, Field, FieldType
from report_utils.publish.dcat import dcat_bytes
from report_utils.publish.descriptor import descriptor_bytes
from report_utils.publish.files import published
from report_utils.publish.index_page import index_page
from report_utils.publish.publisher import Publisher

ROWS, ROUNDS = 100_000, 5
FIELDS = (
    Field("ma", "Mã cơ sở", FieldType.STRING), Field("ten", "Tên cơ sở", FieldType.STRING),
    Field("dia_chi", "Địa chỉ cơ sở", FieldType.STRING), Field("xa", "Xã, phường", FieldType.STRING),
    Field("loai", "Loại hình", FieldType.STRING), Field("so_giuong", "Số giường", FieldType.INTEGER),
    Field("gia", "Giá dịch vụ", FieldType.NUMBER), Field("ngay", "Ngày cấp phép", FieldType.DATE),
    Field("hieu_luc", "Còn hiệu lực", FieldType.BOOLEAN), Field("ket_qua", "Kết quả kiểm tra", FieldType.STRING),
)
PUBLISHER = Publisher("do-toc-do", "Đo tốc độ", "Sử dụng tự do", dt.date(2024, 9, 14))


def main() -> None:
    """Print the medians and the ratios."""
    rows = _rows()
    columns = tuple(zip(*rows, strict=True))
    frame = pd.DataFrame(rows, columns=[field.name for field in FIELDS])
    plain, pandas, ours, written = _side_by_side(
        lambda: _plain(rows), lambda: frame.to_csv(index=False, quoting=csv.QUOTE_ALL).encode(),
        lambda: (_gate(columns), _ours(columns)), lambda: _ours(columns))
    _say(f"{ROWS} rows of {len(FIELDS)} fields: csv.writer {plain:.2f} s, pandas.to_csv {pandas:.2f} s; personal-data "
         f"gate, CSV, JSON, XLSX, descriptor, DCAT, page {ours:.2f} s, ratio {ours / plain:.2f} and "
         f"{ours / pandas:.2f} (goal 3.00); without the gate {written:.2f} s")


def _rows() -> list[tuple[object, ...]]:
    chance = random.Random(ROWS)  # noqa: S311 - equal rows every time
    first = dt.date(2015, 1, 1)
    return [(
        f"CS{i:06d}", f"Cơ sở số {chance.randrange(99999)}", f"Số {chance.randrange(999)}, đường Minh Họa",
        f"Phường {chance.randrange(40)}", chance.choice(("Công lập", "Tư nhân")), chance.randrange(500),
        Decimal(chance.randrange(10**7)) / 100, first + dt.timedelta(chance.randrange(3500)), chance.random() < 0.9,
        chance.choice(("Đạt", "Không đạt", None)),
    ) for i in range(ROWS)]


def _plain(rows: list[tuple[object, ...]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(field.name for field in FIELDS)
    writer.writerows(rows)
    return text.getvalue().encode()


def _ours(columns: tuple[tuple[object, ...], ...]) -> list[bytes]:
    about = About("1", "Tập dữ liệu", "", "Đơn vị", "01 năm/lần", dt.date(2024, 9, 1))
    sets = [published(DataSet(about, FIELDS, columns), PUBLISHER)]  # type: ignore[arg-type]
    return [descriptor_bytes(sets, PUBLISHER), dcat_bytes(sets, PUBLISHER), index_page(sets, PUBLISHER)]


def _gate(columns: tuple[tuple[object, ...], ...]) -> object:
    return inspect_table("Tập dữ liệu", [field.title for field in FIELDS], columns,
                         GateSettings(date=dt.date(2024, 9, 14)))


def _side_by_side(*runs: Callable[[], object]) -> list[float]:
    """The median of each run, the runs taking turns."""
    times: list[list[float]] = [[] for _ in runs]
    for _ in range(ROUNDS):
        for kept, run in zip(times, runs, strict=True):
            start = time.perf_counter()
            run()
            kept.append(time.perf_counter() - start)
    return [statistics.median(kept) for kept in times]


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
