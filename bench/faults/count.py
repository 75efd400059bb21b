"""What came of one kind of fault, counted."""

from __future__ import annotations

from dataclasses import dataclass, field

from bench.faults.judge import Verdict


@dataclass
class Count:
    """Faults of one kind. `examples` say what was wrong, and where."""

    kind: str
    points: int = 0
    intact: int = 0
    identical: int = 0
    clear: int = 0
    left: int = 0
    seconds: float = 0.0
    examples: list[str] = field(default_factory=list)

    def add(self, verdict: Verdict, where: str, seconds: float, left: int = 0) -> None:
        """One more. `left`: processes that lived on."""
        self.points += 1
        self.intact += not verdict.torn
        self.identical += verdict.identical
        self.clear += not verdict.unclear
        self.left += left
        self.seconds += seconds
        if not self.is_well:
            self.examples += [f"{where}: {wrong}" for wrong in (verdict.torn, verdict.unclear) if wrong]

    @property
    def is_well(self) -> bool:
        """Whether nothing was wrong at any point."""
        return self.intact == self.identical == self.clear == self.points and not self.left

    def __str__(self) -> str:
        return (f"{self.kind}: {self.points} points, last good report intact {self.intact}, next run identical "
                f"{self.identical}, one sentence or none {self.clear}, processes left {self.left}, "
                f"{self.seconds:.0f} s")
