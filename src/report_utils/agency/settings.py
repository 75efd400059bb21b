"""Settings files, read strictly: an unknown key is an error that names the nearest right one."""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from rapidfuzz import fuzz, process

from report_utils.agency.wrong_values import must_be
from report_utils.errors import SettingsError
from report_utils.vietnamese.text import fold, nfc

try:
    from yaml import CSafeLoader as SafeLoader
except ImportError:  # PyYAML was built without libyaml: the same values, more slowly
    from yaml import SafeLoader  # type: ignore[assignment]


class Strict(BaseModel):
    """A settings model that takes no key it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Model = TypeVar("Model", bound=Strict)


_YAML_HINT = "kiểm tra dấu cách đầu dòng, dấu hai chấm, dấu ngoặc; chữ có dấu hai chấm phải để trong dấu ngoặc kép"


class _TwiceError(yaml.YAMLError):
    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(key)


class _UniqueKeys(SafeLoader):
    """Plain YAML in which no key stands twice: the second would silently win."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise _TwiceError(str(key))
        return super().construct_mapping(node, deep)


_DEEPEST = 100
"""Levels of a settings file. The loader in C knows no end: some ten thousand would end the process."""


def _loaded(text: str) -> object:
    """What the YAML says. Raises YAMLError, and ValueError where it is nested too deep or has a day that is none."""
    depth = 0
    for event in yaml.parse(text, SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise ValueError(depth)
    return yaml.load(text, _UniqueKeys)  # noqa: S506 - a safe loader


def _month_day(value: object) -> tuple[int, int]:
    try:
        month, day = (int(part) for part in str(value).split("-"))
        dt.date(2001, month, day)  # no leap year: the day must exist in every year
    except ValueError:
        raise ValueError(f"«{value}» không phải tháng-ngày dạng 06-15") from None
    return month, day


MonthDay = Annotated[tuple[int, int], BeforeValidator(_month_day)]
"""A day of the year, written "06-15" (month-day)."""

_SHORTEST_PART = 3
"""Letters of a name that can be looked for within another."""


def nearest(name: str, known: Iterable[str], cutoff: float = 60) -> str | None:
    """The known name most like `name`, or None; for suggestions only, never to decide.

    A mistyped name is compared whole first: as a part, «bvrb» would be nearer to «bv» than to «bvbr». One or two
    letters are a part of nearly every name, so they are compared whole only.
    """
    names = sorted(known)
    for scorer in (fuzz.ratio, fuzz.WRatio) if len(fold(name)) >= _SHORTEST_PART else (fuzz.ratio,):
        match = process.extractOne(name, names, scorer=scorer, processor=fold, score_cutoff=cutoff)
        if match:
            return match[0]
    return None


def read_yaml(path: Path, shown: str) -> dict[str, Any]:
    """The mapping in a YAML file, all text in NFC. `shown` is the path as messages show it.

    Raises SettingsError when the file is missing, is not YAML or is not a mapping.
    """
    try:
        data = _loaded(nfc(path.read_text(encoding="utf-8-sig")))
    except FileNotFoundError:
        raise SettingsError(shown, "", "", "không có tệp này.") from None
    except yaml.MarkedYAMLError as error:
        place = f" gần dòng {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise SettingsError(shown, "", "", f"không đọc được tệp YAML{place}; {_YAML_HINT}.") from None
    except _TwiceError as error:
        raise SettingsError(shown, error.key, "", f"không đọc được tệp YAML: khóa «{error.key}» xuất hiện hai lần."
                            ) from None
    except UnicodeDecodeError:
        raise SettingsError(shown, "", "", "không đọc được tệp YAML: tệp phải lưu dạng UTF-8.") from None
    except (ValueError, yaml.YAMLError):  # a day such as 2024-02-31, too deep
        raise SettingsError(shown, "", "", "không đọc được tệp YAML: có ngày không có trong lịch, ký tự lạ, hoặc các "
                            "mục lồng nhau quá sâu.") from None
    if not isinstance(data, dict):
        raise SettingsError(shown, "", data, "tệp phải gồm các dòng «khóa: giá trị».")
    return data


def validate(model: type[Model], data: object, shown: str) -> Model:
    """`data` as a `model`. Raises SettingsError with the first thing wrong and, for a key, the nearest right one."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        # an unknown key is most often why another one is missing: name it first
        first = min(error.errors(), key=lambda e: e["type"] != "extra_forbidden")
        keys = [str(part) for part in first["loc"]]
        raise SettingsError(shown, ".".join(keys), first.get("input"), _reason(model, dict(first))) from None


def _reason(model: type[BaseModel], error: dict[str, Any]) -> str:
    match error["type"]:
        case "extra_forbidden":
            name = str(error["loc"][-1])
            near = nearest(name, _fields_at(model, error["loc"][:-1]))
            return f"không có khóa «{name}».{f' Có phải ý bạn là «{near}»?' if near else ''}"
        case "missing":
            return "thiếu khóa này."
        case "value_error":
            return str(error["ctx"]["error"]) + "."
        case _:
            return must_be(error)


def _fields_at(model: type[BaseModel], loc: Iterable[Any]) -> list[str]:
    """The keys allowed at the place `loc` inside `model`."""
    current: Any = model
    for part in loc:
        current = _inner(current, part)
    return list(current.model_fields) if _is_model(current) else []


def _inner(annotation: Any, part: Any) -> Any:
    if _is_model(annotation):
        return _unwrap(annotation.model_fields[part].annotation) if part in annotation.model_fields else None
    arguments = typing.get_args(annotation)
    return _unwrap(arguments[1 if isinstance(part, str) and len(arguments) > 1 else 0]) if arguments else None


def _unwrap(annotation: Any) -> Any:
    """An optional type without its None."""
    if isinstance(annotation, types.UnionType):
        return next(a for a in typing.get_args(annotation) if a is not type(None))
    return annotation


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
