"""The questions about a new agency, one after the other; a wrong answer is told and asked again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, get_args

import click

from report_utils.errors import BaocaoError
from report_utils.starter.answers import Answers, make_answers
from report_utils.starter.reports import MAIN, PLAN, kinds_of, offered
from report_utils.starter.suggestions import suggestion
from report_utils.starter.unit_list import NewUnit, listed_units, read_units
from report_utils.starter.words import optional_words, words

Answer = TypeVar("Answer")

_FIELDS = Answers.model_fields
_SHOWN = "câu trả lời"


def asked() -> Answers:
    """What the person at the screen answers. Raises click.Abort when the answers end."""
    said: dict[str, str] = {}
    click.echo("Trả lời từng câu; Enter: lấy giá trị trong ngoặc vuông.")
    for key in list(_FIELDS)[:list(_FIELDS).index("reports")]:
        said[key] = _ask(_question(key), _default(key, said), words if _FIELDS[key].is_required() else optional_words)
    reports = _ask(f"{_question('reports')} ({_choices()})", MAIN, _reports)
    said["addressee"] = _ask(_question("addressee"), _default("addressee", said) if MAIN in reports else None, words)
    if PLAN in reports:
        said["plan"] = _ask(_question("plan"), _default("plan", said), words)
    said["calendar"] = _ask(_question("calendar"), "15", _calendar)
    units = _units()
    data: dict[str, object] = {**said, "reports": reports, "units": units}

    def led_by(code: str) -> Answers:
        return make_answers({**data, "lead_unit": code}, _SHOWN, Path())

    return _ask(_question("lead_unit"), led_by("").lead.code, led_by)


def _question(key: str) -> str:
    return str(_FIELDS[key].description)


def _default(key: str, said: dict[str, str]) -> str | None:
    """What Enter stands for; None where there must be an answer."""
    return suggestion(key, said) or (None if _FIELDS[key].is_required() else "")


def _ask(question: str, default: str | None, check: Callable[[str], Answer]) -> Answer:
    while True:
        given = click.prompt(question, default=default, show_default=bool(default))
        try:
            return check(str(given).strip())
        except (BaocaoError, ValueError) as error:
            words = str(error).rstrip(".")
            click.echo(f"{words[0].upper()}{words[1:]}.")


def _choices() -> str:
    return "; ".join(f"{kind.code}: {kind.title}" for kind in offered().values())


def _reports(words: str) -> list[str]:
    return [kind.code for kind in kinds_of(words.replace(",", " ").replace(";", " ").split())]


def _calendar(word: str) -> str:
    known = get_args(_FIELDS["calendar"].annotation)
    if word not in known:
        raise ValueError(f"trả lời bằng một trong: {', '.join(known)}")
    return word


def _units() -> list[NewUnit]:
    """The units, a line each; or all of a list whose path is given."""
    click.echo(f"{_question('units')}: mỗi đơn vị một dòng mã;tên (ví dụ vp;Văn phòng Sở), dòng trống để kết thúc; "
               "hoặc đường dẫn của một danh sách CSV, XLSX.")
    units: list[NewUnit] = []
    while True:
        found = _ask(f"Đơn vị {len(units) + 1}", "" if units else None, _unit_lines)
        if not found:
            return units
        units += found
        if len(found) > 1:
            return units


def _unit_lines(line: str) -> list[NewUnit]:
    if not line:
        return []
    if Path(line).suffix.lower() in (".csv", ".xlsx"):
        return read_units(Path(line), line)
    return listed_units([line], _SHOWN)
