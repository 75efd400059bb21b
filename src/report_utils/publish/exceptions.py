"""Columns with personal data that may be published all the same, as the agency has recorded them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from report_utils.agency.csv_lists import read_csv
from report_utils.agency.reporting import Reporting
from report_utils.agency.settings import nearest
from report_utils.errors import SettingsError
from report_utils.privacy.settings import PrivacyException
from report_utils.privacy.verdict import Kind

NAME = "privacy_exceptions.csv"
_COLUMNS = ("dataset", "column", "kind", "legal_basis", "purpose", "approver", "date")


def load_exceptions(reporting: Reporting) -> tuple[PrivacyException, ...]:
    """The exceptions of params/<agency>/privacy_exceptions.csv; none without the file.

    Raises SettingsError for a data set, a kind or a day that is none, IncompleteExceptionError for a blank cell.
    """
    folder = reporting.workspace.params(reporting.agency.code)
    if not (folder / NAME).exists():
        return ()
    shown = f"{reporting.workspace.shown(folder)}/{NAME}"
    numbers = {entry.dataset.lstrip("0"): entry.dataset for entry in reporting.agency.catalogues.open_data}
    return tuple(_exception(row, numbers, shown) for row in read_csv(folder / NAME, shown, _COLUMNS))


def _exception(row: dict[str, str], numbers: Mapping[str, str], shown: str) -> PrivacyException:
    dataset = numbers.get(row["dataset"].lstrip("0"), "")
    if row["dataset"] and not dataset:
        raise SettingsError(shown, row["column"], row["dataset"],
                            f"kế hoạch dữ liệu mở không có tập số «{row['dataset']}».")
    kinds = [kind.value for kind in Kind]
    if row["kind"] and row["kind"] not in kinds:
        near = nearest(row["kind"], kinds)
        raise SettingsError(shown, row["column"], row["kind"],
                            f"không có loại dữ liệu «{row['kind']}»."
                            + (f" Có phải «{near}»?" if near else f" Các loại: {', '.join(kinds)}."))
    try:
        day = dt.date.fromisoformat(row["date"]) if row["date"] else None
    except ValueError:
        raise SettingsError(shown, row["column"], row["date"], "ngày phải ghi dạng 2024-09-15.") from None
    kind = Kind(row["kind"]) if row["kind"] else None
    return PrivacyException(dataset, row["column"], kind, row["legal_basis"],  # type: ignore[arg-type]
                            row["purpose"], row["approver"], day)  # type: ignore[arg-type]  # a blank is refused there
