"""What is wrong with a template: the fault in Vietnamese, the words in which it is, how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from types import TracebackType

from jinja2 import TemplateSyntaxError

from report_utils.agency.settings import nearest
from report_utils.document.names import filters
from report_utils.vietnamese.text import shortened

_LONGEST = 90
"""Letters of a line that are quoted."""
_TAGS = ("if", "elif", "else", "endif", "for", "endfor", "set", "endset", "macro", "endmacro", "raw", "endraw")
_TAG = re.compile(r"\{%[-+]?\s*(\w+)")
_TOKENS = {
    "begin of print statement": "dấu mở «{{»", "end of print statement": "dấu đóng «}}»",
    "begin of statement block": "dấu mở «{%»", "end of statement block": "dấu đóng «%}»",
    "end of template": "cuối tệp", "template data / text": "chữ ngoài ngoặc nhọn", "name": "một tên",
    "string": "chữ trong dấu nháy", "integer": "một số", "float": "một số",
}
"""What Jinja calls the pieces of a template."""
_PAIRS = "mỗi «{{» cần một «}}», mỗi «{%» cần một «%}», mỗi dấu ngoặc, dấu nháy mở cần một dấu đóng"
_NAMING = "giữa «{{» và «}}» viết một mã số liệu hoặc một hàm, như {{ dossiers.resolved }}"

Found = re.Match[str]
Told = tuple[str, str]
"""What is wrong, and how to mend it."""

_FAULTS: dict[str, Callable[[Found], Told]] = {
    r"unexpected '([)\]}])', expected '(.)'": lambda m: (f"gặp «{m[1]}» ở chỗ phải là «{m[2]}»", _PAIRS),
    r"unexpected '([)\]}])'$": lambda m: (f"thừa dấu «{m[1]}», hoặc thiếu dấu mở của nó", _PAIRS),
    r"unexpected char (['\"])(.+)\1 at": lambda m: (f"ký tự «{m[2]}» không dùng được giữa các dấu ngoặc nhọn", _PAIRS),
    r"unexpected end of template, expected '(.+)'": lambda m: (f"hết tệp mà chưa có {_token(m[1])}", _PAIRS),
    r"expected token '(.+)', got '(.+)'": lambda m: (f"gặp {_token(m[2])} ở chỗ phải là {_token(m[1])}", _PAIRS),
    r"(?:Expected an expression, got|unexpected) '(.+)'": lambda m: (
        f"gặp {_token(m[1])} ở chỗ phải là một tên", _NAMING),
    r"expected name or number": lambda _: ("sau dấu chấm thiếu phần tiếp của mã số liệu", _NAMING),
    r"tag name expected": lambda _: ("sau «{%» thiếu tên lệnh", f"các lệnh là {', '.join(_TAGS)}"),
    r"Missing end of comment tag": lambda _: ("chú thích mở bằng «{#» chưa đóng", "thêm «#}» vào cuối chú thích"),
    r"Missing end of raw directive": lambda _: ("khối {% raw %} chưa đóng", "thêm {% endraw %} vào cuối khối"),
    r"[Ii]nvalid character in identifier": lambda _: ("tên có ký tự không dùng được", _NAMING),
    r"invalid syntax for function call expression": lambda _: (
        "các mục giữa hai dấu ngoặc của hàm viết sai", 'viết như bảng("directives", "Tên bảng"), dấu phẩy ở giữa'),
}
"""What Jinja says, the more special before the more general."""


def syntax_fault(error: TemplateSyntaxError, text: str) -> tuple[int, str]:
    """The line of a fault in `text`, and a sentence that says what it is and how to mend it.

    What has no Vietnamese words is told with those of Jinja in brackets.
    """
    said, line = str(error.message), error.lineno
    if opened := re.search(r"end of template\. .*innermost block that needs to be closed is '(\w+)'", said):
        line = _line_of_open_block(text) or line
        told = f"khối {{% {opened[1]} %}} chưa đóng", f"thêm {{% end{opened[1]} %}} vào cuối khối"
    elif said.startswith("expected token 'end of"):
        line, told = _line_of_open_mark(text, line), _fault(said)
    else:
        told = _fault(said)
    return line, f"cú pháp sai: {told[0]}.{quoted(text, line)} Cách sửa: {told[1]}."


def _fault(said: str) -> Told:
    if tag := re.search(r"unknown tag '(\w+)'", said):
        return _unknown_tag(tag[1], re.findall(r"'(end\w+)'", said.partition("looking for")[2]))
    if name := re.search(r"No filter named '(.+)'", said):
        known = sorted(filters())
        return f"không có bộ lọc «{name[1]}»", f"{_meant(name[1], known)}các bộ lọc là {', '.join(known)}"
    if name := re.search(r"No test named '(.+)'", said):
        return f"không có phép thử «{name[1]}»", "thay «is …» bằng có_số(…), bằng_không(…) hoặc có(…)"
    matches = ((re.search(pattern, said), tell) for pattern, tell in _FAULTS.items())
    return next((tell(match) for match, tell in matches if match), (f"không đọc được ({said})", _PAIRS))


def _unknown_tag(tag: str, wanted: list[str]) -> Told:
    """A tag that does not exist, or that closes what is not open."""
    if tag in _TAGS:
        closing = f", khối đang mở đóng bằng {{% {wanted[-1]} %}}" if wanted else ""
        return f"lệnh {{% {tag} %}} không ở trong khối của nó", f"kiểm tra thứ tự mở, đóng các khối{closing}"
    return f"không có lệnh {{% {tag} %}}", f"{_meant(tag, _TAGS)}các lệnh là {', '.join(_TAGS)}"


def _meant(name: str, known: Collection[str]) -> str:
    near = nearest(name, known)
    return f"có phải ý bạn là «{near}»; " if near else ""


def _token(name: str) -> str:
    return _TOKENS.get(name, f"«{name}»")


def _line_of_open_block(text: str) -> int:
    """The line of the innermost block that nothing closes; 0 if none is found."""
    opened: list[tuple[str, int]] = []
    for tag in _TAG.finditer(text):
        if opened and tag[1] == f"end{opened[-1][0]}":
            opened.pop()
        elif f"end{tag[1]}" in _TAGS:
            opened.append((tag[1], text.count("\n", 0, tag.start()) + 1))
    return opened[-1][1] if opened else 0


def _line_of_open_mark(text: str, line: int) -> int:
    """The line of the mark that the words in `line` go on from, where no mark closes there."""
    lines = text.split("\n")[:line]
    if not lines or "}}" in lines[-1] or "%}" in lines[-1]:
        return line
    return next((number for number in range(line, 0, -1) if re.search(r"\{[{%]", lines[number - 1])), line)


def quoted(text: str, line: int | None) -> str:
    """A line of the template as a sentence that follows a message; nothing where it is not known."""
    lines = text.split("\n")
    words = lines[line - 1].strip() if line and line <= len(lines) else ""
    return f" Chỗ sai: «{shortened(words, _LONGEST)}»." if words else ""


def failed_line(traceback: TracebackType | None, template: str) -> int | None:
    """The line of the template at which its rendering failed; Jinja keeps it in the frame that bears its name."""
    line = None
    while traceback:
        if traceback.tb_frame.f_code.co_filename == template:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
