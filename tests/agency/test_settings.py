"""Settings are read strictly: what is mistyped is named, with its place and the nearest right name."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest

from report_utils.agency.agency import load_agency
from report_utils.agency.csv_lists import read_csv
from report_utils.agency.reporting import open_reporting
from report_utils.agency.settings import nearest, read_yaml
from report_utils.agency.workspace import Workspace
from report_utils.errors import SettingsError

Rewrite = Callable[[str, str, str], None]

PROFILE = "params/syt-brvt/agency.yaml"
QUARTER = "params/syt-brvt/2024-Q3.yaml"


def error_of(workspace: Path) -> SettingsError:
    """The error that opening the third quarter ends with."""
    with pytest.raises(SettingsError) as caught:
        open_reporting("syt-brvt", "2024-Q3", str(workspace))
    return caught.value


@pytest.mark.parametrize(
    ("right", "wrong", "key", "suggestion"),
    [
        ("short_name:", "shortname:", "shortname", "short_name"),
        ("calendar:", "calender:", "calender", "calendar"),
        ("  place:", "  plase:", "letterhead.plase", "place"),
        ("  unit_days:", "  units_days:", "calendar.units_days", "unit_days"),
        ("Q3: {start:", "Q3: {strat:", "calendar.windows.Q3.strat", "start"),
        ("    addressees:", "    adressees:", "reports.cchc.adressees", "addressees"),
        ("      authority:", "      autority:", "reports.cchc.signer.autority", "authority"),
        ("        until:", "        untill:", "reports.cchc.legal_bases.0.untill", "until"),
    ],
)
def test_a_mistyped_key_of_the_profile_is_named_with_the_right_one(
    workspace: Path, rewrite: Rewrite, right: str, wrong: str, key: str, suggestion: str
) -> None:
    rewrite("agency.yaml", right, wrong)
    error = error_of(workspace)
    assert (error.path, error.key) == (PROFILE, key)
    assert error.message == (f"{PROFILE}, mục «{key}»: không có khóa «{key.rsplit('.', 1)[-1]}». "
                             f"Có phải ý bạn là «{suggestion}»?")


@pytest.mark.parametrize(
    ("text", "key", "suggestion"),
    [
        ("agency: syt-brvt\nperiod: 2024-Q3\nsetings: {}\n", "setings", "settings"),
        ("agency: syt-brvt\nperiod: 2024-Q3\nsettings:\n  unit_dealine: 2024-09-18\n", "settings.unit_dealine",
         "unit_deadline"),
        ("agency: syt-brvt\nperiod: 2024-Q3\nsettings:\n  window: {start: 2024-06-01, ends: 2024-09-01}\n",
         "settings.window.ends", "end"),
        ("agency: syt-brvt\nperiod: 2024-Q3\nsettings:\n  signer: {haed: Giám đốc, name: A}\n",
         "settings.signer.haed", "head"),
    ],
)
def test_a_mistyped_key_of_the_period_is_named_with_the_right_one(
    workspace: Path, settings: Path, text: str, key: str, suggestion: str
) -> None:
    (settings / "2024-Q3.yaml").write_text(text, encoding="utf-8")
    error = error_of(workspace)
    assert (error.path, error.key) == (QUARTER, key)
    assert error.message.endswith(f"Có phải ý bạn là «{suggestion}»?")


def test_a_mistyped_key_given_by_hand_is_named_too(workspace: Path) -> None:
    with pytest.raises(SettingsError, match="Có phải ý bạn là «agency_deadline»") as caught:
        open_reporting("syt-brvt", "2024-Q3", str(workspace), {"agency_dedline": "2024-09-25"})
    assert (caught.value.path, caught.value.key) == ("settings", "agency_dedline")


def test_a_key_unlike_any_other_gets_no_suggestion(workspace: Path, rewrite: Rewrite) -> None:
    rewrite("agency.yaml", "short_name:", "qqqq: 1\nshort_name:")
    assert error_of(workspace).message == f"{PROFILE}, mục «qqqq»: không có khóa «qqqq»."


def test_a_key_that_stands_twice_is_named(workspace: Path, rewrite: Rewrite) -> None:
    rewrite("agency.yaml", "short_name:", "name: Sở Y tế\nshort_name:")
    assert "khóa «name» xuất hiện hai lần" in error_of(workspace).message


def test_a_missing_key_is_named(workspace: Path, rewrite: Rewrite) -> None:
    rewrite("agency.yaml", "province: tỉnh Bà Rịa - Vũng Tàu\n", "")
    assert error_of(workspace).message == f"{PROFILE}, mục «province»: thiếu khóa này."


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("start: 06-15", "start: 15/6", "calendar.windows.Q3.start"),
        ("start: 06-15", "start: 06-31", "calendar.windows.Q3.start"),
        ("start: 06-15", "start: 02-29", "calendar.windows.Q3.start"),
        ("unit_days: 1 ", "unit_days: -1 ", "calendar.unit_days"),
        ("authority: KT.", "authority: KÝ.", "reports.cchc.signer.authority"),
        ("    Q3: {", "    Q5: {", "calendar"),
        ("sizes: 12/13/14", "sizes: 11/12", "layout.sizes"),
    ],
)
def test_a_wrong_value_of_the_profile_is_named_with_its_place(
    workspace: Path, rewrite: Rewrite, old: str, new: str, key: str
) -> None:
    rewrite("agency.yaml", old, new)
    error = error_of(workspace)
    assert (error.path, error.key) == (PROFILE, key)


def test_a_signer_for_another_needs_a_title_of_his_own(workspace: Path, rewrite: Rewrite) -> None:
    rewrite("agency.yaml", "      title: Phó Giám đốc\n", "")
    error = error_of(workspace)
    assert error.key == "reports.cchc.signer"
    assert "ký KT. phải ghi chức vụ của người ký" in error.message


def test_the_code_of_the_profile_is_that_of_its_folder(workspace: Path, rewrite: Rewrite) -> None:
    rewrite("agency.yaml", "code: syt-brvt", "code: syt-brtv")
    assert "khác tên thư mục «syt-brvt»" in error_of(workspace).message


@pytest.mark.parametrize(
    ("old", "new", "key"), [("agency: syt-brvt", "agency: syt-bd", "agency"), ("2024-Q3", "2024-Q2", "period")]
)
def test_a_period_file_of_another_agency_or_period_is_refused(
    workspace: Path, rewrite: Rewrite, old: str, new: str, key: str
) -> None:
    rewrite("2024-Q3.yaml", old, new)
    assert error_of(workspace).key == key


def test_a_window_that_ends_before_it_begins_is_refused(workspace: Path) -> None:
    with pytest.raises(SettingsError, match="trước ngày kết thúc") as caught:
        open_reporting("syt-brvt", "2024-Q3", str(workspace), {"window": {"start": "2024-09-15", "end": "2024-06-15"}})
    assert caught.value.key == "window"


@pytest.mark.parametrize(
    "text",
    ["code: [", "- một\n- hai\n", "chỉ một câu", "", "since: 2024-02-31\n", "\t: x\n"],
    ids=["open bracket", "a list", "a sentence", "empty", "a day that does not exist", "a tab"],
)
def test_a_profile_that_is_no_mapping_is_refused_in_vietnamese(workspace: Path, settings: Path, text: str) -> None:
    (settings / "agency.yaml").write_text(text, encoding="utf-8")
    assert error_of(workspace).path == PROFILE


def test_a_settings_file_in_another_encoding_is_refused(workspace: Path, settings: Path) -> None:
    (settings / "agency.yaml").write_bytes("name: Sở".encode("utf-16"))
    assert "không đọc được tệp YAML" in error_of(workspace).message


@pytest.mark.parametrize("text", ["a: " + "[" * 100_000, "a:\n  " + "- " * 30_000 + "b", "{a: " * 200 + "}" * 200])
def test_a_settings_file_that_is_nested_without_end_is_refused(settings: Path, workspace: Path, text: str) -> None:
    (settings / "agency.yaml").write_text(text, encoding="utf-8")
    assert "các mục lồng nhau quá sâu" in error_of(workspace).message


def test_a_byte_order_mark_and_decomposed_letters_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + "name: Hồ sơ".encode())
    assert read_yaml(path, "a.yaml") == {"name": "Hồ sơ"}


@pytest.mark.parametrize(
    ("name", "old", "new", "key", "said"),
    [
        ("units.csv", "short_name,group", "short_name,grup", "group", "thiếu cột này"),
        ("units.csv", "tags,supplies", "tags,supplies,tag", "tag", "cột lạ. Có phải ý bạn là «tags»?"),
        ("indicators.csv", ",plan,numerator_is,", ",plan,suplier,numerator_is,", "suplier",
         "cột lạ. Có phải ý bạn là «suppliers»?"),
        ("units.csv", ",one_stop,", ",onestop,", "ttpvhcc", "nhóm «onestop» không hợp lệ"),
        ("units.csv", "\nvp,", "\nttpvhcc,", "code", "mã đơn vị «ttpvhcc» xuất hiện nhiều lần"),
        ("outline.csv", ",ttra,", ",ttraa,", "P09", "không có đơn vị hoặc nhóm «ttraa». Có phải «ttra»?"),
        ("indicators.csv", ",vp;affiliated", ",vp;affilated", "CT27",
         "không có đơn vị hoặc nhóm «affilated». Có phải «affiliated»?"),
        ("staffing.csv", "bvbr", "bvrb", "bvrb", "không có đơn vị hoặc nhóm «bvrb». Có phải «bvbr»?"),
        ("assigned_tasks.csv", "khtc", "khct", "khct", "không có đơn vị hoặc nhóm «khct». Có phải «khtc»?"),
        ("plan_tasks.csv", "Quý IV/2024,,ttra", "Quý IV/2024,,thanhtra", "NV03", "không có đơn vị «thanhtra»"),
        ("plan_tasks.csv", "Quý IV/2024,,ttra", "Quý IV/2024,,affiliated", "NV03", "không có đơn vị «affiliated»"),
        ("open_data.csv", ",atvstp,", ",atvsttp,", "1", "không có đơn vị «atvsttp». Có phải «atvstp»?"),
        ("units.csv", "bv;kcb;tu_chu", "bv;kbc;tu_chu", "bvbr", "không có nhãn «kbc»"),
        ("indicators.csv", "\nCT02,", "\nCT01,", "indicator", "«CT01» xuất hiện nhiều lần"),
        ("indicators.csv", "nhiệm vụ,1,,,vp,,,\n", "nhiệm vụ,1,,,vp,cchc,,\n", "plan",
         "agency.yaml (plans) không có kế hoạch «cchc»"),
        ("fields.csv", "\nduoc,", "\n,", "code", "có dòng để trống cột này"),
        ("plan_tasks.csv", "Quý IV/2024,,ttra", "Quý IV/2024,,", "NV03", "phải ghi đơn vị chủ trì"),
        ("plan_tasks.csv", "Quý IV/2024,,ttra", "Quý V/2024,,ttra", "NV03", "không hiểu thời hạn «Quý V/2024»"),
        ("plan_tasks.csv", "NV03,cchc_2024", "NV03,cchc_2042", "plan",
         "agency.yaml (plans) không có kế hoạch «cchc_2042». Có phải «cchc_2024»?"),
        ("open_data.csv", "2024-09-15", "15/09/2024", "1", "giá trị không hợp lệ"),
        ("indicators.csv", "nhiệm vụ,1,", "nhiệm vụ,một,", "CT01", "giá trị không hợp lệ"),
    ],
)
def test_what_is_mistyped_in_a_catalogue_is_named(
    workspace: Path, rewrite: Rewrite, name: str, old: str, new: str, key: str, said: str
) -> None:
    rewrite(name, old, new)
    error = error_of(workspace)
    assert (error.path, error.key) == (f"params/syt-brvt/{name}", key)
    assert said in error.message


def test_a_catalogue_with_semicolons_between_its_cells_is_told_so(workspace: Path, settings: Path) -> None:
    (settings / "fields.csv").write_text("code;name\nkcb;Khám\n", encoding="utf-8")
    assert "cách nhau bằng dấu phẩy, tệp này dùng dấu chấm phẩy" in error_of(workspace).message


def test_a_catalogue_that_is_missing_is_named(workspace: Path, settings: Path) -> None:
    (settings / "fields.csv").unlink()
    assert error_of(workspace).message == "params/syt-brvt/fields.csv: không có tệp này."


def test_a_catalogue_in_the_windows_code_page_is_refused(workspace: Path, settings: Path) -> None:
    (settings / "fields.csv").write_bytes(b"code,name\nkcb,Kh\xe1m b\xedn\xfe\n")
    assert error_of(workspace).message == "params/syt-brvt/fields.csv: tệp CSV phải lưu dạng UTF-8."


@pytest.mark.parametrize(
    "row", ['duoc,Dược phẩm,thừa', 'duoc,"Dược phẩm', 'duoc,"Dược" phẩm'],
    ids=["a cell too many", "an open quote", "text after a quote"],
)
def test_a_broken_row_of_a_catalogue_is_an_error_not_a_traceback(workspace: Path, settings: Path, row: str) -> None:
    (settings / "fields.csv").write_text(f"code,name\nkcb,Khám\n{row}\n", encoding="utf-8")
    error = error_of(workspace)
    assert error.path == "params/syt-brvt/fields.csv"


def test_a_cell_of_a_catalogue_may_hold_commas_and_lines(tmp_path: Path) -> None:
    path = tmp_path / "fields.csv"
    path.write_text('code,name\nkcb,"Khám bệnh,\nchữa bệnh "\n', encoding="utf-8-sig")
    assert read_csv(path, "fields.csv", ("code", "name")) == [{"code": "kcb", "name": "Khám bệnh,\nchữa bệnh"}]


@pytest.mark.parametrize("sign", ["\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"])
def test_what_word_breaks_a_line_with_is_a_space_in_a_catalogue(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "fields.csv"
    path.write_text(f"code,name\nkcb,Khám{sign}bệnh\nduoc,Dược,thừa\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="mục «dòng 3»: thừa ô"):
        read_csv(path, "fields.csv", ("code", "name"))
    path.write_text(f"code,name\nkcb,Khám{sign}bệnh\n", encoding="utf-8")
    assert read_csv(path, "fields.csv", ("code", "name")) == [{"code": "kcb", "name": "Khám bệnh"}]


def test_a_control_character_in_a_catalogue_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "fields.csv"
    path.write_text("code,name\nkcb,Khám\nduoc,Dược\0phẩm\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"mục «dòng 3»: có ký tự điều khiển U\+0000"):
        read_csv(path, "fields.csv", ("code", "name"))


@pytest.mark.parametrize("header", ['"code,name', f"code,name{'x' * 200_000}"], ids=["an open quote", "too long"])
def test_a_broken_header_of_a_catalogue_is_an_error_not_a_traceback(tmp_path: Path, header: str) -> None:
    path = tmp_path / "fields.csv"
    path.write_text(f"{header}\nkcb,Khám\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="không đọc được dòng này"):
        read_csv(path, "fields.csv", ("code", "name"))


def test_two_reports_of_one_file_name_are_refused_with_both_codes(workspace: Path, rewrite: Rewrite) -> None:
    rewrite("agency.yaml", "file_name: Báo cáo dữ liệu mở", "file_name: báo cáo CCHC")
    assert "báo cáo «cchc» và «open_data» có cùng tên tệp «báo cáo CCHC»" in error_of(workspace).message


def test_the_nearest_name_is_only_suggested_when_it_is_near() -> None:
    assert nearest("bvrb", ["bvbr", "khtc"]) == "bvbr"
    assert nearest("zzz", ["bvbr", "khtc"]) is None
    assert nearest("bvbr", []) is None


def test_a_mistyped_code_is_compared_whole_before_in_part() -> None:
    assert nearest("bvrb", {"bv", "bvbr", "bvvt"}) == "bvbr"
    assert nearest("dược", ["Mỹ phẩm", "Dược phẩm"]) == "Dược phẩm"


def test_the_suggestion_does_not_depend_on_the_order_of_the_names() -> None:
    names = ["ab1", "ab2", "ab3"]
    assert {nearest("ab", order) for order in itertools.permutations(names)} == {nearest("ab", names)}


def test_the_settings_of_the_repository_are_right(repository: Path) -> None:
    agency = load_agency(Workspace(repository), "syt-brvt")
    assert len(agency.units) >= 25
    assert [agency.units[code].short_name for code in ("vp", "bvbr")] == ["Văn phòng Sở", "BV Bà Rịa"]


def test_a_letter_is_near_to_no_name() -> None:
    assert nearest("x", ["budget.extra", "dossiers.pending"]) is None
