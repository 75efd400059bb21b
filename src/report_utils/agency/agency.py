"""An agency with all its settings."""

from __future__ import annotations

from dataclasses import dataclass

from report_utils.agency.catalogue_files import load_catalogues
from report_utils.agency.catalogues import Catalogues
from report_utils.agency.profile import Profile
from report_utils.agency.settings import nearest, read_yaml, validate
from report_utils.agency.units import Units, load_units
from report_utils.agency.workspace import Workspace
from report_utils.errors import SettingsError


@dataclass(frozen=True, eq=False)
class Agency:
    """An agency: profile, units, catalogues. Two agencies are the same only if they are one object."""

    profile: Profile
    units: Units
    catalogues: Catalogues

    @property
    def code(self) -> str:
        return self.profile.code


def load_profile(workspace: Workspace, code: str) -> Profile:
    """The profile of params/<code>. Raises UnknownNameError or SettingsError."""
    folder = workspace.params(code)
    path = f"{workspace.shown(folder)}/agency.yaml"
    profile = validate(Profile, read_yaml(folder / "agency.yaml", path), path)
    if profile.code != code:
        raise SettingsError(path, "code", profile.code, f"mã «{profile.code}» khác tên thư mục «{code}».")
    others = [other for other in workspace.agencies() if other != code]
    for name in (predecessor.agency for predecessor in profile.predecessors):
        if name not in others:
            near = nearest(name, others)
            raise SettingsError(path, "predecessors", name, f"không có thư mục cơ quan tiền thân «{name}» trong params."
                                                            f"{f' Có phải «{near}»?' if near else ''}")
    return profile


def load_agency(workspace: Workspace, code: str) -> Agency:
    """The agency of params/<code>. Raises UnknownNameError or SettingsError."""
    profile, folder = load_profile(workspace, code), workspace.params(code)
    shown = workspace.shown(folder)
    units = load_units(folder / "units.csv", f"{shown}/units.csv", profile.tags)
    return Agency(profile, units, load_catalogues(folder, shown, units, profile.plans))
