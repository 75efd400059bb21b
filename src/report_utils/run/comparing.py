"""`baocao compare`: an edited or signed Word file beside what is computed now."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from report_utils.agency.reporting import Reporting
from report_utils.document.bookmarks import bookmark_stem
from report_utils.document.identity import Identity
from report_utils.document.official import to_word
from report_utils.errors import BaocaoError
from report_utils.figures.figure import Figure
from report_utils.figures.period import PeriodFigures
from report_utils.findings import CATALOGUE
from report_utils.lint.package import WordPackage, open_word, word_package
from report_utils.review.comparing.comparison import compare
from report_utils.review.comparing.differences import Difference, differs
from report_utils.review.comparing.origin import told_identity
from report_utils.review.comparing.reading import read_copy
from report_utils.run.desk import Desk, open_desk
from report_utils.run.folders import Folders
from report_utils.run.identifying import identify
from report_utils.run.manifest import changed_inputs

_MOST_NAMES = 5
_NOT_TOLD_AGAIN = ("S02", "S03", "S04")
"""Rules whose message does not hold the whole sentence."""


class NoDataError(BaocaoError):
    """There is nothing to compute from: `folder` has no submissions."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        super().__init__(f"Không có số liệu để tính lại: thư mục «{folder}» không có tệp nào của đơn vị.")


@dataclass(frozen=True)
class Compared:
    """A file, what it is, and what differs: the state of the data first, errors, notes last."""

    file: Path
    reporting: Reporting
    identity: Identity
    differences: tuple[Difference, ...]

    @property
    def differs(self) -> bool:
        """Whether anything is more than a note."""
        return differs(self.differences)


def compare_file(file: Path, root: str, given: Identity) -> Compared:
    """Compute the report of `file` again from what lies in the raw folder now, and compare.

    `given` are codes given by hand, empty where the file is to be asked. Nothing is written into the workspace.
    Raises NoWordFileError, UnidentifiedFileError, NoDataError, UnknownNameError or SettingsError.
    """
    package = open_word(file, str(file))
    told = told_identity(package)
    identity = identify(file, told, root, given)
    desk = open_desk(identity.agency, identity.period, root)
    if not desk.reporting.was_sent(desk.reporting.period):
        workspace = desk.reporting.workspace
        raise NoDataError(workspace.shown(workspace.raw(identity.agency, identity.period)))
    computed, figures = _computed(desk, identity)
    state = _state(desk, identity, told_identity(computed))
    found = compare(read_copy(computed), read_copy(package), figures)
    return Compared(file, desk.reporting, identity, (*state, *found))


def _computed(desk: Desk, identity: Identity) -> tuple[WordPackage, dict[str, Figure]]:
    """The document as it would be written now, and its figures by the stems of their bookmarks."""
    with tempfile.TemporaryDirectory() as folder:
        apart = Desk(desk.reporting, Folders(Path(folder) / "processed", Path(folder) / "reports"))
        apart.receive()
        apart.check()
        document, figures = apart.build(identity.report, summary=identity.is_summary)
    return word_package(to_word(document, desk.reporting), identity.report), _by_stem(figures)


def _by_stem(figures: PeriodFigures) -> dict[str, Figure]:
    everything = {**figures.over_time(), **figures.everything()}
    return {bookmark_stem(code).lower(): figure for code, figure in everything.items()}


def _state(desk: Desk, told: Identity, now: Identity | None) -> Iterator[Difference]:
    """Whether what was computed then is what is computed now: the digest in the file decides, else the manifest."""
    changed = changed_inputs(desk.reporting, desk.folders.reports)
    names = f": {'; '.join(changed[:_MOST_NAMES])}{' …' if len(changed) > _MOST_NAMES else ''}" if changed else ""
    is_other = told.content != now.content if told.content and now else bool(changed)
    if is_other:
        reason = f"Từ khi lập tệp này, số liệu, cài đặt hoặc mẫu đã thay đổi{names}"
        yield Difference("S01", "Dữ liệu", fields={"reason": reason})
    elif changed:
        reason = f"Tệp đầu vào đã thay đổi{names}; nội dung báo cáo tính lại vẫn như lúc in"
        yield Difference("S15", "Dữ liệu", fields={"reason": reason})
    elif changed is None and not told.content:
        reason = ("Không rõ số liệu có thay đổi từ khi lập tệp hay không, vì tệp không ghi dấu nội dung và không còn "
                  "manifest.json")
        yield Difference("S15", "Dữ liệu", fields={"reason": reason})


def comparison_lines(compared: Compared) -> Iterator[str]:
    """The differences for people, by rule, with how to deal with them, and what it comes to."""
    kind = "tóm tắt của báo cáo" if compared.identity.is_summary else "báo cáo"
    profile, period = compared.reporting.agency.profile, compared.reporting.period
    yield f"{compared.file.name}: {kind} «{compared.identity.report}», {profile.name}, {period.title}."
    for rule, group in groupby(compared.differences, key=lambda each: each.rule):
        found = list(group)
        yield f"{rule} {found[0].severity.value}: {CATALOGUE[rule].title} ({len(found)}). {CATALOGUE[rule].mend}"
        for each in found:
            yield f"  - {each.message}"
            if rule in _NOT_TOLD_AGAIN and each.text and each.text != each.found:
                yield f"    «{each.text}»"
    if not compared.differs:
        yield "Không có gì khác bản tính từ dữ liệu" + (", ngoài các lưu ý trên." if compared.differences else ".")
        return
    counts = {severity: sum(each.severity.value == severity for each in compared.differences)
              for severity in ("lỗi", "cảnh báo", "lưu ý")}
    yield "Khác bản tính từ dữ liệu: " + ", ".join(f"{count} {name}" for name, count in counts.items() if count) + "."
