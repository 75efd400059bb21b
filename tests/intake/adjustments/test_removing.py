"""An entry is taken out of the file with its own lines and no others."""

from __future__ import annotations

import pytest

from report_utils.intake.adjustments.removing import NotRemovableError, without_entry

BLOCK = """# đầu
adjustments:
  # một
  - unit: vp
    why: "dài
      hai dòng"
    by: a

  # hai
  - {unit: bvm,
     why: b}
  - unit: kn
    why: |
      chữ
# cuối
"""


@pytest.mark.parametrize(
    ("number", "gone"),
    [(1, '  - unit: vp\n    why: "dài\n      hai dòng"\n    by: a\n'), (2, "  - {unit: bvm,\n     why: b}\n"),
     (3, "  - unit: kn\n    why: |\n      chữ\n")],
)  # fmt: skip
def test_only_the_lines_of_the_entry_go(number: int, gone: str) -> None:
    assert without_entry(BLOCK, number) == BLOCK.replace(gone, "")


@pytest.mark.parametrize("text", ["adjustments: [{unit: a}, {unit: b}]\n", "{adjustments: [{unit: a},\n{unit: b}]}\n"])
def test_entries_that_share_lines_are_left_alone(text: str) -> None:
    with pytest.raises(NotRemovableError, match="Không bỏ được điều chỉnh 1"):
        without_entry(text, 1)
