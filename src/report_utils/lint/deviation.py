"""One deviation of a Word file from the layout that the decree asks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from report_utils.findings import CATALOGUE, Severity
from report_utils.lint.roles import Role, Spot
from report_utils.vietnamese.text import shortened

_LONGEST_QUOTE = 60
_JOINT = " | "


@dataclass(frozen=True)
class Deviation:
    """What is wrong: rule, element of the page, the words it is about, what was found, what is asked.

    `places` are the numbers of the paragraphs, for those who mend.
    """

    rule: str
    element: str
    text: str
    found: str
    expected: str
    places: tuple[int, ...] = field(default=())

    @property
    def severity(self) -> Severity:
        return CATALOGUE[self.rule].severity

    @property
    def article(self) -> str:
        """Where the rule is written."""
        return CATALOGUE[self.rule].article

    @property
    def mend(self) -> str:
        """How to mend it."""
        return CATALOGUE[self.rule].mend

    @property
    def message(self) -> str:
        """One Vietnamese sentence."""
        quoted = f" «{_short(self.text)}»" if self.text else ""
        return CATALOGUE[self.rule].message.format(element=self.element, quoted=quoted, found=self.found,
                                                   expected=self.expected)

    def as_json(self, file: str) -> dict[str, str]:
        """The deviation under the keys of the `--json` output of every command."""
        return {
            "rule": self.rule, "severity": self.severity.value, "file": file, "sheet": "", "cell": "",
            "element": self.element, "text": self.text, "figure": "", "message": self.message, "found": self.found,
            "expected": self.expected, "article": self.article, "mend": self.mend,
        }


def at(rule: str, spot: Spot, found: str, expected: str) -> Deviation:
    """A deviation of a line."""
    return Deviation(rule, spot.role.value, spot.text, found, expected, (spot.para.number,))


def of(rule: str, role: Role, found: str, expected: str, text: str = "") -> Deviation:
    """A deviation of an element that is not there, or of the document as a whole."""
    return Deviation(rule, role.value, text, found, expected)


def together(deviations: Iterable[Deviation]) -> list[Deviation]:
    """The deviations of equal rule, element and words of what is wrong as one, in the order of the first of each."""
    groups: dict[tuple[str, str, str, str], list[Deviation]] = {}
    for each in deviations:
        groups.setdefault((each.rule, each.element, each.found, each.expected), []).append(each)
    return [_joined(group) for group in groups.values()]


def _joined(group: list[Deviation]) -> Deviation:
    if len(group) == 1:
        return group[0]
    text = _JOINT.join(dict.fromkeys(each.text for each in group if each.text))
    places = tuple(dict.fromkeys(place for each in group for place in each.places))
    found = f"{group[0].found} ({len(group)} chỗ)"
    return replace(group[0], text=text, places=places, found=found)


def _short(text: str) -> str:
    first = text.split(_JOINT, maxsplit=1)[0]
    return shortened(first, _LONGEST_QUOTE)
