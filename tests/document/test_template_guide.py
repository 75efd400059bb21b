"""docs/mau-bao-cao.md: its examples are rendered, and what it lists is what a template may use."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from report_utils.agency.reporting import Reporting, open_reporting
from report_utils.document.blocks import Block, Heading, Item, Paragraph, PictureColumns, Runs, Table
from report_utils.document.inserts import Inserts
from report_utils.document.markdown import blocks_of
from report_utils.document.names import figure_names, filters
from report_utils.document.template import render
from report_utils.figures.period import PeriodFigures, figures_of
from report_utils.intake.consolidate import read_dataset
from report_utils.intake.dataset import Dataset

GUIDE = Path(__file__).parents[2] / "docs" / "mau-bao-cao.md"
SAMPLES = GUIDE.parents[1] / "params"
TEXT = GUIDE.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```jinja\n(.*?)^```\n\n```text\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
SIGNS = {1: "-", 2: "+", 3: "*"}


@pytest.fixture(scope="module")
def compared(quarter: Reporting, sample: Dataset) -> PeriodFigures:
    """The figures of the quarter beside the half-year before it, as a run of the samples has them."""
    half = open_reporting(quarter.agency.code, "2024-H1", str(SAMPLES.parent))
    return figures_of(quarter, sample, (), {half.period: figures_of(half, read_dataset(half), ())})


@pytest.mark.parametrize(("written", "shown"), EXAMPLES, ids=[written.splitlines()[0] for written, _ in EXAMPLES])
def test_an_example_is_rendered_as_the_guide_says(written: str, shown: str, tmp_path: Path, compared: PeriodFigures
                                                  ) -> None:  # fmt: skip
    path = tmp_path / "ví dụ.md"
    path.write_text(f"---\ntrích yếu: Ví dụ\n---\n{written}", encoding="utf-8")
    rendered = render(path, path.name, compared)
    assert list(lines_of(blocks_of(rendered.markdown, rendered.inserts))) == shown.splitlines()


def lines_of(blocks: Iterable[Block]) -> Iterator[str]:
    """A line a block, as the guide shows it: of tables and pictures what they are called."""
    for block in blocks:
        match block:
            case Heading():
                yield f"{block.number} {words(block.runs)}"
            case Item():
                yield f"{SIGNS[block.level]} {words(block.runs)}"
            case Paragraph():
                yield words(block.runs)
            case Table():
                yield f"[Bảng: {block.caption}]"
            case PictureColumns():
                yield from (f"[Hình: {picture.caption}]" for column in block.columns for picture in column)


def words(runs: Runs) -> str:
    return "".join(f"{run.text or '[Bảng …]' * bool(run.reference)}{f' [chú thích: {run.note}]' * bool(run.note)}"
                   for run in runs)


def listed(of: str) -> set[str]:
    """The names in the first cells of the tables of a chapter."""
    chapter = TEXT.partition(f"\n## {of}")[2].partition("\n## ")[0]
    cells = re.findall(r"^\| (`.+?`) \|", chapter, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`(?:\{\{ )?([^\W\d]\w*)", cell)}


def test_every_filter_is_listed() -> None:
    assert listed("Bộ lọc") == set(filters())


def test_every_function_is_listed(figures: PeriodFigures) -> None:
    roots = {code.partition(".")[0] for code in figures.everything()} | {"plans"}
    assert listed("Hàm") == figure_names(figures, Inserts()).keys() - roots


def test_every_template_that_is_named_is_one_of_the_samples() -> None:
    chapter = TEXT.partition("## Mẫu nào của văn bản nào")[2].partition("\n## ")[0]
    named = set(re.findall(r"`([\w-]+\.md)`", chapter))
    assert named == {path.name for path in SAMPLES.glob("syt-brvt/templates/*.md")}


@pytest.mark.parametrize(("chapter", "templates"), [
    ("Kỳ, ngày", "*.md"), ("Chỉ trong bản tóm tắt", "tom-tat.md"), ("Chỉ trong công văn", "don-doc*.md"),
])  # fmt: skip
def test_what_else_is_listed_is_used_in_the_templates_of_the_samples(chapter: str, templates: str) -> None:
    used = "".join(path.read_text(encoding="utf-8") for path in SAMPLES.glob(f"*/templates/{templates}"))
    names = listed(chapter)
    assert names
    assert [name for name in sorted(names) if not re.search(rf"\b{name}\b", used)] == []
