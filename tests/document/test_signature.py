"""The signature block."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from report_utils.document.blocks import Block, Document, Paragraph, Run, Signature


def block(written: Any) -> Any:
    [found] = written.find("//w:tbl[.//w:pStyle/@w:val='SignerName']")
    return found


def test_recipients_are_a_list_of_dashes_that_ends_with_a_full_stop(written: Any) -> None:
    assert written.texts("RecipientsLabel") == ["Nơi nhận:"]
    assert written.texts("Recipient") == ["- Như trên;", "- Lưu: VT, VP."]


def test_the_signer_stands_level_with_the_recipients(written: Any) -> None:
    [row] = block(written).findall("{*}tr")
    left, right = row.findall("{*}tc")
    assert written.text(left).startswith("Nơi nhận:")
    assert written.text(right) == "KT. GIÁM ĐỐCPHÓ GIÁM ĐỐCNguyễn Văn An"


def test_title_and_name_are_never_parted(written: Any) -> None:
    [row] = block(written).findall("{*}tr")
    assert row.find("{*}trPr/{*}cantSplit") is not None


def test_four_lines_are_left_for_the_signature(written: Any) -> None:
    before = int(written.value(written.style("SignerName"), "w:pPr/w:spacing", "before"))
    assert before >= 4 * 14 * 20


def test_the_block_has_no_borders(written: Any) -> None:
    assert written.value(block(written), "w:tblPr/w:tblStyle") == "BareTable"


def test_the_block_stays_with_the_last_paragraph(written: Any) -> None:
    gap = block(written).getprevious()
    last = gap.getprevious()
    assert written.text(last).endswith("Sở Y tế./.")
    assert all(paragraph.find("{*}pPr/{*}keepNext") is not None for paragraph in (gap, last))


def test_the_block_stays_with_the_last_row_of_a_table(
    document: Document, word: Callable[[Document], Any], make_table: Callable[..., Any]
) -> None:
    written = word(replace(document, body=(make_table(),)))
    last = block(written).getprevious().getprevious().findall("{*}tr")[-1]
    assert all(paragraph.find("{*}pPr/{*}keepNext") is not None for paragraph in last.iter("{*}p"))


@pytest.mark.parametrize("body", [(), (Paragraph((Run("Hết./."),)),)])
def test_a_short_document_is_signed_too(
    document: Document, word: Callable[[Document], Any], body: tuple[Block, ...]
) -> None:
    assert word(replace(document, body=body)).texts("SignerName") == ["Nguyễn Văn An"]


def test_without_recipients_there_is_no_label(document: Document, word: Callable[[Document], Any]) -> None:
    written = word(replace(document, signature=Signature((), ("GIÁM ĐỐC",), "")))
    assert not written.styled("RecipientsLabel")
    assert all(cell[-1].tag.endswith("}p") for cell in written.find("//w:tc"))
