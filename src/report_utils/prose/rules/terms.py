"""R21, R22: terms and citations that were no longer in force when the report was made."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from report_utils.prose.passage import Kind
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.scan import Report, Scanned
from report_utils.vietnamese.dates import format_date


@dataclass(frozen=True)
class Ended:
    """What was in use up to a day: the words or the document, what took its place, and by what."""

    pattern: re.Pattern[str]
    since: dt.date
    instead: str
    by: str


def _ended(pattern: str, since: str, instead: str, by: str) -> Ended:
    return Ended(re.compile(pattern), dt.date.fromisoformat(since), instead, by)


TERMS = (
    _ended(
        r"(?<!văn hóa )\bmức (?:độ )?[34](?:\s*(?:,|và|-|/)\s*(?:mức (?:độ )?)?[34])?\b(?!\.\d)(?= |[.,;)])",
        "2022-08-15",
        "dịch vụ công trực tuyến toàn trình, một phần",
        "Nghị định số 42/2022/NĐ-CP",
    ),
    _ended(
        r"\bcấp huyện\b|\bubnd (?:các )?huyện\b|\bủy ban nhân dân (?:các )?huyện\b|\b(?:các|tuyến) huyện\b|"
        r"\bhuyện, thị xã, thành phố\b|\bphòng (?:[^\W\d_]+ ){1,3}huyện\b(?! [^\W\d_]+ \(cũ)|\bcấp quận\b|\bthị trấn\b",
        "2025-07-01",
        "cấp xã (chính quyền địa phương hai cấp)",
        "Luật Tổ chức chính quyền địa phương năm 2025",
    ),
    _ended(
        r"\bsở thông tin (?:và )?truyền thông\b|\bsở tt&tt\b|\bsở tttt\b",
        "2025-03-01",
        "Sở Khoa học và Công nghệ",
        "sắp xếp tổ chức bộ máy năm 2025",
    ),
    _ended(
        r"\bbộ thông tin và truyền thông\b", "2025-03-01", "Bộ Khoa học và Công nghệ", "Nghị quyết số 176/2025/QH15"
    ),
    _ended(r"\bsở kế hoạch (?:và )?đầu tư\b", "2025-03-01", "Sở Tài chính", "sắp xếp tổ chức bộ máy năm 2025"),
    _ended(r"\bbộ kế hoạch và đầu tư\b", "2025-03-01", "Bộ Tài chính", "Nghị quyết số 176/2025/QH15"),
    _ended(
        r"\bsở lao động(?:,)?\s*-?\s*thương binh\b|\bsở lđ-?tb&?xh\b|\bsở ldtbxh\b",
        "2025-03-01",
        "sở đã nhận lĩnh vực tương ứng (Sở Nội vụ, Sở Y tế …)",
        "sắp xếp tổ chức bộ máy năm 2025",
    ),
    _ended(r"\bbộ lao động\s*-?\s*thương binh\b", "2025-03-01", "Bộ Nội vụ", "Nghị quyết số 176/2025/QH15"),
    _ended(
        r"\bsở tài nguyên (?:và )?môi trường\b|\bsở nông nghiệp và (?:phát triển nông thôn|ptnt)\b",
        "2025-03-01",
        "Sở Nông nghiệp và Môi trường",
        "sắp xếp tổ chức bộ máy năm 2025",
    ),
    _ended(r"\bsở giao thông vận tải\b|\bsở gtvt\b", "2025-03-01", "Sở Xây dựng", "sắp xếp tổ chức bộ máy năm 2025"),
    _ended(
        r"\bchứng minh nhân dân\b(?! 9 số| cũ)|\bcmnd\b(?! 9 số| cũ| hết)",
        "2025-01-01",
        "thẻ căn cước, căn cước công dân",
        "Luật Căn cước năm 2023",
    ),
    _ended(
        r"\bhộ chiếu vắc xin\b|\bphòng,? chống dịch covid\b|\bcovid-19\b",
        "2023-10-20",
        "bỏ, nếu không còn thực hiện trong kỳ",
        "Quyết định số 3896/QĐ-BYT (COVID-19 chuyển nhóm B)",
    ),
    _ended(
        r"\bsổ hộ khẩu\b",
        "2023-01-01",
        "thông tin cư trú trong Cơ sở dữ liệu quốc gia về dân cư",
        "Luật Cư trú năm 2020",
    ),
)
"""Words of official reports that later law has replaced."""

_DOCUMENTS = (
    (
        "NĐ",
        47,
        2020,
        "2025-10-22",
        "Nghị định số 278/2025/NĐ-CP; dữ liệu mở: Nghị định số 194/2025/NĐ-CP từ ngày 19/8/2025",
    ),
    ("NĐ", 13, 2023, "2026-01-01", "Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 và Nghị định số 356/2025/NĐ-CP"),
    ("NĐ", 61, 2018, "2025-07-01", "Nghị định số 118/2025/NĐ-CP"),
    ("NĐ", 107, 2021, "2025-07-01", "Nghị định số 118/2025/NĐ-CP"),
    ("NĐ", 43, 2011, "2022-08-15", "Nghị định số 42/2022/NĐ-CP"),
    ("NĐ", 42, 2022, "2026-07-01", "Nghị định số 224/2026/NĐ-CP"),
    ("NĐ", 34, 2016, "2025-04-01", "Nghị định số 78/2025/NĐ-CP"),
    ("NĐ", 154, 2020, "2025-04-01", "Nghị định số 78/2025/NĐ-CP"),
    ("NĐ", 130, 2018, "2025-04-10", "Nghị định số 23/2025/NĐ-CP"),
    ("NĐ", 110, 2004, "2020-03-05", "Nghị định số 30/2020/NĐ-CP"),
    ("NĐ", 64, 2007, "2026-07-01", "Nghị định số 224/2026/NĐ-CP"),
    ("NĐ", 37, 2014, "2025-03-01", "Nghị định số 150/2025/NĐ-CP"),
    ("NĐ", 24, 2014, "2025-03-01", "Nghị định số 45/2025/NĐ-CP"),
    ("NĐ", 108, 2014, "2023-07-20", "Nghị định số 29/2023/NĐ-CP"),
    ("NĐ", 113, 2018, "2023-07-20", "Nghị định số 29/2023/NĐ-CP"),
    ("NĐ", 143, 2020, "2023-07-20", "Nghị định số 29/2023/NĐ-CP"),
    ("TT", 1, 2018, "2025-07-01", "Thông tư số 03/2025/TT-VPCP"),
    ("NĐ", 16, 2015, "2021-08-15", "Nghị định số 60/2021/NĐ-CP"),
    ("NĐ", 101, 2012, "2024-07-01", "Nghị định số 52/2024/NĐ-CP"),
    ("NĐ", 59, 2022, "2024-07-01", "Nghị định số 69/2024/NĐ-CP"),
    ("NĐ", 29, 2012, "2020-09-29", "Nghị định số 115/2020/NĐ-CP"),
    ("NĐ", 24, 2010, "2020-12-01", "Nghị định số 138/2020/NĐ-CP"),
    ("NĐ", 56, 2015, "2020-08-20", "Nghị định số 90/2020/NĐ-CP"),
    ("NĐ", 90, 2020, "2025-08-15", "nghị định mới về đánh giá, xếp loại"),
    ("NĐ", 36, 2013, "2020-07-20", "Nghị định số 62/2020/NĐ-CP"),
    ("NĐ", 41, 2012, "2020-10-15", "Nghị định số 106/2020/NĐ-CP"),
    ("NĐ", 27, 2012, "2020-09-20", "Nghị định số 112/2020/NĐ-CP"),
    ("L", 40, 2009, "2024-01-01", "Luật Khám bệnh, chữa bệnh số 15/2023/QH15"),
    ("L", 59, 2014, "2024-07-01", "Luật Căn cước số 26/2023/QH15"),
    ("L", 45, 2013, "2024-08-01", "Luật Đất đai số 31/2024/QH15"),
    ("L", 65, 2014, "2024-08-01", "Luật Nhà ở số 27/2023/QH15"),
    ("L", 66, 2014, "2024-08-01", "Luật Kinh doanh bất động sản số 29/2023/QH15"),
    ("L", 43, 2013, "2024-01-01", "Luật Đấu thầu số 22/2023/QH15"),
    ("L", 51, 2005, "2024-07-01", "Luật Giao dịch điện tử số 20/2023/QH15"),
    ("L", 11, 2012, "2024-07-01", "Luật Giá số 16/2023/QH15"),
    ("L", 17, 2012, "2024-07-01", "Luật Tài nguyên nước số 28/2023/QH15"),
    ("L", 77, 2015, "2025-03-01", "Luật Tổ chức chính quyền địa phương (số 65/2025/QH15, nay là số 72/2025/QH15)"),
    ("L", 80, 2015, "2025-04-01", "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15"),
    ("L", 58, 2014, "2025-07-01", "Luật Bảo hiểm xã hội số 41/2024/QH15"),
    ("L", 1, 2011, "2025-07-01", "Luật Lưu trữ số 33/2024/QH15"),
    ("L", 22, 2008, "2025-07-01", "Luật Cán bộ, công chức số 80/2025/QH15"),
    ("NĐ", 82, 2018, "2022-07-15", "Nghị định số 35/2022/NĐ-CP"),
    ("NĐ", 109, 2016, "2024-01-01", "Nghị định số 96/2023/NĐ-CP"),
    ("NĐ", 54, 2017, "2025-07-01", "Nghị định số 163/2025/NĐ-CP"),
    ("NĐ", 43, 2014, "2024-08-01", "Nghị định số 102/2024/NĐ-CP"),
    ("NĐ", 44, 2014, "2024-08-01", "Nghị định số 71/2024/NĐ-CP"),
    ("NĐ", 63, 2014, "2024-02-27", "Nghị định số 24/2024/NĐ-CP"),
    ("NĐ", 138, 2020, "2025-07-01", "Nghị định số 170/2025/NĐ-CP"),
    ("NĐ", 34, 2011, "2020-09-20", "Nghị định số 112/2020/NĐ-CP"),
)
"""Documents: kind, number, year, the day from which they are no longer in force, what took their place."""

ENDED = {(kind, number, year): (dt.date.fromisoformat(since), by) for kind, number, year, since, by in _DOCUMENTS}
_PARLIAMENTS = ("QH11", "QH12", "QH13")
_NAMED_LAWS = tuple(
    _ended(pattern, since, instead, "luật mới có hiệu lực")
    for pattern, since, instead in (
        (r"\bluật căn cước công dân(?: năm 2014)?\b", "2024-07-01", "Luật Căn cước năm 2023"),
        (r"\bluật khám bệnh, chữa bệnh năm 2009\b", "2024-01-01", "Luật Khám bệnh, chữa bệnh năm 2023"),
        (r"\bluật đất đai năm 2013\b", "2024-08-01", "Luật Đất đai năm 2024"),
        (r"\bluật đấu thầu năm 2013\b", "2024-01-01", "Luật Đấu thầu năm 2023"),
        (r"\bluật giao dịch điện tử năm 2005\b", "2024-07-01", "Luật Giao dịch điện tử năm 2023"),
    )
)
"""Laws that people cite by name and year."""

_HISTORY = re.compile(
    r"hết hiệu lực|thay thế|bãi bỏ|trước đây|sửa đổi|cũ\b|hợp nhất|sáp nhập|chuyển giao|từ sở|"
    r"trên cơ sở|kết thúc hoạt động|trước khi|tiền thân|thôi|chấm dứt|bỏ cấp|không còn"
)


def check_terms(report: Report) -> Iterator[Remark | Held]:
    """Every term and citation against the day of the report, else the end of its window."""
    setting = report.setting
    day = setting.day or (setting.window.cutoff if setting.window else None)
    if day is None:
        return
    for scan in report:
        if scan.passage.kind is Kind.HEADING and not any(map(str.isdigit, scan.passage.text)):
            continue
        yield from _of_terms(scan, day, setting.window.start if setting.window else day)
        yield from _of_documents(scan, day)


def _of_terms(scan: Scanned, day: dt.date, start: dt.date) -> Iterator[Remark]:
    if scan.low.startswith(("nơi nhận", "lưu")):
        return
    for term in (*TERMS, *_NAMED_LAWS):
        if term.since > min(day, max(start, term.since)) or term.since > day:
            continue
        found = term.pattern.search(scan.low)
        if found and not _in_document(scan, found) and not _is_history(scan, found):
            yield Remark(
                "R21",
                (Spot(scan, found.start()),),
                scan.passage.text[found.start() : found.end()],
                term.instead,
                {"since": format_date(term.since), "by": term.by},
            )


def _in_document(scan: Scanned, found: re.Match[str]) -> bool:
    return any(
        each.start <= found.start() < each.end or (each.issuer and found[0] in each.issuer.lower())
        for each in scan.documents
    )


def _is_history(scan: Scanned, found: re.Match[str]) -> bool:
    start, end = scan.sentence_at(found.start())
    return bool(_HISTORY.search(scan.low[max(start, found.start() - 60) : min(end, found.end() + 60)]))


def _of_documents(scan: Scanned, day: dt.date) -> Iterator[Remark]:
    for each in scan.documents:
        year = each.year or (each.day.year if each.day else None)
        since, by = ENDED.get((each.kind, each.number, year or 0), (dt.date.max, ""))
        start, end = scan.sentence_at(each.start)
        near = scan.low[max(start, each.start - 50) : min(end, each.end + 50)]
        if (
            since <= day
            and each.code.upper().endswith(("CP", "VPCP", *_PARLIAMENTS))
            and not re.search(r"thay thế|hết hiệu lực|trước đây|bãi bỏ", near)
        ):
            yield Remark("R22", (Spot(scan, each.start),), each.symbol, by, {"since": format_date(since)})
