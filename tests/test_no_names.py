"""No agency, unit, place or person is named in the package: names are settings (params/), the program knows none.

Searched are all files of src/, comments included, for the names in params/ and for those of all provinces and
centrally-run cities, before and after 1/7/2025, with and without marks.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from report_utils.vietnamese.text import nfc, strip_marks

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "report_utils"
FILES = sorted(path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts)

PROVINCES = (
    "An Giang", "Bà Rịa", "Bạc Liêu", "Bắc Cạn", "Bắc Giang", "Bắc Kạn", "Bắc Ninh", "Bến Tre", "Bình Dương",
    "Bình Định", "Bình Phước", "Bình Thuận", "Cà Mau", "Cao Bằng", "Cần Thơ", "Đà Nẵng", "Đắc Lắc", "Đắc Nông",
    "Đắk Lắk", "Đắk Nông", "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai", "Hà Giang", "Hà Nam", "Hà Nội", "Hà Tĩnh",
    "Hải Dương", "Hải Phòng", "Hậu Giang", "Hòa Bình", "Hồ Chí Minh", "Huế", "Hưng Yên", "Khánh Hòa", "Kiên Giang",
    "Kon Tum", "Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Long An", "Nam Định", "Nghệ An", "Ninh Bình",
    "Ninh Thuận", "Phú Thọ", "Phú Yên", "Quảng Bình", "Quảng Nam", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sóc Trăng",
    "Sơn La", "Tây Ninh", "Thái Bình", "Thái Nguyên", "Thanh Hóa", "Thừa Thiên", "Tiền Giang", "Trà Vinh",
    "Tuyên Quang", "Vĩnh Long", "Vĩnh Phúc", "Vũng Tàu", "Yên Bái",
)  # fmt: skip
"""Provinces and cities: the 63 until 30/6/2025; the 34 since then all keep a name of these."""

SYMBOLS = ("brvt", "hcm", "tphcm", "tth")
"""Symbols of provinces of three letters and more; those of two letters are part of many words."""

GENERAL = {
    "Sở Y tế": "every province has one",
    "SYT": "symbol of any Sở Y tế",
    "Sở Khoa học và Công nghệ": "every province has one; the rules on terms know which departments were merged",
    "Sở Xây dựng": "every province has one; the rules on terms know which departments were merged",
    "Sở Tài chính": "every province has one; the rules on terms know which departments were merged",
    "Sở Nông nghiệp và Môi trường": "every province has one; the rules on terms know which departments were merged",
    "Sở Thông tin và Truyền thông": "every province had one; the rules on terms know which departments were merged",
    "Sở Nội vụ": "every province has one, and it takes the reports on the reform",
    "Trung tâm Phục vụ hành chính công": "what the law calls a one-stop centre",
    "Văn phòng": "every department has one",
    "Văn phòng Sở": "every department has one",
    "Thanh tra": "every department has one",
    "Thanh tra Sở": "every department has one",
    "(Họ và tên người ký)": "stands for a name that is not known",
}
"""Words of params/ that name nobody in particular, and why."""

VOCABULARY = {
    "vietnamese/person_names.py": "provinces that begin like surnames, so that none of them is taken for a person",
}
"""Files that must know the names of provinces, all alike, to tell them from those of persons."""


def settings_of_agencies() -> Iterator[tuple[Path, dict[str, Any]]]:
    for path in sorted((ROOT / "params").glob("*/agency.yaml")):
        yield path.parent, yaml.safe_load(path.read_text(encoding="utf-8"))


def names_in_params() -> set[str]:
    """Names, codes, symbols and places of agencies, their signers, the names of their units."""
    found: set[str] = set()
    for folder, profile in settings_of_agencies():
        found |= {profile[key] for key in ("code", "name", "short_name", "province", "symbol")}
        found |= set(profile["letterhead"].values())
        found |= {report["signer"]["name"] for report in profile["reports"].values()}
        with (folder / "units.csv").open(encoding="utf-8-sig", newline="") as units:
            found |= {row[key] for row in csv.DictReader(units) for key in ("name", "short_name")}
    general = {word.casefold() for word in GENERAL}
    return {name for name in map(nfc, found) if name and name.casefold() not in general}


def joined(text: str) -> str:
    """The text in small letters without what stands between syllables."""
    return re.sub(r"[\s_-]", "", text.casefold())


def written(name: str) -> str:
    """A pattern of the name as a word of its own, with marks, or without them as codes and file names write it."""
    plain = strip_marks(name)
    forms = {re.escape(name), r"[\s_-]?".join(map(re.escape, re.split(r"[\s-]+", plain))) if plain != name else ""}
    return rf"(?<![^\W_])(?:{'|'.join(sorted(forms - {''}))})(?![^\W_])"


def found_in(path: Path, names: set[str]) -> list[str]:
    """Where any of the names stands in a text file; nothing in one that is no text."""
    data = path.read_bytes()
    if b"\0" in data:
        return []
    text = nfc(data.decode("utf-8"))
    whole = joined(text)
    likely = sorted(name for name in names if joined(name) in whole or joined(strip_marks(name)) in whole)
    if not likely:
        return []
    pattern = re.compile("|".join(map(written, likely)), re.IGNORECASE)
    return [f"{path.relative_to(ROOT).as_posix()}:{number}: {match[0]}"
            for number, line in enumerate(text.splitlines(), start=1) for match in pattern.finditer(line)]


def test_no_name_of_the_settings_stands_in_the_package() -> None:
    names = names_in_params()
    assert [place for path in FILES for place in found_in(path, names)] == []


def test_no_province_stands_in_the_package() -> None:
    looked = [path for path in FILES if path.relative_to(PACKAGE).as_posix() not in VOCABULARY]
    assert [place for path in looked for place in found_in(path, {*PROVINCES, *SYMBOLS})] == []


def test_the_search_finds_names_however_they_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{__name__}.ROOT", tmp_path)
    path = tmp_path / "a.py"
    path.write_text("# Sở Y tế tỉnh Bình Định\nX = 'syt-binh_dinh'  # BÌNH ĐỊNH\nnam_dinh1 = bình địnha\n", "utf-8")
    assert found_in(path, {"Bình Định"}) == ["a.py:1: Bình Định", "a.py:2: binh_dinh", "a.py:2: BÌNH ĐỊNH"]


def test_what_is_excused_exists() -> None:
    assert all((PACKAGE / name).is_file() for name in VOCABULARY)
