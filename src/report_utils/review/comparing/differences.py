"""One difference between a Word file and what is computed now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from report_utils.findings import CATALOGUE, Severity
from report_utils.lint.roles import Role
from report_utils.review.comparing.copy import Sentence
from report_utils.vietnamese.text import shortened

_LONGEST = 300


@dataclass(frozen=True)
class Difference:
    """What differs: rule, element of the document and heading above it, the sentence as it stands in the file.

    `found` stands in the file, `expected` was computed; `figure` is the code of a figure; `fields` are further words
    of the message.
    """

    rule: str
    element: str
    heading: str = ""
    text: str = ""
    found: str = ""
    expected: str = ""
    figure: str = ""
    fields: dict[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        return CATALOGUE[self.rule].severity

    @property
    def place(self) -> str:
        """Where it is, for people."""
        return f"{self.element} ({self.heading})" if self.heading else self.element

    @property
    def message(self) -> str:
        """One Vietnamese sentence."""
        return CATALOGUE[self.rule].message.format(
            place=self.place, found=shortened(self.found, _LONGEST), expected=shortened(self.expected, _LONGEST),
            figure=self.figure, **self.fields)  # fmt: skip

    def as_json(self, file: str) -> dict[str, str]:
        """The difference under the keys of the `--json` output of every command."""
        return {
            "rule": self.rule, "severity": self.severity.value, "file": file, "sheet": "", "cell": "",
            "element": self.place, "text": self.text, "figure": self.figure, "message": self.message,
            "found": self.found, "expected": self.expected, "mend": CATALOGUE[self.rule].mend,
        }


def about(rule: str, sentence: Sentence, *, found: str = "", expected: str = "", text: str = "",
          **fields: str) -> Difference:  # fmt: skip
    """A difference in a sentence or cell."""
    shown = text or sentence.text
    return Difference(rule, sentence.element, _heading_of(sentence), shown, found, expected, fields=fields)


def place_of(sentence: Sentence) -> str:
    """Where a sentence stands, for people."""
    return Difference("", sentence.element, _heading_of(sentence)).place


def _heading_of(sentence: Sentence) -> str:
    """The heading above; the lines of letterhead and signature, and a heading itself, have none."""
    is_below = sentence.role in (Role.BODY, Role.HEADING) and not sentence.heading.endswith(sentence.text)
    return sentence.heading if is_below else ""


def differs(differences: Iterable[Difference]) -> bool:
    """Whether anything is more than a note: the writing of a number, a moved sentence, what the clerk fills in."""
    return any(each.severity is not Severity.NOTE for each in differences)
