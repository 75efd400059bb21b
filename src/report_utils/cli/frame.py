"""What all commands of `baocao` share: exit statuses, arguments, options, --root, JSON lines."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from report_utils import __version__
from report_utils.cli.completions import agencies, periods
from report_utils.cli.help_pages import USAGE_OPTIONS, Group
from report_utils.progress import doing

if TYPE_CHECKING:
    from report_utils.run.desk import Desk

DONE, DRAFT, FAILED, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses: done; done but a draft; could not be done; interrupted."""
PREPARING = "Chuẩn bị"
"""What a terminal is told while a command imports what it needs."""


@click.group(cls=Group, options_metavar=USAGE_OPTIONS, subcommand_metavar="LỆNH [THAM SỐ]",
             context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", message="%(version)s", help="In phiên bản rồi thoát.")
def baocao() -> None:
    """Từ tệp Excel của các đơn vị đến báo cáo cải cách hành chính bằng Word.

    AGENCY là mã cơ quan (thư mục trong params/), PERIOD là kỳ báo cáo, ví dụ: so-y-te 2025-Q3. Kỳ viết dạng 2025-Q1
    đến 2025-Q4 (quý), 2025-H1 (6 tháng), 2025-9M (9 tháng), 2025-Y (năm), 2025-M07 (tháng).
    """


root_option = click.option(
    "--root", default="", metavar="DIR", type=click.Path(file_okay=False),
    help="Thư mục làm việc có params/, data/, reports/ (mặc định: thư mục hiện tại hoặc cha của nó).")


def period_command(function: Callable[..., int]) -> click.Command:
    """A command on one agency and period, with --root."""
    for decorate in (
        click.argument("period", shell_complete=periods),
        click.argument("agency", shell_complete=agencies),
        root_option,
        baocao.command(name=function.__name__.removeprefix("command_"), options_metavar=USAGE_OPTIONS),
    ):
        function = decorate(function)
    return function  # type: ignore[return-value]


def opened(agency: str, period: str, root: str) -> Desk:
    """The desk of a period. What it needs is imported here, which takes a second that a terminal is told of."""
    with doing(PREPARING):
        from report_utils.run.desk import open_desk

        return open_desk(agency, period, root)


@contextmanager
def stopped_like_ctrl_c() -> Iterator[None]:
    """SIGTERM ends what is done within as Ctrl+C does, so that nothing half done stays behind."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def print_json(objects: Iterable[Mapping[str, object]]) -> None:
    """Print one JSON object a line."""
    for entry in objects:
        click.echo(json.dumps(dict(entry), ensure_ascii=False))
