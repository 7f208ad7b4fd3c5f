"""The overlay cases that others wrote; they are no part of this repository."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from clientsmith.load import Source, load
from clientsmith.load.overlay.target import find_syntax_fault

FOLDER = os.environ.get("CLIENTSMITH_CONFORMANCE")

pytestmark = pytest.mark.skipif(
    FOLDER is None,
    reason="CLIENTSMITH_CONFORMANCE does not name the folder of cases",
)


def cases(name: str) -> Any:
    """Read a file of cases, none when there is no folder."""
    return json.loads(Path(FOLDER, "overlay", name).read_text()) if FOLDER else []


def source(name: str, value: object) -> Source:
    """Make a source of a value."""
    return Source(name, json.dumps(value).encode())


@pytest.mark.parametrize("case", cases("cases.json"), ids=lambda case: case["name"])
def test_overlays_have_the_expected_result(case: dict[str, Any]) -> None:
    """What must be refused has no document and says where."""
    document = source("document.json", case["document"])
    outcome = load(document, [source("overlay.json", case["overlay"])])

    if "expected" in case:
        assert outcome.value is not None
        assert case["expected"] == outcome.value.value
    else:
        assert outcome.value is None
        assert all(each.at is not None for each in outcome.diagnostics)


def test_invalid_overlays_are_refused() -> None:
    """Whatever the schema of their version refuses, and what is newer than 1.1."""
    empty = source("document.json", {})
    documents = cases("document_validity.json")["documents"]
    accepted = [
        each["name"]
        for each in documents
        if load(empty, [source("overlay.json", each["overlay"])]).value is not None
    ]
    valid = [each["name"] for each in documents if each["valid"]]
    # Its target, `@.x-oai-traits`, is no RFC 9535 JSONPath.
    known = [
        name
        for name in valid
        if "v1.2" not in name and "actions-traits-example" not in name
    ]

    assert known == accepted


def test_the_json_path_library_knows_its_standard() -> None:
    """Every selector of the compliance suite is judged as it demands."""
    tests = cases("jsonpath_cts.json")["tests"]
    wrong = [
        each["name"]
        for each in tests
        if each.get("invalid_selector", False)
        != (find_syntax_fault(each["selector"]) is not None)
    ]

    assert wrong == []
