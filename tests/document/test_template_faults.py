"""Mistakes in templates that Jinja and Python tell late, at another line or in words for programmers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from report_utils.agency.reporting import Reporting
from report_utils.document.template import ReportTemplateError, render_with

SHOWN = "params/syt-brvt/templates/thử.md"
HEAD = "---\ntrích yếu: Thử\n---\n"
FIRST = 4
"""The line of a template that follows its head."""

Fault = Callable[..., ReportTemplateError]


@pytest.fixture
def fault(tmp_path: Path, quarter: Reporting) -> Fault:
    """The error that a text, or a text with another head, makes; a template may call «bảng»."""

    def error(text: str, head: str = HEAD) -> ReportTemplateError:
        path = tmp_path / "thử.md"
        path.write_text(head + text, encoding="utf-8")
        with pytest.raises(ReportTemplateError) as caught:
            render_with(path, SHOWN, quarter, lambda _: {"bảng": lambda code, caption="": code + caption})
        return caught.value

    return error


# The line


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{% if kỳ %}\n{% set x = 1 %}\nabc", "khối {% if %} chưa đóng. Chỗ sai: «{% if kỳ %}»"),
        ("{% if kỳ %}\n{# {% if %} #}\nabc", "khối {% if %} chưa đóng. Chỗ sai: «{% if kỳ %}»"),
        ("{% if kỳ %}\n{% raw %}{% if %}{% endraw %}\nabc", "khối {% if %} chưa đóng. Chỗ sai: «{% if kỳ %}»"),
        ('{% set x | replace("=", "") %}\n{% if kỳ %}{% endif %}', "khối {% set %} chưa đóng"),
        ("{% block a %}\n\nabc", "khối {% block %} chưa đóng. Chỗ sai: «{% block a %}»"),
        ('{{ bảng("kỳ) }}\nb "c"', "gặp «c» ở chỗ phải là «,». Chỗ sai: «{{ bảng(\"kỳ) }}»"),
        ("{{ kỳ\nNgày 5 {{ năm }}\n", "gặp «Ngày» ở chỗ phải là dấu đóng «}}». Chỗ sai: «{{ kỳ»"),
        ("{% set a.b = 2 %}\nabc", "không đặt được giá trị cho tên có dấu chấm. Chỗ sai: «{% set a.b = 2 %}»"),
    ],
)
def test_a_fault_is_told_at_the_line_where_it_began(fault: Fault, text: str, place: str) -> None:
    error = fault(f"một\n{text}")
    assert error.line == FIRST + 1
    assert place in error.message


@pytest.mark.parametrize("text", ["{{ kỳ\nb\n}}", '{% set x = "a\nb" %}{{ kỳ b }}'])
def test_a_fault_in_braces_that_are_closed_keeps_its_own_line(fault: Fault, text: str) -> None:
    assert fault(text).line == FIRST + 1


# What Jinja lets pass


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{{ bảng(mã="a", mã="b") }}', "mục «mã» có hai lần giữa hai dấu ngoặc"),
        ("{{ năm | int(base=8, base=9) }}", "mục «base» có hai lần giữa hai dấu ngoặc"),
        ("{% macro f(a, a) %}{% endmacro %}", "mục «a» có hai lần giữa hai dấu ngoặc"),
        ("{% include 'x' %}", "mẫu báo cáo không gọi được tệp khác"),
        ("{% import 'x' as x %}", "mẫu báo cáo không gọi được tệp khác"),
        ("{% if kỳ %}{{ kỳ | phan_tram }}{% endif %}", "có phải ý bạn là «phần_trăm»"),
        ("{% if not kỳ %}{{ kỳ | phan_tram }}{% endif %}", "không có bộ lọc «phan_tram»"),
        ("{% if kỳ is not lạ %}x{% endif %}", "không có phép thử «lạ»"),
    ],
)
def test_what_can_never_work_is_told_before_the_text_is_filled_in(fault: Fault, text: str, told: str) -> None:
    error = fault(f"một\n{text}\n")
    assert error.line == FIRST + 1
    assert "cú pháp sai: " in error.message
    assert told in error.message


def test_a_macro_may_be_called_with_the_same_name_twice(tmp_path: Path, quarter: Reporting) -> None:
    path = tmp_path / "thử.md"
    path.write_text(HEAD + "{% macro f(a, b) %}{{ a }}-{{ b }}{% endmacro %}{{ f(năm, năm) }}", encoding="utf-8")
    assert render_with(path, SHOWN, quarter, lambda _: {}).markdown == "2024-2024"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", FIRST),
        ("{% if kỳ %}" * 300 + "{% endif %}" * 300, None),
        ("{% for a in [] %}" * 30 + "{% endfor %}" * 30, None),
        ("{{ " + "(" * 300 + "năm" + ")" * 300 + " }}", None),
    ],
)
def test_what_is_nested_too_deeply_is_told_so(fault: Fault, text: str, line: int | None) -> None:
    error = fault(text)
    assert error.line == line
    assert "lồng nhau quá sâu, hoặc một macro gọi lại chính nó. Cách sửa: " in error.message


def test_what_only_python_refuses_is_told_without_the_line_of_its_code(fault: Fault) -> None:
    error = fault("{{ bảng(__debug__=1) }}")
    assert error.line is None
    assert error.message.endswith(": không điền được (cannot assign to __debug__).")


# The sentence


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ [1][5] }}", "Không có phần tử «5» ở chỗ có dấu ngoặc vuông"),
        ("{{ [] | first }}", "không điền được (No first item, sequence was empty)."),
        ('{{ [1] | map("lạ") | list }}', "không có bộ lọc «lạ». Cách sửa: các bộ lọc là hoặc"),
        ("{% for a, b in [[1, 2, 3]] %}{% endfor %}", "không điền được (too many values to unpack"),
        ("{% set x %}", "Cách sửa: viết giá trị sau dấu bằng như {% set x = … %}, hoặc thêm {% endset %}"),
        ("{% if kỳ %}{% set x %}{% endif %}", "khối {% set %} chưa đóng hoặc thiếu giá trị"),
        ("{% set x %}{% bogus %}{% endset %}", "không có lệnh {% bogus %}"),
    ],
)
def test_a_fault_is_told_in_a_sentence_about_itself(fault: Fault, text: str, told: str) -> None:
    error = fault(text)
    assert error.line == FIRST
    assert told in error.message


@pytest.mark.parametrize("text", ["{% break %}", "{{ kỳ | hoa_lon }}"])
def test_no_word_is_suggested_that_is_little_like_what_was_typed(fault: Fault, text: str) -> None:
    assert "Cách sửa: các " in fault(text).message


# The head and the file


@pytest.mark.parametrize(
    ("head", "line", "words"),
    [
        ("trích yếu: Thử\nngày: 2024-02-30", 3, "ngày: 2024-02-30"),
        ('a: "b\n  c"\nngày: 2024-13-01', 4, "ngày: 2024-13-01"),
        ("a: [\n2024-02-30]", 2, "a: ["),
    ],
)
def test_a_day_of_the_head_that_no_calendar_has_is_told(fault: Fault, head: str, line: int, words: str) -> None:
    error = fault("x", f"---\n{head}\n---\n")
    assert error.line == line
    assert f"thường là ngày không có trong lịch. Chỗ sai: «{words}». Cách sửa: " in error.message


def test_a_head_nested_too_deeply_is_no_head(fault: Fault) -> None:
    assert "«khóa: giá trị»" in fault("x", f"---\na: {'[' * 2000}\n---\n").message


def test_a_folder_in_place_of_a_template_is_told(tmp_path: Path, quarter: Reporting) -> None:
    with pytest.raises(ReportTemplateError, match=r"thử\.md: không đọc được tệp: ") as caught:
        render_with(tmp_path, SHOWN, quarter, lambda _: {})
    assert caught.value.line is None


@pytest.mark.parametrize("words", ["{ dossiers.pending }", "{dossiers.pending}", '{ bảng("x") }'])
def test_a_code_between_single_braces_is_no_text(fault: Fault, words: str) -> None:
    error = fault(f"Dòng đầu.\nCó {words} hồ sơ.\n")
    assert error.line == FIRST + 1
    assert "ở giữa một cặp ngoặc nhọn nên không được điền" in error.message
    assert "Cách sửa: viết hai dấu ngoặc mỗi bên: {{ " in error.message


def test_braces_that_are_words_stay_words(tmp_path: Path, quarter: Reporting) -> None:
    path = tmp_path / "thử.md"
    path.write_text(f"{HEAD}Tập hợp {{a, b}} và {{ghi chú}}.\n", encoding="utf-8")
    assert "{a, b} và {ghi chú}" in render_with(path, SHOWN, quarter, lambda _: {}).markdown
