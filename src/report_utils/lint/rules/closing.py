"""Signature and recipients (NĐ 30/2020, Appendix I, II.7 and II.9b)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_utils.lint.deviation import Deviation, at, of
from report_utils.lint.roles import Anatomy, Role
from report_utils.vietnamese.text import fold

_ABBREVIATION = re.compile(r"(?P<abbr>TM|KT|Q|TL|TUQ)(?P<stop>\.?)(?P<space>\s*)(?=\S)")
_RANKS = re.compile("(?:" + "|".join(map(fold, (
    "gs", "pgs", "ts", "ths", "bs", "cki", "ckii", "bscki", "bsckii", "ds", "cn", "ks", "cử nhân", "thạc sĩ", "thạc sỹ",
    "tiến sĩ", "tiến sỹ", "bác sĩ", "bác sỹ", "dược sĩ", "giáo sư", "phó giáo sư", "thầy thuốc", "nghệ sĩ", "nhà giáo",
    "ông", "bà"))) + r")(?:[.,]|\b)")
_COLLECTIVE = re.compile(fold("ủy ban nhân dân") + "|ubnd|" + fold("hội đồng") + "|ban |đoàn |" + fold("tập thể"))
_FILING = re.compile(r"-?\s*Lưu\s*:")
_RIGHT_FILING = re.compile(r"- Lưu: VT(?:, .+)?\.")


def check_capacity(anatomy: Anatomy) -> Iterator[Deviation]:
    """TM. for a collective only; KT., TL., TUQ. need the signer's own title below; each with its full stop (II.7a)."""
    spots = anatomy.spots[Role.CAPACITY]
    for spot in spots[:2]:
        found = _ABBREVIATION.match(spot.text.upper())
        if found is None:
            continue
        if not found["stop"] or len(found["space"]) != 1:
            yield at("L46", spot, f"ghi «{spot.text}»", f"«{found['abbr']}. » có dấu chấm và một dấu cách")
        rest = fold(spot.text[found.end() :])
        if found["abbr"] == "TM" and not _COLLECTIVE.match(rest):
            yield at("L46", spot, f"«{spot.text}»", "chỉ ghi TM. khi ký thay mặt tập thể (UBND, Hội đồng, Ban)")
        if found["abbr"] in ("KT", "TL", "TUQ", "TM") and spot is spots[-1]:
            yield at("L46", spot, f"dưới «{spot.text}» không có chức vụ của người ký", "chức vụ ở dòng dưới")


def check_name(anatomy: Anatomy) -> Iterator[Deviation]:
    """No title or degree before the name (II.7b)."""
    spot = anatomy.first(Role.SIGNER)
    found = _RANKS.match(fold(spot.text)) if spot else None
    if spot and found:
        yield at("L48", spot, f"có «{spot.text[: found.end()]}» trước họ tên", "chỉ ghi họ, chữ đệm và tên")


def check_presence(anatomy: Anatomy) -> Iterator[Deviation]:
    """Somebody signs, and it is said who gets the document."""
    for role, words in ((Role.CAPACITY, "chức vụ của người ký"), (Role.SIGNER, "họ tên của người ký"),
                        (Role.RECIPIENTS_LABEL, "«Nơi nhận:»")):
        if anatomy.first(role) is None:
            yield of("L50", role, "không có", words)


def check_label(anatomy: Anatomy) -> Iterator[Deviation]:
    """"Nơi nhận:" with its colon, at the left edge."""
    spot = anatomy.first(Role.RECIPIENTS_LABEL)
    if spot is None:
        return
    if spot.text != "Nơi nhận:":
        yield at("L51", spot, f"ghi «{spot.text}»", "«Nơi nhận:»")
    for each, rule in ((spot, "L51"), *((other, "L52") for other in anatomy.spots[Role.RECIPIENT])):
        look = each.para.look
        if look.align in ("center", "right") or look.left + look.first_line > 12:
            yield at(rule, each, "không sát lề trái", "sát lề trái")


def check_lines(anatomy: Anatomy) -> Iterator[Deviation]:
    """A dash and ";" for each line, "Lưu: VT, …" and "." for the last, "Như trên" first where there is Kính gửi."""
    spots = anatomy.spots[Role.RECIPIENT]
    filing = next((spot for spot in spots if _FILING.match(spot.text)), None)
    for spot in spots:
        if spot is not filing and (not spot.text.startswith("- ") or not spot.text.endswith(";")):
            yield at("L53", spot, f"ghi «{spot.text}»", "đầu dòng «- », cuối dòng «;»")
    if spots and filing is None:
        yield of("L54", Role.RECIPIENT, "không có dòng «Lưu»", "dòng cuối «- Lưu: VT, <đơn vị soạn thảo>.»")
    elif filing is not None and (not _RIGHT_FILING.fullmatch(filing.text) or filing is not spots[-1]):
        yield at("L54", filing, f"ghi «{filing.text}»", "dòng cuối «- Lưu: VT, <đơn vị soạn thảo>.»")
    if anatomy.first(Role.ADDRESSEE) and spots and fold(spots[0].text).strip(" -;.") != "như trên":
        yield at("L55", spots[0], f"dòng đầu ghi «{spots[0].text}»", "dòng đầu «- Như trên;»")
