"""What is wrong with a template: the fault in Vietnamese, the words in which it is, how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from jinja2 import TemplateSyntaxError

from report_utils.agency.settings import nearest
from report_utils.document.names import filters
from report_utils.document.template_places import line_of_open_block, line_of_open_mark, line_of_open_quote
from report_utils.vietnamese.text import shortened, strip_marks

_LONGEST = 90
"""Letters of a line that are quoted."""
_TAGS = ("if", "elif", "else", "endif", "for", "endfor", "set", "endset", "macro", "endmacro", "raw", "endraw")
_NEAR = 80
"""How like a known word another must be, of 100, to be taken for it: all known ones are listed anyway."""
_UNCLOSED = re.compile(
    r"end of template\. .*needs to be closed is '(\w+)'|nesting mistake\. .*needs to be closed is '(set)'")
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
    r"single braces around '(.+)'": lambda m: (
        f"«{m[1]}» ở giữa một cặp ngoặc nhọn nên không được điền", f"viết hai dấu ngoặc mỗi bên: {{{{ {m[1]} }}}}"),
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
    r"argument repeated: (.+)": lambda m: (f"mục «{m[1]}» có hai lần giữa hai dấu ngoặc", "bỏ bớt một mục"),
    r"no loader for this environment": lambda _: (
        "mẫu báo cáo không gọi được tệp khác", "chép phần cần dùng vào mẫu này, bỏ lệnh gọi tệp"),
    r"cannot assign attribute": lambda _: (
        "lệnh {% set %} không đặt được giá trị cho tên có dấu chấm", "dùng tên không có dấu chấm: {% set x = … %}"),
}
"""What Jinja says, the more special before the more general."""


def syntax_fault(error: TemplateSyntaxError, text: str) -> tuple[int, str]:
    """The line of a fault in `text`, and a sentence that says what it is and how to mend it.

    What has no Vietnamese words is told with those of Jinja in brackets.
    """
    said = str(error.message)
    if opened := _UNCLOSED.search(said):
        line, told = line_of_open_block(text, error.lineno), _unclosed(opened[1] or opened[2])
    else:
        line, told = line_of_open_quote(text, error.lineno), _fault(said)
        if not line and said.startswith("expected token 'end of"):
            line = line_of_open_mark(text, error.lineno)
    line = line or error.lineno
    return line, f"cú pháp sai: {told[0]}.{quoted(text, line)} Cách sửa: {told[1]}."


def _unclosed(block: str) -> Told:
    if block == "set":  # most often meant to be without an end
        return ("khối {% set %} chưa đóng hoặc thiếu giá trị",
                "viết giá trị sau dấu bằng như {% set x = … %}, hoặc thêm {% endset %} vào cuối khối")
    return f"khối {{% {block} %}} chưa đóng", f"thêm {{% end{block} %}} vào cuối khối"


def _fault(said: str) -> Told:
    if tag := re.search(r"unknown tag '(\w+)'", said):
        return _unknown_tag(tag[1], re.findall(r"'(end\w+)'", said.partition("looking for")[2]))
    if told := unknown_word(said):
        return told
    matches = ((re.search(pattern, said), tell) for pattern, tell in _FAULTS.items())
    return next((tell(match) for match, tell in matches if match), (f"không đọc được ({said})", _PAIRS))


def unknown_word(said: str) -> Told | None:
    """What to say where Jinja says that a filter or a test does not exist; None where it says another thing."""
    if name := re.search(r"No filter named '(.+)'", said):
        known = sorted(filters())
        return f"không có bộ lọc «{name[1]}»", f"{_meant(name[1], known)}các bộ lọc là {', '.join(known)}"
    if name := re.search(r"No test named '(.+)'", said):
        return f"không có phép thử «{name[1]}»", "thay «is …» bằng có_số(…), bằng_không(…) hoặc có(…)"
    return None


def _unknown_tag(tag: str, wanted: list[str]) -> Told:
    """A tag that does not exist, or that closes what is not open."""
    if tag in _TAGS:
        closing = f", khối đang mở đóng bằng {{% {wanted[-1]} %}}" if wanted else ""
        return f"lệnh {{% {tag} %}} không ở trong khối của nó", f"kiểm tra thứ tự mở, đóng các khối{closing}"
    return f"không có lệnh {{% {tag} %}}", f"{_meant(tag, _TAGS)}các lệnh là {', '.join(_TAGS)}"


def _meant(name: str, known: Collection[str]) -> str:
    bare = {strip_marks(word): word for word in known}
    near = nearest(strip_marks(name), bare, _NEAR)
    return f"có phải ý bạn là «{bare[near]}»; " if near else ""


def _token(name: str) -> str:
    return _TOKENS.get(name, f"«{name}»")


def quoted(text: str, line: int | None) -> str:
    """A line of the template as a sentence that follows a message; nothing where it is not known."""
    lines = text.split("\n")
    words = lines[line - 1].strip() if line and line <= len(lines) else ""
    return f" Chỗ sai: «{shortened(words, _LONGEST)}»." if words else ""
