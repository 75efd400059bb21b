"""What we write keeps to the decree also after LibreOffice has saved it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from tests.lint.conftest import letter, perfect

from report_utils.run.office import Office, OfficeMissingError, find_office


@pytest.fixture(scope="module")
def office() -> Office:
    try:
        return find_office()
    except OfficeMissingError as error:
        pytest.skip(error.message)


@pytest.mark.parametrize("make", [perfect, lambda: perfect("13/14"), letter], ids=["report", "report 13/14", "letter"])
def test_a_right_document_saved_by_libreoffice_gives_no_finding(
    make: Callable[[], bytes], office: Office, found: Callable[[bytes], set[str]]
) -> None:
    saved = office.convert(make(), "docx:MS Word 2007 XML", date(2024, 9, 30))
    assert found(saved) == set()
