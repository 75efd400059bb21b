"""Whether files can be written in a folder, found out by writing one."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from report_utils.storage.files import NotSavedError, remove_file, save

_NAME, _CONTENT = "baocao doctor – thử ghi tệp ắ ợ ử.txt", "Tệp thử, xóa được.\n"


def probe(folder: Path) -> None:
    """Write a file with Vietnamese letters in its name, find it again and remove it. Raises NotSavedError."""
    path = folder / _NAME
    try:
        save(path, _CONTENT)
        names = {unicodedata.normalize("NFC", other.name) for other in folder.iterdir()}
        if _NAME not in names:
            raise NotSavedError(path, "ổ đĩa đổi tên tệp có chữ tiếng Việt")
    finally:
        remove_file(path)
