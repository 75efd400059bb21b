"""The guide of finding codes (docs/ma-phat-hien.md), written from the catalogue and examples.yaml.

`make dictionary` writes it anew; a test fails when the file in docs/ is stale.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from report_utils.findings.catalogue import CATALOGUE, finding
from report_utils.findings.rule import Rule
from report_utils.storage.files import save

PLACE = Path("docs/ma-phat-hien.md")

FAMILIES: Mapping[str, tuple[str, str]] = {
    "N": ("Ai đã gửi gì", "baocao check"),
    "T": ("Tệp", "baocao check"),
    "B": ("Biểu và dòng", "baocao check"),
    "O": ("Ô", "baocao check"),
    "E": ("Chữ, bảng mã", "baocao check"),
    "V": ("Số liệu mâu thuẫn", "baocao check"),
    "U": ("Thay đổi bất thường", "baocao check"),
    "G": ("Giải trình", "baocao check"),
    "A": ("Điều chỉnh của cơ quan", "baocao check, baocao adjust"),
    "D": ("Kế hoạch, dữ liệu mở", "baocao check"),
    "X": ("Tệp kết xuất từ hệ thống khác", "baocao check"),
    "R": ("Lời văn của thuyết minh và báo cáo", "baocao check, baocao review"),
    "P": ("Tệp dữ liệu mở, dữ liệu cá nhân", "baocao publish"),
    "L": ("Thể thức văn bản", "baocao lint"),
    "S": ("Bản đã sửa, đã ký so với số liệu", "baocao compare"),
}
"""What the codes of each letter are about, and which commands give them, in the order of the guide."""

Example = Mapping[str, Any]
"""The fields that fill the message of a code in the guide."""

_MARKUP = re.compile(r"([\\`*_<>\[\]|])")


def _examples() -> Mapping[str, Example]:
    """The example of each code."""
    text = files("report_utils.findings").joinpath("examples.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Example] = yaml.safe_load(text)
    return loaded


def code_list() -> str:
    """The guide as Markdown: a chapter a letter, a section a code."""
    order, examples = list(FAMILIES), _examples()
    rules = sorted(CATALOGUE.values(), key=lambda rule: (order.index(rule.code[0]), rule.code))
    lines = _head()
    for letter, family in groupby(rules, key=lambda rule: rule.code[0]):
        lines += _chapter(letter, list(family), examples)
    return "\n".join(lines) + "\n"


def _head() -> list[str]:
    return [
        "# Mã phát hiện",
        "",
        "Lập từ danh mục phát hiện (`src/report_utils/findings/`) bằng `make dictionary`; không sửa tay.",
        "",
        "Mỗi phát hiện có một mã. Tệp phản hồi gửi đơn vị, màn hình, bảng trong sổ tính đều ghi mã này. Ba mức:",
        "",
        "* **lỗi**: báo cáo là bản dự thảo cho đến khi sửa xong;",
        "* **cảnh báo**: phải xem lại, không chặn báo cáo;",
        "* **lưu ý**: để biết.",
        "",
        "Giải trình được: số đúng mà khác thường thì đơn vị ghi lý do ở sheet «Giải trình», phát hiện trở thành lưu ý.",
        "Chỗ không ghi như vậy phải sửa. Ví dụ là minh họa.",
    ]


def _chapter(letter: str, rules: Sequence[Rule], examples: Mapping[str, Example]) -> Iterator[str]:
    title, commands = FAMILIES[letter]
    told = ", ".join(f"`{command}`" for command in commands.split(", "))
    yield from ("", f"## {letter}: {title}", "", f"Do {told} nêu ra.")
    for rule in rules:
        yield from ("", *_section(rule, examples[rule.code]))


def _section(rule: Rule, example: Example) -> Iterator[str]:
    yield from (f"### {rule.code}. {_plain(rule.title)}", "")
    shown = finding(rule.code, **{"quoted": "", **example})
    yield f"* Mức: {rule.severity.value}{'. Giải trình được' if rule.explainable else ''}."
    yield f"* Ví dụ: {_plain(shown.message)}"
    yield f"* Cách xử lý: {_plain(shown.mend)}"
    if rule.article:
        yield f"* Căn cứ: {_plain(rule.article)}."


def _plain(text: str) -> str:
    """Words that Markdown must not take for its own signs."""
    return _MARKUP.sub(r"\\\1", text)


def main(arguments: Sequence[str]) -> None:
    """Write the guide to the file named, or to docs/ of the current folder."""
    save(Path(arguments[0]) if arguments else PLACE, code_list())


if __name__ == "__main__":
    main(sys.argv[1:])
