"""What the gate is told: thresholds, the date whose law holds, and the exceptions somebody answers for."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields
from decimal import Decimal

from report_utils.errors import BaocaoError
from report_utils.privacy.verdict import Kind

LATEST_LAW = dt.date(2026, 1, 1)
"""The day from which the newest law that is known here holds."""


class IncompleteExceptionError(BaocaoError):
    """An exception lacks `field`."""

    def __init__(self, column: str, field: str) -> None:
        self.column, self.field = column, field
        super().__init__(f"Ngoại lệ cho cột «{column}» thiếu {_FIELDS[field]}; ngoại lệ phải ghi đủ bảng, cột, loại "
                         "dữ liệu, căn cứ pháp lý, mục đích, người phê duyệt và ngày.")


_FIELDS = {"table": "tên bảng", "column": "tên cột", "kind": "loại dữ liệu", "legal_basis": "căn cứ pháp lý",
           "purpose": "mục đích", "approver": "người phê duyệt", "date": "ngày phê duyệt"}


class ThresholdError(BaocaoError):
    """A threshold that makes no sense."""

    def __init__(self, name: str, value: object) -> None:
        self.name, self.value = name, value
        super().__init__(f"{name} không thể là {value}.")


@dataclass(frozen=True)
class PrivacyException:
    """One column that may be published all the same (Law 91/2025/QH15, article 16.2). Nothing may be empty."""

    table: str
    column: str
    kind: Kind
    legal_basis: str
    purpose: str
    approver: str
    date: dt.date

    def __post_init__(self) -> None:
        for field in fields(self):
            if not str(getattr(self, field.name) or "").strip():
                raise IncompleteExceptionError(self.column, field.name)

    def as_json(self) -> dict[str, str]:
        """The exception as it is recorded."""
        return {field.name: str(getattr(self, field.name)) for field in fields(self)}


@dataclass(frozen=True)
class GateSettings:
    """`small_cell`: counts of persons from 1 to below this warn. `distinct_share`: from this share of different values
    on, a column that looks like identifiers blocks without a header that says so. `date`: the document's date.

    `aggregates_only`: every column that is no dimension or count blocks. Raises ThresholdError.
    """

    small_cell: int = 5
    distinct_share: Decimal = Decimal("0.8")
    date: dt.date = LATEST_LAW
    aggregates_only: bool = False
    exceptions: tuple[PrivacyException, ...] = ()

    def __post_init__(self) -> None:
        if self.small_cell < 0:
            raise ThresholdError("Ngưỡng số đếm nhỏ", self.small_cell)
        if not 0 <= self.distinct_share <= 1:
            raise ThresholdError("Tỷ lệ giá trị khác nhau", self.distinct_share)
