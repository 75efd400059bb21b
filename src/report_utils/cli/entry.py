"""How a command is run, and how it ends when it cannot be done."""

from __future__ import annotations

import io
import re
import sys
from typing import NoReturn

import click

from report_utils.cli.frame import DONE, FAILED, INTERRUPTED, baocao
from report_utils.errors import BaocaoError, os_reason

_QUOTED = re.compile("'([^']+)'")


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command and exit with its status. Errors for people go to stderr without a traceback."""
    _write_vietnamese()
    try:
        status = baocao.main(arguments, prog_name="baocao", standalone_mode=False)
    except BaocaoError as error:
        status = _fail(error.message)
    except click.ClickException as error:
        status = _fail(_said(error))
    except (click.Abort, KeyboardInterrupt):
        _fail("Đã dừng theo yêu cầu.")
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
