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
    Rule("T02", _E, "Không phải tệp thường",
         "«{file}» {reason} nên không được mở.", "Chép chính tệp Excel vào thư mục nhận tệp."),
    Rule("T03", _E, "Tệp rỗng", "Tệp «{file}» không có nội dung ({reason}).", "Đề nghị đơn vị gửi lại tệp."),
    Rule("T04", _E, "Tệp hỏng",
         "Tệp «{file}» hỏng: {reason}.", "Mở tệp gốc bằng Excel, lưu lại dạng .xlsx rồi gửi lại."),
    Rule("T05", _E, "Không phải tệp Excel .xlsx",
         "Tệp «{file}» không phải tệp Excel .xlsx mà {reason}.",
         "Mở bằng Excel, chọn Lưu thành dạng Excel Workbook (.xlsx) rồi gửi lại; không đổi đuôi tệp bằng tay."),
    Rule("T06", _E, "Tệp đặt mật khẩu",
         "Không mở được tệp «{file}» vì {reason}.", "Bỏ mật khẩu mở tệp rồi gửi lại."),
    Rule("T07", _E, "Tệp lớn bất thường",
         "Tệp «{file}» lớn bất thường: {reason}.",
         "Chép số liệu sang biểu mẫu mới, bỏ ảnh và vùng định dạng thừa rồi gửi lại."),
    Rule("T08", _E, "Gói của tệp tự mâu thuẫn",
         "Tệp «{file}» có cấu trúc không hợp lệ: {reason}.", "Mở tệp bằng Excel, lưu lại dạng .xlsx rồi gửi lại."),
    Rule("T09", _E, "Tệp thiếu thành phần",
         "Tệp «{file}» thiếu hoặc sai thành phần: {reason}.", "Mở tệp bằng Excel, lưu lại dạng .xlsx rồi gửi lại."),
    Rule("T10", _E, "Tệp có nội dung không được phép",
         "Tệp «{file}» có nội dung không được phép: {reason}.",
         "Mở tệp bằng Excel, lưu lại dạng .xlsx rồi gửi lại; kiểm tra nguồn gốc của tệp."),
    Rule("T11", _E, "Khai sai số chuỗi dùng chung",
         "Tệp «{file}» khai sai số chuỗi dùng chung: {reason}.",
         "Mở tệp bằng Excel, lưu lại dạng .xlsx rồi gửi lại; kiểm tra nguồn gốc của tệp."),
    Rule("T12", _E, "Địa chỉ ô không hợp lệ",
         "Tệp «{file}» có địa chỉ ô không hợp lệ: {reason}.", "Mở tệp bằng Excel, lưu lại dạng .xlsx rồi gửi lại."),
    Rule("T13", _E, "Sheet quá lớn",
         "Sheet «{sheet}» quá lớn: {reason}.", "Xóa các dòng, cột thừa rồi gửi lại."),
    Rule("T14", _E, "Giá trị nằm lạc ngoài biểu",
         "Sheet «{sheet}» có {count} giá trị nằm cách xa biểu nên không được đọc: {cells}.",
         "Xóa các ô này, hoặc chuyển số liệu vào trong biểu."),
    Rule("T15", _W, "Tệp có macro",
         "Tệp «{file}» có macro; macro không được chạy, số liệu vẫn được đọc.", "Gửi tệp .xlsx không có macro."),
    Rule("T16", _N, "Tệp có liên kết ra ngoài",
         "Tệp «{file}» có liên kết tới tệp hoặc nguồn khác; số liệu được đọc theo giá trị đã lưu.",
         "Dán giá trị thay cho công thức liên kết nếu số liệu chưa cập nhật."),
    Rule("T17", _E, "Văn bản quá dài trong ô",
         "Tệp «{file}» {reason}, vượt mức một ô Excel chứa được.", "Rút gọn nội dung của ô rồi gửi lại."),
    Rule("T18", _N, "Vùng dữ liệu khai rộng hơn thực tế",
         "Sheet «{sheet}» khai vùng dữ liệu {found} nhưng số liệu chỉ đến dòng {last_row}, cột {last_column}.",
         "Không cần xử lý; nếu muốn, xóa các dòng, cột thừa ở cuối sheet."),
    Rule("T19", _E, "Đọc tệp quá lâu",
         "Tệp «{file}» bị bỏ qua vì {reason}.", "Chép số liệu sang biểu mẫu mới rồi gửi lại."),
    Rule("T20", _E, "Đọc tệp tốn quá nhiều bộ nhớ",
         "Tệp «{file}» bị bỏ qua vì {reason}.", "Chép số liệu sang biểu mẫu mới rồi gửi lại."),
    Rule("T21", _E, "Tệp làm hỏng chương trình đọc",
         "Tệp «{file}» bị bỏ qua vì {reason}.", "Chép số liệu sang biểu mẫu mới rồi gửi lại."),
    # B: the table in its sheet
    Rule("B01", _E, "Không tìm thấy dòng tiêu đề của biểu",
         "Sheet «{sheet}» không có đủ các cột của biểu «{table}»; thiếu: {missing}.{suggestion}",
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
    Rule("B07", _E, "Thiếu một cột của biểu",
         "Biểu «{table}» không có cột «{column}».", "Khôi phục cột như biểu mẫu đã phát."),
    Rule("B08", _E, "Dòng có số liệu mà không có mã",
         "Biểu «{table}» có dòng ghi số liệu nhưng không có mã nên không biết là chỉ tiêu nào.",
         "Ghi mã có trong danh mục của biểu, hoặc xóa dòng."),
    Rule("B09", _N, "Có phần bị ẩn", "Sheet «{sheet}» có phần bị ẩn ({what}); số liệu ở đó vẫn được đọc.",
         "Bỏ ẩn để người kiểm tra thấy đủ số liệu."),
    # O: the value in its cell
    Rule("O01", _E, "Ô bắt buộc để trống", "Cột «{column}» để trống.{reason}", "Điền số liệu; không có thì ghi 0."),
    Rule("O02", _E, "Không đọc được số",
         "Cột «{column}» cần một số, ô ghi «{found}».{reason}", "Gõ lại bằng số, dấu phẩy cho phần thập phân."),
    Rule("O03", _E, "Số âm, hoặc số đếm có phần thập phân",
         "Cột «{column}» không nhận số «{found}».{reason}", "Kiểm tra lại số liệu."),
    Rule("O04", _E, "Không đọc được ngày",
         "Cột «{column}» cần một ngày, ô ghi «{found}».{reason}", "Gõ ngày dạng ngày/tháng/năm, ví dụ 05/02/2024."),
    Rule("O05", _E, "Giá trị ngoài danh mục",
         "Cột «{column}» ghi «{found}», không có trong danh sách.{suggestion}{reason}",
         "Chọn trong danh sách thả xuống."),
    Rule("O06", _E, "Ô báo lỗi của Excel", "Cột «{column}» chứa lỗi Excel «{found}».", "Sửa công thức hoặc gõ lại số."),
    Rule("O07", _W, "Số có thể hiểu hai cách",
         "Cột «{column}» ghi «{found}»; được hiểu là {expected}.{reason}", "Gõ lại bằng ô số để không nhầm."),
    Rule("O08", _E, "Công thức chưa có giá trị lưu",
         "Cột «{column}» chứa công thức nhưng tệp không lưu kết quả của nó.",
         "Mở tệp bằng Excel, chờ tính xong rồi lưu lại; hoặc gõ thẳng số vào ô."),
    Rule("O09", _E, "Excel đã đổi nội dung ô thành ngày, giờ",
         "Cột «{column}» không phải cột ngày nhưng ô chứa {expected}.{suggestion}",
         "Đổi định dạng ô về số hoặc văn bản (Text) rồi gõ lại."),
    Rule("O10", _E, "Không rõ là số 0 hay chưa có số liệu",
         "Cột «{column}» cần một số, ô ghi «{found}»: không rõ là số 0 hay chưa có số liệu.{suggestion}{reason}",
         "Ghi 0 nếu không phát sinh; nếu chưa có số liệu thì bổ sung."),
    Rule("O11", _N, "«Không phát sinh» được hiểu là số 0",
         "Cột «{column}» ghi «{found}»; được hiểu là 0.{reason}", "Không cần xử lý; kỳ sau ghi 0."),
    Rule("O12", _N, "Cột viết số kiểu Anh - Mỹ",
         "Cột «{column}» có số chỉ viết được theo kiểu Anh - Mỹ nên cả cột được đọc như vậy: «{found}» là {expected}."
         "{reason}",
         "Kiểm tra lại; kỳ sau gõ bằng ô số, hoặc dấu chấm giữa các nhóm nghìn và dấu phẩy trước phần thập phân."),
    Rule("O13", _E, "Cột lẫn hai kiểu viết số",
         "Cột «{column}» lẫn số viết kiểu Việt Nam với số viết kiểu Anh - Mỹ, nên không rõ «{found}» là bao nhiêu.",
         "Gõ lại các số của cột bằng ô số."),
    Rule("O14", _E, "Số quá lớn",
         "Cột «{column}» ghi «{found}», lớn hơn 15 chữ số; Excel không giữ đúng các chữ số cuối.{reason}",
         "Kiểm tra lại số và đơn vị tính; nếu là mã thì gõ dưới dạng văn bản (Text)."),
    Rule("O15", _N, "Mã mất số 0",
         "Cột «{column}» ghi «{found}»; được hiểu là mã «{expected}».{reason}",
         "Gõ mã dưới dạng văn bản (Text) để giữ số 0."),
    Rule("O16", _E, "Không xác định được mã",
         "Cột «{column}» ghi «{found}», đúng với nhiều mã.{reason}", "Gõ đủ mã dưới dạng văn bản (Text)."),
    Rule("O17", _E, "Ô số ghi kèm đơn vị",
         "Cột «{column}» chỉ cần con số, ô ghi «{found}» kèm {expected}.{reason}",
         "Chỉ ghi con số theo đơn vị tính của biểu; tỷ lệ thì ghi tử số và mẫu số."),
    Rule("O18", _W, "Văn bản có thể đã bị cắt",
         "Cột «{column}» chứa đúng 32.767 ký tự, mức nhiều nhất của một ô Excel.",
         "Kiểm tra phần cuối; rút gọn hoặc tách nội dung."),
    Rule("O19", _N, "Ngày được đọc từ số hoặc từ ô có giờ",
         "Cột «{column}» ghi «{found}»; được hiểu là ngày {expected}.{reason}", "Kiểm tra lại; gõ ngày không kèm giờ."),
    # E: the letters of a text
    Rule("E01", _N, "Chữ mã cũ đã được chuyển sang Unicode",
         "Nội dung dùng bảng mã cũ nên đã được chuyển sang Unicode: «{expected}».{reason}",
         "Kiểm tra lại chữ; kỳ sau gõ bằng Unicode."),
    Rule("E02", _E, "Chữ bị đọc sai bảng mã",
         "Chữ trong ô bị sai: «{found}».{reason}{suggestion}", "Gõ lại bằng Unicode."),
    Rule("E03", _E, "Chữ bị mất",
         "Chữ trong ô bị mất: «{found}».{reason}{suggestion}", "Gõ lại bằng Unicode."),
    Rule("E04", _N, "Ký tự không nhìn thấy đã được bỏ",
         "Ô có ký tự không nhìn thấy hoặc sai mã, đã bỏ: {expected}.", "Không cần xử lý."),
    Rule("E05", _E, "Nghi là chữ mã cũ",
         "Chữ trong ô có vẻ gõ bằng phông .VnTime hoặc VNI nên không đọc được: «{found}».",
         "Gõ lại hoặc chuyển sang Unicode."),
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
