"""The command `baocao`."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NoReturn

import click

from report_utils import __version__
from report_utils.agency.settings import nearest
from report_utils.errors import BaocaoError, UnknownNameError, os_reason

DONE, DRAFT, FAILED, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses: done; done but a draft; could not be done; interrupted."""


_QUOTED = re.compile("'([^']+)'")
_HEADINGS = {"Options": "Tùy chọn", "Commands": "Các lệnh"}


class _Formatter(click.HelpFormatter):
    """Help with Vietnamese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Cách dùng: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Formatter


class _Command(click.Command):
    """A command whose help is Vietnamese."""

    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "In hướng dẫn này rồi thoát."
        return option


class _Group(_Command, click.Group):
    """The commands; a mistyped one is answered with the nearest."""

    command_class = _Command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise UnknownNameError("lệnh", args[0], nearest(args[0], self.list_commands(ctx)))
        return super().resolve_command(ctx, args)


@click.group(cls=_Group, options_metavar="[TÙY CHỌN]", subcommand_metavar="LỆNH [THAM SỐ]",
             context_settings={"help_option_names": ["-h", "--help"]})
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
        baocao.command(name=function.__name__.removeprefix("command_"), options_metavar="[TÙY CHỌN]"),
    ):
        function = decorate(function)
    return function  # type: ignore[return-value]


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
    if data_sets:
        click.echo(f"Biểu mẫu của {len(data_sets)} tập dữ liệu mở: {workspace.shown(data_sets[0].parent)}.")
    return DONE


@period_command
def command_samples(agency: str, period: str, root: str) -> int:
    """Ghi lại các tệp minh họa vào data/raw từ số liệu mẫu trong data/facts."""
    from report_utils.agency.agency import open_reporting
    from report_utils.agency.workspace import write_whole
    from report_utils.forms.data_set_facts import sample_data_sets
    from report_utils.forms.facts import sample_submissions
    from report_utils.intake.submission import is_illustrative

    reporting = open_reporting(agency, period, root)
    folder = reporting.workspace.raw(agency, str(reporting.period))
    files = sample_submissions(reporting) | sample_data_sets(reporting)
    for name, data in files.items():
        path = folder / name
        if path.exists() and path.read_bytes() != data and not is_illustrative(path):
            raise BaocaoError(f"Tệp «{name}» không ghi là minh họa nên không bị ghi đè. Chuyển tệp đi rồi chạy lại.")
    for name, data in files.items():
        write_whole(folder / name, data)
    click.echo(f"Đã ghi {len(files)} tệp minh họa vào {reporting.workspace.shown(folder)}.")
    return DONE


@period_command
@click.option("--json", "as_json", is_flag=True, help="Mỗi phát hiện một dòng JSON; không có thì không in gì.")
def command_check(agency: str, period: str, root: str, as_json: bool) -> int:
    """Đọc và kiểm tra mọi tệp; liệt kê các phát hiện."""
    from report_utils.findings import errors
    from report_utils.run.desk import open_desk
    from report_utils.run.views import finding_lines

    desk = open_desk(agency, period, root)
    desk.receive()
    findings = desk.check()
    open_errors = len(list(errors(findings)))
    if as_json:
        _print_json(found.as_json() for found in findings)
    else:
        for line in finding_lines(findings):
            click.echo(line)
        shown = desk.reporting.workspace.shown
        click.echo(f"{len(findings)} phát hiện, trong đó {open_errors} lỗi. Chi tiết: "
                   f"{shown(desk.folders.processed)}/findings.csv")
        if findings:
            click.echo(f"Tệp phản hồi gửi từng đơn vị: {shown(desk.folders.feedback)}")
    return DRAFT if open_errors else DONE


@period_command
@click.option("--json", "as_json", is_flag=True, help="Mỗi đơn vị, mỗi nhóm một dòng JSON.")
def command_status(agency: str, period: str, root: str, as_json: bool) -> int:
    """Xem đơn vị nào đã gửi, đúng hạn hay muộn, còn bao nhiêu lỗi."""
    from report_utils.checks.reporting_rate import rates
    from report_utils.run.desk import open_desk
    from report_utils.run.views import rates_view, status_json, status_view

    desk = open_desk(agency, period, root)
    statuses = desk.survey().statuses
    if as_json:
        _print_json(status_json(statuses, rates(statuses)))
    else:
        for part in (desk.heading(), status_view(statuses), rates_view(rates(statuses))):
            click.echo(f"{part}\n")
    return DONE


@period_command
@click.option("--each", is_flag=True, help="Mỗi đơn vị một công văn (mặc định: một công văn chung).")
def command_remind(agency: str, period: str, root: str, each: bool) -> int:
    """Ghi công văn đôn đốc đơn vị chậm gửi hoặc có lỗi."""
    from report_utils.run.desk import open_desk
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
    if not letters.written:
        click.echo("Không có đơn vị nào chậm gửi hoặc có lỗi; không cần công văn đôn đốc.")
    return DONE


@period_command
@click.option("--final", is_flag=True, help="Chỉ ghi báo cáo khi không còn lỗi và không thiếu số liệu.")
@click.option("--pdf", is_flag=True, help="Ghi thêm bản PDF cạnh tệp Word (cần LibreOffice).")
def command_run(agency: str, period: str, root: str, final: bool, pdf: bool) -> int:
    """Chạy các sổ tính theo thứ tự và ghi báo cáo cùng bản tóm tắt bằng Word."""
    from report_utils.agency.agency import open_reporting
    from report_utils.run.open_places import places_by_unit
    from report_utils.run.pipeline import run_period
    from report_utils.run.views import conclusion

    reporting = open_reporting(agency, period, root)
    finished = run_period(reporting, final=final, pdf=pdf)
    outcome = finished.outcome
    for line in places_by_unit(outcome, reporting):
        click.echo(line)
    for name in finished.kept:
        click.echo(f"Giữ nguyên tệp đã có người sửa: {name}")
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


@baocao.command(name="pdf", options_metavar="[TÙY CHỌN]")
@click.argument("file", metavar="FILE.docx", type=click.Path(path_type=Path))
@click.option("--out", default=None, metavar="FILE.pdf", type=click.Path(path_type=Path),
              help="Tệp PDF cần ghi (mặc định: cạnh tệp Word, cùng tên).")
def command_pdf(file: Path, out: Path | None) -> int:
    """Chuyển một tệp Word bất kỳ thành PDF bằng LibreOffice trên máy."""
    from report_utils.run.pdf_files import write_pdf

    goal = out or file.with_suffix(".pdf")
    remark = write_pdf(file, goal)
    click.echo(f"Tệp PDF: {goal}")
    if remark:
        click.echo(remark, err=True)
    return DONE


@baocao.command(name="lint", options_metavar="[TÙY CHỌN]")
@click.argument("file", metavar="FILE.docx", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Mỗi điểm chưa đúng một dòng JSON; không có thì không in gì.")
@click.option("--fix", is_flag=True, help="Sửa vào một bản sao những gì sửa được mà không đổi chữ nào.")
@click.option("--out", default=None, metavar="FILE.docx", type=click.Path(path_type=Path),
              help="Tên bản sao (mặc định: thêm «(đã sửa thể thức)» vào tên tệp).")
def command_lint(file: Path, as_json: bool, fix: bool, out: Path | None) -> int:
    """Kiểm tra thể thức một tệp Word bất kỳ theo Nghị định số 30/2020/NĐ-CP."""
    from report_utils.run.layout_check import check_layout, layout_lines

    checked = check_layout(file, fix=fix, out=out)
    if as_json:
        _print_json(deviation.as_json(str(checked.file)) for deviation in checked.deviations)
    else:
        for line in layout_lines(checked):
            click.echo(line)
    return DRAFT if checked.deviations else DONE


@baocao.command(name="scan", options_metavar="[TÙY CHỌN]")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Mỗi cột một dòng JSON.")
@click.option("--threshold", default=5, metavar="N",
              help="Số đếm người từ 1 đến dưới N phải xem lại (mặc định: 5).")
def command_scan(file: Path, as_json: bool, threshold: int) -> int:
    """Tìm dữ liệu cá nhân trong một tệp .xlsx hoặc .csv trước khi công bố.

    Mã kết thúc: 0 không có cột bị chặn; 1 có cột bị chặn; 2 không đọc được tệp.
    """
    from report_utils.privacy.scan import scan_file
    from report_utils.privacy.settings import GateSettings
    from report_utils.privacy.verdict import blocks
    from report_utils.run.privacy_scan import scan_lines

    verdicts = scan_file(file, GateSettings(small_cell=threshold))
    if as_json:
        _print_json(found.as_json(file.name) for found in verdicts)
    else:
        for line in scan_lines(verdicts):
            click.echo(line)
    return DRAFT if blocks(verdicts) else DONE


@period_command
@click.option("--json", "as_json", is_flag=True, help="Mỗi phát hiện một dòng JSON.")
def command_publish(agency: str, period: str, root: str, as_json: bool) -> int:
    """Ghi các tập dữ liệu mở đã qua kiểm tra dữ liệu cá nhân và trang danh mục."""
    from report_utils.run.desk import open_desk
    from report_utils.run.publishing import publish, published_lines, site_folder

    desk = open_desk(agency, period, root)
    kit = publish(desk)
    if as_json:
        _print_json(found.as_json() for found in kit.findings)
    else:
        for line in published_lines(kit, desk.reporting.workspace.shown(site_folder(desk))):
            click.echo(line)
    return DONE if all(sending.is_right for sending in kit.sendings) else DRAFT


@period_command
@click.argument("figure")
def command_trace(agency: str, period: str, root: str, figure: str) -> int:
    """In giá trị, cách tính và các ô nguồn của một số liệu."""
    from report_utils.figures.files import figure_row
    from report_utils.figures.trace import traced
    from report_utils.run.desk import open_desk

    figures = open_desk(agency, period, root).figures()
    found = figures.figure(figure)
    row = figure_row(found)
    unit = "" if row["unit"] == "%" else f" {row['unit']}"
    click.echo(f"{row['code']} = {row['text']}{unit}".rstrip() if row["text"] else f"{row['code']} chưa có giá trị")
    click.echo(f"Cách tính: {row['rule']}")
    for name in row["absent"]:
        click.echo(f"Thiếu số liệu của {name}")
    for name in row["doubtful"]:
        click.echo(f"Cần kiểm tra lại số liệu của {name}")
    for line in traced(figures.source.dataset, found.quantity.cells):
        click.echo(f"  {line}")
    return DONE


def _print_json(objects: Iterable[Mapping[str, object]]) -> None:
    for entry in objects:
        click.echo(json.dumps(dict(entry), ensure_ascii=False))


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command and exit with its status. Errors for people go to stderr without a traceback."""
    _write_vietnamese()
    try:
        status = baocao.main(arguments, prog_name="baocao", standalone_mode=False)
    except BaocaoError as error:
        status = _fail(error.message)
    except click.Abort:
        status = INTERRUPTED
    except click.ClickException as error:
        status = _fail(_said(error))
    except KeyboardInterrupt:
        status = INTERRUPTED
    except OSError as error:
        status = _fail(f"Không đọc hoặc ghi được {error.filename or 'tệp'}: {os_reason(error)}.")
    sys.exit(status if isinstance(status, int) else DONE)


def _write_vietnamese() -> None:
    """UTF-8 into files and pipes, whatever the code page of the system; on a screen no letter stops the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _said(error: click.ClickException) -> str:
    """What click says of a wrong command line, in Vietnamese."""
    match error:
        case _ if "\n" in error.format_message():  # no command at all: the whole help
            return error.format_message()
        case click.NoSuchOption():
            return f"Không có tùy chọn «{error.option_name}». Xem hướng dẫn bằng --help."
        case click.MissingParameter() if error.param is not None:
            return f"Thiếu tham số {str(error.param.name).upper()}. Xem hướng dẫn bằng --help."
        case click.BadOptionUsage():
            return f"Tùy chọn «{error.option_name}» thiếu giá trị, hoặc không nhận giá trị. Xem hướng dẫn bằng --help."
        case _:
            named = ", ".join(f"«{word}»" for word in _QUOTED.findall(error.format_message()))
            return f"Câu lệnh không đúng{': ' * bool(named)}{named}. Xem hướng dẫn bằng --help."


def _fail(message: str) -> int:
    click.echo(message, err=True)
    return FAILED
