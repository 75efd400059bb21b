"""The reports that a new agency may choose, with the templates and notebooks of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from report_utils.agency.settings import nearest
from report_utils.starter.packaged import names_in

MAIN, PLAN = "cchc", "ke_hoach"
"""The report that needs every catalogue, and the one that is about a plan."""

LETTERS = ("don-doc.md", "don-doc-don-vi.md")
"""The templates of the reminder letters, which every agency writes."""
RECEIVING = ("0_tong_quan", "1_tiep_nhan", "2_kiem_tra")
"""The notebooks that every report begins with."""


@dataclass(frozen=True)
class Kind:
    """A kind of report: its code, what it is called, its templates, the notebooks that make it.

    `to_fill` are the catalogues that begin without rows, and what they list.
    """

    code: str
    title: str
    templates: tuple[str, ...]
    notebooks: tuple[str, ...]
    to_fill: Mapping[str, str] = field(default_factory=dict)


_KINDS = (
    Kind(MAIN, "báo cáo cải cách hành chính",
         ("bao-cao-cchc.md", "phu-luc-van-ban.md", "tom-tat.md"), ("3_so_lieu", "4_bao_cao")),
    Kind(PLAN, "báo cáo kết quả thực hiện kế hoạch",
         ("bao-cao-ke-hoach.md", "phu-luc-ke-hoach.md"), ("6_ke_hoach",),
         {"plan_tasks.csv": "nhiệm vụ của kế hoạch"}),
    Kind("open_data", "báo cáo dữ liệu mở",
         ("bao-cao-du-lieu-mo.md", "phu-luc-du-lieu-mo.md", "don-doc-du-lieu-mo.md"), ("5_du_lieu_mo",),
         {"open_data.csv": "tập dữ liệu của kế hoạch dữ liệu mở"}),
)


def offered() -> dict[str, Kind]:
    """The kinds of reports by code, the main one first: those whose templates are all in the package."""
    templates = set(names_in("templates"))
    return {kind.code: kind for kind in _KINDS if templates.issuperset(kind.templates)}


def kinds_of(codes: Iterable[str]) -> list[Kind]:
    """The kinds of these codes, each once, in the order in which they are offered. Raises ValueError."""
    known, wanted = offered(), set(codes)
    for code in sorted(wanted - set(known)):
        near = nearest(code, known)
        raise ValueError(f"không có báo cáo «{code}»{f' (gần đúng nhất: «{near}»)' if near else ''}; "
                         f"dùng: {', '.join(known)}")
    return [kind for kind in known.values() if kind.code in wanted]
