"""Summaries: small counts of persons, and what is a dimension or a count at all."""

from __future__ import annotations

import re

from report_utils.privacy.column import Column
from report_utils.privacy.finding import Found
from report_utils.privacy.headers import HeaderReading
from report_utils.privacy.verdict import Kind, Verdict
from report_utils.vietnamese.text import fold

_PERSONS_COUNTED = re.compile(fold(
    r"\b(?:số|tổng|tổng số|sl|số lượng) (?:ca|người|lượt người|bệnh nhân|người bệnh|trẻ|trường hợp|phụ nữ|bn|nb|mắc|"
    r"chết|tử vong|nhiễm|thai phụ|f0|học sinh|người cao tuổi|nam|nữ)\b|^(?:mắc|chết|tử vong|số mắc|số chết|ca bệnh|"
    r"ca mắc|cases|deaths|patients|persons)$|\b(?:so ca|so nguoi|so benh nhan|so tre|so mac|so chet|so tu vong|"
    r"patient count|number of (?:patients|cases|deaths|persons))\b"))
_DIMENSION = re.compile(fold(
    r"\b(?:xã|phường|thị trấn|huyện|quận|tỉnh|thành phố|địa bàn|khu vực|vùng|nhóm|giới tính|giới|năm|quý|tháng|kỳ|"
    r"tuần|tt|stt|loại|dân tộc|đơn vị|địa phương|mã xã|mã huyện|cơ sở|xa|phuong|huyen|tinh|nam|quy|thang|commune|ward|"
    r"district|province|year|month|quarter|age group|sex|gender|group|area|dia ban|nhom)\b"))
_MOST_GROUPS = 200
_WHOLE = re.compile(r"\d{1,3}")
_LONGEST_COUNT = re.compile(r"[\d.,\s%\-]{0,12}")


def small_cells(column: Column, reading: HeaderReading, threshold: int) -> Found | None:
    """Counts of persons from 1 to below the threshold."""
    if column.numeric < 0.8 or not _PERSONS_COUNTED.search(reading.words):
        return None
    small = [text for text in column.different if _WHOLE.fullmatch(text) and 0 < int(text) < threshold]
    if not small:
        return None
    count = column.count(small)
    return Found(Verdict.WARN, Kind.SMALL_CELL, count,
                 f"{count}/{column.filled} ô đếm từ 1 đến dưới {threshold} người, có thể lần ra từng người")


def not_aggregate(column: Column, reading: HeaderReading) -> Found | None:
    """A column that is neither a dimension of a summary nor a count."""
    counts = column.numeric > 0.95 and column.share(_LONGEST_COUNT.fullmatch) > 0.95 and (
        reading.is_count or _PERSONS_COUNTED.search(reading.words) or not reading.is_unhelpful)
    dimension = _DIMENSION.search(reading.words) and (column.distinct < 1 or len(column.different) <= _MOST_GROUPS)
    if counts or dimension or not column.filled:
        return None
    return Found(Verdict.BLOCK, Kind.NOT_AGGREGATE, column.filled,
                 "tập dữ liệu này chỉ được công bố số liệu tổng hợp; cột không phải nhóm hoặc số đếm")
