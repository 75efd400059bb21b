"""The file in which adjustments are recorded, read strictly: `dieu-chinh.yaml` beside the submissions of a period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BeforeValidator, StringConstraints, model_validator

from report_utils.agency.settings import Strict, nearest, read_yaml, validate
from report_utils.errors import SettingsError
from report_utils.vietnamese.text import nfc

LIST = "adjustments"
"""The only key of the file: the list of entries."""

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Scalar = str | bool | int | float | dt.date | None


def _scalar(value: object) -> object:
    """What YAML made of a cell, as it is: pydantic would turn one kind into another."""
    if isinstance(value, Scalar):
        return value
    raise ValueError("phải là một chữ, một số hoặc một ngày")


Typed = Annotated[Any, BeforeValidator(_scalar)]


class Entry(Strict):
    """An entry: a correction (`sheet`, `cell`, `old`, `new`), or with `exclude` a unit or one `table` of it left out.

    The day is called `day`, since YAML takes the word `on` for true.
    """

    unit: Words
    sheet: str = ""
    cell: str = ""
    old: Typed = None
    new: Typed = None
    exclude: bool = False
    table: str = ""
    why: Words
    by: Words
    day: dt.date
    basis: str = ""

    @model_validator(mode="after")
    def _is_one_or_the_other(self) -> Entry:
        if self.exclude:
            wrong = sorted(self.model_fields_set & {"sheet", "cell", "old", "new"})
            if wrong:
                raise ValueError(f"mục loại trừ (exclude: true) không ghi khóa «{wrong[0]}»")
            return self
        if self.table:
            raise ValueError("khóa «table» chỉ dùng khi loại trừ (exclude: true)")
        for key in ("sheet", "cell", "old", "new"):
            if key not in self.model_fields_set:
                raise ValueError(f"thiếu khóa «{key}»; để loại trừ đơn vị hoặc biểu thì ghi exclude: true")
        return self


@dataclass(frozen=True)
class Recorded:
    """An entry of the file; `number` counts from 1; `line` is where it begins, 0 for one not in the file yet."""

    entry: Entry
    number: int = 0
    line: int = 0

    @property
    def name(self) -> str:
        """How messages name it."""
        return f"Điều chỉnh {self.number} (dòng {self.line})" if self.line else "Điều chỉnh này"


def read_entries(path: Path, shown: str) -> list[Recorded]:
    """The entries of the file in its order, none where there is no file. `shown` is its path as messages show it.

    Raises SettingsError with the entry, its line and the key.
    """
    if not path.exists():
        return []
    data = read_yaml(path, shown)
    for key in data:
        if key != LIST:
            near = nearest(str(key), (LIST,))
            raise SettingsError(shown, str(key), data[key],
                                f"không có khóa «{key}».{f' Có phải ý bạn là «{near}»?' if near else ''}")
    found = data.get(LIST) or []
    if not isinstance(found, list):
        raise SettingsError(shown, LIST, found, "phải là một danh sách, mỗi điều chỉnh một gạch đầu dòng.")
    return list(_recorded(found, lines_of(path.read_text(encoding="utf-8-sig")), shown))


def _recorded(found: Sequence[object], lines: Sequence[int], shown: str) -> Iterator[Recorded]:
    for number, (data, line) in enumerate(zip(found, lines, strict=True), start=1):
        yield Recorded(validate(Entry, data, f"{shown}, điều chỉnh {number} (dòng {line})"), number, line)


def list_node(text: str) -> yaml.Node | None:
    """The node of the list in the text of a file that `read_yaml` takes; None where there is none."""
    root = yaml.compose(nfc(text), yaml.SafeLoader)
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    return next((value for key, value in pairs if key.value == LIST), None)


def lines_of(text: str) -> list[int]:
    """The line (from 1) on which each entry of the list begins."""
    node = list_node(text)
    return [entry.start_mark.line + 1 for entry in node.value] if isinstance(node, yaml.SequenceNode) else []
