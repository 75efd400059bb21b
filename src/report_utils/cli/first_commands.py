"""Commands with which one begins: new-agency, init, doctor, completion."""

from __future__ import annotations

from pathlib import Path

import click

from report_utils.cli.colours import painted
from report_utils.cli.frame import DONE, DRAFT, baocao, print_json, root_option, stopped_like_ctrl_c
from report_utils.cli.help_pages import USAGE_OPTIONS
from report_utils.cli.next_step import say_next

SHELLS = ("bash", "zsh", "fish", "powershell")


@baocao.command(name="new-agency", options_metavar=USAGE_OPTIONS)
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
    from report_utils.run.notebook_files import own_notebooks
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
        new = write_agency(workspace, code, answers, own_notebooks())
    for line in next_steps(new, answers):
        click.echo(line)
    return DONE


@baocao.command(name="init", options_metavar=USAGE_OPTIONS)
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(file_okay=False, path_type=Path))
def command_init(folder: Path) -> int:
    """Tạo thư mục làm việc mẫu: sổ tính, cài đặt và số liệu minh họa, chạy được ngay.

    Ghi vào thư mục hiện tại, hoặc DIR (chưa có thì tạo). Không ghi đè tệp nào.
    """
    from report_utils.starter.new_workspace import write_workspace

    with stopped_like_ctrl_c():
        new = write_workspace(folder)
    click.echo(f"Đã ghi {new.files} tệp vào {new.workspace.root}: notebooks/ (sổ tính), params/ (cài đặt của các cơ "
               "quan mẫu), data/ (số liệu minh họa).")
    elsewhere = "" if new.workspace.root == Path.cwd() else str(folder)
    say_next("lập báo cáo mẫu", "run", new.agency, new.period, *(("--root", elsewhere) if elsewhere else ()))
    return DONE


@baocao.command(name="completion", options_metavar=USAGE_OPTIONS)
@click.argument("shell", type=click.Choice(SHELLS), metavar="SHELL")
def command_completion(shell: str) -> int:
    """In đoạn mã để phím Tab gợi ý lệnh, tùy chọn, mã cơ quan, kỳ, báo cáo, số liệu.

    SHELL là loại cửa sổ lệnh: bash, zsh, fish hoặc powershell.

    \b
    Bật lâu dài, làm một lần rồi mở cửa sổ lệnh mới:
      bash        baocao completion bash >> ~/.bashrc
      zsh         baocao completion zsh >> ~/.zshrc
      fish        baocao completion fish > ~/.config/fish/completions/baocao.fish
      PowerShell  thêm vào tệp $PROFILE dòng
                  baocao completion powershell | Out-String | Invoke-Expression
    """
    from report_utils.cli.shell_scripts import shell_script

    click.echo(shell_script(baocao, shell))
    return DONE


@baocao.command(name="doctor", options_metavar=USAGE_OPTIONS)
@click.option("--json", "as_json", is_flag=True, help="Mỗi mục một dòng JSON.")
@root_option
def command_doctor(as_json: bool, root: str) -> int:
    """Kiểm tra máy này có chạy được chương trình không và chỉ cách sửa.

    Xem Python, thư viện, trình chạy sổ tính, phông chữ, LibreOffice, bảng mã; quyền ghi, chỗ trống trên đĩa và sổ tính
    của thư mục làm việc.

    Mã kết thúc: 0 chạy được (cảnh báo chỉ là nên sửa); 1 có mục chưa đạt, phải sửa.
    """
    from report_utils.progress import doing
    from report_utils.run.doctor.examination import examine, is_fit, summary

    with doing("Kiểm tra máy"):
        verdicts = examine(root)
    if as_json:
        print_json(verdict.as_json() for verdict in verdicts)
    else:
        for verdict in verdicts:
            click.echo(f"{painted(f'{verdict.state.value:9}', _COLOURS[verdict.state.value])} {verdict.about}: "
                       f"{verdict.found}")
            if verdict.mend:
                click.echo(f"{'':9} Cách sửa: {verdict.mend}")
        click.echo(f"{summary(verdicts)}.")
    return DONE if is_fit(verdicts) else DRAFT


_COLOURS = {"đạt": "green", "cảnh báo": "yellow", "chưa đạt": "red"}
