"""Commands that end in results: run, verify, publish, trace."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from report_utils.cli.completions import figures as figure_codes
from report_utils.cli.frame import DONE, DRAFT, PREPARING, baocao, opened, period_command, print_json
from report_utils.cli.help_pages import USAGE_OPTIONS
from report_utils.cli.next_step import say_next
from report_utils.progress import doing

if TYPE_CHECKING:
    from report_utils.agency.workspace import Workspace


@period_command
@click.option("--final", is_flag=True, help="Chỉ ghi báo cáo khi không còn lỗi và không thiếu số liệu.")
@click.option("--pdf", is_flag=True, help="Ghi thêm bản PDF cạnh tệp Word (cần LibreOffice).")
@click.option("--again", is_flag=True, help="Chạy lại cả khi không có gì thay đổi từ lượt chạy trước.")
def command_run(agency: str, period: str, root: str, final: bool, pdf: bool, again: bool) -> int:
    """Chạy các sổ tính theo thứ tự và ghi báo cáo cùng bản tóm tắt bằng Word."""
    from report_utils.agency.period import Period
    from report_utils.agency.workspace import Workspace
    from report_utils.run.pages.listed import keep_listed
    from report_utils.run.unchanged import unchanged

    workspace = Workspace.find(root)
    last = None if again else unchanged(workspace, agency, str(Period.parse(period)), final=final, pdf=pdf)
    if last is None:
        return _run(agency, period, root, final=final, pdf=pdf, again=again)
    keep_listed(workspace)
    click.echo("Không có gì thay đổi từ lượt chạy trước nên không chạy lại (muốn chạy lại: --again).")
    status = _said(last.lines, last.draft, workspace, last.pdfs)
    _say_what_follows(agency, period, root, draft=last.draft)
    return status


def _run(agency: str, period: str, root: str, *, final: bool, pdf: bool, again: bool) -> int:
    from report_utils.run.kernels.prepared import prepared_kernels

    with prepared_kernels():  # they get ready while this process imports what it needs itself
        with doing(PREPARING):
            from report_utils.agency.reporting import open_reporting
            from report_utils.run.kept_readings import forget_readings
            from report_utils.run.logged import run_logged

            reporting = open_reporting(agency, period, root)
        if again:
            forget_readings(reporting.workspace, agency)
        finished = run_logged(reporting, final=final, pdf=pdf)
    status = _said(finished.ending.lines, finished.ending.draft, reporting.workspace, finished.added.pdfs)
    for remark in finished.added.remarks:
        click.echo(remark, err=True)
    _say_what_follows(agency, period, root, draft=finished.ending.draft)
    return status


def _said(lines: Iterable[str], draft: bool, workspace: Workspace, pdfs: Iterable[Path]) -> int:
    for line in (*lines, *(f"Tệp PDF: {workspace.shown(path)}" for path in pdfs)):
        click.echo(line)
    return DRAFT if draft else DONE


def _say_what_follows(agency: str, period: str, root: str, *, draft: bool) -> None:
    if draft:
        say_next("bổ sung hoặc sửa số liệu nêu trên rồi chạy lại; xem đơn vị nào còn thiếu", "status", agency, period,
                 root=root)
    else:
        say_next("xem lại, trình ký tệp Word; ký xong thì đối chiếu bằng baocao compare", root=root)


@baocao.command(name="verify", options_metavar=USAGE_OPTIONS)
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option("--root", default="", metavar="DIR",
              help="Thư mục làm việc (mặc định: thư mục có params/ mà FOLDER nằm trong).")
def command_verify(folder: Path, root: str) -> int:
    """Lập lại báo cáo trong FOLDER theo manifest.json ở một nơi riêng và so sánh từng byte.

    Mã kết thúc: 0 giống nhau; 1 có tệp khác; 2 không lập lại được (dữ liệu, cài đặt, mã hoặc thư viện đã thay đổi).
    """
    from report_utils.run.verifying import verified_lines, verify

    verified = verify(folder, root)
    for line in verified_lines(verified):
        click.echo(line)
    return DRAFT if verified.differences else DONE


@period_command
@click.option("--json", "as_json", is_flag=True, help="Mỗi phát hiện một dòng JSON.")
def command_publish(agency: str, period: str, root: str, as_json: bool) -> int:
    """Ghi các tập dữ liệu mở đã qua kiểm tra dữ liệu cá nhân và trang danh mục."""
    desk = opened(agency, period, root)
    from report_utils.run.publishing import publish, published_lines, site_folder

    kit = publish(desk)
    if as_json:
        print_json(found.as_json() for found in kit.findings)
    else:
        for line in published_lines(kit, desk.reporting, desk.reporting.workspace.shown(site_folder(desk))):
            click.echo(line)
        if kit.sets:
            say_next("mở index.html để xem lại, rồi đưa cả thư mục đó lên trang")
    return DONE if all(sending.is_right for sending in kit.sendings) else DRAFT


@period_command
@click.argument("figure", shell_complete=figure_codes)
@click.option("--full", is_flag=True, help="In hết các ô, không rút gọn danh sách dài.")
@click.option("--json", "as_json", is_flag=True, help="In một đối tượng JSON: số liệu, cách tính, các phần, các ô.")
def command_trace(agency: str, period: str, root: str, figure: str, full: bool, as_json: bool) -> int:
    """In giá trị, cách tính và cây nguồn của một số liệu, đến từng ô."""
    desk = opened(agency, period, root)
    from report_utils.run.tracing import trace_json, trace_lines

    with doing("Tính số liệu"):
        figures = desk.figures()
    if as_json:
        print_json([trace_json(figures, figure)])
    else:
        for line in trace_lines(figures, figure, full=full):
            click.echo(line)
    return DONE
