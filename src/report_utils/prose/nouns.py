"""What is counted: the nouns behind numbers, each way of writing under one name."""

from __future__ import annotations

import re

from report_utils.prose.letters import lowered

_WAYS = {
    "thủ tục": ("thủ tục hành chính", "thủ tục", "tthc", "dịch vụ công trực tuyến", "dịch vụ công", "dvctt", "dvc"),
    "hồ sơ": ("hồ sơ tthc", "hồ sơ thủ tục hành chính", "hồ sơ", "bộ hồ sơ", "hs"),
    "nhiệm vụ": ("nhiệm vụ", "đầu việc", "nội dung công việc"),
    "nội dung": ("nội dung",),
    "văn bản quy phạm": ("văn bản quy phạm pháp luật", "vbqppl", "văn bản qppl"),
    "văn bản": ("văn bản", "vb"),
    "công văn": ("công văn",),
    "quyết định": ("quyết định",),
    "nghị quyết": ("nghị quyết",),
    "kế hoạch": ("kế hoạch",),
    "thông báo": ("thông báo",),
    "chỉ thị": ("chỉ thị",),
    "báo cáo": ("báo cáo",),
    "lớp": ("lớp bồi dưỡng", "lớp đào tạo", "lớp tập huấn", "lớp", "khóa"),
    "học viên": ("lượt học viên", "học viên"),
    "người": ("lượt người", "người dân", "người", "nhân viên", "lao động"),
    "công chức": ("cán bộ, công chức, viên chức", "công chức, viên chức", "cbccvc", "ccvc", "công chức", "cán bộ"),
    "viên chức": ("viên chức",),
    "biên chế": ("biên chế",),
    "trường hợp": ("trường hợp", "vụ việc", "vụ", "ca"),
    "đơn vị": ("đơn vị sự nghiệp công lập", "đơn vị sự nghiệp", "đơn vị", "cơ quan, đơn vị", "cơ quan"),
    "phòng": ("phòng chuyên môn", "phòng, ban", "phòng"),
    "cơ sở": ("cơ sở khám chữa bệnh", "cơ sở khám bệnh, chữa bệnh", "cơ sở y tế", "cơ sở"),
    "trạm y tế": ("trạm y tế", "trạm"),
    "xã": ("xã, phường, thị trấn", "xã, phường", "xã", "phường", "thị trấn", "đơn vị cấp xã"),
    "huyện": ("huyện, thị xã, thành phố", "huyện, thành phố", "huyện"),
    "chỉ tiêu": ("chỉ tiêu",),
    "lượt": ("lượt", "lần"),
    "cuộc": ("cuộc kiểm tra", "cuộc thanh tra", "cuộc họp", "cuộc", "đợt", "đoàn"),
    "ý kiến": ("phản ánh, kiến nghị", "phản ánh kiến nghị", "phản ánh", "kiến nghị", "ý kiến", "pakn", "đơn"),
    "phiếu": (
        "phiếu khảo sát",
        "phiếu",
    ),
    "sáng kiến": ("sáng kiến", "giải pháp", "mô hình"),
    "tin": ("tin, bài", "tin/bài", "tin bài", "tin", "bài viết", "bài"),
    "giao dịch": ("giao dịch",),
    "tài khoản": ("tài khoản",),
    "mũi": ("mũi tiêm", "mũi"),
    "dự án": ("dự án",),
    "lĩnh vực": ("lĩnh vực",),
    "hội nghị": ("hội nghị", "buổi", "hội thảo"),
    "hạng mục": ("hạng mục", "công trình"),
    "điểm": ("điểm",),
    "ngày": ("ngày làm việc", "ngày"),
    "tháng": ("tháng",),
    "giờ": ("giờ", "phút", "tuần"),
    "tập dữ liệu": ("tập dữ liệu", "bộ dữ liệu", "dữ liệu mở"),
    "tiêu chí": ("tiêu chí", "tiêu chí thành phần"),
    "nhà thuốc": ("nhà thuốc",),
    "quầy thuốc": ("quầy thuốc",),
    "khoản": ("nguồn", "khoản"),
    "hệ thống": ("hệ thống", "phần mềm", "ứng dụng"),
    "hộ": ("hộ gia đình", "hộ"),
    "trang": ("trang",),
    "thôn": ("thôn", "ấp", "tổ dân phố", "khu phố"),
    "máy": ("máy tính", "máy", "thiết bị", "bộ máy tính"),
    "thành viên": ("thành viên", "đồng chí", "đ/c"),
    "giấy phép": ("giấy phép", "giấy chứng nhận", "chứng chỉ hành nghề", "chứng chỉ"),
    "chữ ký số": ("chứng thư số", "chữ ký số", "usb token"),
    "câu hỏi": ("câu hỏi", "lượt thi"),
}
_CANONICAL = {lowered(way): name for name, ways in _WAYS.items() for way in ways}
COUNTABLE = "|".join(re.escape(way) for way in sorted(_CANONICAL, key=len, reverse=True))
"""Every noun that is counted, longest first, as a pattern over small letters."""
_AFTER = re.compile(rf"\s*(?P<noun>{COUNTABLE})(?!\w)")
_ANY = re.compile(rf"(?<!\w)(?P<noun>{COUNTABLE})(?!\w)")
_WORDS = re.compile(r"\s*([^\W\d_]+)(?:\s([^\W\d_]+))?")
_NO_NOUN = frozenset(
    map(
        lowered,
        (
            "và",
            "trên",
            "trong",
            "là",
            "đạt",
            "chiếm",
            "so",
            "đến",
            "tại",
            "của",
            "thì",
            "được",
            "đã",
            "có",
            "đúng",
            "với",
            "các",
            "gồm",
            "bao",
            "thuộc",
            "còn",
            "bằng",
            "tăng",
            "giảm",
            "để",
            "do",
            "từ",
            "cho",
            "ở",
            "hoặc",
            "theo",
            "cụ",
            "cùng",
            "đang",
            "chưa",
            "không",
            "năm",
            "quý",
            "sau",
            "trước",
            "như",
            "khi",
            "hiện",
            "vượt",
            "ngày",
            "nay",
            "tương",
        ),
    )
)


_MEASURED = frozenset({"điểm", "ngày", "giờ", "tháng", "lượt"})
_DIGIT = "không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|linh|lẻ"
_SPELLED = re.compile(rf"\s*\((?:{_DIGIT})(?:\s(?:{_DIGIT}))*\)")
"""The number once more in words: "05 (năm) đơn vị"."""


def is_thing(noun: str) -> bool:
    """Whether a noun is one of those that are counted whole, and no measure, as days and points are."""
    return noun in _WAYS and noun not in _MEASURED


def noun_after(text: str, position: int) -> tuple[str, int]:
    """The name of what is counted right behind `position` of folded text, and where its words end; ("", position)."""
    if spelled := _SPELLED.match(text, position):
        position = spelled.end()
    if found := _AFTER.match(text, position):
        return _CANONICAL[found["noun"]], found.end()
    found = _WORDS.match(text, position)
    if not found or found[1] in _NO_NOUN:
        return "", position
    second = found[2] if found[2] and found[2] not in _NO_NOUN else ""
    return f"{found[1]} {second}".strip(), found.end(2) if second else found.end(1)


def last_noun(text: str) -> str:
    """The name of the last thing that folded text speaks of, "" where it names none that is known."""
    found = [each["noun"] for each in _ANY.finditer(text)]
    return _CANONICAL[found[-1]] if found else ""
