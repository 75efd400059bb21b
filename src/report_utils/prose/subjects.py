"""What a number is about, as words that can be compared: qualifiers that tell facts apart, and the other words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from report_utils.prose.letters import lowered

_QUALIFIERS: tuple[tuple[str, str], ...] = (
    (
        "trước và đúng hạn",
        r"(?:trước (?:hạn )?(?:và|,) đúng|đúng (?:hạn )?(?:và|,) (?:trước|sớm)|trước, đúng|sớm và đúng)(?: thời)? hạn",
    ),
    ("trước hạn", r"(?:trước|sớm) (?:thời )?hạn"),
    ("chưa đến hạn", r"(?:chưa (?:đến|tới)|trong|còn) (?:thời )?hạn"),
    ("đúng hạn", r"đúng (?:thời )?hạn"),
    ("quá hạn", r"(?:quá|trễ|chậm) (?:thời )?hạn"),
    ("toàn trình", r"toàn trình|mức (?:độ )?4"),
    ("một phần", r"một phần|mức (?:độ )?3"),
    ("thanh toán trực tuyến", r"(?:thanh toán|nộp phí|nộp lệ phí)(?: phí,? lệ phí| nghĩa vụ tài chính)? trực tuyến"),
    ("không tiền mặt", r"không (?:dùng |sử dụng )?tiền mặt"),
    ("sức khỏe điện tử", r"(?:hồ sơ|sổ) sức khỏe(?: điện tử)?|hssk(?:đt)?"),
    ("dân số", r"dân số"),
    ("trực tuyến", r"trực tuyến|qua mạng"),
    ("trực tiếp", r"trực tiếp"),
    ("bưu chính", r"bưu chính"),
    ("số hóa", r"số hóa"),
    ("kết quả điện tử", r"kết quả (?:giải quyết )?(?:tthc |thủ tục hành chính )?(?:bản )?điện tử"),
    ("hài lòng", r"hài lòng"),
    ("xin lỗi", r"xin lỗi"),
    ("chữ ký số", r"chữ ký số|chứng thư số|ký số"),
    ("tồn", r"(?:kỳ|tháng|quý|năm) trước (?:chuyển|sang)|tồn (?:kỳ|của kỳ)?(?: trước)?|chuyển sang"),
    ("chưa giải quyết", r"(?:đang|chưa|còn) (?:được )?giải quyết|đang xử lý|chưa xử lý"),
    ("tiếp nhận", r"tiếp nhận|nộp|tiếp nhận mới"),
    ("giải quyết", r"(?:đã |được )?(?:giải quyết|trả kết quả|xử lý)(?: xong)?"),
    ("đang thực hiện", r"(?:đang|chưa|tiếp tục) (?:triển khai |hoàn )?(?:thực hiện|thành)|đang triển khai"),
    ("hoàn thành", r"hoàn thành|đã (?:thực hiện|triển khai xong)"),
    ("được giao", r"được (?:\w+ ){0,4}giao(?! dịch)|giao(?! dịch)"),
    ("một cửa", r"trung tâm (?:phục vụ )?hành chính công|ttpvhcc|ttphcc|bộ phận (?:một cửa|tiếp nhận và trả kết quả)"),
    ("cấp tỉnh", r"cấp tỉnh"),
    ("cấp huyện", r"cấp huyện"),
    ("cấp xã", r"cấp xã"),
    ("sửa đổi", r"sửa đổi|bổ sung|thay thế"),
    ("bãi bỏ", r"bãi bỏ|hủy bỏ"),
    ("mới", r"\bmới\b"),
    ("lại", r"\blại\b"),
    ("kỳ khác", r"cùng kỳ|kỳ trước|năm trước|quý trước|tháng trước|trước đó|năm ngoái|trước đây"),
    ("lũy kế", r"lũy kế|từ đầu năm|(?:6|9) tháng|từ đầu nhiệm kỳ|giai đoạn"),
    (
        "mục tiêu",
        r"chỉ tiêu|mục tiêu|phấn đấu|tối thiểu|kế hoạch (?:năm|giao|đề ra|đặt ra)|yêu cầu|trở lên|dự kiến|ước|nâng cao",
    ),
    ("bình quân", r"bình quân|trung bình|mỗi"),
    ("liên thông", r"liên thông"),
    ("kiểm tra", r"kiểm tra|thanh tra"),
    ("nữ", r"\bnữ\b"),
    ("nam", r"\bnam\b(?! (?:định|việt))"),
    ("vị trí việc làm", r"vị trí việc làm"),
    ("tuyển dụng", r"tuyển dụng|tuyển mới"),
    ("bổ nhiệm", r"bổ nhiệm"),
    ("tinh giản", r"tinh giản"),
    ("nghỉ hưu", r"nghỉ hưu|hưu trí"),
    ("tạm ngưng", r"tạm ngưng|tạm dừng"),
    ("công bố", r"công bố"),
    ("đơn giản hóa", r"đơn giản hóa|cắt giảm"),
    ("rà soát", r"rà soát"),
    ("phi địa giới", r"phi địa giới"),
    ("ủy quyền", r"ủy quyền"),
    ("giá trị", r"giá trị"),
    ("quá tải", r"quá tải"),
    ("tăng giảm", r"\btăng\b|\bgiảm\b|vượt|so với"),
    ("không", r"\bkhông\b|\bchưa\b"),
    ("kinh phí", r"kinh phí"),
    ("thu", r"\bthu\b"),
    ("chi", r"\bchi\b"),
)
_COMPILED = tuple((name, re.compile(pattern)) for name, pattern in _QUALIFIERS)
_IMPLIED = {"toàn trình": "trực tuyến", "một phần": "trực tuyến", "thanh toán trực tuyến": "trực tuyến"}
_ONLY_SENT = frozenset({"trực tuyến", "trực tiếp", "bưu chính", "tồn"})
_WEAK = frozenset(
    {
        "chưa giải quyết",
        "quá hạn",
        "đúng hạn",
        "trước hạn",
        "chưa đến hạn",
        "đang thực hiện",
        "hoàn thành",
        "được giao",
        "tiếp nhận",
        "giải quyết",
        "mới",
        "lại",
        "không",
        "công bố",
        "mục tiêu",
        "nam",
        "nữ",
        "kiểm tra",
        "rà soát",
        "chi",
        "thu",
        "lũy kế",
        "kỳ khác",
        "tăng giảm",
    }
)
_FLUFF = frozenset(
    lowered("""
    sở y tế tỉnh thành phố huyện xã địa bàn trên của các được đã là có trong kỳ thực hiện kết quả tổng số tổng cộng
    lượng
    tỷ lệ tỉ đạt chiếm ngành cơ quan đơn vị và về tại theo hiện nay đến với này toàn năm quý tháng gồm người dân doanh
    nghiệp tổ chức cá nhân cho để do bằng từ khi đang sẽ cần việc công tác tình hình báo cáo trường hợp thuộc thẩm quyền
    phạm vi quản lý nhà nước cụ thể trong đó thì mà ra vào lên cùng như cũng còn nào những một hai ba tính thời điểm hết
    ngày đủ bao nhiêu quy định chung sự nghiệp công lập hành chính thủ tục tthc dịch vụ công dvc hồ sơ nhiệm vụ văn bản
    triển khai tiến hành tiếp tục nhất hệ thống thông tin giải quyết qua tỉnh phần mềm cổng quốc gia trực thuộc ủy ban
    nhân dân ubnd chính quyền bộ phận phòng ban đầu cuối lệ tỷ mức độ hoàn thành điện tử lập từ xa hơn số/tổng trả
