"""Commands that look at what units sent, and write to them: check, status, remind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from report_utils.cli.frame import DONE, DRAFT, opened, period_command, print_json
from report_utils.cli.next_step import say_next
from report_utils.progress import doing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from report_utils.findings import Finding
    from report_utils.run.desk import Desk


@period_command
@click.option("--json", "as_json", is_flag=True, help="Mỗi phát hiện một dòng JSON; không có thì không in gì.")
def command_check(agency: str, period: str, root: str, as_json: bool) -> int:
    """Đọc và kiểm tra mọi tệp; liệt kê các phát hiện."""
    desk = opened(agency, period, root)
    from report_utils.findings import errors
    from report_utils.run.something_sent import refuse_without_files

    refuse_without_files(desk.reporting)
    desk.receive()
    with doing("Kiểm tra số liệu"):
        findings = desk.check()
    if as_json:
        print_json(found.as_json() for found in findings)
    else:
        _say_findings(desk, findings)
        _say_after_check(desk, findings, root)
    return DRAFT if any(errors(findings)) else DONE


def _say_findings(desk: Desk, findings: Sequence[Finding]) -> None:
    from report_utils.findings import errors
    from report_utils.run.views.findings import finding_lines

    for line in finding_lines(findings):
        click.echo(line)
    shown = desk.reporting.workspace.shown
    click.echo(f"{len(findings)} phát hiện, trong đó {len(list(errors(findings)))} lỗi. Chi tiết: "
               f"{shown(desk.folders.processed)}/findings.csv")
    if findings:
        click.echo(f"Tệp phản hồi gửi từng đơn vị: {shown(desk.folders.feedback)}")


def _say_after_check(desk: Desk, findings: Sequence[Finding], root: str) -> None:
    from report_utils.findings import errors
    from report_utils.run.forecast import missing_after_check

    agency, period = desk.reporting.agency.code, str(desk.reporting.period)
    missing = _told(missing_after_check(desk, findings))
    if any(not found.of_office for found in errors(findings)):
        say_next("gửi tệp phản hồi, đôn đốc đơn vị còn lỗi hoặc chậm gửi", "remind", agency, period, root=root)
    elif any(errors(findings)):
        say_next("cơ quan xem lại điều chỉnh đã ghi", "adjust", agency, period, root=root)
    else:
        _say_run(agency, period, root, missing=missing)


@period_command
@click.option("--json", "as_json", is_flag=True, help="Mỗi đơn vị, mỗi nhóm một dòng JSON.")
def command_status(agency: str, period: str, root: str, as_json: bool) -> int:
    """Xem đơn vị nào đã gửi, đúng hạn hay muộn, còn bao nhiêu lỗi."""
    desk = opened(agency, period, root)
    from report_utils.checks.reporting_rate import rates
    from report_utils.figures.reminders import reminded
    from report_utils.run.forecast import missing_in
    from report_utils.run.views.adjustments import left_out_json, left_out_lines
    from report_utils.run.views.submissions import rates_view, status_json, status_view

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
    desk = opened(agency, period, root)
    from report_utils.run.forecast import missing_in
    from report_utils.run.reminders import write_reminders

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
