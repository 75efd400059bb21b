"""What is said of a new agency, and what is told of a wrong answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from report_utils.errors import SettingsError
from report_utils.starter.answers import AgencyCodeError, Answers, answers_from, check_code
from report_utils.starter.content import example
from report_utils.starter.suggestions import suggestion

WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "no name": ({"name": None}, "a.yaml, mục «name»: thiếu khóa này."),
    "an empty name": ({"name": ""}, "a.yaml, mục «name»"),
    "a key mistyped": ({"nane": "Sở"}, "không có khóa «nane». Có phải ý bạn là «name»?"),
    "no such report": ({"reports": ["cchx"]}, "không có báo cáo «cchx»"),
    "a report on no plan": ({"reports": ["ke_hoach"]}, "thì phải ghi tên kế hoạch (plan)"),
    "no such calendar": ({"calendar": "tuần"}, "giá trị «tuần» không nằm trong các giá trị được phép: 15, quy."),
    "a unit without a name": ({"units": ["vp"]}, "mục «units.1»: «vp» phải ghi dạng mã;tên đơn vị"),
    "a code with marks": ({"units": ["phòng;Phòng"]}, "mã đơn vị «phòng» chỉ gồm chữ thường không dấu"),
    "a code that is a group": ({"units": ["office;Văn phòng"]}, "mã đơn vị «office» trùng tên một nhóm"),
    "no such group": ({"units": ["vp;Văn phòng;phong"]}, "one_stop, office, affiliated"),
    "a unit twice": ({"units": ["vp;Văn phòng", "vp;Phòng"]}, "mã đơn vị «vp» xuất hiện nhiều lần"),
    "one name twice": ({"units": ["vp;Văn phòng", "p1;VĂN  PHÒNG"]},
                       "đơn vị «vp» và «p1» có cùng tên «VĂN PHÒNG»"),
    "a name of spaces": ({"name": "  "}, "mục «name»: không được để trống"),
    "no head": ({"head": "\t"}, "mục «head»: không được để trống"),
    "a letterhead of spaces": ({"superior": " \n "}, "mục «superior»: không được để trống"),
    "a letterhead of signs": ({"letterhead": "***"}, "mục «letterhead»: không được để trống, phải có chữ hoặc số"),
    "a plan of spaces": ({"reports": ["ke_hoach"], "plan": " "}, "thì phải ghi tên kế hoạch (plan)"),
    "a control character": ({"place": "A\0"}, "có ký tự điều khiển hoặc ký tự lạ (U+0000) trong «A»"),
    "a control character in the title of who signs": ({"signer_title": "Phó\x1b Giám đốc"}, "(U+001B)"),
    "a lead that is no unit": ({"lead_unit": "xyz"}, "không có đơn vị «xyz» trong danh sách đơn vị (lead_unit)"),
    "a list that is not there": ({"units": "đơn vị.csv"}, "đơn vị.csv: không có tệp này."),
    "no units": ({"units": []}, "không được để trống"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_answer_is_told_with_its_key(answers: Callable[..., Answers], what: str) -> None:
    changes, sentence = WRONG[what]
    with pytest.raises(SettingsError) as stopped:
        answers(**changes)
    assert sentence in stopped.value.message


def test_the_example_is_a_file_of_answers(tmp_path: Path) -> None:
    path = tmp_path / "trả lời.yaml"
    path.write_text(example(), encoding="utf-8")
    found = answers_from(path)
    assert found.name == "Sở Y tế tỉnh A"
    assert [unit.code for unit in found.units] == ["vp", "phong1", "ttra", "ttpvhcc", "bv1"]


def test_a_list_of_units_lies_beside_the_file_of_answers(tmp_path: Path) -> None:
    path, begin = tmp_path / "a.yaml", example().partition("units:")[0]
    path.write_text(f"{begin}units: đơn vị.csv\nsigner_title:\n".replace("signer_title: Phó Giám đốc", "lead_unit: kt"),
                    encoding="utf-8")  # fmt: skip
    (tmp_path / "đơn vị.csv").write_text("vp;Văn phòng\nkt;Phòng A\n", encoding="utf-8")
    found = answers_from(path)
    assert (found.lead.code, found.signer_title) == ("kt", "")


def test_the_example_explains_every_key() -> None:
    lines = {line.partition(":")[0]: line for line in example().splitlines()}
    assert all("#" in lines[key] or key == "signer_name" for key in Answers.model_fields)


def test_the_first_office_leads_where_no_unit_is_named(answers: Callable[..., Answers]) -> None:
    units = ["bv1;Bệnh viện số 1", "nv;Phòng Nghiệp vụ", "vp;Văn phòng Sở"]
    assert answers(units=units, lead_unit=None).lead.code == "nv"
    assert answers(units=units, lead_unit="vp").lead.code == "vp"
    assert answers(units=units[:1], lead_unit=None).lead.code == "bv1"


@pytest.mark.parametrize("code", ["Sở", "SYT", "so y te", "", "-a", "a--b", "../a", "so_y_te"])
def test_a_code_is_plain_letters_digits_and_hyphens(code: str) -> None:
    with pytest.raises(AgencyCodeError, match="Mã cơ quan"):
        check_code(code)


def test_the_name_suggests_the_other_answers() -> None:
    said: dict[str, str] = {"name": "Sở Y tế thành phố B"}
    for key in ("short_name", "superior", "letterhead", "place", "province", "symbol", "head", "addressee"):
        said[key] = suggestion(key, said)
    assert said == {
        "name": "Sở Y tế thành phố B", "short_name": "Sở Y tế", "superior": "UBND THÀNH PHỐ B", "letterhead": "SỞ Y TẾ",
        "place": "B", "province": "thành phố B", "symbol": "SYT", "head": "Giám đốc",
        "addressee": "Sở Nội vụ thành phố B",
    }  # fmt: skip


def test_a_name_without_a_province_suggests_none() -> None:
    assert suggestion("province", {"name": "Cục A"}) == ""
    assert suggestion("short_name", {"name": "Cục A"}) == "Cục A"
