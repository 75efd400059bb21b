"""Why a template that reads well could not be filled in, in Vietnamese; what Python says is only a detail."""

from __future__ import annotations

import re
from types import TracebackType

from jinja2 import Environment, TemplateRuntimeError, UndefinedError

from report_utils.agency.settings import nearest
from report_utils.document.template_faults import unknown_word
from report_utils.errors import UnknownNameError

_TOO_DEEP = ("các lệnh, dấu ngoặc lồng nhau quá sâu, hoặc một macro gọi lại chính nó. Cách sửa: bớt số lệnh lồng nhau, "
             "bỏ lời gọi macro trong chính macro đó.")


def failure(error: Exception, environment: Environment) -> str:
    """What to say of an error that a template made when it was filled in."""
    if isinstance(error, UndefinedError):
        return _unknown_name(str(error.message), environment)
    said = error.msg if isinstance(error, SyntaxError) else str(error)  # its line is one of the code that Jinja made
    if isinstance(error, RecursionError) or (isinstance(error, SyntaxError) and said.startswith("too many ")):
        return _TOO_DEEP
    if isinstance(error, TemplateRuntimeError) and (told := unknown_word(said)):
        return f"{told[0]}. Cách sửa: {told[1]}."
    if isinstance(error, TypeError) and said.isascii():
        return (f"hàm hoặc bộ lọc có mục trong ngoặc thiếu, thừa hoặc sai loại ({said}). Cách sửa: viết như "
                "trong hướng dẫn «Sửa mẫu báo cáo».")
    if isinstance(error, UnknownNameError) and not error.nearest:
        return f"{said} Tra tên đúng trong figures.xlsx, cột «Mã số liệu»."
    return f"không điền được ({said})." if said.isascii() else said


def _unknown_name(said: str, environment: Environment) -> str:
    """What to say of a name that is none of a figure, a word or a function; Jinja quotes it in its own message."""
    if place := re.search("has no element (.+)", said):
        return f"Không có phần tử «{place[1]}» ở chỗ có dấu ngoặc vuông; phần tử đầu tiên có số 0."
    names = re.findall("'(.+?)'", said)
    if not names:
        return f"không điền được ({said.rstrip('.')})."
    return UnknownNameError("tên", names[-1], nearest(names[-1], environment.globals)).message


def failed_line(traceback: TracebackType | None, template: str) -> int | None:
    """The line of the template at which its rendering failed; Jinja keeps it in the frame that bears its name."""
    line = None
    while traceback:
        if traceback.tb_frame.f_code.co_filename == template:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
