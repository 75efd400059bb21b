"""A file that a person names on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from report_utils.errors import UnknownNameError


class ThereFile(click.Path):
    """The path of something that is there; a mistyped name is answered with the nearest in its folder."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Raises UnknownNameError, but not while the Tab key is answered."""
        path = Path(str(super().convert(value, param, ctx)))
        if not (ctx and ctx.resilient_parsing) and not path.exists():
            raise UnknownNameError("tệp", str(path), _nearest(path), "Hãy kiểm tra lại tên và thư mục.")
        return path


def _nearest(path: Path) -> str | None:
    from report_utils.agency.settings import nearest

    if not path.parent.is_dir():
        return None
    beside = {str(other) for other in path.parent.iterdir() if other.suffix.lower() == path.suffix.lower()}
    return nearest(str(path), beside)
