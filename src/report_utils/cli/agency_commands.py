"""The command that begins a new agency."""

from __future__ import annotations

from pathlib import Path

import click

from report_utils.cli.frame import DONE, baocao, stopped_like_ctrl_c


@baocao.command(name="new-agency", options_metavar="[TÙY CHỌN]")
@click.argument("code", required=False)
@click.option("--from", "source", default=None, metavar="FILE.yaml", type=click.Path(path_type=Path),
              help="Lấy mọi câu trả lời từ tệp này thay vì hỏi.")
@click.option("--example", "wants_example", is_flag=True, help="In một tệp trả lời mẫu để sửa rồi dùng với --from.")
@click.option("--root", default="", metavar="DIR",
              help="Thư mục làm việc (mặc định: thư mục hiện tại; thư mục trống cũng được).")
def command_new_agency(code: str | None, source: Path | None, wants_example: bool, root: str) -> int:
    """Tạo hồ sơ, danh mục và mẫu báo cáo của một cơ quan mới trong params/CODE.

    Hỏi từng thông tin, hoặc lấy từ tệp YAML (--from). Không ghi đè tệp nào.
    """
    from report_utils.cli.questions import asked
    from report_utils.run.notebook_files import repository_notebooks
    from report_utils.starter.answers import answers_from, check_code
    from report_utils.starter.content import example
    from report_utils.starter.next_steps import next_steps
    from report_utils.starter.write import check_free, place_for, write_agency

    if wants_example:
        click.echo(example(), nl=False)
        return DONE
    if code is None:
        raise click.MissingParameter(param_hint="CODE", param=click.Argument(["code"]))
    workspace = place_for(root)
    check_free(workspace, check_code(code))
    answers = answers_from(source) if source else asked()
    with stopped_like_ctrl_c():
        new = write_agency(workspace, code, answers, repository_notebooks())
    for line in next_steps(new, answers):
        click.echo(line)
    return DONE
