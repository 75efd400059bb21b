"""Mapping files are read strictly."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from report_utils.agency.reporting import Reporting
from report_utils.errors import SettingsError
from report_utils.forms.tables.procedures import DOSSIERS
from report_utils.intake.exports.mapping import SummaryColumns
from report_utils.intake.exports.mapping_files import load_mappings

PARAMS = Path(__file__).parents[3] / "params" / "syt-brvt" / "exports"
Data = dict[str, Any]


def test_the_sample_has_one_mapping_of_each_kind(reporting: Reporting) -> None:
    assert [m.kind for m in load_mappings(PARAMS, "exports", reporting.agency)] == ["summary", "cases"]


def test_a_summary_has_the_columns_of_the_table_of_dossiers() -> None:
    assert set(SummaryColumns.model_fields) == {column.code for column in DOSSIERS.columns} - {"number"}


def test_an_agency_without_exports_has_no_mappings(reporting: Reporting, tmp_path: Path) -> None:
    assert load_mappings(tmp_path / "exports", "exports", reporting.agency) == ()


def changed(path: tuple[str, ...], value: object) -> Callable[[Data], None]:
    def change(data: Data) -> None:
        for key in path[:-1]:
            data = data[key]
        if value is None:
            del data[path[-1]]
        else:
            data[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (changed(("kind",), "case"), "cases"),
        (changed(("sheets",), "A"), "«sheet»"),
        (changed(("columns", "recieved"), "Ngày"), "«received»"),
        (changed(("columns", "code"), None), "columns.code"),
        (changed(("columns", "code"), []), "không được để trống"),
        (changed(("columns", "code"), 5), "phải là một danh sách"),
        (changed(("values", "channel", "online"), []), "không được để trống"),
        (changed(("columns", "field"), ["Người nộp"]), "dữ liệu cá nhân"),
        (changed(("columns", "place"), ["Địa chỉ"]), "dữ liệu cá nhân"),
        (changed(("columns", "state"), None), "columns.state"),
        (changed(("values", "field", "Dược phẩn"), ["Dược 2"]), "«Dược phẩm»"),
        (changed(("values", "field", "Mỹ phẩm"), ["dược"]), "hai nghĩa"),
        (changed(("values", "channel", "direct"), ["Trực tuyến"]), "hai nghĩa"),
        (changed(("values", "place"), {"bvbrr": ["BV"]}), "columns.place"),
        (changed(("files",), []), "files"),
        (changed(("files",), [{"pattern": "a*.xlsx"}]), "a\\*.xlsx"),
        (changed(("files",), [{"pattern": "a*.xlsx", "unit": "bvb"}]), "bvb"),
    ],
)
def test_what_is_wrong_is_named(
    reporting: Reporting, tmp_path: Path, change: Callable[[Data], None], said: str
) -> None:
    data = yaml.safe_load((PARAMS / "danh-sach-ho-so.yaml").read_text(encoding="utf-8"))
    change(data)
    (tmp_path / "x.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    with pytest.raises(SettingsError, match=said):
        load_mappings(tmp_path, "exports", reporting.agency)
