"""Numbers as official Vietnamese text writes them: dot between thousands, comma before decimals.

Inputs are int or Decimal, never float: a binary float has already lost the digit that decides the rounding. A float
raises TypeError.
"""

from __future__ import annotations

import operator
from decimal import ROUND_HALF_UP, Decimal, localcontext

from babel import Locale
from babel.numbers import format_decimal as _babel_format

_LOCALE = Locale("vi", "VN")


def round_half_up(value: Decimal | int, places: int) -> Decimal:
    """The value with `places` decimals, halves away from zero: 97,765 gives 97,77. Never a negative zero."""
    exact = _exact(value)
    with localcontext(prec=_precision(exact, places)):
        rounded = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return rounded or rounded.copy_abs()


def format_integer(value: int) -> str:
    """1072019 gives `1.072.019`."""
    return _write(Decimal(operator.index(value)), "#,##0", 0)


def format_count(value: int) -> str:
    """A count in running text: 1 to 9 take a leading zero (`08`), by the custom of official reports; 0 is `0`."""
    return f"0{value}" if 1 <= value <= 9 else format_integer(value)


def format_decimal(value: Decimal | int, places: int, *, trim: bool = True) -> str:
    """The value rounded half up to at most `places` decimals: `31,3`.

    With `trim` zeros at the end of the decimals are dropped (`31`), without it they are kept (`31,30`).
    """
    decimals = ("#" if trim else "0") * places
    return _write(round_half_up(value, places), f"#,##0.{decimals}" if places else "#,##0", places)


def format_percent(value: Decimal | int, places: int = 2) -> str:
    """A ratio that is already in percent: 74,64 gives `74,64%`, 100 gives `100%`. No space before the sign."""
    return f"{format_decimal(value, places)}%"


def _write(rounded: Decimal, pattern: str, places: int) -> str:
    """Babel rounds in the context of the thread, whose 28 digits are too few for what a unit may type."""
    with localcontext(prec=_precision(rounded, places)):
        return _babel_format(rounded, format=pattern, locale=_LOCALE)


def _precision(value: Decimal, places: int) -> int:
    """Digits enough to hold the value with `places` decimals."""
    return max(28, value.adjusted() + places + 3)


def _exact(value: Decimal | int) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(operator.index(value))
