"""What messages may quote."""

import datetime as dt

import pytest

from report_utils.intake.exports.privacy import (
    HIDDEN,
    looks_like_a_name,
    personal_word,
    shown_code,
    shown_date,
    shown_word,
    trade_words,
)

WORDS = trade_words(["An toàn thực phẩm", "Chờ bổ sung"])


@pytest.mark.parametrize(
    "header",
    ["Họ và tên người nộp", "HỌ TÊN", "Số CCCD/CMND", "SĐT", "Điện thoại liên hệ", "Địa chỉ", "Ngày sinh",
     "Mã thẻ BHYT", "E-mail", "Chủ hồ sơ (tên tổ chức)", "Cán bộ thụ lý", "Số căn cước"],
)  # fmt: skip
def test_headers_of_personal_columns_are_known(header: str) -> None:
    assert personal_word(header)


@pytest.mark.parametrize(
    "header",
    ["Mã hồ sơ", "Lĩnh vực", "Ngày tiếp nhận", "Ngày hẹn trả", "Nơi tiếp nhận", "Tình trạng hồ sơ", "Hình thức nộp",
     "Thời hạn giải quyết", "Tên thủ tục hành chính", "Mã định danh hồ sơ"],
)  # fmt: skip
def test_headers_of_dossiers_are_not_personal(header: str) -> None:
    assert not personal_word(header)


def test_a_mapping_may_add_words() -> None:
    assert personal_word("Người thụ hưởng 1", ["người thụ hưởng"]) == "người thụ hưởng"


@pytest.mark.parametrize(
    "value",
    ["077199000001", "77199000001", "0912345678", "0912 345 678", "912345678", "DN4797912345678", "a.b@example.vn",
     "0912.345.678", "0912/345/678", "077.199.123.456", "CMND273123456", "BHYT-DN4797912345678", "NGUYENVANBIMAT1985",
     "(0254) 3852345", "0912\u00a0345\u00a0678", "0912–345–678", "Mỹ An", "Công Thành", "hồ mỹ an", "Sa Năm", "Y Toàn",
     "Nguyễn Văn An", "nguyễn văn an", "HỒ VĂN AN", "Kpă H'Lăng", "12 Lê Lợi, phường 1", "B1234567", 912345678.0],
)  # fmt: skip
def test_a_personal_value_is_never_quoted(value: object) -> None:
    digits = str(value).replace(".0", "")
    for shown in (shown_date(value), shown_code(value), shown_word(value, WORDS)):
        assert digits not in shown
        assert HIDDEN in shown


def test_what_a_column_should_hold_is_quoted() -> None:
    assert shown_date("31/4/2024") == "31/4/2024"
    assert shown_date(dt.date(2024, 6, 14)) == "14/06/2024"
    assert shown_code("H06.15-240614-00012") == "H06.15-240614-00012"
    assert shown_date("2024-07-15 00:00:00") == "2024-07-15 00:00:00"
    assert shown_date("#REF!") == "#REF!"
    assert shown_code("HS-12") == "HS-12"
    assert shown_word("Chờ thẩm định", WORDS) == "Chờ thẩm định"
    assert shown_word("Đang xử lý", WORDS) == "Đang xử lý"
    assert shown_word("Khác", WORDS) == "Khác"


def test_an_identity_number_inside_a_code_is_hidden() -> None:
    assert "077199000001" not in shown_code("HS-077199000001")


def test_words_of_the_trade_are_no_names() -> None:
    assert not looks_like_a_name("Hồ sơ chờ bổ sung")
    assert not looks_like_a_name("Đang xử lý")
