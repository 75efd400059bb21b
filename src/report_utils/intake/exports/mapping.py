"""How an export of another system is read: what a mapping file says."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from report_utils.agency.settings import Strict


def _listed(value: object) -> object:
    """One name may stand without brackets."""
    return (value,) if isinstance(value, str) else value


Names = Annotated[tuple[str, ...], BeforeValidator(_listed)]
"""Header names or values that mean the same; "A > B" is column B in the group A of a header of several rows."""

Needed = Annotated[Names, Field(min_length=1)]
"""The same, at least one."""

ByName = dict[str, Names]
"""Our name -> the names that the other system uses for it."""


class FileRule(Strict):
    """Which files are read and whose they are.

    `*` in `pattern` stands for anything, `{unit}` for the code of the unit; without it `unit` names the unit.
    """

    pattern: str
    unit: str = ""


class _Common(Strict):
    """What every mapping says. `sheet` is the sheet's name (`*` allowed); without it every sheet is searched."""

    name: str
    files: tuple[FileRule, ...] = Field(min_length=1)
    sheet: str = "*"
    personal: tuple[str, ...] = ()


class SummaryColumns(Strict):
    """Header names of Biểu 06 by the column codes of the table of dossiers."""

    field: Needed
    online: Needed
    direct: Needed
    carried_over: Needed
    early: Needed
    on_time: Needed
    overdue: Needed
    pending_in_time: Needed
    pending_overdue: Needed
    received: Names = ()
    resolved: Names = ()
    pending: Names = ()


class SummaryValues(Strict):
    """Names that the other system uses for the fields of our catalogue."""

    field: ByName = Field(default_factory=dict)


class SummaryMapping(_Common):
    """Biểu 06 by field. `level_rows` are passed over, `total_rows` are checked and not counted (`*` allowed)."""

    kind: Literal["summary"]
    columns: SummaryColumns
    values: SummaryValues = SummaryValues()
    level_rows: tuple[str, ...] = ()
    total_rows: tuple[str, ...] = ("Tổng cộng", "Tổng số", "Cộng")
    blank_is_zero: bool = False


class CaseColumns(Strict):
    """Header names of the columns of a case list; a column that has none is not read."""

    code: Needed
    received: Needed
    finished: Needed
    channel: Needed
    field: Names = ()
    procedure: Names = ()
    place: Names = ()
    due: Names = ()
    limit: Names = ()
    state: Names = ()


class ChannelValues(Strict):
    """How a dossier came in."""

    online: Needed
    direct: Needed


class StateValues(Strict):
    """How a dossier stands: `finished`, still `open`, or never accepted (`void`, not counted at all)."""

    finished: Needed
    open: Needed
    void: Names = ()


class CaseValues(Strict):
    """The other system's words. `procedure` gives the field of a row without one, `place` the unit of a row."""

    channel: ChannelValues
    state: StateValues | None = None
    field: ByName = Field(default_factory=dict)
    procedure: ByName = Field(default_factory=dict)
    place: ByName = Field(default_factory=dict)


class CaseMapping(_Common):
    """A case list: one row a dossier."""

    kind: Literal["cases"]
    columns: CaseColumns
    values: CaseValues

    @model_validator(mode="after")
    def _enough(self) -> CaseMapping:
        columns, values = self.columns, self.values
        for needed, missing in (
            (columns.field or (columns.procedure and values.procedure), "field (hoặc procedure kèm values.procedure)"),
            (columns.due or columns.limit, "due hoặc limit"),
            (columns.place or not values.place, "columns.place cho values.place"),
            (bool(columns.state) == bool(values.state), "columns.state và values.state đi cùng nhau"),
        ):
            if not needed:
                raise ValueError(f"thiếu {missing}")
        return self


ExportMapping = CaseMapping | SummaryMapping
