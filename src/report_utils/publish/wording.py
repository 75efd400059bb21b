"""What is published beside the values: the lines about a data set and the dictionary of its fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from report_utils.forms.data_set import ABOUT_SHEET, FIELDS_SHEET
from report_utils.privacy.gate import inspect_table
from report_utils.privacy.settings import GateSettings
from report_utils.privacy.verdict import ColumnVerdict
from report_utils.publish.sending import Sending

DICTIONARY = "Từ điển dữ liệu"


@dataclass(frozen=True)
class Wording:
    """Texts of one line, or of the whole dictionary, and where the unit typed them."""

    title: str
    texts: tuple[str, ...]
    sheet: str
    cell: str = ""


def inspected_wordings(sending: Sending, name: str, settings: GateSettings) -> Iterator[tuple[Wording, ColumnVerdict]]:
    """What the gate says of each wording of the data set `name`: numbers in it are no figures of the data."""
    plain = replace(settings, aggregates_only=False, small_cell=0)
    for said in _wordings(sending):
        (verdict,) = inspect_table(name, [said.title], [said.texts], plain)
        yield said, replace(verdict, letter="")


def _wordings(sending: Sending) -> Iterator[Wording]:
    """The texts of a sending that somebody typed freely; nothing without data."""
    if sending.data is None:
        return
    about = sending.data.about
    for code, title, text in (("description", "Mô tả", about.description), ("source", "Nguồn dữ liệu", about.source),
                              ("note", "Ghi chú", about.note)):
        yield Wording(title, (text,), ABOUT_SHEET, sending.cells.get(code, ""))
    fields = sending.data.fields
    texts = tuple(text for one in fields for text in (one.title, one.unit, one.description) if text)
    yield Wording(DICTIONARY, texts, FIELDS_SHEET)
