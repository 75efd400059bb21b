"""Pages of help in Vietnamese: what a command does, its options, examples; the commands by what they are for."""

from __future__ import annotations

from typing import Any

import click

from report_utils.cli.examples import EXAMPLES
from report_utils.errors import UnknownNameError

USAGE_OPTIONS = "[TÙY CHỌN]"
_OTHER = "Các lệnh khác"


class _Formatter(click.HelpFormatter):
    """Help with Vietnamese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Cách dùng: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading("Tùy chọn" if heading == "Options" else heading)


class _Context(click.Context):
    formatter_class = _Formatter


class Command(click.Command):
    """A command whose help is Vietnamese and ends in examples."""

    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "In hướng dẫn này rồi thoát."
        return option

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002  (as that of click)
        """The first paragraph, whole: the list of commands wraps it."""
        return " ".join((self.help or "").partition("\n\n")[0].split())

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        _write_examples(formatter, [line for group in EXAMPLES.values() for line in group.get(self.name or "", ())])


class Group(Command, click.Group):
    """The commands; a mistyped one is answered with the nearest."""

    command_class = Command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            from report_utils.agency.settings import nearest

            raise UnknownNameError("lệnh", args[0], nearest(args[0], self.list_commands(ctx)),
                                   "Xem các lệnh: baocao --help.")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """A section for each purpose, its commands in the order in which they are used."""
        listed = {name for group in EXAMPLES.values() for name in group}
        others = [name for name in self.list_commands(ctx) if name not in listed]
        for heading, names in {**EXAMPLES, _OTHER: others}.items():
            rows = [(name, self.commands[name].get_short_help_str()) for name in names]
            if rows:
                with formatter.section(heading):
                    formatter.write_dl(rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        _write_examples(formatter, ["baocao check --help"])


def _write_examples(formatter: click.HelpFormatter, examples: list[str]) -> None:
    """Each on a line of its own, never wrapped, so that it can be copied."""
    if examples:
        with formatter.section("Ví dụ"):
            for line in examples:
                formatter.write(f"{'':{formatter.current_indent}}{line}\n")
