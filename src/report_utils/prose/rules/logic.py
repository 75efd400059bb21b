"""R20: what is denied in one place is told as done, or counted, in another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from report_utils.prose.amounts import Sort
from report_utils.prose.letters import lowered
from report_utils.prose.passage import Kind
from report_utils.prose.remark import Held, Remark, Spot
from report_utils.prose.scan import Report, Scanned

_NIL = re.compile(
    r"\b(?:chưa (?:có )?phát sinh|không phát sinh|không (?:có|nhận được|để xảy ra|để)(?! thẩm quyền| nhu cầu)|"
    r"chưa có|chưa (?:thực hiện|tổ chức|ban hành|xây dựng|áp dụng(?: được)?|triển khai|tuyển dụng|bổ nhiệm)|"
    r"không (?:tuyển dụng|thực hiện|tổ chức|bổ nhiệm|kỷ luật)|đang xây dựng|đang dự thảo)\b"
)
_TOPICS = {
    "tuyển dụng": r"tuyển dụng|tuyển mới|đã tuyển",
    "kỷ luật": r"(?:bị |hình thức |xử lý )kỷ luật|vi phạm kỷ luật|kỷ luật (?:cán bộ|công chức|viên chức|\d)|"
    r"trường hợp (?:bị )?kỷ luật",
    "mô hình, sáng kiến": r"mô hình|sáng kiến|thí điểm(?! thi)|cách làm (?:hay|mới)",
    "khen thưởng": r"khen thưởng|giấy khen|bằng khen|tặng (?:giấy|bằng) khen",
    "phản ánh, kiến nghị": r"phản ánh,? ?(?:và )?kiến nghị|pakn|(?:ý kiến|đơn|lượt) phản ánh",
    "nâng ngạch, thăng hạng": r"nâng ngạch|thăng hạng",
    "khiếu nại, tố cáo": r"(?:đơn |vụ )?khiếu nại|tố cáo",
    "kế hoạch tuyên truyền": r"kế hoạch (?:\S+ ){0,8}?tuyên truyền|tuyên truyền.{0,40}kế hoạch",
    "kế hoạch kiểm tra": r"kế hoạch (?:\S+ ){0,9}?kiểm tra(?! văn bản)|kiểm tra.{0,30}theo kế hoạch",
    "hồ sơ quá hạn": r"(?:hồ sơ|giải quyết)[^.;,]{0,30}(?:quá|trễ|chậm) h[ạẹ]n|(?:quá|"
    r"trễ) h[ạẹ]n[^.;,]{0,25}hồ sơ|^quá hạn",
    "thư xin lỗi": r"xin lỗi",
    "bổ nhiệm": r"bổ nhiệm",
    "tinh giản": r"tinh giản",
    "đối thoại": r"đối thoại",
    "sắp xếp": r"sáp nhập|giải thể",
    "đào tạo": r"(?:lớp|đi|cử|tổ chức) (?:\S+ ){0,5}?(?:đào tạo|bồi dưỡng|tập huấn)",
    "luân chuyển": r"luân chuyển|điều động",
    "chuyển đổi vị trí": r"chuyển đổi vị trí",
    "kiểm tra đột xuất": r"kiểm tra đột xuất",
    "văn bản quy phạm": r"văn bản (?:quy phạm|qppl)|vbqppl",
    "dịch vụ công ích": r"bưu chính công ích",
    "thanh toán trực tuyến": r"thanh toán trực tuyến",
    "khảo sát hài lòng": r"khảo sát[^.;]{0,40}hài lòng|hài lòng",
    "sự cố mạng": r"sự cố[^.;]{0,30}(?:mạng|thông tin|an toàn)|mất an toàn thông tin",
    "nợ đọng": r"nợ đọng",
    "chữ ký số": r"chữ ký số",
    "số hóa": r"số hóa (?:hồ sơ|thành phần|kết quả)",
    "công khai": r"niêm yết|công khai",
    "xếp hạng": r"xếp hạng",
    "tập huấn": r"tập huấn",
    "nghỉ hưu": r"nghỉ hưu",
    "thanh tra": r"(?:cuộc|đoàn) thanh tra",
    "thái độ phục vụ": r"thái độ",
}
_COMPILED = {name: re.compile(pattern) for name, pattern in _TOPICS.items()}
_AHEAD = re.compile(r"\b(?:sẽ|dự kiến|tiếp tục|tăng cường|đẩy mạnh|đề nghị|hướng dẫn|quy định về|yêu cầu)\b")
_DONE = re.compile(
    r"\b(?:hoàn thành|đã (?!được giao)|tiến hành|kết quả|theo kế hoạch|thực hiện theo|tiếp nhận|tổ chức|"
    r"phê duyệt|ban hành|có \d|còn \d|với \d)"
)
_COUNTED = re.compile(r"\d \w+(?: \w+)? (?:mới|vừa)\s*$")
_ASIDE = re.compile(r"\([^()]*\)(?=[^:.]*:)")
"""What a prompt names in brackets before its colon: no answer."""

_GOAL = re.compile(r"\bphấn đấu\b|\bsẽ\b")
_CARRIED_OUT = re.compile(
    r"(?:theo|thực hiện|triển khai|tại|hoàn thành|bám sát|căn cứ)\b[^.;]{0,60}(?:kế )?hoạch"
)
_LACKING = re.compile(r"\bchưa (?:đủ|có|được|triển khai|trang bị)\b")
_ALL_DONE = re.compile(
    r"(?:đã )?hoàn thành [^.;]{0,25}?(?:100\s?%|toàn bộ|tất cả|đầy đủ)[^.;]{0,30}?"
    r"(?P<what>nhiệm vụ|kế hoạch|chỉ tiêu|hồ sơ|dữ liệu)[^.;]{0,50}"
)
_ALL_IN_TIME = re.compile(
    r"^\W*(?:trong kỳ,? |kết quả:? )?(?:có )?100\s?% (?:số )?hồ sơ (?:tthc |đã )?(?:được )?"
    r"(?:giải quyết |trả (?:kết quả )?)?"
    r"(?:(?:trước|đúng)(?: (?:hạn )?và (?:trước|đúng))? hạn)\s*[.;]?\s*$"
)
_SCOPE = re.compile(
    r"\W*(?:tại |đối với )?((?:lĩnh vực|phòng|trung tâm|bệnh viện|chi cục|khoa|trạm)\s[^,:;.()\d]+?)\s*"
    r"(?=\b(?:có|không|chưa|đã|còn|tiếp nhận|giải quyết)\b|[,:;.(])"
)
_PERSONS = re.compile(r"công chức|viên chức")
_GOING_ON = r"(?:đang thực hiện|chưa hoàn thành|còn|đang triển khai)"
_UNDONE = re.compile(r"còn (?P<n>\d[\d.]*) [^.;]{3,60}?chưa (?:được )?(?P<verb>\w+ \w+)")


@dataclass(frozen=True)
class Denial:
    """A sentence that says there is none of something."""

    scan: Scanned
    start: int
    topic: str
    sentence: str


def check_denials(report: Report) -> Iterator[Remark | Held]:
    """Each denial against every sentence with a figure or a deed on the same topic; "100%" against what is left."""
    denials = [denial for scan in report for denial in _denials(scan)]
    told: set[tuple[int, int]] = set()
    for denial in denials:
        for scan, start, sentence in _sentences(report):
            if (
                (scan is denial.scan and start == denial.start)
                or scan.is_outlook
                or not _COMPILED[denial.topic].search(sentence)
                or _are_others(denial.sentence, sentence)
            ):
                continue
            if _is_deed(scan, start, sentence, denial):
                key = (id(denial.scan), denial.start)
                if key not in told:
                    told.add(key)
                    yield Remark("R20", (Spot(denial.scan, denial.start), Spot(scan, start)), denial.topic, "")
    yield from _all_but(report)
    yield from _yet(report)


def _are_others(one: str, other: str) -> bool:
    """Whether two sentences speak of other units or fields, or one of officials and one of employees."""
    scopes = [found[1] for found in map(_SCOPE.match, (one, other)) if found]
    groups = [set(_PERSONS.findall(each)) for each in (one, other)]
    return len(set(scopes)) > 1 or (all(groups) and not groups[0] & groups[1])


def _sentences(report: Report) -> Iterator[tuple[Scanned, int, str]]:
    for scan in report:
        if scan.passage.kind is not Kind.ROW and scan.passage.kind is not Kind.HEADING:
            for start, end in scan.sentences:
                yield scan, start, _ASIDE.sub(lambda found: " " * len(found[0]), scan.low[start:end])


def _denials(scan: Scanned) -> Iterator[Denial]:
    if scan.passage.kind in (Kind.ROW, Kind.HEADING) or scan.is_outlook:
        return
    yield from _all_in_time(scan)
    for start, end in scan.sentences:
        sentence = scan.low[start:end]
        for clause in re.split(r";", sentence):
            found = _NIL.search(clause)
            if not found or _GOAL.search(sentence[: sentence.index(clause) + found.start()]):
                continue
            about = clause
            if ":" in clause[: found.start()]:
                label, _, rest = clause.rpartition(":")
                about = label if len(rest) < 60 else rest
            elif found[0].endswith("tổ chức"):  # what is not held stands behind
                about = clause[found.start() : found.end() + 60]
            else:
                about = clause[max(0, found.start() - 60) : found.end() + 60]
            for name, pattern in _COMPILED.items():
                if pattern.search(about):
                    yield Denial(scan, start, name, clause)
                    break


def _all_in_time(scan: Scanned) -> Iterator[Denial]:
    """All files are in time, said of no unit or field alone: none is overdue."""
    if not any(parent.leads for parent in scan.passage.parents):
        for start, end in scan.sentences:
            if _ALL_IN_TIME.search(scan.low[start:end]):
                yield Denial(scan, start, "hồ sơ quá hạn", scan.low[start:end])


def _is_deed(scan: Scanned, start: int, sentence: str, denial: Denial) -> bool:
    """Whether a sentence tells of a deed or a figure on the topic: nothing denied itself or still ahead."""
    places = [found.start() for found in _COMPILED[denial.topic].finditer(sentence)]
    if not places or _NIL.search(sentence) or _AHEAD.search(sentence[: places[0]]) or _is_nil_figure(sentence):
        return False
    if denial.topic.startswith("kế hoạch"):
        return bool(_CARRIED_OUT.search(sentence)) and denial.topic.split()[-1] in sentence
    near = _has_amount_near(scan, start, sentence, places)
    if denial.topic == "mô hình, sáng kiến":
        told = near or re.search(r"thí điểm|công nhận|áp dụng", sentence)
        return bool(_DONE.search(sentence) and told) and len(sentence) < 420
    return near and (denial.topic in ("hồ sơ quá hạn", "kỷ luật") or _is_told_of(sentence, places[0]))


def _has_amount_near(scan: Scanned, start: int, sentence: str, places: Iterable[int]) -> bool:
    """Whether the sentence, which begins at `start`, has a positive amount beside one of the places in it."""
    sorts = (Sort.COUNT, Sort.RATIO, Sort.BARE)
    amounts = [each.start - start for each in scan.amounts
               if start <= each.start < start + len(sentence) and each.value > 0 and each.sort in sorts]
    return any(-60 < at - place < 110 for at in amounts for place in places)


def _is_told_of(sentence: str, place: int) -> bool:
    """Whether the topic, which stands at `place`, is what the sentence is about."""
    return bool(_DONE.search(sentence) or len(sentence) < 90 or place == 0 or _COUNTED.search(sentence[:place]))


def _is_nil_figure(sentence: str) -> bool:
    return bool(re.search(r"\b0 (?:trường hợp|hồ sơ|đơn|vụ)", sentence))


def _all_but(report: Report) -> Iterator[Remark]:
    """All of something is done in one sentence, and some of it is left in another."""
    for scan, start, sentence in _sentences(report):
        found = _ALL_DONE.search(sentence)
        if not found or scan.is_outlook:
            continue
        for other, at, text in _sentences(report):
            left = "" if other.is_outlook or (other is scan and at == start) else _left(text, found["what"], sentence)
            if left and _alike(sentence, text):
                yield Remark("R20", (Spot(scan, start), Spot(other, at)), found[0].strip(), left)
                break


def _left(text: str, what: str, sentence: str) -> str:
    """What a sentence says is left of the things that another one says are all done; "" where nothing is."""
    thing = lowered(what)
    left = re.search(rf"{_GOING_ON}\s[^.;,]{{0,24}}?(?P<n>\d+)\s{thing}|(?P<m>\d+) {thing} (?:đang|chưa|quá hạn)", text)
    if left:
        return left[0].strip() if int(left["n"] or left["m"]) else ""
    undone = _UNDONE.search(text)
    return undone[0].strip() if undone and undone["verb"] in sentence and int(undone["n"].replace(".", "")) else ""


def _alike(one: str, other: str) -> bool:
    """Whether both speak of tasks given by the province, or neither does."""
    given = re.compile(r"ubnd|ủy ban|chủ tịch|được giao|giao\b")
    return bool(given.search(one)) == bool(given.search(other)) or "kế hoạch" not in one


def _yet(report: Report) -> Iterator[Remark]:
    """All of them do it, and in the next breath they lack what it takes: "100% … Tuy nhiên, … chưa đủ …"."""
    for one, other in zip(report.scans, report.scans[1:], strict=False):
        if (
            one.low.startswith("100%")
            and other.low.startswith(("tuy nhiên", "song", "nhưng"))
            and _LACKING.search(other.low)
        ):
            yield Remark("R20", (Spot(one), Spot(other)), "100%", "")
