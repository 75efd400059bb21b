"""A new entry at the end of the file of adjustments: what people wrote there, comments too, stays as it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import yaml

from report_utils.errors import BaocaoError
from report_utils.intake.adjustments.entries import LIST, list_node
from report_utils.intake.raw_folder import ADJUSTMENTS

_HEAD = "# Điều chỉnh số liệu của kỳ: old là giá trị đơn vị đã gửi, new là giá trị dùng trong báo cáo.\n"
_INDENT = 2


class NotAppendableError(BaocaoError):
    """The list in the file is written in a way that nothing can be added below it."""

    def __init__(self) -> None:
        super().__init__(f"Không ghi thêm được vào {ADJUSTMENTS}: mục «{LIST}» phải là các gạch đầu dòng, đặt ở cuối "
                         "tệp. Hãy viết lại mục này rồi chạy lại.")


Written = str | int | dt.date


def addition(text: str, entry: Mapping[str, Written]) -> str:
    """What is to be written behind `text`, that of a file that `read_entries` takes, to record one entry more.

    Raises NotAppendableError.
    """
    node = list_node(text)
    indent = node.start_mark.column if isinstance(node, yaml.SequenceNode) else _INDENT
    begin = _HEAD if not text else "" if text.endswith("\n") else "\n"
    head = "" if node else f"{LIST}:\n"
    added = f"{begin}{head}{_item(entry, indent)}"
    if entries_in(f"{text}{added}") != [*entries_in(f"{text}\n"), *entries_in(f"{LIST}:\n{_item(entry, indent)}")]:
        raise NotAppendableError
    return added


def _item(entry: Mapping[str, Written], indent: int) -> str:
    lines = [f"{key}: {_scalar(value)}" for key, value in entry.items()]
    return "".join(f"{' ' * indent}{'  ' if i else '- '}{line}\n" for i, line in enumerate(lines))


def _scalar(value: Written) -> str:
    """A text, whole number, day or true in YAML."""
    match value:
        case True:
            return "true"
        case int() | dt.date():
            return str(value)
        case _:
            return yaml.safe_dump(value, allow_unicode=True, default_style='"', width=1 << 30).strip()


def entries_in(text: str) -> list[object]:
    """The entries of a text as YAML says them; an empty list where it says nothing of the kind."""
    try:
        data = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):
        return []
    listed = data.get(LIST) if isinstance(data, dict) else None
    return listed if isinstance(listed, list) else []
