"""Where things lie: the folders of a workspace (params/, data/, reports/)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from report_utils.agency.agency_names import unknown_agency
from report_utils.errors import BaocaoError


class WorkspaceNotFoundError(BaocaoError):
    """No folder with params/ at or above `start`."""

    def __init__(self, start: Path) -> None:
        self.start = start
        super().__init__(f"Không tìm thấy thư mục làm việc (có thư mục params/) tại «{start}». Chuyển vào "
                         "thư mục đó hoặc dùng --root để chỉ ra; chưa có thì tạo thư mục mẫu: baocao init TÊN-THƯ-MỤC.")


@dataclass(frozen=True)
class Workspace:
    """The folders of one workspace. Messages show paths relative to `root`."""

    root: Path

    @classmethod
    def find(cls, root: str | Path = "") -> Workspace:
        """The workspace at `root`, or the nearest one at or above the current folder when `root` is empty."""
        start = Path(root).resolve() if root else Path.cwd()
        for folder in (start,) if root else (start, *start.parents):
            if (folder / "params").is_dir():
                return cls(folder)
        raise WorkspaceNotFoundError(start)

    def agencies(self) -> list[str]:
        """Codes of the agencies that have settings here."""
        return sorted(path.parent.name for path in (self.root / "params").glob("*/agency.yaml"))

    def params(self, agency: str) -> Path:
        """The settings folder of `agency`. Raises UnknownNameError."""
        if agency not in self.agencies():
            raise unknown_agency(agency, self.root / "params", self.agencies())
        return self.root / "params" / agency

    def raw(self, agency: str, period: str) -> Path:
        """What the units sent, never changed by the program; the office records its adjustments beside it."""
        return self.root / "data" / "raw" / agency / period

    def processed(self, agency: str, period: str) -> Path:
        """Tidy tables and findings."""
        return self.root / "data" / "processed" / agency / period

    def reports(self, agency: str, period: str) -> Path:
        """Word files, executed notebooks, figures, manifest."""
        return self.root / "reports" / agency / period

    def facts(self, agency: str, period: str) -> Path:
        """The facts of which sample submissions are made."""
        return self.root / "data" / "facts" / agency / period

    def shown(self, path: Path) -> str:
        """`path` as messages show it: relative to the root, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()
