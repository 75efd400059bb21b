"""From the workbooks of the units to the files on the site."""

import json
from decimal import Decimal

import pytest

from report_utils.errors import BaocaoError
from report_utils.privacy.verdict import ColumnVerdict, Kind, Verdict
from report_utils.publish import kit as kits
from report_utils.publish.kit import build_kit


def codes(kit):
    return sorted({found.code for found in kit.findings})


def stems(kit):
    return [one.data.stem[:2] for one in kit.sets]


def line_of(workbook, label):
    rows = workbook["Tập dữ liệu"].iter_rows(max_col=2)
    return next(value for name, value in rows if name.value == label)


def rename_title(workbook):
    workbook["Dữ liệu"]["C1"].value = "Số giường được giao"


def add_a_column(workbook):
    workbook["Dữ liệu"]["F1"].value, workbook["Dữ liệu"]["F2"].value = "Ghi chú nội bộ", "không công bố"


def type_text_as_number(workbook):
    workbook["Dữ liệu"]["C3"].value = "khoảng 350"


def repeat_a_key(workbook):
    workbook["Dữ liệu"]["A3"].value = workbook["Dữ liệu"]["A2"].value


def forget_the_day(workbook):
    line_of(workbook, "Ngày cập nhật dữ liệu").value = None


def forget_the_data(workbook):
    workbook["Dữ liệu"].delete_rows(2, 100)


def forget_the_dictionary(workbook):
    for row in workbook["Trường dữ liệu"].iter_rows(min_row=7):
        for cell in row:
            cell.value = None


def drop_the_sheet_of_data(workbook):
    del workbook["Dữ liệu"]


def name_another_set(workbook):
    line_of(workbook, "Tên dữ liệu").value = "Tra cứu giá thuốc"


def name_no_set(workbook):
    line_of(workbook, "TT trong kế hoạch").value = "99"


def name_two_fields_alike(workbook):
    workbook["Trường dữ liệu"]["B8"].value = workbook["Trường dữ liệu"]["B7"].value


def test_the_samples_are_published_whole(sent):
    kit = build_kit(sent())
    assert stems(kit) == ["02", "03", "05", "08"]
    assert [one.data.size for one in kit.sets] == [10, 8, 32, 8]
    assert set(kit.files) >= {"index.html", "datapackage.json", "dcat.jsonld"}
    assert len(kit.files) == 3 + 4 * 3


def test_a_second_run_gives_the_same_bytes(sent):
    reporting = sent()
    assert build_kit(reporting).files == build_kit(reporting).files


def test_json_equals_what_the_unit_typed(sent):
    kit = build_kit(sent())
    [content] = [content for path, content in kit.files.items() if path.startswith("du-lieu/03") and "json" in path]
    assert json.loads(content)[0] == {"ma_co_so": "77001", "ten_co_so": "Cơ sở minh họa số 01", "giuong_ke_hoach": 700,
                                      "giuong_thuc_ke": 754, "cong_suat": 92.4}
    assert json.loads(content)[6]["cong_suat"] is None


def head_two_columns_alike(workbook):
    workbook["Trường dữ liệu"]["A10"].value = workbook["Trường dữ liệu"]["A9"].value


def name_a_field_as_a_formula(workbook):
    workbook["Trường dữ liệu"]["B8"].value = "=1+1"
    workbook["Trường dữ liệu"]["B8"].data_type = "s"


@pytest.mark.parametrize(("fault", "expected"), [
    (rename_title, {"B01", "P06"}), (type_text_as_number, {"O02"}), (repeat_a_key, {"B04"}),
    (forget_the_day, {"P04"}), (forget_the_data, {"P10"}), (forget_the_dictionary, {"P12"}),
    (drop_the_sheet_of_data, {"P05"}), (name_another_set, {"P02"}), (name_no_set, {"P01"}),
    (name_two_fields_alike, {"P11"}), (head_two_columns_alike, {"B04"}), (name_a_field_as_a_formula, {"P14"}),
])
def test_a_faulty_workbook_is_not_published_and_is_told_of(sent, change, fault, expected):
    kit = build_kit(sent(change(fault)))
    assert not kit.sets
    assert set(codes(kit)) & expected


