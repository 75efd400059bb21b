"""What a cell may hold: `{name}` of a row's person, `{mst}` of a firm, `{int:5-900}`; one function for each word."""

from __future__ import annotations

import datetime as dt
import random
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from bench.privacy_sets import words

Cell = str | int | float | dt.date | None
_TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_PREFIXES = [
    "086", "096", "097", "098", "032", "033", "034", "035", "036", "037", "038", "039", "089", "090", "093", "070",
    "076", "077", "079", "088", "091", "094", "081", "083", "085", "092", "056", "058", "059", "087",
]


def bare(text: str) -> str:
    """`text` without diacritics."""
    parts = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


@dataclass(frozen=True)
class Row:
    """One row: its number from 0 and the person, if the table is about persons."""

    at: int
    rng: random.Random
    family: str
    mid: str
    given: str
    male: bool
    born: dt.date

    @property
    def name(self) -> str:
        """Family name, middle names, given name."""
        return f"{self.family} {self.mid} {self.given}"


def row(at: int, rng: random.Random) -> Row:
    """A row with an invented person."""
    male = rng.random() < 0.5
    mid = rng.choice(words.MID_MALE if male else words.MID_FEMALE)
    given = rng.choice(words.MALE if male else words.FEMALE)
    born = dt.date(1938, 1, 1) + dt.timedelta(days=rng.randrange(31000))
    return Row(at, rng, rng.choice(words.FAMILY), mid, given, male, born)


def digits(rng: random.Random, count: int) -> str:
    """`count` digits, the first not 0."""
    return str(rng.randrange(1, 10)) + "".join(str(rng.randrange(10)) for _ in range(count - 1))


def tax_code(rng: random.Random, first: str) -> str:
    """Ten digits that begin with `first` and end with the check digit."""
    while True:
        head = first + digits(rng, 9 - len(first))
        rest = sum(int(d) * w for d, w in zip(head, _TAX_WEIGHTS, strict=True)) % 11
        if rest:
            return head + str(10 - rest)


def citizen_id(r: Row) -> str:
    """Twelve digits: province, century and sex, year of birth, six more."""
    province = r.rng.choice(["077", "079", "052", "040", "001", "036", "051", "064"])
    century = (0 if r.born.year < 2000 else 2) + (0 if r.male else 1)
    return f"{province}{century}{r.born.year % 100:02d}{r.rng.randrange(10**6):06d}"


def mobile(rng: random.Random) -> str:
    """Ten digits of a mobile number."""
    return rng.choice(_PREFIXES) + f"{rng.randrange(10**7):07d}"


def health_card(r: Row) -> str:
    """Fifteen signs of a health insurance card as it was until 2021."""
    group = r.rng.choice(["DN", "HC", "CH", "HT", "TE", "GD", "HN", "SV", "BT", "CK"])
    return f"{group}{r.rng.randrange(1, 6)}{r.rng.choice(['77', '79', '52', '01'])}{digits(r.rng, 10)}"


def _short(r: Row) -> str:
    return f"{r.family[:2] if r.family[:2] in ('Ng', 'Tr', 'Ph') else r.family[0]}. {r.mid[0]}. {r.given}"


def _mail(r: Row) -> str:
    who = bare(f"{r.given}{r.family}").lower()
    return f"{who}{r.born.year % 100:02d}@{r.rng.choice(['gmail.com', 'yahoo.com.vn', 'outlook.com', 'gmail.com'])}"


def _home(r: Row) -> str:
    number = r.rng.choice(["12", "45/3", "108", "7B", "231/12/4"])
    street = f"{number} {r.rng.choice(words.STREETS)}, "
    hamlet = f"Tổ {r.rng.randrange(1, 20)}, khu phố {r.rng.randrange(1, 9)}, "
    return r.rng.choice([street, hamlet, street + hamlet]) + f"phường {r.rng.choice(words.WARDS)}"


def _day(r: Row, text: str = "2024-01-02/2025-10-30") -> dt.date:
    first, last = (dt.date.fromisoformat(part) for part in text.split("/"))
    return first + dt.timedelta(days=r.rng.randrange((last - first).days))


