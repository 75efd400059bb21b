"""What all commands of `baocao` share: Vietnamese help, exit statuses, --root, JSON lines."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import click

from report_utils import __version__
from report_utils.agency.settings import nearest
from report_utils.errors import UnknownNameError

DONE, DRAFT, FAILED, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses: done; done but a draft; could not be done; interrupted."""

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

    AGENCY là mã cơ quan (thư mục trong params/), PERIOD là kỳ báo cáo, ví dụ: so-y-te 2025-Q3.
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
