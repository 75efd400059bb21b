"""The gate: every column of a table, and whether it may be published (NĐ 356/2025, articles 3 and 4)."""

from __future__ import annotations

from collections.abc import Sequence

from report_utils.intake.book import column_letter
from report_utils.privacy.aggregates import not_aggregate, small_cells
from report_utils.privacy.announced import announced
from report_utils.privacy.beside_persons import beside_persons
from report_utils.privacy.column import Column
from report_utils.privacy.combinations import rare_combinations
from report_utils.privacy.finding import HARMLESS, Found
from report_utils.privacy.formulas import formulas
from report_utils.privacy.free_text import in_free_text
from report_utils.privacy.headers import HeaderReading, read_header, uncounted
from report_utils.privacy.law import basis_of
from report_utils.privacy.settings import GateSettings, PrivacyException
from report_utils.privacy.shapes import shaped
from report_utils.privacy.strong import strong_values
from report_utils.privacy.surroundings import Surroundings, surroundings_of
from report_utils.privacy.verdict import NAMES, ColumnVerdict, Kind, Verdict
from report_utils.vietnamese.text import fold

_HALF, _LONG = 0.5, 9
_CLEAN = Found(Verdict.PASS, None, 0, "không thấy dữ liệu cá nhân")


def inspect_table(name: str, headers: Sequence[str], columns: Sequence[Sequence[object]], settings: GateSettings,
                  ) -> tuple[ColumnVerdict, ...]:
    """One verdict for each column; `columns` are the cells under each header, letters count from A."""
    looked_at = [Column(header, cells) for header, cells in zip(headers, columns, strict=True)]
    readings = [_read(column) for column in looked_at]
    arounds = surroundings_of(readings, looked_at)
    found = [_judged(*parts, settings) for parts in zip(looked_at, readings, arounds, strict=True)]
    if looked_at:
        beside = beside_persons(looked_at, readings, found)
        found = [beside.get(at, hit) for at, hit in enumerate(found)]
        rare = rare_combinations(looked_at, readings, arounds[0], found, settings.small_cell)
        found = [hit if _is_told(hit) else rare.get(at, hit) for at, hit in enumerate(found)]
    return tuple(_verdict(name, at, column, hit or _CLEAN, settings)
                 for at, (column, hit) in enumerate(zip(looked_at, found, strict=True)))


def _read(column: Column) -> HeaderReading:
    """What the header says; it is no count over words or long numbers ("Họ tên trẻ dưới 6 tuổi")."""
    reading = read_header(column.header)
    is_count = column.numeric > _HALF and column.share(lambda text: len(text) < _LONG) > _HALF
    return reading if is_count or not reading.is_count else uncounted(column.header)


def _is_told(hit: Found | None) -> bool:
    return hit is not None and hit.verdict is not Verdict.PASS


def _judged(column: Column, reading: HeaderReading, around: Surroundings, settings: GateSettings) -> Found | None:
    by_header = announced(column, reading, around)
    if by_header and by_header is not HARMLESS and by_header.found_in:
        return by_header
    if settings.aggregates_only and (detail := not_aggregate(column, reading)):
        return detail
    if not column.filled:
        return by_header
    if by_header is not HARMLESS or reading.kind not in (Kind.PHONE, Kind.EMAIL):
        strong = strong_values(column, reading, settings)
        if strong:
            return strong
    free = in_free_text(column, reading)
    weak = None if by_header else shaped(column, reading, around, settings)
    return free if free and not (weak and weak.verdict is Verdict.BLOCK) else (
        weak or small_cells(column, reading, settings.small_cell) or formulas(column) or by_header)


def _verdict(table: str, at: int, column: Column, found: Found, settings: GateSettings) -> ColumnVerdict:
    """The finding with its law, or the exception that holds for it."""
    exception = _exception(table, column.header, found.kind, settings) if found.verdict is Verdict.BLOCK else None
    if exception and (other := _beyond(column, exception, settings)):
        found, exception = other, _exception(table, column.header, other.kind, settings)
    reason = found.reason or _CLEAN.reason
    if exception and found.kind:
        reason = (f"ngoại lệ công bố {NAMES[found.kind]}: căn cứ {exception.legal_basis}; "
                  f"mục đích {exception.purpose}; "
                  f"{exception.approver} phê duyệt ngày {exception.date:%d/%m/%Y} ({reason})")
    verdict = Verdict.PASS if exception else found.verdict
    return ColumnVerdict(table, column.header, column_letter(at), verdict, found.kind, found.found_in, column.filled,
                         reason[:1].upper() + reason[1:] + ".", basis_of(found.kind, settings.date), exception)


def _beyond(column: Column, exception: PrivacyException, settings: GateSettings) -> Found | None:
    """What a column with an exception holds besides: leave to publish names is none for the numbers beside them."""
    other = strong_values(column, read_header(column.header), settings)
    return other if other and other.verdict is Verdict.BLOCK and other.kind is not exception.kind else None


def _exception(table: str, header: str, kind: Kind | None, settings: GateSettings) -> PrivacyException | None:
    return next((each for each in settings.exceptions if fold(each.table) == fold(table)
                 and fold(each.column) == fold(header) and each.kind is kind
                 and each.date <= settings.date), None)
