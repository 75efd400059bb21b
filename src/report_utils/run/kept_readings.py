"""Where the readings of forms are kept between runs, and what they depend on besides the forms."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from report_utils.agency.reporting import Reporting
from report_utils.agency.workspace import Workspace
from report_utils.intake.kept import Kept
from report_utils.run.digests import digests_below
from report_utils.run.inputs import surroundings
from report_utils.storage.folders import remove

_FOLDER, _TEMPLATES = ".read", "templates/"


def kept_readings(reporting: Reporting) -> Kept:
    """What was read of the forms of this agency and period under the same settings, code and libraries."""
    workspace, agency = reporting.workspace, reporting.agency.code
    settings = {name: found for name, found in digests_below(workspace.params(agency)).items()
                if not name.startswith(_TEMPLATES)}
    given = reporting.settings.model_dump(mode="json")
    ground = json.dumps([surroundings(), settings, given, sys.version_info[:2]], sort_keys=True)
    return Kept(reporting, _folder(workspace, agency) / f"{reporting.period}.zip", ground)


def forget_readings(workspace: Workspace, agency: str) -> None:
    """Let the next run of the agency open every form. Raises NotSavedError."""
    remove(_folder(workspace, agency))


def _folder(workspace: Workspace, agency: str) -> Path:
    return workspace.processed(agency, _FOLDER)