def _int(r: Row, text: str) -> int:
    low, high = map(int, text.split("-"))
    return r.rng.randrange(low, high + 1)


def _dec(r: Row, text: str) -> float:
    bounds, places = text.split(":")
    low, high = map(float, bounds.split("-"))
    return round(r.rng.uniform(low, high), int(places))


def _inverted(r: Row) -> str:
    return f"{r.mid} {r.given} {r.family}"


def _spaced(number: str, *groups: int) -> str:
    parts, at = [], 0
    for group in groups:
        parts.append(number[at : at + group])
        at += group
    return " ".join(parts)


def _office_mail(rng: random.Random) -> str:
    who, place = rng.choice(["ttyt", "vp", "bv"]), bare(rng.choice(words.WARDS)).lower().replace(" ", "")
    return f"{who}.{place}@{rng.choice(['baria-vungtau.gov.vn', 'hochiminhcity.gov.vn'])}"


Maker = Callable[[Row], Cell]
PERSON: dict[str, Maker] = {
    "name": lambda r: r.name,
    "NAME": lambda r: r.name.upper(),
    "bare": lambda r: bare(r.name),
    "BARE": lambda r: bare(r.name).upper(),
    "family": lambda r: r.family,
    "mid": lambda r: r.mid,
    "given": lambda r: r.given,
    "famid": lambda r: f"{r.family} {r.mid}",
    "midgiven": lambda r: f"{r.mid} {r.given}",
    "short": _short,
    "inits": lambda r: f"{r.family[0]}.{r.mid[0]}.{r.given[0]}",
    "comma": lambda r: f"{r.given}, {r.family} {r.mid}",
    "western": _inverted,
    "ethnic": lambda r: r.rng.choice(words.ETHNIC_NAMES),
    "sex": lambda r: "Nam" if r.male else "Nữ",
    "mf": lambda r: "M" if r.male else "F",
    "dob": lambda r: r.born,
    "dobt": lambda r: f"{r.born:%d/%m/%Y}",
    "dobs": lambda r: f"{r.born:%d.%m.%y}",
    "iso": lambda r: r.born.isoformat(),
    "dob8": lambda r: f"{r.born:%d%m%Y}",
    "birth": lambda r: r.born.year,
    "age": lambda r: 2025 - r.born.year,
    "months": lambda r: f"{r.rng.randrange(2, 60)} tháng",
    "cccd": citizen_id,
    "cccd0": lambda r: int(citizen_id(r)),
    "cccds": lambda r: _spaced(citizen_id(r), 3, 3, 3, 3),
    "cmnd": lambda r: digits(r.rng, 9),
    "cmnds": lambda r: _spaced(digits(r.rng, 9), 3, 3, 3),
    "passport": lambda r: r.rng.choice("BCNP") + f"{r.rng.randrange(10**7):07d}",
    "bhyt": health_card,
    "bhyts": lambda r: _spaced(health_card(r), 2, 1, 2, 10),
    "bhxh": lambda r: f"{r.rng.choice(['77', '79', '52', '01'])}{r.rng.randrange(10**8):08d}",
    "phone": lambda r: mobile(r.rng),
    "phone0": lambda r: int(mobile(r.rng)),
    "phones": lambda r: _spaced(mobile(r.rng), 4, 3, 3),
    "phoned": lambda r: _spaced(mobile(r.rng), 4, 3, 3).replace(" ", "."),
    "phone84": lambda r: "+84" + mobile(r.rng)[1:],
    "phone84s": lambda r: "(+84) " + _spaced(mobile(r.rng)[1:], 2, 3, 4),
    "mail": _mail,
    "home": _home,
    "hamlet": lambda r: f"Ấp {r.rng.randrange(1, 9)}, xã {r.rng.choice(words.WARDS)}",
    "bank": lambda r: digits(r.rng, r.rng.choice([10, 12, 13, 14])),
    "plate": lambda r: f"72{r.rng.choice('ABCFH')}{r.rng.randrange(1, 9)}-{r.rng.randrange(10**5):05d}",
    "car": lambda r: f"72A-{r.rng.randrange(100, 999)}.{r.rng.randrange(10, 99)}",
    "ptax": lambda r: tax_code(r.rng, "8"),
    "relative": lambda r: row(0, r.rng).name,
    "people": lambda r: r.rng.choice(words.PEOPLES),
    "bare1": lambda r: bare(r.given).lower(),
    "face": lambda r: f"https://drive.google.com/file/d/{digits(r.rng, 20)}/view",
    "icd": lambda r: r.rng.choice(words.ICD)[0],
    "ill": lambda r: r.rng.choice(words.ICD)[1],
    "gps": lambda r: f"{r.rng.uniform(10.3, 10.7):.6f}, {r.rng.uniform(107.0, 107.5):.6f}",
    "lat": lambda r: round(r.rng.uniform(10.3, 10.7), 6),
    "lon": lambda r: round(r.rng.uniform(107.0, 107.5), 6),
}
THING: dict[str, Maker] = {
    "stt": lambda r: r.at + 1,
    "ward": lambda r: r.rng.choice(words.WARDS),
    "wardrow": lambda r: words.WARDS[r.at % len(words.WARDS)],
    "street": lambda r: r.rng.choice(words.STREETS),
    "firm": lambda r: r.rng.choice(words.FIRM_NAMES),
    "company": lambda r: r.rng.choice(words.COMPANIES),
    "drug": lambda r: r.rng.choice(words.DRUGS),
    "drugrow": lambda r: words.DRUGS[r.at % len(words.DRUGS)],
    "service": lambda r: words.SERVICES[r.at % len(words.SERVICES)],
    "device": lambda r: r.rng.choice(words.DEVICES),
    "proc": lambda r: words.PROCEDURES[r.at % len(words.PROCEDURES)],
    "icdrow": lambda r: words.ICD[r.at % len(words.ICD)][0],
    "illrow": lambda r: words.ICD[r.at % len(words.ICD)][1],
    "mst": lambda r: tax_code(r.rng, r.rng.choice(["35", "03", "01", "41"])),
    "tthc": lambda r: f"1.0{r.rng.randrange(1000, 13000):05d}",
    "tthcl": lambda r: f"1.0{r.rng.randrange(1000, 13000):05d}.000.00.00.H06",
    "day": _day,
    "dayt": lambda r: f"{_day(r):%d/%m/%Y}",
    "hotline": lambda r: f"0254 3{r.rng.randrange(10**6):06d}",
    "serial": lambda r: f"{r.rng.choice(['SN', 'US', 'VT', 'MX'])}{digits(r.rng, 8)}",
    "batch": lambda r: f"{digits(r.rng, 6)}{r.rng.choice('ABCDE')}",
    "reg": lambda r: f"{r.rng.choice(['VD', 'VN', 'QLSP'])}-{r.rng.randrange(10000, 36000)}-{r.rng.randrange(14, 24)}",
    "barcode": lambda r: f"893{r.rng.randrange(10**10):010d}",
    "facode": lambda r: f"77{r.rng.randrange(1, 400):03d}",
    "mailoff": lambda r: _office_mail(r.rng),
    "firm2": lambda r: bare(r.rng.choice(words.FIRM_NAMES)).lower().replace(" ", ""),
    "web": lambda r: f"https://{bare(r.rng.choice(words.WARDS)).lower().replace(' ', '')}.baria-vungtau.gov.vn",
}


def make(word: str, r: Row) -> Cell:
    """The cell that `word` asks for; `int:5-900`, `dec:0-100:1`, `day:2020-01-01/2024-12-31`, `digits:8`."""
    head, _, rest = word.partition(":")
    if head == "int":
        return _int(r, rest)
    if head == "dec":
        return _dec(r, rest)
    if head == "digits":
        return digits(r.rng, int(rest))
    if head == "day" and rest:
        return _day(r, rest)
    return (PERSON.get(head) or THING[head])(r)
