"""The font of the reports, looked for where LibreOffice finds fonts."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from pathlib import Path

from report_utils.run.doctor.verdict import State, Verdict, on_this_system
from report_utils.run.office import OfficeMissingError, find_office

_ABOUT = "Phông chữ"
FAMILIES = ("Times New Roman", "Tinos", "Liberation Serif")
"""The font of the decree and those whose letters have the same widths (NĐ 30/2020, Appendix I, I.2)."""
FACES = ("Regular", "Bold", "Italic", "Bold Italic")
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
LETTERS = frozenset(
    letter for vowel, tone in product("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY", _TONES)
    for letter in unicodedata.normalize("NFC", vowel + tone)
) | frozenset("đĐ")
"""Every Vietnamese vowel with every tone, and đ, in both cases."""

_FILE = re.compile(r"(?:times|tinos|liberationserif).*\.(?:ttf|ttc|otf)", re.IGNORECASE)
_MEND = {
    "linux": "cài gói fonts-croscore hoặc fonts-liberation (Debian, Ubuntu: sudo apt install fonts-croscore)",
    "win32": "cài lại phông Times New Roman của Windows (Settings › Personalization › Fonts), cả thường, đậm, nghiêng",
    "darwin": "mở Font Book và khôi phục các phông chuẩn (File › Restore Standard Fonts)",
}


def look_at_fonts() -> Iterator[Verdict]:
    """Whether one of the families is there with all faces and letters."""
    fonts = faces_in(_files())
    whole = [family for family in FAMILIES if fonts[family] >= set(FACES)]
    if whole:
        yield Verdict(_ABOUT, State.GOOD, f"{whole[0]}, đủ kiểu chữ và chữ tiếng Việt")
        return
    parts = "; ".join(f"{family} chỉ có {', '.join(sorted(fonts[family]))}" for family in FAMILIES if fonts[family])
    yield Verdict(_ABOUT, State.WORSE, "không có Times New Roman, Tinos hay Liberation Serif đủ kiểu chữ và chữ tiếng "
                  f"Việt{f' ({parts})' if parts else ''} nên PDF có thể ngắt trang khác Word", on_this_system(_MEND))


def faces_in(files: Iterable[Path]) -> Mapping[str, set[str]]:
    """The faces of each family that have all Vietnamese letters. What is no font is passed over."""
    from matplotlib.ft2font import FT2Font  # noqa: PLC0415  (half a second that only a doctor needs)

    found: dict[str, set[str]] = defaultdict(set)
    for path in files:
        try:
            font = FT2Font(str(path))
        except (OSError, RuntimeError):
            continue
        if set(map(ord, LETTERS)) <= font.get_charmap().keys():
            found[font.family_name].add(font.style_name)
    return found


def _files() -> Iterator[Path]:
    """Files with likely names: those that fontconfig knows or that lie in the usual folders, and LibreOffice's own."""
    known = _known_to_fontconfig()
    for folder in (*(() if known else _usual_folders()), *_of_office()):
        known += folder.rglob("*")
    return (path for path in known if _FILE.fullmatch(path.name.replace(" ", "").replace("-", "")))


def _known_to_fontconfig() -> list[Path]:
    program = shutil.which("fc-list")
    if program is None:
        return []
    listed = subprocess.run([program, "--format", "%{file}\\n"],  # noqa: S603  (found on PATH)
                            capture_output=True, check=False)
    return [Path(os.fsdecode(line)) for line in listed.stdout.splitlines()]


def _usual_folders() -> Iterator[Path]:
    """Where Windows, macOS and Linux have fonts; those that are not there hold nothing."""
    for variable, below in (("WINDIR", "Fonts"), ("LOCALAPPDATA", "Microsoft/Windows/Fonts")):
        if os.environ.get(variable):
            yield Path(os.environ[variable], below)
    yield from map(Path, ("/System/Library/Fonts", "/Library/Fonts", "/usr/share/fonts", "/usr/local/share/fonts"))
    yield from (Path.home() / below for below in ("Library/Fonts", ".local/share/fonts", ".fonts"))


def _of_office() -> Iterator[Path]:
    """The fonts that LibreOffice brings along."""
    try:
        program = find_office().program.resolve()
    except OfficeMissingError:
        return
    yield program.parents[1] / "share" / "fonts" / "truetype"
    yield program.parents[1] / "Resources" / "fonts" / "truetype"