def test_a_column_without_description_is_left_out_and_told_of(sent, change):
    kit = build_kit(sent(change(add_a_column)))
    assert stems(kit) == ["03"]
    assert codes(kit) == ["P06"]
    assert not any("Ghi chú nội bộ".encode() in content for content in kit.files.values())


def test_two_workbooks_for_one_set_are_both_refused(sent, sample_sets):
    workbook = sample_sets["du-lieu-mo/003.xlsx"]
    kit = build_kit(sent({"du-lieu-mo/003.xlsx": workbook, "du-lieu-mo/ban sao.xlsx": workbook}))
    assert not kit.sets
    assert [found.code for found in kit.findings].count("P03") == 2


def test_a_broken_file_stops_nobody_else(sent, sample_sets):
    kit = build_kit(sent({**sample_sets, "du-lieu-mo/hong.xlsx": b"PK\x03\x04"}))
    assert stems(kit) == ["02", "03", "05", "08"]
    assert codes(kit) == ["T04"]


def test_what_is_no_workbook_is_told_of(sent, sample_sets):
    kit = build_kit(sent({**sample_sets, "du-lieu-mo/danh sach.csv": "Họ tên".encode(), "du-lieu-mo/cu.xls": b"x"}))
    assert stems(kit) == ["02", "03", "05", "08"]
    assert [(found.code, found.file) for found in kit.findings] == [("N06", "cu.xls"), ("N06", "danh sach.csv")]


def test_what_the_gate_blocks_is_not_published(sent, monkeypatch):
    def gate(name, headers, columns, settings):
        verdict = Verdict.BLOCK if name.startswith("Cơ sở khám") else Verdict.PASS
        return tuple(ColumnVerdict(name, header, "", verdict if at == 1 else Verdict.PASS, Kind.FULL_NAME, 3, 3,
                                   "có họ tên", "NĐ 13/2023, Điều 2") for at, header in enumerate(headers))

    monkeypatch.setattr(kits, "inspect_table", gate)
    kit = build_kit(sent())
    assert stems(kit) == ["03", "05", "08"]
    [found] = kit.findings
    assert (found.code, found.sheet, found.cell) == ("P07", "Dữ liệu", "B1")


def test_the_set_of_health_records_takes_aggregates_only(sent, monkeypatch):
    asked = {}

    def gate(name, headers, columns, settings):
        asked[name] = settings
        return kits_inspect(name, headers, columns, settings)

    kits_inspect = kits.inspect_table
    monkeypatch.setattr(kits, "inspect_table", gate)
    build_kit(sent())
    assert {name: settings.aggregates_only for name, settings in asked.items()} == {
        "Cơ sở khám bệnh, chữa bệnh trên địa bàn": False,
        "Số giường bệnh của các cơ sở khám bệnh, chữa bệnh": False,
        "Dữ liệu hồ sơ sức khỏe điện tử người dân": True,
        "Danh sách cơ sở đủ điều kiện tiêm chủng": False}


def test_nothing_sent_gives_a_page_that_says_so(reporting):
    kit = build_kit(reporting)
    assert "Chưa có tập dữ liệu nào được công bố" in kit.files["index.html"].decode()


def name_people(workbook):
    workbook["Trường dữ liệu"]["A8"].value = "Họ và tên người phụ trách"
    workbook["Dữ liệu"]["B1"].value = "Họ và tên người phụ trách"
    for row, name in enumerate(("Nguyễn Thị Mẫu", "Trần Văn Thử", "Lê Thị Ví Dụ"), start=2):
        workbook["Dữ liệu"].cell(row, 2).value = name


def test_names_of_people_are_blocked(sent, change):
    kit = build_kit(sent(change(name_people)))
    assert not kit.sets
    assert "P07" in codes(kit)
    assert not any("Nguyễn Thị Mẫu" in found.message for found in kit.findings)


def name_a_person_in_the_note(workbook):
    line_of(workbook, "Ghi chú").value = "Liên hệ chị Nguyễn Thị Mẫu, 0903 123 456"


def name_a_person_in_the_source(workbook):
    line_of(workbook, "Nguồn dữ liệu").value = "Trần Văn Thử"


def name_a_person_in_the_dictionary(workbook):
    workbook["Trường dữ liệu"]["G9"].value = "Do bà Lê Thị Ví Dụ tổng hợp"


