"""The same catalogue as DCAT (W3C Data Catalog Vocabulary, version 3) in JSON-LD."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from report_utils.publish.data_set import About
from report_utils.publish.descriptor import Json, json_bytes_of
from report_utils.publish.files import Published, PublishedFile
from report_utils.publish.publisher import Publisher

NAME = "dcat.jsonld"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#", "xsd": "http://www.w3.org/2001/XMLSchema#",
    "freq": "http://publications.europa.eu/resource/authority/frequency/",
}
_LANGUAGE = "vi"
_TIMES = re.compile(r"0*(\d+) (năm|tháng|quý|tuần|ngày)/lần")
_FREQUENCIES = {("1", "năm"): "ANNUAL", ("6", "tháng"): "ANNUAL_2", ("3", "tháng"): "QUARTERLY",
                ("1", "quý"): "QUARTERLY", ("1", "tháng"): "MONTHLY", ("1", "tuần"): "WEEKLY", ("1", "ngày"): "DAILY"}


def dcat_bytes(sets: Sequence[Published], publisher: Publisher) -> bytes:
    """The catalogue, its data sets and their files. Names are relative while the address of the page is not known."""
    agency = {"@type": "foaf:Organization", "foaf:name": _said(publisher.name)}
    return json_bytes_of({
        "@context": _CONTEXT | ({"@base": publisher.address} if publisher.address else {}),
        "@id": "#danh-muc",
        "@type": "dcat:Catalog",
        "dct:title": _said(publisher.title),
        "dct:publisher": agency,
        "dct:issued": _day(publisher.day.isoformat()),
        "dct:language": _LANGUAGE,
        "dct:license": _licence(publisher),
        "dcat:dataset": [_data_set(one, publisher, agency) for one in sets],
    })


def _data_set(one: Published, publisher: Publisher, agency: Json) -> Json:
    about = one.data.about
    found: Json = {
        "@id": f"#{one.data.stem}", "@type": "dcat:Dataset", "dct:identifier": about.number,
        "dct:title": _said(about.title), "dct:description": _said(about.description or about.name),
        "dct:publisher": agency, "dct:creator": {"@type": "foaf:Organization", "foaf:name": _said(about.owner)},
        "dct:modified": _day(about.updated.isoformat()), "dct:license": _licence(publisher),
        "dcat:distribution": [_distribution(file, publisher) for file in one.files],
    }
    if about.first:
        found["dct:issued"] = _day(about.first.isoformat())
    if about.theme:
        found["dcat:keyword"] = [_said(about.theme)]
    return found | _frequency(about)


def _frequency(about: About) -> Json:
    """The frequency in the words of the vocabulary of the EU, which DCAT recommends, or in our own."""
    times = _TIMES.fullmatch(about.frequency.casefold().strip())
    known = _FREQUENCIES.get((times[1], times[2])) if times else None
    if known:
        return {"dct:accrualPeriodicity": {"@id": f"freq:{known}"}}
    return {"dct:accrualPeriodicity": {"@type": "dct:Frequency", "dct:description": _said(about.frequency)}} \
        if about.frequency else {}


def _distribution(file: PublishedFile, publisher: Publisher) -> Json:
    return {
        "@type": "dcat:Distribution", "dct:title": _said(file.format.upper()),
        "dcat:downloadURL": {"@id": f"{publisher.address}{file.path}"}, "dcat:mediaType": file.media_type,
        "dcat:byteSize": {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {"@type": "spdx:Checksum", "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
                          "spdx:checksumValue": file.digest},
    }


def _licence(publisher: Publisher) -> Json:
    found: Json = {"@type": "dct:LicenseDocument", "dct:title": _said(publisher.licence)}
    return {"@id": publisher.licence_path, **found} if publisher.licence_path else found


def _said(text: str) -> dict[str, Any]:
    return {"@value": text, "@language": _LANGUAGE}


def _day(text: str) -> Json:
    return {"@value": text, "@type": "xsd:date"}
