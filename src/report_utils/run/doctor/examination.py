"""All that is looked at, at the same time, for each look waits for other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module

from report_utils.run.doctor.verdict import State, Verdict

_LOOKS = ("libraries.look_at_python", "libraries.look_at_libraries", "kernel.look_at_kernel", "letters.look_at_letters",
          "fonts.look_at_fonts", "libreoffice.look_at_office")
_IN_WORKSPACE = ("folders.look_at_folders", "own_notebooks.look_at_notebooks")


def examine(root: str = "") -> list[Verdict]:
    """The verdicts on this machine and on the workspace at `root`, in the order in which they are told."""
    with ThreadPoolExecutor() as threads:
        looks = [threads.submit(_looked, name) for name in _LOOKS]
        looks += [threads.submit(_looked, name, root) for name in _IN_WORKSPACE]
        return [verdict for look in looks for verdict in look.result()]


def _looked(name: str, *arguments: str) -> list[Verdict]:
    """What a look finds; a library that it needs itself and that is missing is a finding like others."""
    module, _, function = name.partition(".")
    try:
        look: Callable[..., Iterable[Verdict]] = getattr(import_module(f"{__package__}.{module}"), function)
        return list(look(*arguments))
    except ImportError as error:
        return [Verdict(_name_of(error), State.FAILED, "thư viện này chưa cài hoặc cài hỏng", "cài lại chương trình")]


def _name_of(error: ImportError) -> str:
    return f"Thư viện {error.name or 'không rõ tên'}"


def is_fit(verdicts: Sequence[Verdict]) -> bool:
    """Whether nothing must be mended before the program can be used."""
    return all(verdict.state is not State.FAILED for verdict in verdicts)


def summary(verdicts: Sequence[Verdict]) -> str:
    """How many are good, a remark, or to be mended."""
    counts = {state: sum(verdict.state is state for verdict in verdicts) for state in State}
    return ", ".join(f"{count} {state.value}" for state, count in counts.items() if count)