@pytest.mark.parametrize("edit", [name_a_person_in_the_note, name_a_person_in_the_source,
                                  name_a_person_in_the_dictionary])
def test_no_person_is_named_beside_the_values_either(sent, change, edit):
    kit = build_kit(sent(change(edit)))
    assert not kit.sets
    assert codes(kit) == ["P13"]


def test_a_recorded_exception_lets_them_pass_and_is_told_of(sent, change, workspace):
    (workspace / "params" / "syt-brvt" / "privacy_exceptions.csv").write_text(
        "dataset,column,kind,legal_basis,purpose,approver,date\n"
        "3,Họ và tên người phụ trách,full_name,Luật Khám bệnh chữa bệnh 2023,Công khai người chịu trách nhiệm,"
        "Giám đốc Sở,2024-09-01\n", encoding="utf-8")
    kit = build_kit(sent(change(name_people)))
    assert stems(kit) == ["03"]
    [found] = [found for found in kit.findings if found.code == "P09"]
    assert "Luật Khám bệnh chữa bệnh 2023" in found.message


@pytest.mark.parametrize(("column", "kind", "day", "said"), [
    ("Họ và tên người phụ trách", "full_name", "2024-12-31", "sau ngày chốt"),
    ("Họ tên", "full_name", "2024-09-01", "không có cột này"),
    ("Họ và tên người phụ trách", "phone", "2024-09-01", "không bị chặn vì loại dữ liệu đó"),
])
def test_an_exception_without_effect_is_told_of(sent, change, workspace, column, kind, day, said):
    (workspace / "params" / "syt-brvt" / "privacy_exceptions.csv").write_text(
        "dataset,column,kind,legal_basis,purpose,approver,date\n"
        f"3,{column},{kind},Luật Khám bệnh chữa bệnh 2023,Công khai,Giám đốc Sở,{day}\n", encoding="utf-8")
    kit = build_kit(sent(change(name_people)))
    assert not kit.sets
    [found] = [found for found in kit.findings if found.code == "P15"]
    assert said in found.message


def name_people_with_their_telephones(workbook):
    name_people(workbook)
    workbook["Dữ liệu"]["B2"].value = "Nguyễn Thị Mẫu 0903 123 456"


def test_an_exception_for_names_lets_no_telephone_pass(sent, change, workspace):
    (workspace / "params" / "syt-brvt" / "privacy_exceptions.csv").write_text(
        "dataset,column,kind,legal_basis,purpose,approver,date\n"
        "003,Họ và tên người phụ trách,full_name,Luật Khám bệnh chữa bệnh 2023,Công khai,Giám đốc Sở,2024-09-01\n",
        encoding="utf-8")
    kit = build_kit(sent(change(name_people_with_their_telephones)))
    assert not kit.sets
    assert "P07" in codes(kit)


def type_changes(workbook):
    workbook["Dữ liệu"]["C3"].value, workbook["Dữ liệu"]["E3"].value = -12, "-3,5"


def test_changes_may_be_negative(sent, change):
    kit = build_kit(sent(change(type_changes)))
    [one] = kit.sets
    assert (one.data.columns[2][1], one.data.columns[4][1]) == (-12, Decimal("-3.5"))
    assert not codes(kit)


@pytest.mark.parametrize(("row", "said"), [
    ("99,Tên,full_name,Luật,mục đích,Giám đốc,2024-09-01", "không có tập số «99»"),
    ("3,Tên,gì đó,Luật,mục đích,Giám đốc,2024-09-01", "Các loại: full_name"),
    ("3,Tên,full_nam,Luật,mục đích,Giám đốc,2024-09-01", "full_name"),
    ("3,Tên,full_name,Luật,mục đích,Giám đốc,01/9/2024", "2024-09-15"),
    ("3,Tên,full_name,,mục đích,Giám đốc,2024-09-01", "căn cứ pháp lý"),
    ("3,Tên,full_name,Luật,mục đích,Giám đốc,", "ngày phê duyệt"),
])
def test_an_exception_that_lacks_anything_is_refused(sent, workspace, row, said):
    (workspace / "params" / "syt-brvt" / "privacy_exceptions.csv").write_text(
        f"dataset,column,kind,legal_basis,purpose,approver,date\n{row}\n", encoding="utf-8")
    with pytest.raises(BaocaoError, match=said):
        build_kit(sent())
