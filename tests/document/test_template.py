"""Templates: names, filters, and mistakes said in one sentence with file and line."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from report_utils.document.blocks import Mark, Paragraph, Table
from report_utils.document.inserts import TableInLineError, inline_runs
from report_utils.document.markdown import blocks_of
from report_utils.document.template import ReportTemplateError, render
from report_utils.figures.period import PeriodFigures

SHOWN = "params/syt-brvt/templates/thử.md"
HEAD = "---\ntrích yếu: Thử {{ kỳ }}\n---\n"
TEMPLATES = Path(__file__).parents[2] / "params" / "syt-brvt" / "templates"

Written = Callable[..., str]


@pytest.fixture
def template(tmp_path: Path) -> Callable[[str], Path]:
    def save(text: str, head: str = HEAD) -> Path:
        path = tmp_path / "thử.md"
        path.write_text(head + text, encoding="utf-8")
        return path

    return save


@pytest.fixture
def written(template: Callable[[str], Path], figures: PeriodFigures) -> Written:
    """The words of a template's one paragraph."""

    def words(text: str, of: PeriodFigures = figures) -> str:
        rendered = render(template(text), SHOWN, of)
        pieces = rendered.inserts.split(rendered.markdown.strip())
        return "".join(p if isinstance(p, str) else "".join(run.text for run in inline_runs(p)) for p in pieces)

    return words


@pytest.fixture
def mistake(template: Callable[[str], Path], figures: PeriodFigures) -> Callable[..., ReportTemplateError]:
    """The error that a text, or a text with another head, makes."""

    def error(text: str, head: str = HEAD) -> ReportTemplateError:
        with pytest.raises(ReportTemplateError) as caught:
            render(template(text, head), SHOWN, figures)  # type: ignore[call-arg]
        assert caught.value.template == SHOWN
        assert caught.value.message.startswith(f"Mẫu báo cáo {SHOWN}")
        return caught.value

    return error


# Names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ dossiers.resolved.overdue }} hồ sơ", "32 hồ sơ"),
        ("{{ assigned_tasks.running }}", "08"),
        ("{{ assigned_tasks.running | số }}", "8"),
        ("{{ budget.rate }}; {{ budget.rate | phần_trăm(2) }}", "75%; 74,64%"),
        ("{{ investment.disbursed | triệu }} triệu đồng", "28 triệu đồng"),
        ("{{ staffing.bvbr.recruited }}/{{ staffing.bvbr.recruit_target }}", "36/83"),
        ("{{ kỳ }}, {{ năm }}, {{ chốt_số_liệu }}, {{ cơ_quan }}", "quý III năm 2024, 2024, 14/9/2024, Sở Y tế"),
        ("{{ tên_cơ_quan }}, {{ tỉnh }}", "Sở Y tế tỉnh Bà Rịa - Vũng Tàu, tỉnh Bà Rịa - Vũng Tàu"),
    ],
)
def test_a_name_becomes_its_words(written: Written, text: str, words: str) -> None:
    assert written(text) == words


def test_the_head_is_filled_in_too(template: Callable[[str], Path], figures: PeriodFigures) -> None:
    assert render(template("x"), SHOWN, figures).head == {"trích yếu": "Thử quý III năm 2024"}


def test_a_template_in_decomposed_letters_with_a_mark_in_front_is_read(
    tmp_path: Path, figures: PeriodFigures
) -> None:
    path = tmp_path / "thử.md"
    path.write_text("\ufeff---\r\na: b\r\n---\r\n{{ chô\u0301t_sô\u0301_liê\u0323u }}", encoding="utf-8", newline="")
    assert render(path, SHOWN, figures).markdown.strip() == "14/9/2024"


# The nil sentence


NIL = '{{{{ {} | hoặc("chưa phát sinh", "{{}} việc") }}}}'


def test_nil_is_written_where_the_figure_is_a_declared_zero(written: Written) -> None:
    assert written(NIL.format("indicators.feedback.count")) == "chưa phát sinh"


def test_nil_is_written_where_the_unit_typed_zero(written: Written) -> None:
    assert written(NIL.format("staffing.disciplined")) == "chưa phát sinh"


def test_a_figure_that_is_not_zero_takes_its_words(written: Written) -> None:
    assert written(NIL.format("procedure_decisions.count")) == "02 việc"


def test_a_unit_that_said_nothing_has_not_said_nil(written: Written, without: Callable[..., PeriodFigures]) -> None:
    words = written(NIL.format("indicators.feedback.count"), without("vp"))
    assert words == "[CHƯA CÓ SỐ LIỆU – Văn phòng Sở]"


