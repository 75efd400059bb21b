"""Whether words give a reason, or only say that a figure was looked at and is right."""

from __future__ import annotations

import re

from report_utils.vietnamese.text import fold

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 4
_SAYS_NOTHING = frozenset(fold(
    "đã được có kiểm tra xem lại rà soát đối chiếu xác minh số liệu dữ báo cáo đúng chính xác sai không phải là thực "
    "tế theo đơn vị đề nghị xin cam kết khẳng định nhận thống nhất giữ nguyên như trên với và của vẫn rồi này nội dung "
    "tệp phòng sở ban ok").split())
"""Words of which "đã kiểm tra lại, số liệu đúng với thực tế, đề nghị giữ nguyên" is made."""


def gives_reason(text: str) -> bool:
    """Whether a text says why: at least four different words besides those that only say that it was looked at.

    "Đã kiểm tra, số liệu đúng" does not; "Một hồ sơ đã rút sau khi chốt kỳ trước" does.
    """
    return len(set(_WORD.findall(fold(text))) - _SAYS_NOTHING) >= _FEWEST
