"""What the answers so far suggest for the next question."""

from __future__ import annotations

import re
from collections.abc import Mapping

_AREA = re.compile(r"\b(?P<kind>tỉnh|thành phố) (?P<name>.+)$", re.IGNORECASE)


def suggestion(key: str, said: Mapping[str, str]) -> str:
    """The default answer to the question `key`, "" where nothing can be suggested.

    "Sở Y tế tỉnh A" gives "Sở Y tế", "SỞ Y TẾ", "tỉnh A", "A", "UBND TỈNH A", "SYT".
    """
    name, area = said.get("name", ""), _AREA.search(said.get("province") or said.get("name", ""))
    match key:
        case "short_name":
            return _AREA.sub("", name).strip(" ,") or name
        case "province":
            return area[0] if area else ""
        case "superior":
            return f"UBND {area[0]}".upper() if area else ""
        case "letterhead":
            return said.get("short_name", "").upper()
        case "place":
            return area["name"] if area else ""
        case "symbol":
            return "".join(word[0] for word in re.findall(r"[^\W\d_]+", said.get("short_name", ""))).upper()
        case "head":
            return "Giám đốc"
        case "plan":
            return "Kế hoạch cải cách hành chính"
        case "addressee":
            return f"Sở Nội vụ {area[0]}" if area else ""
        case _:
            return ""
