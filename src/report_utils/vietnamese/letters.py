"""Letters and Roman numerals that number the parts of an official document."""

from __future__ import annotations

from report_utils.errors import BaocaoError

_LIST_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN_PARTS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def letter(n: int) -> str:
    """The n-th letter (from 1) of an official list: a, b, c, d, đ, e, g, h, i, k …, y.

    The list has the 23 letters without f, j, w, z and without ă, â, ê, ô, ơ, ư (Decree 30/2020/NĐ-CP: "điểm" are
    numbered by Vietnamese letters in alphabet order). Raises BaocaoError when the list is longer than that.
    """
    if n < 1:
        raise ValueError(f"lists are numbered from 1, not {n}")
    if n > len(_LIST_LETTERS):
        raise BaocaoError(
            f"Danh sách đánh chữ có đến mục thứ {n}, nhiều hơn {len(_LIST_LETTERS)} chữ cái (a đến y); "
            "hãy tách danh sách hoặc đánh số."
        )
    return _LIST_LETTERS[n - 1]


def roman(n: int) -> str:
    """The Roman numeral of n, 1 to 3999, as in "Quý III" or "Phần IV". Raises ValueError outside that range."""
    if not 1 <= n <= 3999:
        raise ValueError(f"no Roman numeral for {n}")
    numeral = ""
    for value, sign in _ROMAN_PARTS:
        count, n = divmod(n, value)
        numeral += sign * count
    return numeral
