"""Shares of the open-data plan that are published, by theme, or by owner where the plan has no themes."""

from __future__ import annotations

from report_utils.figures.bars import Bar
from report_utils.figures.families.open_data_groups import owner_groups, published_rate, theme_groups
from report_utils.figures.period import PeriodFigures

_THEME = "CHỦ ĐỀ "


def open_data_bars(figures: PeriodFigures) -> tuple[Bar, ...]:
    """A bar a theme or owner, in the order of the plan."""
    themes = theme_groups(figures.source)
    if themes:
        return tuple(Bar(_short(words), published_rate(f"open_data.by_theme.{key}", words, lines))
                     for key, words, lines in themes)
    return tuple(Bar(words, published_rate(f"open_data.by_owner.{key}", words, lines))
                 for key, words, lines in owner_groups(figures.source))


def _short(theme: str) -> str:
    """A theme as a bar names it: "CHỦ ĐỀ GIÁO DỤC" is "Giáo dục"."""
    return theme.removeprefix(_THEME).capitalize()
