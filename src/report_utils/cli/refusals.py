"""What is wrong with a command line, said in Vietnamese, and what to do next."""

from __future__ import annotations

import re

import click

_WORDS = re.compile(r"\(([^()]+)\)\.?$")
_PARAMETERS = {
    "agency": "mã cơ quan, là tên thư mục trong params/",
    "period": "kỳ báo cáo, ví dụ 2025-Q3",
    "figure": "mã số liệu, có trong figures.xlsx của kỳ",
    "file": "tệp cần xem",
    "folder": "thư mục kết quả của một kỳ, ví dụ reports/so-y-te/2025-Q3",
    "code": "mã của cơ quan mới, ví dụ so-y-te",
    "shell": "bash, zsh, fish hoặc powershell",
}


def refusal(error: click.ClickException) -> str:
    """One line: what is wrong, what may have been meant, where to look."""
    return f"{_wrong(error)} {_where_to_look(error)}"


def _wrong(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            known = error.possibilities or ()
            return f"Không có tùy chọn «{error.option_name}».{f' Có phải ý bạn là «{known[0]}»?' if known else ''}"
        case click.MissingParameter():
            return _missing(str(error.param.name) if error.param else "")
        case click.BadOptionUsage():
            return f"Tùy chọn «{error.option_name}» thiếu giá trị, hoặc không nhận giá trị."
        case click.BadParameter() if error.param is not None:
            return f"Giá trị của «{_shown(error.param)}» không dùng được: {_wanted(error.param.type)}."
        case _:
            words = _WORDS.search(error.format_message())
            return f"Câu lệnh không đúng{f': thừa «{words[1]}»' if words else ''}."


def _missing(name: str) -> str:
    meaning = _PARAMETERS.get(name, "")
    return f"Thiếu tham số {name.upper()}{f' ({meaning})' if meaning else ''}."


def _shown(parameter: click.Parameter) -> str:
    if isinstance(parameter, click.Option):
        return parameter.opts[0]
    return (parameter.metavar or str(parameter.name).upper()).strip("[]")


def _wanted(kind: click.ParamType[object]) -> str:
    match kind:
        case click.Choice():
            return f"cần một trong {', '.join(map(str, kind.choices))}"
        case click.Path():
            return "cần một thư mục"
        case click.IntRange():
            return f"cần một số nguyên từ {kind.min}"
        case click.types.IntParamType():
            return "cần một số nguyên"
        case _:
            return "cần một giá trị khác"


def _where_to_look(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    return f"Xem hướng dẫn: {context.command_path if context else 'baocao'} --help."
