"""What came of a run: the Word files, whether the report is a draft, and why."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from report_utils.storage.files import save

NAME, _OTHERS = "outcome.json", "outcome.{report}.json"
"""The files of what came of the main report, and of another document."""


@dataclass(frozen=True)
class Outcome:
    """`word` is the file name of the report, `summary` that of its summary, if any. `missing` says where data is
    missing, `wrong` where it contradicts itself, `explained` what units have explained in writing, `remarks` what a
    review of the report found, a line each. `errors` and `warnings` count the findings. `sha256` and `summary_sha256`
    are those of the Word files as they were written. `illustrative`: the figures are made up.
    """

    word: str
    draft: bool
    missing: tuple[str, ...]
    wrong: tuple[str, ...]
    errors: int
    warnings: int
    sha256: str = ""
    summary: str = ""
    summary_sha256: str = ""
    explained: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    illustrative: bool = False

    def save(self, folder: Path, report: str = "") -> None:
        """Write it as what came of the main report, or of another document, the `report` of that code."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        name = _OTHERS.format(report=report) if report else NAME
        save(folder / name, text + "\n")


def conclusion(outcome: Outcome | None) -> str:
    """One or two sentences: final or draft, and why; None is a letter that nobody is to get."""
    if outcome is None:
        return "Không có đơn vị nào phải nhận văn bản này; không lập."
    remarks = f" {len(outcome.remarks)} điểm trong lời văn cần xem trước khi trình ký." if outcome.remarks else ""
    if not outcome.draft:
        explained = f", {len(outcome.explained)} nội dung đơn vị đã giải trình" if outcome.explained else ""
        return f"Báo cáo đủ số liệu: {outcome.word} ({outcome.warnings} cảnh báo{explained}).{remarks}"
    return (f"Báo cáo là bản DỰ THẢO: {outcome.word}. Còn {outcome.errors} lỗi, {len(outcome.missing)} chỗ thiếu "
            f"số liệu, {len(outcome.wrong)} chỗ cần kiểm tra lại.{remarks}")


def load_outcome(folder: Path) -> Outcome:
    """The outcome of the main report that the last stage wrote into `folder`."""
    return _loaded(folder / NAME)


def load_other_outcomes(folder: Path) -> dict[str, Outcome]:
    """Those of the other documents, by the code of the document."""
    before, _, after = _OTHERS.partition("{report}")
    paths = sorted(folder.glob(_OTHERS.format(report="*")))
    return {path.name.removeprefix(before).removesuffix(after): _loaded(path) for path in paths}


def _loaded(path: Path) -> Outcome:
    entry = json.loads(path.read_text(encoding="utf-8"))
    lists = {name: tuple(entry[name]) for name in ("missing", "wrong", "explained", "remarks")}
    return Outcome(**{**entry, **lists})
