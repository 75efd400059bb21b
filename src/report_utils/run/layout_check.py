"""`baocao lint`: a Word file checked, and mended into a copy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from report_utils.errors import BaocaoError
from report_utils.lint.deviation import Deviation
from report_utils.lint.fix import mended
from report_utils.lint.package import open_word
from report_utils.lint.run_all import lint_file, lint_package
from report_utils.run.manifest import free_name
from report_utils.storage.files import save

_MENDED = "(đã sửa thể thức)"


class CopyExistsError(BaocaoError):
    """The copy `path` would overwrite a file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"Đã có tệp «{path}»; hãy chọn tên khác cho bản sao bằng --out.")


@dataclass(frozen=True)
class CheckedLayout:
    """What was looked at in the end: the file, or its copy, of which `mended` deviations are gone."""

    file: Path
    deviations: tuple[Deviation, ...]
    mended: int | None = None


def check_layout(file: Path, *, fix: bool = False, out: Path | None = None) -> CheckedLayout:
    """The deviations of `file`; with `fix` those left in a mended copy, where there is anything to mend.

    Raises NoWordFileError or CopyExistsError.
    """
    if not fix:
        return CheckedLayout(file, tuple(lint_file(file, str(file))))
    package = open_word(file, str(file))
    before = lint_package(package)
    if not before:
        return CheckedLayout(file, ())
    copy = out or _copy_of(file)
    if copy.exists():
        raise CopyExistsError(copy)
    save(copy, mended(package))
    after = lint_file(copy, str(copy))
    return CheckedLayout(copy, tuple(after), len(before) - len(after))


def _copy_of(file: Path) -> Path:
    taken = {path.name for path in file.parent.glob("*.docx")}
    return file.parent / free_name(f"{file.stem} {_MENDED}.docx", taken)


def layout_lines(checked: CheckedLayout) -> Iterator[str]:
    """The deviations for people, with where the rule stands and how to mend it."""
    for each in checked.deviations:
        yield f"{each.rule} {each.severity.value}: {each.message}"
        yield f"    {each.article}. Cách sửa: {each.mend}"
    if checked.mended is not None:
        yield f"Đã sửa {checked.mended} điểm vào bản sao: {checked.file}"
    if not checked.deviations:
        yield "Đúng thể thức theo Nghị định số 30/2020/NĐ-CP."
        return
    counts = Counter(each.severity.value for each in checked.deviations)
    yield (f"{len(checked.deviations)} điểm chưa đúng thể thức: "
           + ", ".join(f"{count} {name}" for name, count in sorted(counts.items())) + ".")
