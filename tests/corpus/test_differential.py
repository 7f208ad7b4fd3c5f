"""What is valid, and what datamodel-code-generator's models accept, ours accept.

Values are made up from the schemas of the golden documents and of real ones, then
broken one property at a time; the seed is fixed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clientsmith.load import Source
from corpus.differential import compare
from corpus.known_differences import KNOWN
from corpus.test_descriptions import CORPUS, described
from golden.packages import FOLDER, NAMES

PATIENCE = 5
"""How many values are made of each schema."""
MOST_SCHEMAS = 800
"""How large a description may be, so that a second opinion comes in time."""


@pytest.mark.parametrize("name", NAMES)
def test_golden_models_accept_what_is_valid(name: str, tmp_path: Path) -> None:
    """And write it back as it was."""
    path = next((FOLDER / name).glob("openapi.*"))
    source = Source(path.name, path.read_bytes())
    found = compare(source, f"differential_{name}", tmp_path, PATIENCE)
    if not found.counts["schemas"]:
        pytest.skip("its schemas are in files of their own")

    assert found.counts["valid values"]
    assert found.counts["accepted by the other"]
    assert {} == found.failures


@pytest.mark.parametrize("entry", described(), ids=lambda entry: entry["slug"])
def test_real_models_accept_what_is_valid(
    entry: dict[str, Any],
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    """And whatever another generator's models accept."""
    if entry["component_schemas"] > MOST_SCHEMAS:
        pytest.skip("the other generator takes too long")
    source = Source(entry["file"], (CORPUS / entry["file"]).read_bytes())
    package = f"differential_{entry['slug'].replace('-', '_').replace('.', '_')}"
    found = compare(source, package, tmp_path, PATIENCE)
    record_property("differential", (entry["slug"], str(found)))

    assert KNOWN.get(entry["slug"], set()) == found.failures.keys(), found.failures
