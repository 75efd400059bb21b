"""A wrong command line is answered in one Vietnamese line that says what to do next."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.conftest import Ask

SEE = "Xem hướng dẫn: baocao"
WRONG = {
    "chek a 2025-Q3": "Không có lệnh «chek». Có phải ý bạn là «check»? Xem các lệnh: baocao --help.",
    "check": f"Thiếu tham số AGENCY (mã cơ quan, là tên thư mục trong params/). {SEE} check --help.",
    "check a": f"Thiếu tham số PERIOD (kỳ báo cáo, ví dụ 2025-Q3). {SEE} check --help.",
    "check a 2025-Q3 thêm": f"Câu lệnh không đúng: thừa «thêm». {SEE} check --help.",
    "check a 2025-Q3 --jsn": f"Không có tùy chọn «--jsn». Có phải ý bạn là «--json»? {SEE} check --help.",
    "check a 2025-Q3 --xyzzy": f"Không có tùy chọn «--xyzzy». {SEE} check --help.",
    "check a 2025-Q3 --root": f"Tùy chọn «--root» thiếu giá trị, hoặc không nhận giá trị. {SEE} --help.",
    "check a 2025-Q3 --root tệp.docx": f"Giá trị của «--root» không dùng được: cần một thư mục. {SEE} check --help.",
    "batch --workers 0": f"Giá trị của «--workers» không dùng được: cần một số nguyên từ 1. {SEE} batch --help.",
    "scan tệp.docx --threshold x": f"Giá trị của «--threshold» không dùng được: cần một số nguyên. {SEE} scan --help.",
    "completion tcsh": "Giá trị của «SHELL» không dùng được: cần một trong bash, zsh, fish, powershell. "
                       f"{SEE} completion --help.",
    "init tệp.docx": f"Giá trị của «DIR» không dùng được: cần một thư mục. {SEE} init --help.",
    "lint tep.docx": "Không có tệp «tep.docx». Có phải ý bạn là «tệp.docx»? Hãy kiểm tra lại tên và thư mục.",
    "review không/có.docx": "Không có tệp «không/có.docx». Hãy kiểm tra lại tên và thư mục.",
}  # fmt: skip


@pytest.mark.parametrize("line", WRONG)
def test_what_is_wrong_and_what_to_do_next(ask: Ask, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
                                           ) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    Path("tệp.docx").touch()
    answer = ask(*line.split())
    assert (answer.status, answer.out, answer.err) == (2, "", f"{WRONG[line]}\n")
