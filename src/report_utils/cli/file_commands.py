"""Commands on one file, whoever made it: pdf, lint, scan, review, compare."""

from __future__ import annotations

from pathlib import Path

import click

from report_utils.cli.completions import agencies, periods, reports
from report_utils.cli.files import ThereFile
from report_utils.cli.frame import DONE, DRAFT, baocao, print_json, root_option
from report_utils.cli.help_pages import USAGE_OPTIONS
from report_utils.cli.next_step import say_next
from report_utils.progress import doing


@baocao.command(name="pdf", options_metavar=USAGE_OPTIONS)
@click.argument("file", metavar="FILE.docx", type=ThereFile())
@click.option("--out", default=None, metavar="FILE.pdf", type=click.Path(path_type=Path),
              help="Tệp PDF cần ghi (mặc định: cạnh tệp Word, cùng tên).")
def command_pdf(file: Path, out: Path | None) -> int:
    """Chuyển một tệp Word bất kỳ thành PDF bằng LibreOffice trên máy."""
    from report_utils.run.pdf_files import write_pdf

    goal = out or file.with_suffix(".pdf")
    with doing("Chuyển sang PDF"):
        remark = write_pdf(file, goal)
    click.echo(f"Tệp PDF: {goal}")
    if remark:
        click.echo(remark, err=True)
    return DONE


@baocao.command(name="lint", options_metavar=USAGE_OPTIONS)
@click.argument("file", metavar="FILE.docx", type=ThereFile())
@click.option("--json", "as_json", is_flag=True, help="Mỗi điểm chưa đúng một dòng JSON; không có thì không in gì.")
@click.option("--fix", is_flag=True, help="Sửa vào một bản sao những gì sửa được mà không đổi chữ nào.")
@click.option("--out", default=None, metavar="FILE.docx", type=click.Path(path_type=Path),
              help="Tên bản sao (mặc định: thêm «(đã sửa thể thức)» vào tên tệp).")
def command_lint(file: Path, as_json: bool, fix: bool, out: Path | None) -> int:
    """Kiểm tra thể thức một tệp Word bất kỳ theo Nghị định số 30/2020/NĐ-CP."""
    from report_utils.run.layout_check import check_layout, layout_lines

    with doing("Kiểm tra thể thức"):
        checked = check_layout(file, fix=fix, out=out)
    if as_json:
        print_json(deviation.as_json(str(checked.file)) for deviation in checked.deviations)
    else:
        for line in layout_lines(checked):
            click.echo(line)
        if checked.deviations and not fix:
            say_next("sửa vào một bản sao những gì không đổi chữ nào", "lint", str(file), "--fix")
    return DRAFT if checked.deviations else DONE


@baocao.command(name="scan", options_metavar=USAGE_OPTIONS)
@click.argument("file", metavar="FILE", type=ThereFile())
@click.option("--json", "as_json", is_flag=True, help="Mỗi cột một dòng JSON.")
@click.option("--threshold", default=5, metavar="N",
              help="Số đếm người từ 1 đến dưới N phải xem lại (mặc định: 5).")
def command_scan(file: Path, as_json: bool, threshold: int) -> int:
    """Tìm dữ liệu cá nhân trong một tệp .xlsx hoặc .csv trước khi công bố.

    Mã kết thúc: 0 không có cột bị chặn; 1 có cột bị chặn; 2 không đọc được tệp.
    """
    from report_utils.privacy.scan import scan_file
    from report_utils.privacy.settings import GateSettings
    from report_utils.privacy.verdict import blocks
    from report_utils.run.privacy_scan import scan_lines

    with doing("Tìm dữ liệu cá nhân"):
        verdicts = scan_file(file, GateSettings(small_cell=threshold))
    if as_json:
        print_json(found.as_json(file.name) for found in verdicts)
    else:
        for line in scan_lines(verdicts):
            click.echo(line)
    return DRAFT if blocks(verdicts) else DONE


@baocao.command(name="review", options_metavar=USAGE_OPTIONS)
@click.argument("file", metavar="FILE.docx", type=ThereFile())
@click.option("--period", default="", metavar="KỲ", help="Kỳ báo cáo, ví dụ 2024-Q3 (mặc định: theo tên văn bản).")
@click.option("--beside", multiple=True, metavar="FILE.docx", type=ThereFile(),
              help="Văn bản khác để đối chiếu số, ngày của văn bản được viện dẫn; dùng được nhiều lần.")
@click.option("--confirmed", is_flag=True, help="Liệt kê cả những phép đối chiếu khớp.")
@click.option("--json", "as_json", is_flag=True, help="Mỗi phát hiện một dòng JSON; không có thì không in gì.")
def command_review(file: Path, period: str, beside: tuple[Path, ...], confirmed: bool, as_json: bool) -> int:
    """Rà soát một báo cáo CCHC bất kỳ: phép tính, số liệu mâu thuẫn, kỳ và thuật ngữ cũ.

    Mã kết thúc: 0 không thấy gì; 1 có điểm cần xem lại; 2 không đọc được tệp.
    """
    from report_utils.agency.period import Period
    from report_utils.review.reviewed import confirmations, review_word
    from report_utils.run.reviewing import review_lines

    with doing("Rà soát báo cáo"):
        reviewed = review_word(file, Period.parse(period) if period else None, beside)
    if as_json:
        print_json(found.as_json() for found in reviewed.found)
    else:
        for line in review_lines(reviewed):
            click.echo(line)
    for line in confirmations(reviewed) if confirmed and not as_json else ():
        click.echo(f"Khớp: {line}")
    return DRAFT if reviewed.found else DONE


@baocao.command(name="compare", options_metavar=USAGE_OPTIONS)
@click.argument("file", metavar="FILE.docx", type=ThereFile())
@root_option
@click.option("--agency", default="", metavar="AGENCY", shell_complete=agencies,
              help="Mã cơ quan (mặc định: theo tệp, hoặc thư mục của tệp).")
@click.option("--period", default="", metavar="PERIOD", shell_complete=periods,
              help="Kỳ báo cáo (mặc định: theo tệp, hoặc thư mục của tệp).")
@click.option("--report", default="", metavar="CODE", shell_complete=reports,
              help="Mã báo cáo trong agency.yaml (mặc định: theo tệp).")
@click.option("--summary", is_flag=True, help="Tệp là bản tóm tắt của báo cáo ấy.")
@click.option("--json", "as_json", is_flag=True, help="Mỗi điểm khác một dòng JSON; không có thì không in gì.")
def command_compare(file: Path, root: str, agency: str, period: str, report: str, *, summary: bool, as_json: bool
                    ) -> int:  # fmt: skip
    """So một báo cáo đã sửa hoặc đã ký với số tính từ dữ liệu: số nào khác, câu nào bị sửa.

    Mã kết thúc: 0 không có gì khác (ngoài phần văn thư điền và cách viết số); 1 có điểm khác; 2 không so được.
    """
    from report_utils.document.identity import Identity
    from report_utils.run.comparing import compare_file, comparison_lines

    with doing("So với số tính từ dữ liệu"):
        compared = compare_file(file, root, Identity(agency, period, report, summary))
    if as_json:
        print_json(each.as_json(str(file)) for each in compared.differences)
    else:
        for line in comparison_lines(compared):
            click.echo(line)
    return DRAFT if compared.differs else DONE
