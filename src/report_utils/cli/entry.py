"""How a command is run, and how it ends when it cannot be done."""

from __future__ import annotations

import io
import sys
from typing import NoReturn

import click

from report_utils.cli.colours import painted
from report_utils.cli.frame import DONE, FAILED, INTERRUPTED, baocao
from report_utils.cli.progress_bars import shown_progress
from report_utils.cli.refusals import refusal
from report_utils.errors import BaocaoError, os_reason


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command and exit with its status. Errors for people go to stderr without a traceback."""
    _write_vietnamese()
    try:
        with shown_progress():
            status = baocao.main(arguments, prog_name="baocao", standalone_mode=False)
    except BaocaoError as error:
        status = _fail(error.message)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        status = FAILED
    except click.ClickException as error:
        status = _fail(refusal(error))
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


def _fail(message: str) -> int:
    click.echo(painted(message, "red", err=True), err=True)
    return FAILED
