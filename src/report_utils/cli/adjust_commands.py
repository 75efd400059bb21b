"""The command for corrections that the office records beside the submissions: adjust."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import click

from report_utils.cli.frame import DONE, DRAFT, opened, period_command, print_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from report_utils.agency.reporting import Reporting
    from report_utils.run.adjusting import Changed


@period_command
@click.option("--unit", default="", metavar="MÃ",
              help="Ghi thêm một điều chỉnh cho đơn vị này (bỏ trống: chỉ liệt kê).")
@click.option("--cell", default="", metavar="SHEET!Ô", help="Ô của tệp đơn vị, ví dụ \"Bổ nhiệm!C8\".")
@click.option("--value", default=None, metavar="GIÁ_TRỊ", help="Giá trị dùng thay; giá trị cũ lấy từ tệp đơn vị.")
@click.option("--exclude", is_flag=True, help="Không tính đơn vị trong kỳ này.")
@click.option("--table", default="", metavar="BIỂU", help="Cùng --exclude: chỉ không tính biểu này.")
@click.option("--why", default="", metavar="LÝ_DO", help="Lý do điều chỉnh.")
@click.option("--by", default="", metavar="NGƯỜI", help="Người điều chỉnh.")
@click.option("--on", default="", metavar="NGÀY", help="Ngày điều chỉnh, dạng ngày/tháng/năm (mặc định: hôm nay).")
@click.option("--basis", default="", metavar="VĂN_BẢN", help="Văn bản làm căn cứ, nếu có.")
@click.option("--remove", "number", type=int, default=None, metavar="N", help="Bỏ điều chỉnh thứ N của danh sách.")
@click.option("--json", "as_json", is_flag=True, help="Mỗi điều chỉnh một dòng JSON.")
def command_adjust(agency: str, period: str, root: str, unit: str, number: int | None, as_json: bool, **given: Any
                   ) -> int:  # fmt: skip
    """Liệt kê các điều chỉnh số liệu của kỳ (dieu-chinh.yaml cạnh tệp đơn vị), ghi thêm hoặc bỏ một điều chỉnh.

    Tệp của đơn vị không bị sửa. Mã kết thúc: 0 mọi điều chỉnh đều áp dụng; 1 có điều chỉnh không áp dụng được.
    """
    desk = opened(agency, period, root)
    from report_utils.run.adjusting import all_apply, recorded, recorded_json, recorded_lines
    from report_utils.run.adjustment_errors import consequences

    changed = _changed(desk.reporting, unit, number, given)
    entries = recorded(desk.reporting)
    if as_json:
        print_json(recorded_json(desk.reporting, entries))
    else:
        for line in recorded_lines(desk.reporting, entries):
            click.echo(line)
    for line in consequences(desk, changed) if entries or changed else ():
        click.echo(line, err=as_json)
    return DONE if all_apply(entries) else DRAFT


def _changed(reporting: Reporting, unit: str, number: int | None, given: Mapping[str, Any]) -> Changed | None:
    """An adjustment added or taken out, as the options say; None where they only ask for the list."""
    from report_utils.run.adjusting import AdjustmentRefusedError, Wanted, record, remove

    if number is not None:
        if unit or any(given.values()):
            raise AdjustmentRefusedError("--remove đi một mình: bỏ một điều chỉnh thì không ghi thêm điều chỉnh khác.")
        return remove(reporting, number)
    if unit:
        return record(reporting, Wanted(unit=unit, **given), dt.datetime.now().astimezone().date())
    if any(given.values()):
        raise AdjustmentRefusedError("Thiếu --unit: điều chỉnh của đơn vị nào?")
    return None
