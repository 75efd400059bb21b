"""The command over many agencies and periods: batch."""

from __future__ import annotations

import click

from report_utils.cli.completions import agencies as agency_names
from report_utils.cli.completions import periods as period_names
from report_utils.cli.frame import baocao, print_json, root_option, stopped_like_ctrl_c
from report_utils.cli.help_pages import USAGE_OPTIONS


@baocao.command(name="batch", options_metavar=USAGE_OPTIONS)
@click.argument("agencies", metavar="[AGENCY]...", nargs=-1, shell_complete=agency_names)
@click.option("--period", "periods", multiple=True, metavar="PERIOD", shell_complete=period_names,
              help="Chỉ chạy kỳ này; dùng nhiều lần được (mặc định: mọi kỳ có tệp của đơn vị).")
@click.option("--workers", default=None, type=click.IntRange(1), metavar="N",
              help="Số lượt chạy cùng lúc trên máy này (mặc định: số bộ xử lý).")
@click.option("--scheduler", default="", metavar="ADDRESS",
              help="Chạy trên cụm máy Dask có bộ điều phối ở địa chỉ này, ví dụ tcp://10.0.0.5:8786.")
@click.option("--ship", is_flag=True,
              help="Gửi tệp vào và nhận kết quả qua mạng, khi các máy không cùng thấy thư mục làm việc.")
@click.option("--final", is_flag=True, help="Chỉ ghi báo cáo khi không còn lỗi và không thiếu số liệu.")
@click.option("--pdf", is_flag=True, help="Ghi thêm bản PDF cạnh tệp Word (cần LibreOffice).")
@click.option("--again", is_flag=True, help="Chạy lại cả những kỳ không có gì thay đổi từ lượt chạy trước.")
@click.option("--json", "as_json", is_flag=True, help="Mỗi lượt chạy một dòng JSON.")
@root_option
def command_batch(agencies: tuple[str, ...], periods: tuple[str, ...], workers: int | None, scheduler: str, ship: bool,
                  final: bool, pdf: bool, again: bool, as_json: bool, root: str) -> int:
    """Chạy mọi cơ quan, mọi kỳ có số liệu; một lượt hỏng không dừng các lượt khác.

    Kỳ nào không có gì thay đổi từ lượt chạy trước thì không chạy lại.
    """
    from report_utils.agency.workspace import Workspace
    from report_utils.progress import counted
    from report_utils.run.batch.cluster import cluster
    from report_utils.run.batch.job import Job
    from report_utils.run.batch.running import run_all_jobs, usable_processors
    from report_utils.run.batch.shipping import run_all_shipped
    from report_utils.run.batch.summary import summary_lines, worst
    from report_utils.run.batch.targets import targets
    from report_utils.run.batch.workers import Processes

    workspace = Workspace.find(root)
    jobs = [Job(target, str(workspace.root), final, pdf, again) for target in targets(workspace, agencies, periods)]
    place = cluster(scheduler) if scheduler else Processes(min(workers or usable_processors(), len(jobs)))
    with stopped_like_ctrl_c(), place as executor:
        ended = run_all_shipped(jobs, executor) if ship else run_all_jobs(jobs, executor)
        told = counted("Chạy các kỳ", ended, len(jobs), lambda result: str(result.target))
        results = sorted(told, key=lambda result: result.target)
    if as_json:
        print_json(result.as_json() for result in results)
    else:
        for line in summary_lines(results):
            click.echo(line)
    return int(worst(results))
