"""The data package descriptor: Frictionless Data Package, version 2 (datapackage.org)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from report_utils.publish.data_set import DataSet, Field
from report_utils.publish.files import Published, PublishedFile
from report_utils.publish.publisher import Publisher
from report_utils.publish.xlsx_file import DATA_SHEET

NAME = "datapackage.json"
_PROFILES = "https://datapackage.org/profiles/2.0"
_DIALECT = f"{_PROFILES}/tabledialect.json"
_DIALECTS = {
    "csv": {"$schema": _DIALECT, "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True,
            "header": True},
    "xlsx": {"$schema": _DIALECT, "sheetName": DATA_SHEET, "header": True},
}

Json = dict[str, Any]


def descriptor_bytes(sets: Sequence[Published], publisher: Publisher) -> bytes:
    """The descriptor of all files: fields, source, terms of use, day of update, size and SHA-256 of each."""
    package: Json = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": f"du-lieu-mo-{publisher.code}",
        "title": publisher.title,
        "created": f"{publisher.day.isoformat()}T00:00:00Z",
        "licenses": [licence(publisher)],
        "contributors": [{"title": publisher.name, "roles": ["publisher"]}],
        "resources": [_resource(one, file) for one in sets for file in one.files],
    }
    if publisher.address:
        package["homepage"] = publisher.address
    return json_bytes_of(package)


def json_bytes_of(content: Json) -> bytes:
    """A JSON document for people and machines; keys stay in their order."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def licence(publisher: Publisher) -> Json:
    """The terms of use as the standard wants them."""
    found = {"name": "other-open", "title": publisher.licence}
    return found | ({"path": publisher.licence_path} if publisher.licence_path else {})


def _resource(one: Published, file: PublishedFile) -> Json:
    about = one.data.about
    resource: Json = {
        "name": f"{one.data.stem}-{file.format}", "type": "table", "path": file.path, "title": about.title,
        "description": about.description, "format": file.format, "mediatype": file.media_type,
        "bytes": file.size, "hash": f"sha256:{file.digest}",
    }
    if file.format != "xlsx":
        resource["encoding"] = "utf-8"
    if file.format in _DIALECTS:
        resource["dialect"] = _DIALECTS[file.format]
    return resource | {"schema": table_schema(one.data, by_title=file.format == "xlsx")} | _origin(one.data)


def _origin(data: DataSet) -> Json:
    """Where the data come from and when; our own keys where the standard has none."""
    about = data.about
    own = {"updated": about.updated.isoformat(), "frequency": about.frequency, "owner": about.owner, "rows": data.size,
           "illustrative": about.is_illustrative}
    return {"sources": [{"title": about.source or about.owner}], **own}


def table_schema(data: DataSet, *, by_title: bool = False) -> Json:
    """The dictionary of fields as a Table Schema; `by_title`: the header of the file shows titles, not names."""
    schema: Json = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(field, by_title) for field in data.fields],
        "missingValues": [""],
    }
    keys = _keys(data.fields, by_title)
    return schema | ({"primaryKey": keys} if keys else {})


def _keys(fields: Iterable[Field], by_title: bool) -> list[str]:
    return [field.title if by_title else field.name for field in fields if field.is_key]


def _field(field: Field, by_title: bool) -> Json:
    found: Json = {"name": field.title if by_title else field.name, "title": field.title, "type": field.type.value}
    description = " ".join(filter(None, (field.description, f"Đơn vị tính: {field.unit}." if field.unit else "")))
    if description:
        found["description"] = description
    if field.is_required or field.is_key:
        found["constraints"] = {"required": True}
    return found
