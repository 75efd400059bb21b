"""Commands that deal with the units: forms, samples, check, adjust, status, remind."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from report_utils.cli.frame import DONE, DRAFT, period_command, print_json
from report_utils.cli.next_step import say_next
from report_utils.errors import BaocaoError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from report_utils.agency.reporting import Reporting
    from report_utils.run.adjusting import Changed


@period_command
@click.option("--out", default=None, metavar="DIR", help="Nơi ghi biểu mẫu (mặc định: data/forms/AGENCY/PERIOD).")
def command_forms(agency: str, period: str, root: str, out: str | None) -> int:
    """Ghi biểu mẫu trống cho từng đơn vị."""
    from report_utils.run.desk import open_desk
    from report_utils.run.handout import write_data_set_forms, write_forms

    desk = open_desk(agency, period, root)
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


@period_command
@click.option("--json", "as_json", is_flag=True, help="Mỗi phát hiện một dòng JSON; không có thì không in gì.")
def command_check(agency: str, period: str, root: str, as_json: bool) -> int:
    """Đọc và kiểm tra mọi tệp; liệt kê các phát hiện."""
    from report_utils.findings import errors
    from report_utils.run.desk import open_desk
    from report_utils.run.forecast import missing_after_check
    from report_utils.run.views.findings import finding_lines

    desk = open_desk(agency, period, root)
    desk.receive()
    findings = desk.check()
    open_errors = len(list(errors(findings)))
    of_units = [found for found in errors(findings) if not found.of_office]
    if as_json:
        print_json(found.as_json() for found in findings)
    else:
        for line in finding_lines(findings):
            click.echo(line)
        shown = desk.reporting.workspace.shown
        click.echo(f"{len(findings)} phát hiện, trong đó {open_errors} lỗi. Chi tiết: "
                   f"{shown(desk.folders.processed)}/findings.csv")
        if findings:
            click.echo(f"Tệp phản hồi gửi từng đơn vị: {shown(desk.folders.feedback)}")
        missing = _told(missing_after_check(desk, findings))
        if open_errors and not of_units:
            say_next("cơ quan xem lại điều chỉnh đã ghi", "adjust", agency, period, root=root)
        elif open_errors:
            say_next("gửi tệp phản hồi, đôn đốc đơn vị còn lỗi hoặc chậm gửi", "remind", agency, period, root=root)
        else:
            _say_run(agency, period, root, missing=missing)
    return DRAFT if open_errors else DONE


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
    from report_utils.run.adjusting import all_apply, recorded, recorded_json, recorded_lines
    from report_utils.run.adjustment_errors import brought_lines, errors_brought
    from report_utils.run.desk import open_desk

    desk = open_desk(agency, period, root)
    changed = _changed(desk.reporting, unit, number, given)
    entries = recorded(desk.reporting)
    if as_json:
        print_json(recorded_json(desk.reporting, entries))
    else:
        for line in recorded_lines(desk.reporting, entries):
            click.echo(line)
    for line in brought_lines(errors_brought(desk, changed)) if changed else ():
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


@period_command
@click.option("--json", "as_json", is_flag=True, help="Mỗi đơn vị, mỗi nhóm một dòng JSON.")
def command_status(agency: str, period: str, root: str, as_json: bool) -> int:
    """Xem đơn vị nào đã gửi, đúng hạn hay muộn, còn bao nhiêu lỗi."""
    from report_utils.checks.reporting_rate import rates
    from report_utils.figures.reminders import reminded
    from report_utils.run.desk import open_desk
    from report_utils.run.forecast import missing_in
    from report_utils.run.views.adjustments import left_out_json, left_out_lines
    from report_utils.run.views.submissions import rates_view, status_json, status_view

    desk = open_desk(agency, period, root)
    survey = desk.survey()
    statuses, of = survey.statuses, (survey.reporting, survey.dataset)
    if as_json:
        print_json((*status_json(statuses, rates(statuses)), *left_out_json(*of)))
    else:
        for part in (desk.heading(), status_view(statuses), rates_view(rates(statuses)), *left_out_lines(*of)):
            click.echo(f"{part}\n")
        missing = _told(missing_in(desk, survey))
        if reminded(statuses):
            say_next("đôn đốc đơn vị chậm gửi hoặc có lỗi", "remind", agency, period, root=root)
        else:
            _say_run(agency, period, root, missing=missing)
    return DONE


@period_command
@click.option("--each", is_flag=True, help="Mỗi đơn vị một công văn (mặc định: một công văn chung).")
def command_remind(agency: str, period: str, root: str, each: bool) -> int:
    """Ghi công văn đôn đốc đơn vị chậm gửi hoặc có lỗi."""
    from report_utils.run.desk import open_desk
    from report_utils.run.forecast import missing_in
    from report_utils.run.reminders import write_reminders

    desk = open_desk(agency, period, root)
    letters = write_reminders(desk, each=each)
    for name in letters.kept:
        click.echo(f"Giữ nguyên tệp đã có người sửa: {name}")
    for path in letters.written:
        click.echo(f"Tệp Word: {desk.reporting.workspace.shown(path)}")
    if letters.others:
        kind = "chung" if each else "riêng từng đơn vị"
        click.echo(f"Vẫn giữ {len(letters.others)} công văn {kind} đã lập trước, cần xem lại trước khi dùng: "
                   f"{'; '.join(letters.others)}")
    if letters.written:
        say_next("ký, gửi công văn; khi đơn vị gửi lại thì kiểm tra", "check", agency, period, root=root)
    else:
        click.echo("Không có đơn vị nào chậm gửi hoặc có lỗi; không cần công văn đôn đốc.")
        _say_run(agency, period, root, missing=_told(missing_in(desk, desk.survey())))
    return DONE


def _told(missing: str) -> bool:
    """Whether the report would lack data; the line says where."""
    if missing:
        click.echo(missing)
    return bool(missing)


def _say_run(agency: str, period: str, root: str, *, missing: bool) -> None:
    sentence = ("đề nghị đơn vị bổ sung số liệu còn thiếu; lập bản dự thảo để xem từng chỗ thiếu" if missing else
                "lập báo cáo")
    say_next(sentence, "run", agency, period, root=root)


def _raw(reporting: Reporting) -> Path:
    return reporting.workspace.raw(reporting.agency.code, str(reporting.period))
