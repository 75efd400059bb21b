"""Who issues the documents of an agency: what stands at their head, and who signs them."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from report_utils.agency.settings import Strict


class LetterheadSettings(Strict):
    """What stands at the head of every document. `place` is the địa danh of the date line."""

    superior: str
    agency: str
    place: str


class Signer(Strict):
    """Who signs (NĐ 30/2020, Appendix I, II.7).

    `authority` is "" (the head), "Q." (acting head), "KT.", "TL.", "TUQ." (for the head) or "TM." (for a collective).
    `head` is the head's title, or the collective with "TM."; `title` the signer's own.
    """

    authority: Literal["", "Q.", "KT.", "TL.", "TUQ.", "TM."] = ""
    head: str
    title: str = ""
    name: str

    @model_validator(mode="after")
    def _own_title(self) -> Signer:
        if self.authority in ("KT.", "TL.", "TUQ.", "TM.") and not self.title:
            raise ValueError(f"ký {self.authority} phải ghi chức vụ của người ký (title)")
        return self

    @property
    def capacity(self) -> tuple[str, ...]:
        """The lines above the name, in upper case: ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")."""
        first = f"{self.authority} {self.head}".strip().upper()
        return (first, self.title.upper()) if self.title else (first,)
