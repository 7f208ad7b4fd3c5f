"""Reading JSON costs no more than reading JSON."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import sys
from clientsmith.load import Source, load
load(Source("api", sys.argv[1].encode()), ())
print(*sorted({"ruamel.yaml", "jsonpath_rfc9535"} & set(sys.modules)))
"""


@pytest.mark.parametrize(("text", "expected"), [("{}", ""), ("a: 1", "ruamel.yaml")])
def test_libraries_are_imported_when_they_are_needed(text: str, expected: str) -> None:
    """Without YAML no YAML parser, without overlays no JSONPath."""
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, text],
        capture_output=True,
        check=True,
        env={"PYTHONPATH": ":".join(filter(None, sys.path))},
        text=True,
    )

    assert run.stdout.strip() == expected
