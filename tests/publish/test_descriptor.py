"""The descriptor obeys the published schema of Data Package 2 and says the truth about the files."""

import hashlib
import json
from importlib.resources import files

import pytest
from jsonschema.validators import validator_for
from rdflib import DCAT, DCTERMS, RDF, Graph

from report_utils.publish.dcat import dcat_bytes
from report_utils.publish.descriptor import descriptor_bytes


def faults(content: dict, profile: str) -> list[str]:
    """What the schema that the standard publishes says against `content`."""
    schema = json.loads(files("dplib").joinpath("profiles", "2.0", f"{profile}.json").read_text(encoding="utf-8"))
    return [error.message for error in validator_for(schema)(schema).iter_errors(content)]


@pytest.fixture
def package(one, publisher):
    return json.loads(descriptor_bytes([one], publisher))


def test_it_obeys_the_schema(package):
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert faults(package, "datapackage") == []
    for resource in package["resources"]:
        assert faults(resource, "dataresource") == []
        assert faults(resource["schema"], "tableschema") == []
        assert faults(resource.get("dialect", {}), "tabledialect") == []


def test_the_schema_is_not_blind(package):
    package["resources"][0]["name"] = ""
    del package["resources"][1]["path"]
    assert faults(package, "datapackage")


def test_size_and_checksum_are_those_of_the_files(package, one):
    contents = {file.path: file.content for file in one.files}
    for resource in package["resources"]:
        content = contents[resource["path"]]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_fields_are_described_by_what_the_file_calls_them(package):
    by_format = {resource["format"]: resource["schema"] for resource in package["resources"]}
    assert by_format["csv"]["fields"][2] == {
        "name": "giuong", "title": "Số giường", "type": "integer",
        "description": "Giường kế hoạch Đơn vị tính: giường."}
    assert by_format["xlsx"]["fields"][2]["name"] == "Số giường"
    assert by_format["csv"]["primaryKey"] == ["ma"]


def test_dcat_is_a_catalogue_with_one_data_set_and_three_files(one, publisher):
    graph = Graph().parse(data=dcat_bytes([one], publisher), format="json-ld", publicID="https://mau.example/")
    [catalogue] = graph.subjects(RDF.type, DCAT.Catalog)
    [found] = graph.objects(catalogue, DCAT.dataset)
    assert len(list(graph.objects(found, DCAT.distribution))) == 3
    assert str(next(graph.objects(found, DCTERMS.title))) == "Số giường bệnh của các cơ sở (số liệu minh họa)"
    [frequency] = graph.objects(found, DCTERMS.accrualPeriodicity)
    assert str(frequency).endswith("/ANNUAL")
