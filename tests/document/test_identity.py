"""What a Word file says of itself."""

from dataclasses import replace

from report_utils.document.blocks import Appendix, Paragraph, Picture, Run
from report_utils.document.identity import Identity, content_digest

TOLD = Identity("so-y-te", "2024-Q3", "cchc", is_summary=True, content="ab12")
BODY = (Paragraph((Run("Có "), Run("12", figure="dossiers.total"), Run(" hồ sơ."))),)


def test_the_properties_tell_the_identity_again() -> None:
    assert Identity.told_by(TOLD.properties()) == TOLD
    assert Identity.told_by({**TOLD.properties(), "Người soạn": "văn thư"}) == TOLD
    assert Identity.told_by(replace(TOLD, is_summary=False).properties()) == replace(TOLD, is_summary=False)


def test_a_file_that_lacks_a_code_tells_nothing() -> None:
    assert Identity.told_by({}) is None
    assert Identity.told_by(replace(TOLD, report="").properties()) is None


def test_the_digest_is_of_words_and_figures_and_not_of_pictures() -> None:
    digest = content_digest(BODY)
    assert content_digest((*BODY,)) == digest
    other = (Paragraph((Run("Có "), Run("13", figure="dossiers.total"), Run(" hồ sơ."))),)
    assert content_digest(other) != digest
    assert content_digest(BODY, (Appendix("Phụ lục", "Tên", "", BODY),)) != digest
    pictures = [(*BODY, Picture(data, "Biểu đồ")) for data in (b"1", b"2")]
    assert content_digest(pictures[0]) == content_digest(pictures[1])
