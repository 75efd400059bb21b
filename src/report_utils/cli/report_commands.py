"""Commands that end in results: run, publish, trace."""

from __future__ import annotations

import click

from report_utils.cli.frame import DONE, DRAFT, period_command, print_json


@period_command
@click.option("--final", is_flag=True, help="Chỉ ghi báo cáo khi không còn lỗi và không thiếu số liệu.")
@click.option("--pdf", is_flag=True, help="Ghi thêm bản PDF cạnh tệp Word (cần LibreOffice).")
def command_run(agency: str, period: str, root: str, final: bool, pdf: bool) -> int:
    """Chạy các sổ tính theo thứ tự và ghi báo cáo cùng bản tóm tắt bằng Word."""
    from report_utils.agency.reporting import open_reporting
    from report_utils.run.logged import run_logged
    from report_utils.run.open_places import places_by_unit
    from report_utils.run.views import conclusion

    reporting = open_reporting(agency, period, root)
    finished = run_logged(reporting, final=final, pdf=pdf)
    outcome = finished.outcome
    for line in places_by_unit(outcome, reporting):
        click.echo(line)
    for name in finished.kept:
        click.echo(f"Giữ nguyên tệp đã có người sửa: {name}")
    for one in (outcome, *finished.others):
        for line in one.remarks:
            click.echo(f"{one.word}: {line}")
    click.echo(conclusion(outcome))
    click.echo(f"Tệp Word: {reporting.workspace.shown(finished.word)}")
    if finished.summary:
        click.echo(f"Tóm tắt: {reporting.workspace.shown(finished.summary)}")
    for other in finished.others:
        click.echo(conclusion(other))
    for path in finished.added.pdfs:
        click.echo(f"Tệp PDF: {reporting.workspace.shown(path)}")
    for remark in finished.added.remarks:
        click.echo(remark, err=True)
    return DRAFT if any(one.draft for one in (outcome, *finished.others)) else DONE


@period_command
@click.option("--json", "as_json", is_flag=True, help="Mỗi phát hiện một dòng JSON.")
def command_publish(agency: str, period: str, root: str, as_json: bool) -> int:
    """Ghi các tập dữ liệu mở đã qua kiểm tra dữ liệu cá nhân và trang danh mục."""
    from report_utils.run.desk import open_desk
    from report_utils.run.publishing import publish, published_lines, site_folder

    desk = open_desk(agency, period, root)
    kit = publish(desk)
    if as_json:
        print_json(found.as_json() for found in kit.findings)
    else:
        for line in published_lines(kit, desk.reporting.workspace.shown(site_folder(desk))):
            click.echo(line)
    return DONE if all(sending.is_right for sending in kit.sendings) else DRAFT


@period_command
@click.argument("figure")
@click.option("--full", is_flag=True, help="In hết các ô, không rút gọn danh sách dài.")
@click.option("--json", "as_json", is_flag=True, help="In một đối tượng JSON: số liệu, cách tính, các phần, các ô.")
def command_trace(agency: str, period: str, root: str, figure: str, full: bool, as_json: bool) -> int:
    """In giá trị, cách tính và cây nguồn của một số liệu, đến từng ô."""
    from report_utils.run.desk import open_desk
    from report_utils.run.tracing import trace_json, trace_lines

    figures = open_desk(agency, period, root).figures()
    if as_json:
        print_json([trace_json(figures, figure)])
    else:
        for line in trace_lines(figures, figure, full=full):
            click.echo(line)
    return DONE
