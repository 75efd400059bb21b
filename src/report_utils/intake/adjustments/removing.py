"""An entry taken out of the file of adjustments: what people wrote beside it stays as it is."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from report_utils.errors import BaocaoError
from report_utils.intake.adjustments.adding import entries_in
from report_utils.intake.adjustments.entries import LIST, list_node
from report_utils.intake.raw_folder import ADJUSTMENTS


class NotRemovableError(BaocaoError):
    """The entry stands in the file so that its lines cannot be taken out without others."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(f"Không bỏ được điều chỉnh {number} khỏi {ADJUSTMENTS}: mỗi điều chỉnh phải là một gạch đầu "
                         f"dòng trong mục «{LIST}». Hãy mở tệp, xóa mục này.")


def without_entry(text: str, number: int) -> str:
    """The text of a file that `read_entries` takes without its entry of that number (from 1).

    Raises NotRemovableError.
    """
    node, entries = list_node(text), entries_in(text)
    if not isinstance(node, yaml.SequenceNode) or node.flow_style:
        raise NotRemovableError(number)
    entry = node.value[number - 1]
    lines = text.splitlines(keepends=True)
    left = "".join(lines[: entry.start_mark.line] + lines[max(_last_lines(entry)) + 1 :])
    if entries_in(left) != entries[: number - 1] + entries[number:]:
        raise NotRemovableError(number)
    return left


def _last_lines(node: yaml.Node) -> Iterator[int]:
    """The lines on which the values of an entry end: an entry in block style itself ends where the next one begins."""
    yield node.start_mark.line
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield value.end_mark.line - (value.end_mark.column == 0)
    if isinstance(node, yaml.CollectionNode) and node.flow_style:
        yield node.end_mark.line
