"""The rules by what they look at; `report_utils.findings.catalogue` puts them together."""