def test_a_doubtful_zero_is_no_nil(written: Written, retyped: Callable[..., PeriodFigures]) -> None:
    at = {"unit": "vp", "unit_code": "vp"}
    words = written(NIL.format("staffing.disciplined"), retyped("staffing", at, {}, ("disciplined",)))
    assert words == "0 [KIỂM TRA LẠI – Văn phòng Sở] việc"


# Mistakes


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("{{ dossiers.resolved.overdu }}", "dossiers.resolved.overdue"),
        ("{{ dosiers.resolved.overdue }}", "dossiers"),
        ("{{ indicators.health_record.rate }}", "indicators.health_records.rate"),
        ('{{ bảng("plan_progress.cch") }}', "plan_progress.cchc"),
        ('{{ danh_sách("project") }}', "projects"),
        ('{{ thuyết_min("P04") }}', "thuyết_minh"),
        ("{{ chốt_số }}", "chốt_số_liệu"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest_one(
    mistake: Callable[..., ReportTemplateError], text: str, nearest: str
) -> None:
    message = mistake(f"# A\n\n{text}\n").message
    assert f"«{nearest}»" in message
    assert re.search("Không có .+ «", message)


def test_a_name_that_holds_figures_is_none_itself(mistake: Callable[..., ReportTemplateError]) -> None:
    assert "«dossiers.resolved.»" not in mistake("{{ dossiers }}").message
    assert "Không có số liệu «dossiers»" in mistake("{{ dossiers }}").message


def test_an_unknown_item_of_the_outline_is_refused(mistake: Callable[..., ReportTemplateError]) -> None:
    assert "«P99»" in mistake('{{ thuyết_minh("P99") }}').message


@pytest.mark.parametrize("text", ["{{ a.b", "{% if %}", "{{ a. }}", "{{ dossiers.online | so }}", "{% bogus %}"])
def test_wrong_syntax_is_told_with_its_line(mistake: Callable[..., ReportTemplateError], text: str) -> None:
    error = mistake(f"một\nhai\n{text}\n")
    assert error.line == 6
    assert ", dòng 6: cú pháp sai" in error.message


@pytest.mark.parametrize(
    ("text", "fault", "mend"),
    [
        ("{{ dossiers.resolved }", "thừa dấu «}»", "mỗi «{{» cần một «}}»"),
        ("{{ bảng(('x'] ) }}", "gặp «]» ở chỗ phải là «)»", "mỗi dấu ngoặc"),
        ("{{ dossiers.resolved\nba", "gặp «ba» ở chỗ phải là dấu đóng «}}»", "mỗi «{{» cần một «}}»"),
        ("{{ dossiers. }}", "sau dấu chấm thiếu phần tiếp", "như {{ dossiers.resolved }}"),
        ("{{ }}", "gặp dấu đóng «}}» ở chỗ phải là một tên", "viết một mã số liệu"),
        ("{{ năm ? }}", "ký tự «?» không dùng được", "mỗi"),
        ("{{ 'abc }}", "ký tự «'» không dùng được", "dấu nháy mở cần một dấu đóng"),
        ("{% if năm %}\nba\nbốn", "khối {% if %} chưa đóng", "thêm {% endif %} vào cuối khối"),
        ("{% if năm %}{% endfor %}", "lệnh {% endfor %} không ở trong khối của nó", "đóng bằng {% endif %}"),
        ("{% els %}", "không có lệnh {% els %}", "có phải ý bạn là «else»"),
        ("{% %}", "sau «{%» thiếu tên lệnh", "các lệnh là if"),
        ("{{ dossiers.online | triêu }}", "không có bộ lọc «triêu»", "có phải ý bạn là «triệu»"),
        ("{{ kỳ is so }}", "không có phép thử «so»", "có_số(…)"),
        ("{# chú thích", "chú thích mở bằng «{#» chưa đóng", "thêm «#}»"),
        ("{% raw %}", "khối {% raw %} chưa đóng", "thêm {% endraw %}"),
        ("{{ f(a=1, 2) }}", "các mục giữa hai dấu ngoặc của hàm viết sai", "dấu phẩy ở giữa"),
    ],
)
def test_wrong_syntax_is_told_in_vietnamese_with_its_words_and_how_to_mend_it(
    mistake: Callable[..., ReportTemplateError], text: str, fault: str, mend: str
) -> None:
    error = mistake(f"một\nhai\n{text}\n")
    assert error.line == 6
    assert f", dòng 6: cú pháp sai: {fault}" in error.message
    assert f" Chỗ sai: «{text.partition(chr(10))[0]}». Cách sửa: " in error.message
    assert mend in error.message.partition("Cách sửa:")[2]
    assert not re.search("expected|unexpected|unknown|token", error.message)


def test_wrong_syntax_without_words_of_its_own_keeps_those_of_the_engine(
    mistake: Callable[..., ReportTemplateError]
) -> None:
    assert "không đọc được (can't assign to 'const')" in mistake("{% set 1 = 2 %}").message


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ dossiers.resolved.overdu }}", "Có phải ý bạn là «dossiers.resolved.overdue»?"),
        ("{% if có_số(dossiers.resolvd) %}x{% endif %}", "Có phải ý bạn là «dossiers.resolved»?"),
        ("{{ kỳ.dài }}", "Không có tên «dài»."),
        ("{{ dossiers.online | phần_trăm }}", "Cách sửa: viết như trong hướng dẫn «Sửa mẫu báo cáo»."),
        ("{{ năm / 0 }}", "không điền được (division by zero)."),
    ],
)
def test_what_cannot_be_filled_in_is_told_with_line_and_words(
    mistake: Callable[..., ReportTemplateError], text: str, told: str
) -> None:
    error = mistake(f"một\n\n{text}\nba\n")
    assert error.line == 6
    assert told in error.message
    assert error.message.endswith(f" Chỗ sai: «{text}».")