""").split()
)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Subject:
    """The qualifiers and the other telling words of what a number is about."""

    qualifiers: frozenset[str]
    words: frozenset[str]

    def without(self, noun: str) -> Subject:
        """The subject without the words of what is counted."""
        return Subject(self.qualifiers, self.words - set(lowered(noun).split()))

    def is_near(self, other: Subject) -> bool:
        """Whether two numbers may be about the same, where the numbers themselves already look like one mistyped."""
        shared, smaller = self.words & other.words, min(len(self.words), len(other.words))
        return len((self.qualifiers ^ other.qualifiers) - _WEAK) <= 1 and (bool(shared) or not smaller)

    def is_like(self, other: Subject) -> bool:
        """Whether two numbers are about the same: equal qualifiers, and words of which few tell them apart."""
        if self.qualifiers != other.qualifiers:
            return False
        shared, apart = self.words & other.words, self.words ^ other.words
        smaller = min(len(self.words), len(other.words))
        if not smaller:
            return bool(self.qualifiers - _WEAK) and not apart
        if len(shared) == smaller:
            return len(apart) <= len(shared) and (len(shared) >= 2 or not apart)
        return len(shared) >= 3 and len(shared) / (len(shared) + len(apart)) >= 0.7


@lru_cache(maxsize=4096)
def subject_of(text: str) -> Subject:
    """What a folded piece of text is about."""
    found, rest = set(), text
    for name, pattern in _COMPILED:
        if pattern.search(rest):
            found.add(name)
            rest = pattern.sub(" ", rest)
    found -= {implied for name, implied in _IMPLIED.items() if name in found}
    if found & _ONLY_SENT:
        found.discard("tiếp nhận")
    words = frozenset(word for word in _WORD.findall(rest) if word not in _FLUFF and len(word) > 1)
    return Subject(frozenset(found), words)
