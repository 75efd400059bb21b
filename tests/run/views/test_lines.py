"""Sentences in a notebook and in a terminal."""

from report_utils.run.views import lines_view


def test_each_sentence_is_a_paragraph_in_a_notebook_and_a_line_in_a_terminal() -> None:
    view = lines_view("Sở Y tế <quý III>", "đủ số liệu & đúng hạn")
    assert view._repr_html_() == "<p>Sở Y tế &lt;quý III&gt;</p><p>đủ số liệu &amp; đúng hạn</p>"
    assert repr(view) == "Sở Y tế <quý III>\nđủ số liệu & đúng hạn"
