"""What pydantic says of a wrong value, in Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_MUST_BE = {
    "string_type": "phải là chữ; số hoặc ngày thì đặt trong dấu ngoặc kép",
    "int": "phải là số nguyên",
    "decimal": "phải là số",
    "float": "phải là số",
    "bool": "phải là true hoặc false",
    "date": "phải là ngày viết dạng 2024-09-15",
    "tuple_type": "phải là một danh sách",
    "list_type": "phải là một danh sách",
    "dict_type": "phải gồm các dòng «khóa: giá trị»",
    "model": "phải gồm các dòng «khóa: giá trị»",
    "literal_error": "không nằm trong các giá trị được phép: {expected}",
    "greater_than_equal": "phải từ {ge} trở lên",
    "greater_than": "phải lớn hơn {gt}",
    "less_than_equal": "phải từ {le} trở xuống",
    "less_than": "phải nhỏ hơn {lt}",
    "string_pattern": "viết không đúng dạng",
}


def must_be(error: Mapping[str, Any]) -> str:
    """The sentence about one error of `ValidationError.errors()`, for any value that is there but wrong."""
    if error["type"] in ("too_short", "string_too_short"):
        return "không được để trống."
    context = {"expected": "", "ge": "", "gt": "", "le": "", "lt": "", **error.get("ctx", {})}
    context["expected"] = str(context["expected"]).replace("'", "").replace(" or ", ", ")
    rule = next((rule for kind, rule in _MUST_BE.items() if error["type"].startswith(kind)), "không hợp lệ")
    return f"giá trị «{error.get('input')}» {rule.format(**context)}."
