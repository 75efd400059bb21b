"""Commands that write what units fill in: forms, samples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from report_utils.cli.frame import DONE, opened, period_command
from report_utils.cli.next_step import say_next
from report_utils.errors import BaocaoError

if TYPE_CHECKING:
    from report_utils.agency.reporting import Reporting


@period_command
@click.option("--out", default=None, metavar="DIR", help="Nơi ghi biểu mẫu (mặc định: data/forms/AGENCY/PERIOD).")
def command_forms(agency: str, period: str, root: str, out: str | None) -> int:
    """Ghi biểu mẫu trống cho từng đơn vị."""
    desk = opened(agency, period, root)
    from report_utils.run.handout import write_data_set_forms, write_forms

    workspace = desk.reporting.workspace
    folder = Path(out) if out else workspace.root / "data" / "forms" / agency / str(desk.reporting.period)
    forms, data_sets = write_forms(desk, folder), write_data_set_forms(desk, folder)
    click.echo(f"Đã ghi {len(forms)} biểu mẫu vào {workspace.shown(folder)}.")
    if not forms:
        click.echo("Kỳ này chưa hỏi đơn vị nào: xem các danh mục trong params (kế hoạch hết hiệu lực hoặc chưa có "
                   "nhiệm vụ, danh mục trống).")
    if data_sets:
        click.echo(f"Biểu mẫu của {len(data_sets)} tập dữ liệu mở: {workspace.shown(data_sets[0].parent)}.")
    if forms or data_sets:
        say_next(f"gửi mỗi đơn vị biểu mẫu của mình, đặt tệp nhận về vào {workspace.shown(_raw(desk.reporting))}, rồi "
                 "chạy", "check", agency, period, root=root)
    return DONE


@period_command
def command_samples(agency: str, period: str, root: str) -> int:
    """Ghi lại các tệp minh họa vào data/raw từ số liệu mẫu trong data/facts."""
    from report_utils.agency.reporting import open_reporting
    from report_utils.forms.data_set_facts import sample_data_sets
    from report_utils.forms.facts import sample_submissions
    from report_utils.intake.submission import is_illustrative
    from report_utils.storage.files import save

    reporting = open_reporting(agency, period, root)
    folder = _raw(reporting)
    files = sample_submissions(reporting) | sample_data_sets(reporting)
    for name, data in files.items():
        path = folder / name
        if path.exists() and path.read_bytes() != data and not is_illustrative(path):
            raise BaocaoError(f"Tệp «{name}» không ghi là minh họa nên không bị ghi đè. Chuyển tệp đi rồi chạy lại.")
    for name, data in files.items():
        save(folder / name, data)
    click.echo(f"Đã ghi {len(files)} tệp minh họa vào {reporting.workspace.shown(folder)}.")
    say_next("kiểm tra", "check", agency, period, root=root)
    return DONE


def _raw(reporting: Reporting) -> Path:
    return reporting.workspace.raw(reporting.agency.code, str(reporting.period))
