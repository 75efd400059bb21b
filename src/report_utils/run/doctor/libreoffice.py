"""LibreOffice, which makes the PDFs."""

from __future__ import annotations

from collections.abc import Iterator

from report_utils.run.doctor.verdict import State, Verdict, on_this_system
from report_utils.run.office import VARIABLE, ConversionError, OfficeMissingError, find_office

_ABOUT = "LibreOffice"
_ONLY_PDF = "chỉ cần khi ghi PDF"
_MEND = {
    "linux": "cài LibreOffice Writer (Debian, Ubuntu: sudo apt install libreoffice-writer)",
    "win32": "cài LibreOffice (winget install TheDocumentFoundation.LibreOffice)",
    "darwin": "cài LibreOffice (brew install --cask libreoffice)",
}


def look_at_office() -> Iterator[Verdict]:
    """Whether it is found as a run finds it, and says its version."""
    mend = f"{on_this_system(_MEND)}, hoặc đặt biến môi trường {VARIABLE} là đường dẫn đến chương trình soffice"
    try:
        office = find_office()
        yield Verdict(_ABOUT, State.GOOD, f"{office.version()} ({office.program})")
    except OfficeMissingError as error:
        named = f"«{error.named}» trong {VARIABLE} không phải chương trình chạy được" if error.named else "chưa thấy"
        yield Verdict(_ABOUT, State.WORSE, f"{named}; {_ONLY_PDF}", mend)
    except ConversionError as error:
        yield Verdict(_ABOUT, State.WORSE, f"{error.reason}; {_ONLY_PDF}", mend)
