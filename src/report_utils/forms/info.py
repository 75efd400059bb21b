"""The sheet «Thông tin»: which unit, which period, which version. Written by the form, read back by the intake."""

from __future__ import annotations

from dataclasses import dataclass

INFO_SHEET = "Thông tin"
GUIDE_SHEET = "Hướng dẫn"
LISTS_SHEET = "Danh mục"
SILENT_SHEETS = (GUIDE_SHEET, LISTS_SHEET)
"""The sheets of a form that speak to the unit; what may be written there is no answer."""

FORM_VERSION = "1"
"""Rises when a table definition changes so that older forms no longer fit."""

NATURES = ("Chính thức", "Minh họa")
ILLUSTRATIVE = NATURES[1]

NIL_LABEL = "Không phát sinh trong kỳ (ghi x)"
TOTAL_LABEL = "Tổng cộng"


@dataclass(frozen=True)
class InfoField:
    """A line of the sheet: its code, label, and whether the unit fills it in."""

    code: str
    label: str
    open: bool = False


INFO_FIELDS = (
    InfoField("unit_name", "Đơn vị"),
    InfoField("unit", "Mã đơn vị"),
    InfoField("period_title", "Kỳ báo cáo"),
    InfoField("agency", "Mã cơ quan"),
    InfoField("period", "Mã kỳ"),
    InfoField("window", "Số liệu tính"),
    InfoField("deadline", "Hạn gửi"),
    InfoField("form_version", "Phiên bản biểu mẫu"),
    InfoField("version", "Phiên bản tệp (gửi lần đầu ghi 1, gửi lại ghi 2, 3 …)", open=True),
    InfoField("sent", "Ngày gửi", open=True),
    InfoField("prepared_by", "Người lập biểu", open=True),
    InfoField("nature", "Tính chất số liệu", open=True),
)
"""The lines of the sheet, from top to bottom."""
