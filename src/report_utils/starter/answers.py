"""What must be known of a new agency: asked one by one, or read from a file with the same keys."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from report_utils.agency.settings import Strict, read_yaml, validate
from report_utils.errors import BaocaoError
from report_utils.starter.reports import MAIN, PLAN, kinds_of
from report_utils.starter.unit_list import NewUnit, listed_units, read_units
from report_utils.starter.words import OptionalWords, Words
from report_utils.vietnamese.text import fold

_REFORM = "cải cách hành chính"
_CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class AgencyCodeError(BaocaoError):
    """The `code` of an agency names its folder, so that only plain letters, digits and hyphens fit."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(f"Mã cơ quan «{code}» không dùng được: chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, "
                         "ví dụ so-y-te.")


def check_code(code: str) -> str:
    """The code of a new agency. Raises AgencyCodeError."""
    if not _CODE.fullmatch(code):
        raise AgencyCodeError(code)
    return code


class Answers(Strict):
    """What a person says of a new agency. The description of a key is its question.

    `units` are lines "code;name" (a group may follow), or the path of a list as CSV or XLSX. `lead_unit` supplies
    everything at the beginning; without it the first office does.
    """

    name: Words = Field(description="Tên đầy đủ của cơ quan")
    short_name: Words = Field(description="Tên gọi ngắn trong văn bản")
    superior: Words = Field(description="Cơ quan chủ quản (dòng trên của tiêu đề văn bản)")
    letterhead: Words = Field(description="Tên cơ quan tại tiêu đề văn bản")
    place: Words = Field(description="Địa danh (trước ngày, tháng, năm)")
    province: Words = Field(description="Tỉnh, thành phố trong câu văn")
    symbol: Words = Field(description="Ký hiệu của cơ quan trong số văn bản")
    head: Words = Field(description="Chức vụ của người đứng đầu")
    signer_title: OptionalWords = Field(
        default="", description="Chức vụ của người ký thay (để trống nếu người đứng đầu ký)")
    signer_name: Words = Field(description="Họ và tên người ký")
    reports: tuple[str, ...] = Field(min_length=1, description="Các báo cáo phải lập")
    addressee: Words = Field(description="Nơi nhận báo cáo (Kính gửi)")
    plan: OptionalWords = Field(default="", description="Tên kế hoạch phải báo cáo kết quả thực hiện")
    calendar: Annotated[Literal["15", "quy"], BeforeValidator(str)] = Field(
        default="15", description="Kỳ số liệu: 15 (từ ngày 15 đến ngày 14) hoặc quy (theo quý dương lịch)")
    units: tuple[NewUnit, ...] = Field(min_length=1, description="Đơn vị gửi số liệu")
    lead_unit: str = Field(default="", description="Đơn vị đầu mối, lúc đầu cung cấp mọi số liệu")

    @model_validator(mode="after")
    def _consistent(self) -> Answers:
        kinds_of(self.reports)
        if PLAN in self.reports and not self.plan:
            raise ValueError("có báo cáo kết quả thực hiện kế hoạch thì phải ghi tên kế hoạch (plan)")
        _check_apart(self.units)
        if self.lead_unit and self.lead_unit not in {unit.code for unit in self.units}:
            raise ValueError(f"không có đơn vị «{self.lead_unit}» trong danh sách đơn vị (lead_unit)")
        return self

    @property
    def plan_code(self) -> str:
        """What figures and templates call the plan: the report on the reform knows its own as "cchc"."""
        return MAIN if fold(_REFORM) in fold(self.plan) else PLAN

    @property
    def lead(self) -> NewUnit:
        """The unit that supplies everything at the beginning."""
        named = [unit for unit in self.units if unit.code == self.lead_unit]
        offices = [unit for unit in self.units if unit.group == "office"]
        return (*named, *offices, *self.units)[0]

    @property
    def one_stop(self) -> NewUnit:
        """The one-stop centre, or who speaks for it where the agency has none among its units."""
        return next((unit for unit in self.units if unit.group == "one_stop"), self.lead)


def _check_apart(units: tuple[NewUnit, ...]) -> None:
    """Raises ValueError for two units of one code or of one name."""
    codes, owners = set[str](), dict[str, str]()
    for unit in units:
        if unit.code in codes:
            raise ValueError(f"mã đơn vị «{unit.code}» xuất hiện nhiều lần")
        codes.add(unit.code)
        owner = owners.setdefault(fold(unit.name), unit.code)
        if owner != unit.code:
            raise ValueError(f"đơn vị «{owner}» và «{unit.code}» có cùng tên «{unit.name}»; mỗi đơn vị ghi một lần, "
                             "đơn vị khác nhau phải có tên khác nhau")


def answers_from(path: Path) -> Answers:
    """The answers in a YAML file; a list of units that it names lies beside it. Raises SettingsError."""
    shown = path.as_posix()
    data = read_yaml(path, shown)
    return make_answers(data, shown, path.parent)


def make_answers(data: dict[str, object], shown: str, folder: Path) -> Answers:
    """Answers from plain values; `units` may be the path of a list, seen from `folder`. Raises SettingsError.

    A key without a value is no answer.
    """
    data = {key: value for key, value in data.items() if value is not None}
    units = data.get("units")
    if isinstance(units, str):
        data = {**data, "units": read_units(folder / units, units)}
    elif isinstance(units, list) and all(isinstance(line, str) for line in units):
        data = {**data, "units": listed_units(units, shown)}
    return validate(Answers, data, shown)
