"""TCVN3 and VNI-Windows."""

import random
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from report_utils.forms.tables import TABLES
from report_utils.intake.wording import encoding_of, form_vocabulary
from report_utils.vietnamese.legacy import Encoding, decode
from report_utils.vietnamese.legacy_tables import TCVN3, VNI
from report_utils.vietnamese.recognition import decode_in_context, is_suspect, looks_legacy, recognise, recognise_all
from report_utils.vietnamese.text import fold
from report_utils.vietnamese.vocabulary import NO_VOCABULARY, Vocabulary

SMALL = tuple("đăâêôơư") + tuple(
    unicodedata.normalize("NFC", base + tone)
    for base in "aăâeêioôơuưy" for tone in "\u0300\u0309\u0303\u0301\u0323"
)
"""The 67 small letters that ASCII does not have."""

LETTERS = SMALL + tuple(letter.upper() for letter in SMALL)
"""All 134."""

_VARIANTS = {"yï", "Yï", "YÏ"}
_TO_TCVN3 = {letter: sign for sign, letter in TCVN3.items()}
_TO_VNI = {letter: sign for sign, letter in VNI.items()
           if sign not in _VARIANTS and (len(sign) == 1 or sign[1].isupper() == sign[0].isupper())}


def to_tcvn3(text: str) -> str:
    """In .VnTime, a capital it does not have as the small letter (drawn as a capital by .VnTimeH)."""
    return "".join(_TO_TCVN3.get(letter) or _TO_TCVN3.get(letter.lower(), letter) for letter in text)


def to_tcvn3_upper(text: str) -> str:
    """In .VnTimeH: plain capitals, and small letters for all others."""
    return "".join(_TO_TCVN3.get(letter.lower(), letter) for letter in text.upper())


def to_vni(text: str) -> str:
    return "".join(_TO_VNI.get(letter, letter) for letter in text)


FORM = form_vocabulary(TABLES.values(), ("Khám bệnh, chữa bệnh", "Dược phẩm", "An toàn thực phẩm và Dinh dưỡng"))
PHRASES = sorted(FORM.phrases.values())

# Unicode | .VnTime read as Latin-1 | VNI read as Latin-1, verbatim from the domain rules
TABLE = (
    ("Sở Y tế tỉnh Bà Rịa - Vũng Tàu", "Së Y tÕ tØnh Bµ RÞa - Vòng Tµu", "Sôû Y teá tænh Baø Ròa - Vuõng Taøu"),
    ("Báo cáo công tác cải cách hành chính", "B¸o c¸o c«ng t¸c c¶i c¸ch hµnh chÝnh",
     "Baùo caùo coâng taùc caûi caùch haønh chính"),
    ("Số lượng hồ sơ tiếp nhận", "Sè l\u00adîng hå s¬ tiÕp nhËn", "Soá löôïng hoà sô tieáp nhaän"),
    ("Trước hạn / Đúng hạn / Quá hạn", "Tr\u00adíc h¹n / §óng h¹n / Qu¸ h¹n", "Tröôùc haïn / Ñuùng haïn / Quaù haïn"),
    ("Phòng Kế hoạch - Tài chính", "Phßng KÕ ho¹ch - Tµi chÝnh", "Phoøng Keá hoaïch - Taøi chính"),
)
OF_TABLE = Vocabulary.of(text for text, _, _ in TABLE)
FOREIGN = (
    "résumé", "à la carte", "Noël à Genève", "Curaçao", "naïveté", "Saint-Étienne", "l'été dernier où", "français",
    "Größe", "Übersicht für Ärzte", "Straße", "Müller & Söhne", "Köln", "schön groß", "mañana", "el año pasado",
    "corazón", "¿Qué tal?", "información pública", "São João", "coração", "não há dados", "José Núñez", "Raúl Muñoz",
    "Ångström", "smørrebrød", "Åse Bjørnø", "Malmö", "naïf", "façade", "Zoë", "Brontë", "piñata", "Café de Flore",
    "Citroën", "Château d'Eau", "déjà vu", "Göteborg", "5 µm", "20 °C", "100 m²", "§ 4", "© 2024 ACME®", "1½ giờ",
    "«abc»", "£5 ¥7", "±3", "a·b", "Æthelred", "Þór", "Łódź",
)
FOREIGN_WORDS = sorted({word for text in FOREIGN for word in text.split()} | {
    "für", "über", "Bär", "Tür", "hören", "süß", "él", "más", "también", "señor", "país", "aquí", "está", "être",
    "même", "très", "où", "île", "hôtel", "cœur", "sœur", "êtes", "près", "après", "ação", "avó", "maçã", "høj", "små",
    "the", "of", "report", "Bericht", "informe", "data", "2024", "QD-UBND"})


