"""What the gate says of a column."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from report_utils.privacy.settings import PrivacyException


class Verdict(StrEnum):
    """BLOCK: must not be published; WARN: a person must look at it; PASS: nothing was found, or an exception holds."""

    BLOCK = "block"
    WARN = "warn"
    PASS = "pass"  # noqa: S105 - no password


class Kind(StrEnum):
    """What was found (NĐ 356/2025, articles 3 and 4, and what may lead back to a person)."""

    FULL_NAME = "full_name"
    BIRTH_DATE = "birth_date"
    BIRTH_PLACE = "birth_place"
    AGE = "age"
    SEX = "sex"
    PHONE = "phone"
    CITIZEN_ID = "citizen_id"
    ID_CARD = "id_card"
    PASSPORT = "passport"
    DRIVING_LICENCE = "driving_licence"
    INSURANCE_CARD = "insurance_card"
    INSURANCE_CODE = "insurance_code"
    TAX_CODE_PERSON = "tax_code_person"
    LICENCE_OF_PRACTICE = "licence_of_practice"
    PATIENT_CODE = "patient_code"
    ADDRESS = "address"
    EMAIL = "email"
    BANK_ACCOUNT = "bank_account"
    DIGITAL_ACCOUNT = "digital_account"
    PLATE = "plate"
    NATIONALITY = "nationality"
    MARITAL_STATUS = "marital_status"
    FAMILY = "family"
    HEALTH = "health"
    ETHNICITY = "ethnicity"
    RELIGION = "religion"
    CRIME = "crime"
    LOCATION = "location"
    PHOTO = "photo"
    PERSONAL_DETAIL = "personal_detail"
    FREE_TEXT = "free_text"
    SMALL_CELL = "small_cell"
    RARE_COMBINATION = "rare_combination"
    NOT_AGGREGATE = "not_aggregate"
    FORMULA = "formula"


NAMES: dict[Kind, str] = {
    Kind.FULL_NAME: "họ tên", Kind.BIRTH_DATE: "ngày, năm sinh", Kind.BIRTH_PLACE: "nơi sinh", Kind.AGE: "tuổi",
    Kind.SEX: "giới tính", Kind.PHONE: "số điện thoại", Kind.CITIZEN_ID: "số định danh cá nhân (CCCD)",
    Kind.ID_CARD: "số CMND", Kind.PASSPORT: "số hộ chiếu", Kind.DRIVING_LICENCE: "số giấy phép lái xe",
    Kind.INSURANCE_CARD: "số thẻ BHYT", Kind.INSURANCE_CODE: "mã số BHXH",
    Kind.TAX_CODE_PERSON: "mã số thuế cá nhân", Kind.LICENCE_OF_PRACTICE: "số chứng chỉ hành nghề",
    Kind.PATIENT_CODE: "mã người bệnh", Kind.ADDRESS: "địa chỉ của cá nhân", Kind.EMAIL: "thư điện tử",
    Kind.BANK_ACCOUNT: "số tài khoản ngân hàng", Kind.DIGITAL_ACCOUNT: "tài khoản số", Kind.PLATE: "biển số xe",
    Kind.NATIONALITY: "quốc tịch", Kind.MARITAL_STATUS: "tình trạng hôn nhân", Kind.FAMILY: "quan hệ gia đình",
    Kind.HEALTH: "tình trạng sức khỏe", Kind.ETHNICITY: "dân tộc", Kind.RELIGION: "tôn giáo, chính trị",
    Kind.CRIME: "tiền án, tiền sự", Kind.LOCATION: "vị trí", Kind.PHOTO: "hình ảnh, sinh trắc",
    Kind.PERSONAL_DETAIL: "thông tin khác về từng người",
    Kind.FREE_TEXT: "dữ liệu cá nhân trong văn bản", Kind.SMALL_CELL: "số đếm nhỏ",
    Kind.RARE_COMBINATION: "tổ hợp hiếm", Kind.NOT_AGGREGATE: "không phải số liệu tổng hợp",
    Kind.FORMULA: "công thức trong văn bản",
}


@dataclass(frozen=True)
class ColumnVerdict:
    """A column of a table: `found_in` of `of` filled cells show it; `reason` quotes no whole value.

    `letter` is that of the sheet's column, "" for what is no column. `exception` turned a block into a pass.
    """

    table: str
    column: str
    letter: str
    verdict: Verdict
    kind: Kind | None
    found_in: int
    of: int
    reason: str
    basis: str
    exception: PrivacyException | None = None

    def as_json(self, file: str) -> dict[str, object]:
        """The verdict for `--json`."""
        said: dict[str, object] = {
            "file": file, "table": self.table, "column": self.column, "letter": self.letter,
            "verdict": self.verdict.value, "kind": self.kind.value if self.kind else None,
            "found_in": self.found_in, "of": self.of, "reason": self.reason, "basis": self.basis,
        }
        if self.exception:
            said["exception"] = self.exception.as_json()
        return said


def blocks(verdicts: Iterable[ColumnVerdict]) -> bool:
    """Whether anything must not be published."""
    return any(found.verdict is Verdict.BLOCK for found in verdicts)
