"""Who publishes and under which terms, and the lines that say so with every data set."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from report_utils.publish.data_set import About
from report_utils.vietnamese.dates import format_date

NOT_STATED = "chưa ghi"
ILLUSTRATIVE = "Số liệu minh họa, không phải số liệu chính thức"


@dataclass(frozen=True)
class Publisher:
    """The agency that publishes. `licence` are the terms of use, `licence_path` where they are written ("" if nowhere).

    `address` is the web address of the folder with the index page, ending in "/", or "" while it is not known;
    `day` is the day of publication.
    """

    code: str
    name: str
    licence: str
    day: dt.date
    licence_path: str = ""
    address: str = ""

    @property
    def title(self) -> str:
        """The heading of the page on the agency's site."""
        return f"Dữ liệu mở - {self.name}"


def info_lines(about: About, publisher: Publisher) -> list[tuple[str, str]]:
    """What the catalogue asks to be said of a data set, as label and text; a blank is said to be one."""
    lines = [
        ("Số thứ tự trong kế hoạch", about.number),
        ("Tên tập dữ liệu", about.name),
        ("Mô tả", about.description),
        ("Nhóm chủ đề", about.theme),
        ("Đơn vị chủ trì cung cấp", about.owner),
        ("Cơ quan công bố", publisher.name),
        ("Ngày cung cấp lần đầu", format_date(about.first) if about.first else ""),
        ("Tần suất cung cấp", about.frequency),
        ("Ngày cập nhật dữ liệu", format_date(about.updated)),
        ("Nguồn dữ liệu", about.source),
        ("Giấy phép sử dụng", publisher.licence),
        ("Ghi chú", about.note),
    ]
    if about.is_illustrative:
        lines.append(("Tính chất số liệu", ILLUSTRATIVE))
    return [(label, text or NOT_STATED) for label, text in lines if text or label != "Ghi chú"]