def test_the_alphabet_of_the_tests_is_complete() -> None:
    assert len(set(LETTERS)) == 134


def test_vni_has_every_letter() -> None:
    assert tuple(decode(to_vni(letter), Encoding.VNI) for letter in LETTERS) == LETTERS
    assert {letter for letter in LETTERS if to_vni(letter) == letter} <= set("íìÍÌ")


def test_tcvn3_has_every_small_letter() -> None:
    assert tuple(decode(to_tcvn3(letter), Encoding.TCVN3) for letter in SMALL) == SMALL


def test_tcvn3_has_every_capital_in_the_font_of_capitals() -> None:
    capitals = LETTERS[67:]
    assert tuple(decode(to_tcvn3_upper(letter), Encoding.TCVN3_UPPER) for letter in capitals) == capitals


@pytest.mark.parametrize("letter", "ĂÂÊÔƠƯĐ")
def test_tcvn3_has_seven_capitals_of_its_own(letter: str) -> None:
    assert len(to_tcvn3(letter)) == 1
    assert decode(to_tcvn3(letter), Encoding.TCVN3) == letter
    assert to_tcvn3(letter) != to_tcvn3(letter.lower())


@pytest.mark.parametrize(("sign", "letter"), [("aú", "ẳ"), ("aü", "ẵ"), ("î", "ỵ"), ("yï", "ỵ"), ("AÚ", "Ẳ"), ("Aù",
                                                                                                               "Á")])
def test_the_letters_of_vni_that_public_tables_miss(sign: str, letter: str) -> None:
    assert decode(sign, Encoding.VNI) == letter


def test_the_soft_hyphen_is_a_letter() -> None:
    assert decode("\u00ad", Encoding.TCVN3) == "ư"
    assert decode("Tr-íc h¹n", Encoding.TCVN3) == "Trước hạn"
    assert decode("Bµ RÞa-Vòng Tµu", Encoding.TCVN3) == "Bà Rịa-Vũng Tàu"


@pytest.mark.parametrize(("text", "tcvn3", "vni"), TABLE)
def test_the_table_of_the_domain_rules(text: str, tcvn3: str, vni: str) -> None:
    assert decode(tcvn3, Encoding.TCVN3) == text
    assert decode(vni, Encoding.VNI) == text
    assert (to_tcvn3(text), to_vni(text)) == (tcvn3, vni)
    assert recognise(tcvn3, OF_TABLE) is Encoding.TCVN3
    assert recognise(vni, OF_TABLE) is Encoding.VNI
    assert recognise(text, OF_TABLE) is None


@pytest.mark.parametrize(("typed", "text"), [("CéNG HßA", "CỘNG HÒA"), ("Së Y TÕ", "Sở Y Tế"), ("§¬n vÞ", "Đơn vị")])
def test_words_in_the_font_of_capitals_are_capitals(typed: str, text: str) -> None:
    assert decode(typed, Encoding.TCVN3) == text


def test_a_text_in_the_font_of_capitals_is_recognised_as_such() -> None:
    typed = to_tcvn3_upper("Số lượng hồ sơ tiếp nhận")
    assert recognise(typed, OF_TABLE) is Encoding.TCVN3_UPPER
    assert decode(typed, Encoding.TCVN3_UPPER) == "SỐ LƯỢNG HỒ SƠ TIẾP NHẬN"


# The marks « » are letters in TCVN3: nobody can type them there.
WRITABLE = [phrase for phrase in PHRASES if not set(phrase) & set("«»")]
words = st.sampled_from(sorted(FORM.words))
sentences = st.one_of(
    st.sampled_from([phrase for phrase in WRITABLE if len(phrase.split()) > 2]),
    st.lists(words, min_size=4, max_size=12, unique=True).map(" ".join),
    st.lists(st.sampled_from(WRITABLE), min_size=3, max_size=5).map("; ".join),
)


def telling(sentence: str, encoded: str) -> bool:
    """Whether enough words look different once encoded; `chính` in VNI looks as always."""
    changed = [word for word in encoded.split() if word not in sentence.split()]
    return len(set(changed)) > 2


