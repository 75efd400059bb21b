"""A job in this very process, where no other can be started."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from report_utils.intake.isolation.worker import DIED, contained, last_word
from report_utils.intake.preflight.refusal import Refusal

T = TypeVar("T")


class _Containment:
    """Turns whatever a job raises into a refusal, but for what a person or the system asks for."""

    refusal = Refusal("T21", DIED)

    def __enter__(self) -> _Containment:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> bool:
        if kind is None or issubclass(kind, KeyboardInterrupt | SystemExit | GeneratorExit):
            return False
        self.refusal = last_word(kind, error)
        return True


def contained_here(job: Callable[[Path], T], path: Path) -> T | Refusal:
    """The result of the job, or the refusal that stands for whatever it raised."""
    result: T | Refusal
    with _Containment() as containment:
        result = contained(job, path)
        return result
    return containment.refusal