def test_a_filter_for_figures_refuses_other_values(mistake: Callable[..., ReportTemplateError]) -> None:
    assert "bộ lọc «số» chỉ dùng sau tên một số liệu" in mistake("{{ kỳ | số }}").message


def test_a_template_without_a_head_is_refused(mistake: Callable[..., ReportTemplateError]) -> None:
    assert "phải mở đầu bằng phần khai báo" in mistake("# A\n", head="").message
    assert "«khóa: giá trị»" in mistake("# A\n", head="---\nchữ\n---\n").message


def test_a_template_that_does_not_exist_is_named(figures: PeriodFigures, tmp_path: Path) -> None:
    with pytest.raises(ReportTemplateError, match=r"thử\.md: không có tệp này"):
        render(tmp_path / "không có.md", SHOWN, figures)


def test_a_template_that_is_not_utf_8_is_named(figures: PeriodFigures, tmp_path: Path) -> None:
    path = tmp_path / "thử.md"
    path.write_bytes("---\na: Sở\n---\n".encode("utf-16"))
    with pytest.raises(ReportTemplateError, match=r"thử\.md: tệp phải lưu dạng UTF-8"):
        render(path, SHOWN, figures)


def test_a_table_in_a_line_of_text_is_refused_and_not_lost(
    template: Callable[[str], Path], figures: PeriodFigures
) -> None:
    rendered = render(template('- Cụ thể: {{ bảng("plan_progress.cchc") }}\n'), SHOWN, figures)
    with pytest.raises(TableInLineError, match=r"«plan_progress\.cchc» phải đứng riêng một dòng"):
        blocks_of(rendered.markdown, rendered.inserts)


# What units wrote


def test_a_narrative_that_looks_like_a_template_is_not_run(
    written: Written, retyped: Callable[..., PeriodFigures]
) -> None:
    hostile = "{{ dossiers.received }} {% for x in y %} \ue0000\ue001"
    words = written('{{ thuyết_minh("K05") }}', retyped("narratives", {"prompt": "K05"}, {"text": hostile}))
    assert words.startswith("{{ dossiers.received }} {% for x in y %}")
    assert "3.458" not in words


def test_a_year_of_which_a_period_is_missing_is_marked(written: Written) -> None:
    assert written("{{ dossiers.resolved.cumulative }}") == "[CHƯA CÓ SỐ LIỆU – 6 tháng đầu năm 2024]"


def test_what_cannot_be_compared_stops_the_report_with_the_reason(mistake: Callable[..., ReportTemplateError]) -> None:
    assert "«dossiers.resolved» không so sánh được: cùng kỳ năm trước (quý III năm 2023) chưa có" in mistake(
        "{{ dossiers.resolved.change_on_year }}").message
    assert "«dossiers.pending» không có lũy kế" in mistake("{{ dossiers.pending.cumulative }}").message


@pytest.mark.parametrize(("name", "words"), [("dossiers.resolved", "có"), ("dossiers.resolved.change_on_year", ""),
                                             ("dossiers.resolved.cumulative", ""), ("dossiers.pending.cumulative", "")])
def test_a_text_may_ask_whether_a_figure_has_a_value(written: Written, name: str, words: str) -> None:
    assert written(f"{{% if có_số({name}) %}}có{{% endif %}}") == words


@pytest.mark.parametrize(("value", "wrong", "words"), [(0, (), "không"), (2, (), "có"), (0, ("disciplined",), "có")])
def test_a_text_may_ask_whether_a_unit_said_zero(
    written: Written, retyped: Callable[..., PeriodFigures], value: int, wrong: tuple[str, ...], words: str
) -> None:
    figures = retyped("staffing", {"unit": "vp", "unit_code": "vp"}, {"disciplined": value}, wrong)
    assert written("{% if bằng_không(staffing.disciplined) %}không{% else %}có{% endif %}", figures) == words


