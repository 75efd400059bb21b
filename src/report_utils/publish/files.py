"""The files of a data set, and what is said of each: size, checksum, media type."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property

from report_utils.publish import csv_file, json_file, xlsx_file
from report_utils.publish.data_set import DataSet
from report_utils.publish.publisher import Publisher, info_lines

FOLDER = "du-lieu"
"""Where the files of the data sets lie beside the index page."""


@dataclass(frozen=True)
class PublishedFile:
    """A file of a data set; `path` is relative to the index page, with forward slashes."""

    path: str
    format: str
    media_type: str
    content: bytes

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the content in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def size(self) -> int:
        """The length in bytes."""
        return len(self.content)


@dataclass(frozen=True)
class Published:
    """A data set with its files: the first is CSV."""

    data: DataSet
    files: Sequence[PublishedFile]


def published(data: DataSet, publisher: Publisher) -> Published:
    """The files of a data set in every format: .csv, .json, .xlsx. Equal data give equal bytes."""
    parts = xlsx_file.xlsx_parts(data, info_lines(data.about, publisher))
    with ThreadPoolExecutor(1) as threads:  # compressing a long sheet needs no Python
        workbook = threads.submit(xlsx_file.packed, parts)
        csv, json = csv_file.csv_bytes(data), json_file.json_bytes(data)
        contents = (("csv", csv_file.MEDIA_TYPE, csv), ("json", json_file.MEDIA_TYPE, json),
                    ("xlsx", xlsx_file.MEDIA_TYPE, workbook.result()))
    return Published(data, [PublishedFile(f"{FOLDER}/{data.stem}.{ending}", ending, media_type, content)
                            for ending, media_type, content in contents])
