"""What a person does after a new agency was written: what to look through, which command comes next."""

from __future__ import annotations

from collections.abc import Iterator

from report_utils.starter.answers import Answers
from report_utils.starter.reports import MAIN, kinds_of
from report_utils.starter.write import NewAgency


def next_steps(new: NewAgency, answers: Answers) -> Iterator[str]:
    """The lines to print."""
    code, lead = new.agency.code, answers.lead
    folder = f"params/{code}"
    yield f"Đã tạo cơ quan «{code}» ({new.agency.profile.name}): {folder}"
    if new.notebooks:
        yield f"Đã chép {len(new.notebooks)} sổ tính vào notebooks/"
    yield "Cần xem và sửa trước khi gửi biểu mẫu:"
    yield f"  {folder}/agency.yaml – nơi nhận, người ký, căn cứ, lịch báo cáo"
    yield f"  {folder}/units.csv – nhóm, nhãn của đơn vị; cột supplies: các biểu đơn vị tự kê"
    if MAIN in answers.reports:
        yield (f"  {folder}/outline.csv, indicators.csv, finance_lines.csv, procedure_places.csv, assigned_tasks.csv, "
               "staffing.csv – ai cung cấp gì")
        yield f"  {folder}/fields.csv – các lĩnh vực thủ tục hành chính"
        yield f"  Lúc đầu mọi mục giao cho «{lead.name}» ({lead.code}); đổi mã đơn vị theo phân công của cơ quan."
    for kind in kinds_of(answers.reports):
        for name, words in kind.to_fill.items():
            yield f"  {folder}/{name} – {words}; hiện chưa có dòng nào"
    yield f"Lệnh tiếp theo (KỲ là kỳ báo cáo, ví dụ 2025-{next(iter(new.agency.profile.calendar.windows))}):"
    yield f"  baocao forms {code} KỲ"