def test_only_of_a_figure_it_may_be_asked_whether_it_has_a_value(mistake: Callable[..., ReportTemplateError]) -> None:
    assert "có_số(…) phải nêu tên một số liệu" in mistake("{{ có_số(năm) }}").message
    assert "Không có số liệu «dossiers.resolvd»" in mistake("{{ có_số(dossiers.resolvd) }}").message


def test_an_absent_narrative_is_marked(template: Callable[[str], Path], without: Callable[..., PeriodFigures]) -> None:
    rendered = render(template('- Mục: {{ thuyết_minh("P04") }}\n'), SHOWN, without("vp"))
    [block] = blocks_of(rendered.markdown, rendered.inserts)
    assert [(run.text, run.mark) for run in block.runs] == [  # type: ignore[union-attr]
        ("Mục: ", Mark.NONE), ("[CHƯA CÓ SỐ LIỆU – Văn phòng Sở]", Mark.ABSENT)
    ]  # fmt: skip


# The templates of the repository hold no typed figures


NAMES_WITH_DIGITS = {
    "bao-cao-cchc.md": [
        "Chỉ thị số 10/CT-UBND ngày 16/8/2021",  # the directive that the outline names
        "01 triệu đồng",  # a difference of rounding, in the footnote
        "(1)", "(2)", "(1)+(2)", "(1)", "(2)", "(3)", "(1)+(2)-(3)",  # marks of lines that are added up
        "đề án 06", "Đề án 06/CP",  # a national programme
        "CMND 9 số",  # an identity card
    ],
    "phu-luc-1.md": [],
    "phu-luc-2.md": [],
    "don-doc.md": [],
    "don-doc-don-vi.md": [],
    "bao-cao-du-lieu-mo.md": ["từ 3 sao", "thang 5 sao"],  # names of the scheme of open formats
    "bao-cao-ke-hoach.md": [],
    "don-doc-du-lieu-mo.md": [],
    "phu-luc-du-lieu-mo.md": [],
    "phu-luc-ke-hoach.md": [],
    "tom-tat.md": ["(3)", '"overdue_tasks", 3', '"overdue_data", 2'],  # how many lines of a list are shown
}  # fmt: skip
"""Every digit of the templates, in order: official names and marks, never a figure."""

ITEM = re.compile(r'(thuyết_minh|văn_bản)\("[PK]\d\d"\)')
FIGURE = re.compile(r"\{\{ [a-z0-9_.]+")
CODE = re.compile(r'có_kế_hoạch\("\w+"\)')


@pytest.mark.parametrize("name", sorted(path.name for path in TEMPLATES.iterdir()))
def test_no_figure_is_typed_in_a_template(name: str) -> None:
    text = (TEMPLATES / name).read_text(encoding="utf-8")
    bare = CODE.sub("", FIGURE.sub("", ITEM.sub("", text)))
    position = 0
    for allowed in NAMES_WITH_DIGITS[name]:
        found = bare.find(allowed, position)
        between = bare[position:found]
        assert found >= 0, f"«{allowed}» is no longer there"
        assert not re.search(r"\d", between), re.findall(r".{0,30}\d.{0,30}", between)
        position = found + len(allowed)
    assert not re.search(r"\d", bare[position:]), re.findall(r".{0,30}\d.{0,30}", bare[position:])


def test_every_template_is_used(figures: PeriodFigures) -> None:
    reports: Any = figures.source.agency.profile.reports.values()
    named = {name for r in reports for name in (r.template, r.unit_template, r.summary, *r.appendices)}
    assert named - {""} == {path.name for path in TEMPLATES.iterdir()}


# Captions and references


def test_a_table_with_a_caption_is_numbered_and_referred_to_by_its_code(
    template: Callable[[str], Path], figures: PeriodFigures
) -> None:
    text = 'Nêu tại {{ xem("plan_progress.cchc") }}.\n\n{{ bảng("plan_progress.cchc", "Nhiệm vụ " ~ kỳ) }}\n'
    rendered = render(template(text), SHOWN, figures)
    told, table = blocks_of(rendered.markdown, rendered.inserts)
    assert isinstance(told, Paragraph)
    assert isinstance(table, Table)
    assert [(run.text, run.reference) for run in told.runs] == [("Nêu tại ", ""), ("", "plan_progress.cchc"), (".", "")]
    assert (table.name, table.caption) == ("plan_progress.cchc", "Nhiệm vụ quý III năm 2024")


def test_a_text_may_ask_whether_a_table_has_rows(
    written: Written, without: Callable[..., PeriodFigures]
) -> None:
    text = 'Các lớp{% if có("training_classes") %} nêu tại bảng{% endif %}.'
    assert written(text) == "Các lớp nêu tại bảng."
    assert written(text, without("tcd", "vp", "khtc", "nv")) == "Các lớp."
