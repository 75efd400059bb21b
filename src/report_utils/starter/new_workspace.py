"""A workspace to try the program with: notebooks, settings and submissions of the samples, in a folder of one's own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from report_utils.agency.workspace import Workspace
from report_utils.errors import BaocaoError
from report_utils.starter.packaged import text_of
from report_utils.starter.placing import placing
from report_utils.starter.samples import sample_files, sample_periods, sample_root
from report_utils.storage.files import save

_IGNORED, _IGNORED_HERE = ".gitignore", "gitignore.txt"
_PLACES = (_IGNORED, "data", "notebooks", "params", "reports")
"""What a workspace consists of; where any of it is there already, nothing is written."""


class PlaceTakenError(BaocaoError):
    """A workspace cannot be made in `folder`, for what it consists of is there in part: `taken`, in order."""

    def __init__(self, folder: Path, taken: list[str]) -> None:
        self.folder, self.taken = folder, taken
        super().__init__(f"Thư mục «{folder}» đã có {', '.join(taken)}; không ghi đè gì. Chọn một thư mục mới: "
                         "baocao init TÊN-THƯ-MỤC.")


class NoFolderError(BaocaoError):
    """A workspace cannot be made at `path`, which is no folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"«{path}» là một tệp, không phải thư mục. Chọn một thư mục mới.")


@dataclass(frozen=True)
class NewWorkspace:
    """What was written: the workspace, how many files, and the sample with the most submissions, to begin with."""

    workspace: Workspace
    files: int
    agency: str
    period: str


def write_workspace(folder: Path) -> NewWorkspace:
    """Write the samples into `folder`, which may be missing or hold other things. Nothing is written over.

    Raises PlaceTakenError, NoFolderError, NotSavedError, OSError; nothing is left behind then.
    """
    goal = folder.resolve()
    _check_free(goal)
    source = sample_root()
    files = sample_files(source)
    with placing(goal) as place:
        for path in files:
            save(place.staging / path, (source / path).read_bytes())
        save(place.staging / _IGNORED, text_of(_IGNORED_HERE))
        for name in sorted(path.name for path in place.staging.iterdir()):
            place.move(name)
    agency, period = max(sample_periods(goal), key=lambda sample: len(_sent(goal, *sample)))
    return NewWorkspace(Workspace(goal), len(files) + 1, agency, period)


def _check_free(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise NoFolderError(folder)
    taken = [name for name in _PLACES if (folder / name).exists() or (folder / name).is_symlink()]
    if taken:
        raise PlaceTakenError(folder, taken)


def _sent(root: Path, agency: str, period: str) -> list[Path]:
    return list(Workspace(root).raw(agency, period).glob("*.xlsx"))
