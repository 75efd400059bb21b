"""Staffing, recruitment, appointments, training."""

from __future__ import annotations

from collections.abc import Iterator

from report_utils.figures.figure import Figure, rate
from report_utils.figures.registry import family
from report_utils.figures.source import Selection, Source
from report_utils.forms.tables.people import CLASS_DONE

AUTONOMOUS = "tu_chu"
"""The tag of units with financial autonomy."""


@family
def staffing_figures(source: Source) -> Iterator[Figure]:
    """Posts assigned and filled, disciplinary cases, recruitment at autonomous and other units."""
    rows = source.select("staffing")
    for column in ("assigned", "present", "vacant", "disciplined"):
        yield Figure(f"staffing.{column}", rows.total(column), f"Tổng cột «{rows.table.column(column).title}»",
                     "trường hợp" if column == "disciplined" else "người", flow=column == "disciplined",
                     name=rows.table.called(column))
    own = [unit.code for unit in source.agency.units if AUTONOMOUS in unit.tags]
    others = [u.code for u in source.agency.units if u.group == "affiliated" and AUTONOMOUS not in u.tags]
    yield Figure("staffing.recruiting_units", source.select("staffing", units=others).count(
        "recruit_target", bool), "Số đơn vị chưa tự chủ có chỉ tiêu tuyển dụng được phê duyệt", "đơn vị")
    yield from _recruitment(source.select("staffing", units=own))


def _recruitment(autonomous: Selection) -> Iterator[Figure]:
    target, recruited = autonomous.total("recruit_target"), autonomous.total("recruited")
    yield Figure("staffing.autonomous.units", autonomous.count("recruit_target", bool),
                 "Số đơn vị tự chủ có chỉ tiêu tuyển dụng", "đơn vị")
    yield Figure("staffing.autonomous.recruit_target", target, "Chỉ tiêu tuyển dụng tại đơn vị tự chủ", "chỉ tiêu")
    yield Figure("staffing.autonomous.recruited", recruited, "Đã tuyển tại đơn vị tự chủ", "người")
    yield rate("staffing.autonomous.recruit_rate", recruited, target, "Đã tuyển / chỉ tiêu", 1,
               name="Tỷ lệ đã tuyển / chỉ tiêu tuyển dụng tại đơn vị tự chủ")


@family
def appointment_figures(source: Source) -> Iterator[Figure]:
    """Appointments of the period: all, new, renewed."""
    rows = source.select("appointments")
    for column in ("total", "new", "renewed"):
        yield Figure(f"appointments.{column}", rows.total(column), f"Tổng cột «{rows.table.column(column).title}»",
                     "trường hợp", flow=True, name=rows.table.called(column))


@family
def training_figures(source: Source) -> Iterator[Figure]:
    """Training: topics of the approved plan, classes, trainees; other topics."""
    rows = source.select("training_classes")
    approved = rows.having("approved", lambda answer: answer == "Có")
    other = rows.having("approved", lambda answer: answer == "Không")
    yield Figure("training.approved_topics", approved.count("name"), "Số nội dung bồi dưỡng được phê duyệt", "lớp")
    yield Figure("training.completed_topics", approved.count("state", lambda state: state == CLASS_DONE),
                 "Số nội dung được phê duyệt đã hoàn thành", "lớp")
    yield Figure("training.classes", approved.total("classes"), "Tổng số lớp được phê duyệt", "lớp")
    yield Figure("training.trainees", approved.total("trainees"), "Tổng số học viên được phê duyệt", "học viên")
    yield Figure("training.other.topics", other.count("name"), "Số nội dung bồi dưỡng khác", "lớp")
    yield Figure("training.other.trainees", other.total("trainees"), "Số học viên các lớp khác", "học viên")