@given(sentences)
def test_every_sentence_of_the_form_is_recognised_and_decoded(sentence: str) -> None:
    for encode, encoding in ((to_tcvn3, Encoding.TCVN3), (to_vni, Encoding.VNI)):
        encoded = encode(sentence)
        if telling(sentence, encoded):
            recognised = recognise(encoded, FORM)
            assert recognised is encoding
            assert fold(decode(encoded, recognised)) == fold(sentence)
            if encoding is Encoding.VNI or sentence.islower():
                assert decode(encoded, recognised) == sentence


@given(sentences)
def test_a_text_with_letters_that_only_unicode_has_is_never_touched(sentence: str) -> None:
    assume(any(letter > "\u00ff" for letter in sentence))
    assert recognise(sentence, FORM) is None
    assert not is_suspect(sentence)
    assert decode_in_context(sentence, Encoding.TCVN3, FORM) == sentence


@given(st.lists(st.sampled_from(FOREIGN_WORDS), min_size=1, max_size=8).map(" ".join))
def test_other_languages_are_never_touched(text: str) -> None:
    assert recognise(text, FORM) is None
    assert not looks_legacy(text)


@pytest.mark.parametrize("text", FOREIGN)
def test_foreign_texts_and_signs_are_left_alone(text: str) -> None:
    assert recognise(text, FORM) is None
    assert recognise_all([text], FORM) is None
    assert not looks_legacy(text)


@given(st.text(alphabet=st.characters(max_codepoint=0xFF), max_size=40))
def test_random_latin_text_is_never_touched(text: str) -> None:
    assert recognise(text, FORM) is None


@pytest.mark.parametrize("text", ["Bao cao cai cach hanh chinh", "STT", "QD-UBND", "Tổng số", "là và có ông bà", "",
                                  "hoà",
                                  "Phòng khám", "công lí", "tài chính", "Hà Nam", "thông tin cá nhân"])
def test_vietnamese_without_marks_and_short_unicode_words_are_left_alone(text: str) -> None:
    assert recognise(text, FORM) is None


def test_no_phrase_of_the_form_is_taken_for_an_old_encoding() -> None:
    phrases = [phrase for phrase in PHRASES if not phrase.isascii()]
    assert len(phrases) > 200
    assert [text for text in phrases if recognise(text, FORM) is not None or looks_legacy(text)] == []


def test_nothing_is_recognised_without_a_vocabulary() -> None:
    assert recognise(TABLE[1][1], NO_VOCABULARY) is None
    assert looks_legacy(TABLE[1][1])


@pytest.mark.parametrize(("encode", "encoding"), [(to_tcvn3, Encoding.TCVN3), (to_vni, Encoding.VNI)])
def test_a_sheet_is_recognised_by_its_headings(encode, encoding) -> None:
    headings = [column.heading[-1] for column in TABLES["dossiers"].columns]
    cells = ["Nguyễn Văn Đình", "Trần Thị Hà", "Có", "Lê Lợi"]
    sheet = [[encode(text) for text in headings], [encode(text) for text in cells], [1.0, 2.0]]
    assert encoding_of(sheet, FORM) is encoding
    assert [decode_in_context(encode(text), encoding, FORM) for text in cells] == cells


def test_a_sheet_in_unicode_has_no_old_encoding() -> None:
    assert encoding_of([[column.title for column in table.columns] for table in TABLES.values()], FORM) is None
    assert encoding_of([["STT", "Diện tích (m²)", "«Tên»", "20 °C"]], FORM) is None


def test_one_old_cell_does_not_make_an_old_sheet() -> None:
    texts = [*PHRASES, to_tcvn3("Nguyễn Đình"), "résumé"]
    assert recognise_all(texts, FORM) is None


def test_foreign_words_of_an_old_sheet_stay() -> None:
    for text in ("Café José", "Müller", "hồ sơ"):
        assert decode_in_context(text, Encoding.TCVN3, FORM) == text


def test_the_sheet_decides_what_a_single_word_cannot() -> None:
    assert recognise("Cã", FORM) is None
    assert decode_in_context("Cã", Encoding.TCVN3, FORM) == "Có"


def test_decoding_gives_nfc() -> None:
    rng = random.Random(7)
    for _ in range(300):
        text = "".join(rng.choices([chr(code) for code in range(0x20, 0x100)], k=30))
        for encoding in Encoding:
            assert unicodedata.is_normalized("NFC", decode(text, encoding))
