"""The folders of a new agency, put in their place only when all of them are written and can be read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from report_utils.agency.agency import Agency, load_agency
from report_utils.agency.workspace import Workspace, WorkspaceNotFoundError
from report_utils.errors import BaocaoError
from report_utils.starter.answers import Answers
from report_utils.starter.content import files_of
from report_utils.starter.placing import is_leftover, placing
from report_utils.storage.files import save

_DEFAULT_AGENCY = re.compile(r'(?<="agency = \\")[^"\\]*')


class AgencyExistsError(BaocaoError):
    """There is something already where the settings of the agency `code` would be written; `folder` as shown."""

    def __init__(self, code: str, folder: str) -> None:
        self.code, self.folder = code, folder
        super().__init__(f"Đã có «{folder}»; không ghi đè. Chọn mã khác cho cơ quan mới, hoặc chuyển thư mục đó đi.")


@dataclass(frozen=True)
class NewAgency:
    """What was written: the workspace, the agency as it is read back, the names of the notebooks that were copied."""

    workspace: Workspace
    agency: Agency
    notebooks: tuple[str, ...]


def place_for(root: str) -> Workspace:
    """Where a new agency goes: `root`, else the workspace that commands find here, else this folder.

    An empty folder becomes a workspace of its own, also below another one; what a killed run left counts as nothing.
    """
    here = Path(root).resolve() if root else Path.cwd()
    if root or all(map(is_leftover, here.iterdir())):
        return Workspace(here)
    try:
        return Workspace.find()
    except WorkspaceNotFoundError:
        return Workspace(here)


def check_free(workspace: Workspace, code: str) -> None:
    """Raises AgencyExistsError when params/<code> is taken."""
    folder = workspace.root / "params" / code
    if folder.exists() or folder.is_symlink():
        raise AgencyExistsError(code, workspace.shown(folder))


def write_agency(workspace: Workspace, code: str, answers: Answers, notebooks: Iterable[Path] = ()) -> NewAgency:
    """Write params/<code>, data/raw/<code> and, where the workspace has none, copies of `notebooks`.

    Nothing is written over, and a failure leaves nothing behind; what a killed run left is removed.
    Raises AgencyExistsError, SettingsError, OSError.
    """
    check_free(workspace, code)
    copied = () if any((workspace.root / "notebooks").glob("*.ipynb")) else tuple(sorted(notebooks))
    with placing(workspace.root) as place:
        staging = Workspace(place.staging)
        _write(staging.root / "params" / code, files_of(code, answers))
        _write(staging.root / "notebooks", {path.name: _notebook(path, code) for path in copied})
        agency = load_agency(staging, code)
        place.make_folder(f"data/raw/{code}")
        for part in (*(f"notebooks/{path.name}" for path in copied), f"params/{code}"):
            place.move(part)
    return NewAgency(workspace, agency, tuple(path.stem for path in copied))


def _write(folder: Path, files: Mapping[str, str]) -> None:
    """Write text files; the lists begin with a byte order mark, without which Excel spoils Vietnamese letters."""
    for name, text in files.items():
        path = folder / name
        save(path, text.encode("utf-8-sig" if path.suffix == ".csv" else "utf-8"))


def _notebook(path: Path, code: str) -> str:
    """The notebook with the new agency as the one that it shows until somebody changes it."""
    return _DEFAULT_AGENCY.sub(code, path.read_text(encoding="utf-8"))
