"""The command `baocao`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

import click

from report_utils import __version__
from report_utils.errors import BaocaoError

DONE, DRAFT, FAILED, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses: done; done but a draft; could not be done; interrupted."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", message="%(version)s", help="In phiên bản rồi thoát.")
def baocao() -> None:
    """Từ tệp Excel của các đơn vị đến báo cáo cải cách hành chính bằng Word.

    AGENCY là mã cơ quan (thư mục trong params/), PERIOD là kỳ báo cáo, ví dụ: syt-brvt 2024-Q3.
    """


def period_command(function: Callable[..., int]) -> click.Command:
    """A command on one agency and period, with --root."""
    for decorate in (
        click.argument("period"),
        click.argument("agency"),
        click.option("--root", default="", metavar="DIR",
                     help="Thư mục làm việc có params/, data/, reports/ (mặc định: thư mục hiện tại hoặc cha của nó)."),
        baocao.command(name=function.__name__.removeprefix("command_")),
    ):
        function = decorate(function)
    return function  # type: ignore[return-value]


@period_command
@click.option("--out", default=None, metavar="DIR", help="Nơi ghi biểu mẫu (mặc định: data/forms/AGENCY/PERIOD).")
def command_forms(agency: str, period: str, root: str, out: str | None) -> int:
    """Ghi biểu mẫu trống cho từng đơn vị."""
    from report_utils.agency.agency import open_reporting
    from report_utils.forms.workbook import blank_form, form_name
    from report_utils.intake.consolidate import expected_units

    reporting = open_reporting(agency, period, root)
    folder = Path(out) if out else reporting.workspace.root / "data" / "forms" / agency / str(reporting.period)
    folder.mkdir(parents=True, exist_ok=True)
    units = expected_units(reporting)
    for unit in units:
        (folder / form_name(reporting, unit)).write_bytes(blank_form(reporting, unit))
    click.echo(f"Đã ghi {len(units)} biểu mẫu vào {folder}.")
    return DONE


@period_command
def command_samples(agency: str, period: str, root: str) -> int:
    """Ghi lại các tệp minh họa vào data/raw từ số liệu mẫu trong data/facts."""
    from report_utils.agency.agency import open_reporting
    from report_utils.forms.facts import sample_submissions

    reporting = open_reporting(agency, period, root)
    folder = reporting.workspace.raw(agency, str(reporting.period))
    files = sample_submissions(reporting)
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    click.echo(f"Đã ghi {len(files)} tệp minh họa vào {reporting.workspace.shown(folder)}.")
    return DONE


@period_command
@click.option("--json", "as_json", is_flag=True, help="Mỗi phát hiện một dòng JSON.")
def command_check(agency: str, period: str, root: str, as_json: bool) -> int:
    """Đọc và kiểm tra mọi tệp; liệt kê các phát hiện."""
    from report_utils.findings import errors
    from report_utils.run.desk import open_desk
    from report_utils.run.views import findings_view

    desk = open_desk(agency, period, root)
    desk.receive()
    findings = desk.check()
    open_errors = len(list(errors(findings)))
    if as_json:
        _print_json(found.as_json() for found in findings)
    else:
        click.echo(findings_view(findings))
        click.echo(f"{len(findings)} phát hiện, trong đó {open_errors} lỗi. Chi tiết: "
                   f"{desk.reporting.workspace.shown(desk.folders.processed)}/findings.csv")
    return DRAFT if open_errors else DONE


@period_command
@click.option("--final", is_flag=True, help="Chỉ ghi báo cáo khi không còn lỗi và không thiếu số liệu.")
def command_run(agency: str, period: str, root: str, final: bool) -> int:
    """Chạy các sổ tính theo thứ tự và ghi báo cáo Word."""
    from report_utils.agency.agency import open_reporting
    from report_utils.run.pipeline import run_period
    from report_utils.run.views import conclusion

    reporting = open_reporting(agency, period, root)
    finished = run_period(reporting, final=final)
    outcome = finished.outcome
    for place in outcome.missing:
        click.echo(f"Thiếu số liệu - {place}")
    for place in outcome.wrong:
        click.echo(f"Cần kiểm tra lại - {place}")
    for name in finished.kept:
        click.echo(f"Giữ nguyên tệp đã có người sửa: {name}")
    click.echo(conclusion(outcome))
    click.echo(f"Tệp Word: {reporting.workspace.shown(finished.word)}")
    return DRAFT if outcome.draft else DONE


@period_command
@click.argument("figure")
def command_trace(agency: str, period: str, root: str, figure: str) -> int:
    """In giá trị, cách tính và các ô nguồn của một số liệu."""
    from report_utils.figures.files import figure_row
    from report_utils.run.desk import open_desk

    row = figure_row(open_desk(agency, period, root).figures().figure(figure))
    click.echo(f"{row['code']} = {row['text'] or 'chưa có giá trị'} {row['unit']}".rstrip())
    click.echo(f"Cách tính: {row['rule']}")
    for cell in row["cells"]:
        click.echo(f"  {cell}")
    return DONE


def _print_json(objects: Iterable[dict[str, str]]) -> None:
    for entry in objects:
        click.echo(json.dumps(entry, ensure_ascii=False))


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command and exit with its status. Errors for people go to stderr without a traceback."""
    try:
        status = baocao.main(arguments, prog_name="baocao", standalone_mode=False)
    except BaocaoError as error:
        status = _fail(error.message)
    except click.Abort:
        status = INTERRUPTED
    except click.ClickException as error:
        status = _fail(error.format_message())
    except KeyboardInterrupt:
        status = INTERRUPTED
    except OSError as error:
        status = _fail(f"Không đọc hoặc ghi được {error.filename or 'tệp'}: {error.strerror or error}.")
    sys.exit(status if isinstance(status, int) else DONE)


def _fail(message: str) -> int:
    click.echo(message, err=True)
    return FAILED
