"""The words for what the numbers of a table count."""

import pytest

from report_utils.forms.table import Table
from report_utils.forms.tables import TABLES
from report_utils.vietnamese.parsing import parse_number


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_word_is_one_that_the_reader_of_numbers_knows(table: Table) -> None:
    read = [parse_number(f"3 {word}") for word in table.counted]
    assert all(number and number.counting_word for number in read)
