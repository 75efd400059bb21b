"""The catalogue of finding codes: what each means, how it is said, how it is mended. The user guide prints it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from report_utils.findings.finding import CellRef, Finding, Severity


@dataclass(frozen=True)
class Rule:
    """An entry of the catalogue. `message` and `mend` are format strings over the fields of the finding."""

    code: str
    severity: Severity
    title: str
    message: str
    mend: str


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

_RULES = (
    # N: who has sent what
    Rule("N01", _E, "Chưa nhận được tệp của đơn vị",
         "{unit} chưa gửi tệp số liệu kỳ này.", "Đôn đốc {unit} gửi tệp theo biểu mẫu đã phát."),
    Rule("N02", _E, "Tệp của đơn vị thiếu biểu",
         "Tệp của {unit} không có biểu «{table}».", "Bổ sung sheet «{table}» theo biểu mẫu đã phát rồi gửi lại."),
    Rule("N03", _E, "Hai tệp cùng đơn vị, cùng phiên bản",
         "{unit} có {count} tệp cùng phiên bản {version}: {files}.",
         "Giữ lại một tệp; nếu là bản sửa thì tăng số phiên bản ở sheet Thông tin."),
    Rule("N04", _N, "Tệp cũ được thay bằng phiên bản mới",
         "Tệp «{file}» (phiên bản {version}) được thay bằng «{newer}».", "Không cần xử lý."),
    Rule("N05", _E, "Sai đơn vị hoặc sai kỳ báo cáo",
         "Sheet Thông tin ghi {what} là «{found}», kỳ này cần «{expected}».",
         "Kiểm tra lại tệp; dùng đúng biểu mẫu của đơn vị và của kỳ."),
    Rule("N06", _W, "Tệp không phải biểu mẫu báo cáo",
         "Tệp «{file}» không phải biểu mẫu của chương trình nên không được đọc.",
         "Xóa khỏi thư mục nhận tệp hoặc gửi lại theo biểu mẫu."),
    Rule("N07", _W, "Gửi muộn", "{unit} gửi ngày {sent}, hạn là {deadline}.", "Nhắc đơn vị gửi đúng hạn ở kỳ sau."),
    # T: the file itself
    Rule("T01", _E, "Không mở được tệp",
         "Không mở được tệp «{file}»: {reason}.", "Mở tệp bằng Excel, lưu lại dạng .xlsx rồi gửi lại."),
    # B: the table in its sheet
    Rule("B01", _E, "Không tìm thấy dòng tiêu đề của biểu",
         "Sheet «{sheet}» không có đủ các cột của biểu «{table}»; thiếu: {missing}.",
         "Khôi phục dòng tiêu đề như biểu mẫu đã phát."),
    Rule("B02", _E, "Dòng không có trong danh mục",
         "Mã «{found}» không có trong danh mục của biểu «{table}».{suggestion}",
         "Dùng đúng mã đã ghi sẵn trong biểu mẫu."),
    Rule("B03", _E, "Thiếu dòng của danh mục",
         "Biểu «{table}» thiếu dòng «{expected}».", "Khôi phục dòng đã ghi sẵn trong biểu mẫu và điền số liệu."),
    Rule("B04", _E, "Trùng dòng", "Dòng «{found}» xuất hiện nhiều lần trong biểu «{table}».", "Chỉ giữ lại một dòng."),
    Rule("B05", _E, "Biểu để trống",
         "Biểu «{table}» không có dòng số liệu nào và cũng không khai báo «không phát sinh».",
         "Điền số liệu, hoặc đánh dấu x vào ô «Không phát sinh trong kỳ»."),
    Rule("B06", _E, "Khai báo trái nhau",
         "Biểu «{table}» vừa khai báo «không phát sinh» vừa có số liệu.", "Bỏ dấu x hoặc xóa số liệu."),
    # O: the value in its cell
    Rule("O01", _E, "Ô bắt buộc để trống", "Cột «{column}» để trống.", "Điền số liệu; không có thì ghi 0."),
    Rule("O02", _E, "Không đọc được số",
         "Cột «{column}» cần một số, ô ghi «{found}».{reason}", "Gõ lại bằng số, dấu phẩy cho phần thập phân."),
    Rule("O03", _E, "Số đếm phải là số nguyên không âm",
         "Cột «{column}» cần số nguyên không âm, ô ghi «{found}».", "Kiểm tra lại số liệu."),
    Rule("O04", _E, "Không đọc được ngày",
         "Cột «{column}» cần một ngày, ô ghi «{found}».", "Gõ ngày dạng ngày/tháng/năm, ví dụ 05/02/2024."),
    Rule("O05", _E, "Giá trị ngoài danh mục",
         "Cột «{column}» ghi «{found}», không có trong danh sách.{suggestion}", "Chọn trong danh sách thả xuống."),
    Rule("O06", _E, "Ô báo lỗi của Excel", "Cột «{column}» chứa lỗi Excel «{found}».", "Sửa công thức hoặc gõ lại số."),
    Rule("O07", _W, "Số có thể hiểu hai cách",
         "Cột «{column}» ghi «{found}»; được hiểu là {expected}.", "Gõ lại bằng ô số để không nhầm."),
    # V: what contradicts itself
    Rule("V01", _E, "Đẳng thức của biểu không đúng",
         "Dòng «{row}»: {left} = {found}, {right} = {expected}.", "Kiểm tra lại các ô của dòng."),
    Rule("V02", _E, "Tồn kỳ trước khác số chưa giải quyết của kỳ trước",
         "Lĩnh vực «{row}»: tồn kỳ trước ghi {found}, cuối kỳ trước còn {expected}.",
         "Đối chiếu với báo cáo kỳ trước; giải trình nếu số kỳ trước đã điều chỉnh."),
    Rule("V03", _E, "Phần lớn hơn tổng",
         "Dòng «{row}»: {part} = {found} lớn hơn {whole} = {expected}.", "Kiểm tra lại các ô của dòng."),
    Rule("V04", _E, "Tử số lớn hơn mẫu số",
         "Chỉ tiêu «{row}»: tử số {found} lớn hơn mẫu số {expected}.", "Kiểm tra lại tử số và mẫu số."),
    Rule("V05", _E, "Chỉ tiêu thiếu tử số hoặc mẫu số",
         "Chỉ tiêu «{row}» thiếu {missing} và không khai báo «không phát sinh».",
         "Điền đủ tử số, mẫu số; không có phát sinh thì đánh dấu x."),
    Rule("V06", _E, "Thuyết minh để trống",
         "Mục «{row}» không có nội dung và không khai báo «không phát sinh».",
         "Viết nội dung, hoặc đánh dấu x nếu không phát sinh (mục cho phép)."),
    Rule("V07", _E, "Mục không được khai báo «không phát sinh»",
         "Mục «{row}» phải có nội dung báo cáo.", "Viết nội dung thay cho dấu x."),
    Rule("V08", _E, "Số lũy kế không khớp kỳ trước",
         "«{row}»: lũy kế {found}, lũy kế kỳ trước cộng số trong kỳ là {expected}.",
         "Kiểm tra số trong kỳ và số lũy kế."),
    Rule("V10", _E, "Khai «đã công bố» mà ngày công bố không hợp lệ",
         "Tập dữ liệu «{row}» ghi đã công bố, ngày công bố: {found}; cần {expected}.", "Ghi đúng ngày công bố."),
    Rule("V11", _E, "Đã thực hiện lớn hơn kế hoạch",
         "«{row}»: {found} đồng, lớn hơn tổng kế hoạch {expected} đồng.", "Kiểm tra lại số tiền và đơn vị tính."),
    Rule("V12", _W, "Không có số liệu kỳ trước để đối chiếu",
         "{unit}: chưa có số liệu {what} của kỳ trước nên không đối chiếu được số chuyển sang kỳ này.",
         "Bổ sung tệp kỳ trước của đơn vị vào thư mục nhận tệp của kỳ đó rồi chạy lại."),
    Rule("V09", _E, "Khai «đã thực hiện» mà không có minh chứng",
         "Nhiệm vụ «{row}» ghi đã thực hiện nhưng thiếu {missing}.", "Ghi ngày hoàn thành và kết quả, minh chứng."),
)

CATALOGUE: dict[str, Rule] = {rule.code: rule for rule in _RULES}
"""Every rule by its code."""


def finding(code: str, *, unit: str = "", at: CellRef | None = None, found: object = "", expected: object = "",
            related: tuple[CellRef, ...] = (), **fields: Any) -> Finding:
    """A finding of that code. `unit` is the unit's display name; `fields` fill the messages of the catalogue."""
    rule = CATALOGUE[code]
    place = at or CellRef("")
    values = {"unit": unit, "file": place.file, "sheet": place.sheet, "found": found, "expected": expected,
              "suggestion": "", "reason": "", **fields}
    return Finding(
        code=code, severity=rule.severity, unit=unit, file=place.file, sheet=place.sheet, cell=place.cell,
        found=str(found), expected=str(expected), related=related,
        message=rule.message.format(**values), mend=rule.mend.format(**values),
    )
