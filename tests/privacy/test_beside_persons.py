"""What columns say of somebody because the rows are persons, and what they do not."""

from report_utils.privacy.gate import inspect_table
from report_utils.privacy.settings import GateSettings
from report_utils.privacy.verdict import Kind, Verdict

NAMES = ("Lê Văn An", "Bùi Thị Hà", "Phạm Minh Đức", "Trần Thu Nga")


def judged(**columns: tuple[object, ...]) -> dict[str, tuple[Verdict, Kind | None]]:
    """Each column, four values repeated five times; "_" in a header is a blank."""
    headers = [header.replace("_", " ") for header in columns]
    found = inspect_table("", headers, [values * 5 for values in columns.values()], GateSettings())
    return {each.column: (each.verdict, each.kind) for each in found}


def test_rows_with_age_and_sex_are_persons_though_nobody_is_named() -> None:
    found = judged(Tuổi=(34, 56, 23, 71), Giới_tính=("Nam", "Nữ", "Nam", "Nữ"), Bệnh=("Hen", "Sởi", "Lao phổi", "Sởi"),
                   Con_thứ_mấy=(1, 2, 3, 1), Tình_trạng_tiêm=("Đã tiêm", "Chưa", "Đã tiêm", "Chưa"))
    assert {verdict for verdict, _ in found.values()} <= {Verdict.BLOCK, Verdict.WARN}
    assert found["Bệnh"][1] is Kind.HEALTH
    assert found["Con thứ mấy"][1] is Kind.FAMILY


def test_an_unknown_word_beside_names_warns_and_places_papers_and_codes_do_not() -> None:
    found = judged(Họ_tên=NAMES, Bộ_phận_bị_thương=("Đầu", "Tay", "Chân", "Tay"), Khoa=("Nội", "Nhi", "Sản", "Nội"),
                   Số_quyết_định=("12/QĐ-SYT", "13/QĐ-SYT", "14/QĐ-SYT", "9/QĐ-SYT"), Mã_lô=("12A", "12B", "7C", "7C"))
    assert found["Bộ phận bị thương"] == (Verdict.WARN, Kind.PERSONAL_DETAIL)
    assert {found[header][0] for header in ("Khoa", "Số quyết định", "Mã lô")} == {Verdict.PASS}


def test_in_a_list_of_facilities_the_manager_makes_no_patient_of_anything() -> None:
    found = judged(Tên_cơ_sở=("Nhà thuốc An", "Nhà thuốc Bình", "Quầy thuốc Cần", "Quầy thuốc Dân"), Phụ_trách=NAMES,
                   Tình_trạng=("Tốt", "Khá", "Tốt", "Yếu"), Nhóm_bệnh=("Lao", "Sởi", "Cúm", "Dại"))
    assert found["Phụ trách"][0] is Verdict.BLOCK
    assert found["Tình trạng"][0] is Verdict.PASS


def test_a_summary_and_a_catalogue_of_diseases_pass() -> None:
    summary = judged(Bệnh=("Sởi", "Lao", "Cúm", "Dại"), Số_ca=(12, 30, 45, 9), Tỷ_lệ=("1%", "2%", "3%", "4%"))
    catalogue = judged(Mã_bệnh=("A15", "B05", "J10", "A82"), Tên_bệnh=("Lao", "Sởi", "Cúm", "Dại"))
    assert {verdict for verdict, _ in (*summary.values(), *catalogue.values())} == {Verdict.PASS}


def test_patients_by_code_and_initials_are_persons_as_well() -> None:
    codes = tuple(f"7700{number}" for number in range(12345, 12365))
    cd4 = tuple(range(200, 600, 20))
    found = inspect_table("", ["Mã HIVINFO", "CD4", "Bạn tình", "Đường lây"],
                          [codes, cd4, ("(+)", "(-)") * 10, ("QHTD", "TCMT") * 10], GateSettings())
    assert Verdict.PASS not in {each.verdict for each in found[1:3]}


def test_the_year_above_a_header_is_no_age_group() -> None:
    found = inspect_table("", ["Số liệu năm 2024 › Họ tên", "Số liệu năm 2024 › Tuổi"],
                          [NAMES * 5, (34, 56, 23, 71) * 5], GateSettings())
    assert [each.kind for each in found] == [Kind.FULL_NAME, Kind.AGE]


def test_mail_and_telephone_behind_the_office_of_a_person_are_the_persons() -> None:
    phones = ("0912345678", "0987654321", "0355123456", "0778123456")
    found = judged(Họ_tên=NAMES, Đơn_vị=("TTYT A", "BV B", "TTYT C", "BV D"), Điện_thoại=phones)
    assert found["Điện thoại"] == (Verdict.BLOCK, Kind.PHONE)
