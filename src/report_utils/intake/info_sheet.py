"""The sheet «Thông tin» of a workbook: what it says it is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from report_utils.forms.info import INFO_FIELDS, INFO_SHEET, NATURES
from report_utils.intake.book import Grid
from report_utils.intake.labelled import Labelled, labels_of, read_labelled
from report_utils.intake.sheets import sheet_named
from report_utils.vietnamese.text import fold

_VERSION = re.compile(
    rf"(?:{fold('phiên bản')}|{fold('bản')}|{fold('lần')}|{fold('số')}|ver(?:sion)?|v)?[ .:]*"
    r"([1-9][0-9]{0,3})(?:[.,]0)?(?: ?\([^()]*\))?")


_LABELS = labels_of(INFO_FIELDS)


@dataclass(frozen=True)
class Info(Labelled):
    """What the sheet says, read as what it must be."""

    @property
    def version(self) -> int | None:
        """The version of the file: 2, "lần 2", "v2"; the first when nothing is said, None when it cannot be read."""
        text = fold(self.text("version"))
        found = _VERSION.fullmatch(text)
        return int(found[1]) if found else None if text else 1

    @property
    def nature(self) -> str:
        """One of NATURES; "" when it is blank or none of them."""
        return self.choice("nature", NATURES)

    @property
    def sent(self) -> dt.date | None:
        """The day on which the unit sent the file; None when it says none that can be read."""
        return self.day("sent")


def read_info(grids: Iterable[Grid], file: str) -> Info:
    """What the sheet «Thông tin» says; nothing when there is no such sheet."""
    return info_on(sheet_named(grids, INFO_SHEET), file)


def info_on(grid: Grid | None, file: str) -> Info:
    """What a sheet says beside the labels of «Thông tin», whatever its name is."""
    return Info(**vars(read_labelled(grid, file, INFO_SHEET, _LABELS)))
