"""What nobody can see is taken out of a text, and told."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from report_utils.vietnamese.cleaning import clean

hostile = st.text(alphabet=st.one_of(
    st.characters(codec=None, categories=None),
    st.sampled_from("aăạ ÐðĐê\u0323\u0301\u00ad\u200b\u200d\ufeff\u202e\r\n\t\u00a0\ufe0f"
                    "\ue000\ud800\ufffe\x07\x85\u2028")))


@pytest.mark.parametrize("text", ["", "abc", "Tổng cộng hồ sơ", "dòng 1\ndòng 2", "  hai  cách ", "100 m²", "«a»",
                                  "\ufffd", "a?b"])
def test_an_ordinary_text_stays(text: str) -> None:
    assert clean(text) == (text, ())


@pytest.mark.parametrize(
    ("text", "cleaned", "name"),
    [
        ("hồ\u200b sơ", "hồ sơ", "khoảng trắng không độ rộng (U+200B)"),
        ("hồ\u2060 sơ", "hồ sơ", "khoảng trắng không độ rộng (U+2060)"),
        ("\ufeffSTT", "STT", "dấu thứ tự byte (BOM) (U+FEFF)"),
        ("\u202eabc\u202c", "abc", "dấu đổi chiều chữ (U+202C, U+202E)"),
        ("a\u200fb", "ab", "dấu đổi chiều chữ (U+200F)"),
        ("a\u200db", "ab", "dấu nối chữ vô hình (U+200D)"),
        ("hành\u00adchính", "hànhchính", "gạch nối mềm (U+00AD)"),
        ("✓\ufe0f", "✓", "dấu chọn biến thể (U+FE0F)"),
        ("a\U000e0101", "a", "dấu chọn biến thể (U+E0101)"),
        ("a\uf0fc", "a", "ký tự riêng của phông chữ (U+F0FC)"),
        ("a\U000f0001", "a", "ký tự riêng của phông chữ (U+F0001)"),
        ("a\ud83d", "a", "nửa ký tự (surrogate lẻ) (U+D83D)"),
        ("a\ufffe", "a", "mã không phải là ký tự (U+FFFE)"),
        ("a\U0001ffff", "a", "mã không phải là ký tự (U+1FFFF)"),
        ("a\ufdd0", "a", "mã không phải là ký tự (U+FDD0)"),
        ("a\x00\x07\x1fb\x7f", "ab", "ký tự điều khiển (U+0000, U+0007, U+001F, U+007F)"),
        ("a\x96", "a", "ký tự điều khiển (U+0096)"),
        ("a\u3164", "a", "ký tự trắng giả (U+3164)"),
        ("a\u2800b", "ab", "ký tự trắng giả (U+2800)"),
        ("a\U000e0041", "a", "ký tự đánh dấu vô hình (U+E0041)"),
        ("Ðúng hạn", "Đúng hạn", "chữ Đ sai mã (đã thay bằng U+0110)"),
        ("QÐ-UBND", "QĐ-UBND", "chữ Đ sai mã (đã thay bằng U+0110)"),
        ("Ɖã ðến", "Đã đến", "chữ Đ sai mã (đã thay bằng U+0110)"),
    ],
)
def test_what_is_removed_is_named(text: str, cleaned: str, name: str) -> None:
    assert clean(text) == (cleaned, (name,))


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [("1\u00a0234", "1 234"), ("a\u3000b\u2009c\u202fd", "a b c d"), ("a\tb", "a b"), ("a\r\nb\rc", "a\nb\nc"),
     ("a\u2028b\u2029c\x85d\ve\ff", "a\nb\nc\nd\ne\nf"), (unicodedata.normalize("NFD", "Tổng cộng"), "Tổng cộng"),
     ("ô\u0323", "ộ")],
)  # fmt: skip
def test_spaces_line_ends_and_forms_are_unified_silently(text: str, cleaned: str) -> None:
    assert clean(text) == (cleaned, ())


def test_a_foreign_word_with_eth_stays() -> None:
    assert clean("Ðorsteinn") == ("Ðorsteinn", ())


@given(hostile | st.text())
@example("\r\u200b\n")
@example("o\u200b\u0302\u0323")
@example("\u00a0\u0301")
def test_cleaning_is_idempotent_and_gives_nfc(text: str) -> None:
    cleaned = clean(text).text
    assert clean(cleaned) == (cleaned, ())
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
