"""The scripts by which shells complete: those of click, mended where a shell would not run them or show all of it."""

from __future__ import annotations

import click
from click.shell_completion import BashComplete, FishComplete, PowerShellComplete, ShellComplete, ZshComplete

_KINDS: dict[str, type[ShellComplete]] = {
    kind.name: kind for kind in (BashComplete, ZshComplete, FishComplete, PowerShellComplete)}  # fmt: skip

_MENDED = {
    # A .zshrc that nobody has touched loads no completions; folders of others (-i) are passed over without a question.
    "zsh": {"    compdef _baocao": "    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }\n"
                                   "    compdef _baocao"},
    # Help texts have commas in them, and the last period comes first.
    "fish": {'string split ","': 'string split --max 1 ","', "complete --no-files": "complete --no-files --keep-order"},
}


def shell_script(commands: click.Command, shell: str) -> str:
    """The script with which `shell` completes the command line of `baocao`; it calls no other program now."""
    # That of BashComplete would look for a bash first, and complain in English where there is none.
    script = ShellComplete.source(_KINDS[shell](commands, {}, "baocao", "_BAOCAO_COMPLETE"))
    for theirs, ours in _MENDED.get(shell, {}).items():
        script = script.replace(theirs, ours)
    return script
