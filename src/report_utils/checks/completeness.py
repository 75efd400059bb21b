"""V04-V07, V10, V16: indicators, narratives and data sets say all they must say."""

from __future__ import annotations

from collections.abc import Iterator

from report_utils.agency.entries import Indicator
from report_utils.checks.context import Context, Record
from report_utils.findings import Finding, finding
from report_utils.forms.tables.money import MONEY_UNITS
from report_utils.forms.tables.steering import OPEN_DATA_STATES
from report_utils.vietnamese.dates import format_date
from report_utils.vietnamese.numbers import format_decimal
from report_utils.vietnamese.text import fold, has_words

_MEASURED = frozenset(map(fold, (*MONEY_UNITS, "%", "điểm", "km", "km2", "m2", "m3", "ha", "kg", "tấn", "lít", "giờ")))
"""Units of which there may be parts; all others are counted."""


def is_counted(indicator: Indicator) -> bool:
    """Whether what an indicator counts comes in whole numbers."""
    return fold(indicator.unit) not in _MEASURED


def check_indicators(context: Context) -> Iterator[Finding]:
    """A ratio has both its parts, the numerator not above the denominator; a count has its number; or it is nil."""
    catalogue = {i.number: (i, i.is_ratio, i.dated) for i in context.reporting.agency.catalogues.indicators}
    rows = context.dataset.rows("indicators", "indicator", "nil", "numerator", "denominator", "as_of")
    for row, (number, nil, above, below, day) in rows:
        indicator, is_ratio, is_dated = catalogue[number]
        is_whole = above is not None and (not is_ratio or (below and above <= below)) and (not is_dated or day)
        if nil or not is_whole:
            yield from _of_indicator(context, context.dataset.record("indicators", row), indicator)


def _of_indicator(context: Context, record: Record, indicator: Indicator) -> Iterator[Finding]:
    wanted = {"numerator": True, "denominator": indicator.is_ratio, "as_of": indicator.dated}
    needed = [code for code, is_wanted in wanted.items() if is_wanted]
    missing = [code for code in needed if record[code] is None]
    if record["nil"] and len(missing) < len(needed):
        yield finding("B06", unit=context.unit_name(record), at=context.dataset.ref(record, "nil"),
                      table=indicator.name)
    elif missing and not record["nil"]:
        names = {"numerator": "tử số" if indicator.is_ratio else "số lượng", "denominator": "mẫu số",
                 "as_of": "ngày của số liệu"}
        yield finding("V05", unit=context.unit_name(record), at=context.dataset.ref(record, missing[0]),
                      row=indicator.name, missing=" và ".join(names[code] for code in missing),
                      related=tuple(context.dataset.ref(record, code) for code in missing[1:]))
    elif indicator.is_ratio and not record["nil"] and record["numerator"] > record["denominator"]:
        yield finding("V04", unit=context.unit_name(record), at=context.dataset.ref(record, "numerator"),
                      row=indicator.name, found=format_decimal(record["numerator"], 4),
                      expected=format_decimal(record["denominator"], 4),
                      related=(context.dataset.ref(record, "denominator"),))
    elif indicator.is_ratio and not record["nil"] and not record["denominator"]:
        yield finding("V14", unit=context.unit_name(record), at=context.dataset.ref(record, "denominator"),
                      row=indicator.name)


def check_whole_counts(context: Context) -> Iterator[Finding]:
    """Both parts of a ratio of countable things are whole: 64.561 of them were typed with a dot between thousands."""
    counted = {i.number: i for i in context.reporting.agency.catalogues.indicators
               if i.is_ratio and is_counted(i)}
    parts = ("numerator", "denominator")
    for row, (number, *values) in context.dataset.rows("indicators", "indicator", *parts):
        for code, value in zip(parts, values if number in counted else (), strict=False):
            if value is not None and value != value.to_integral_value():
                record, indicator = context.dataset.record("indicators", row), counted[number]
                yield finding("V16", unit=context.unit_name(record), at=context.dataset.ref(record, code),
                              row=indicator.name, found=format_decimal(value, 10), what=indicator.unit)


def check_narratives(context: Context) -> Iterator[Finding]:
    """A narrative has a text, or the declaration "không phát sinh" where the outline allows it; not both."""
    prompts = {prompt.id: prompt for prompt in context.reporting.agency.catalogues.prompts}
    for number, (text, nil) in context.dataset.rows("narratives", "text", "nil"):
        said = has_words(text)
        if said and not nil:
            continue
        record = context.dataset.record("narratives", number)
        prompt = prompts[record["prompt"]]
        row, unit = f"{prompt.section}. {prompt.text}", context.unit_name(record)
        if record["nil"] and said:
            yield finding("B06", unit=unit, at=context.dataset.ref(record, "nil"), table=row)
        elif record["nil"] and not prompt.nil_allowed:
            yield finding("V07", unit=unit, at=context.dataset.ref(record, "nil"), row=row)
        elif not record["nil"]:
            yield finding("V06", unit=unit, at=context.dataset.ref(record, "text"), row=row)


def check_published(context: Context) -> Iterator[Finding]:
    """A data set reported published has the day, which is not after the cut-off."""
    cutoff = context.reporting.window.cutoff
    for record in context.dataset.records("open_data"):
        day = record["published_on"]
        if record["state"] == OPEN_DATA_STATES[0] and (day is None or day > cutoff):
            yield finding("V10", unit=context.unit_name(record), at=context.dataset.ref(record, "published_on"),
                          row=record["name"] or record["dataset"], found=format_date(day) if day else "để trống",
                          expected=f"một ngày không sau {format_date(cutoff)}",
                          related=(context.dataset.ref(record, "state"),))
