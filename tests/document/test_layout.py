"""What the decree leaves to choose, and what it refuses."""

from typing import Any

import pytest

from report_utils.document.layout import LayoutError, LayoutProfile, twips


def test_the_default_is_the_size_scheme_of_the_decrees_samples() -> None:
    sizes = LayoutProfile().sizes
    assert (sizes.national_name, sizes.motto, sizes.body) == (12, 13, 14)


def test_the_larger_scheme_is_not_mixed_with_the_smaller() -> None:
    sizes = LayoutProfile(scheme="13/14").sizes
    assert (sizes.national_name, sizes.motto, sizes.superior, sizes.agency, sizes.place_date) == (13, 14, 13, 13, 14)


@pytest.mark.parametrize("scheme", ["12/13/14", "13/14"])
def test_sizes_keep_to_the_decree_in_both_schemes(scheme: str) -> None:
    sizes = LayoutProfile(scheme=scheme).sizes
    assert {sizes.national_name, sizes.superior, sizes.agency} <= {12, 13}
    assert {sizes.motto, sizes.place_date, sizes.title, sizes.body, sizes.signer, sizes.page_number} <= {13, 14}
    assert (sizes.number, sizes.recipients_label, sizes.recipients, sizes.appendix) == (13, 12, 11, 14)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("scheme", "12/14"),
        ("margin_top_mm", 19.9),
        ("margin_bottom_mm", 26),
        ("margin_left_mm", 29),
        ("margin_right_mm", 21),
        ("margin_right_mm", float("nan")),
        ("margin_left_mm", "30"),
        ("first_line_mm", 11),
        ("space_before_pt", 5),
        ("line_spacing", 1.6),
        ("line_spacing", 0.9),
    ],
)
def test_a_value_outside_the_decree_is_named_with_its_rule(name: str, value: Any) -> None:
    with pytest.raises(LayoutError) as caught:
        LayoutProfile(**{name: value})
    assert caught.value.name == name
    assert str(value) in caught.value.message
    assert caught.value.rule in caught.value.message
    assert "30/2020/NĐ-CP" in caught.value.message


@pytest.mark.parametrize("change", [{"margin_right_mm": 20}, {"first_line_mm": 10}, {"line_spacing": 1.5}])
def test_the_bounds_themselves_are_allowed(change: dict[str, float]) -> None:
    assert LayoutProfile(**change)  # type: ignore[arg-type]


def test_the_text_is_as_wide_as_the_page_without_its_margins() -> None:
    layout = LayoutProfile(margin_left_mm=30, margin_right_mm=20)
    assert layout.text_width() == pytest.approx(twips(160), abs=2)
    assert layout.text_width(landscape=True) == pytest.approx(twips(247), abs=2)
