"""What is valid, and what datamodel-code-generator's models accept, ours accept.

Values are made up from the schemas of the golden documents and of real ones, then
broken one property at a time; the seed is fixed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.descriptions import Described
from corpus.differential import compare
from golden.packages import NAMES, generate
from roundtrip.oracle import consult
from roundtrip.packages import forget
from roundtrip.subject import subject_of


@pytest.mark.parametrize("name", NAMES)
def test_golden_models_accept_what_is_valid(name: str, tmp_path: Path) -> None:
    """And write it back as it was."""
    package = f"differential_{name}"
    subject = subject_of(generate(name).compiled, package, tmp_path)
    oracle = consult(subject.files, subject.schemas, tmp_path, f"{package}_oracle")
    found = compare(subject, oracle)
    forget(package)

    assert found.counts["valid values"]
    assert found.counts["accepted by the other"]
    assert {} == found.failures


def test_real_models_accept_what_is_valid(
    described: Described,
    record_property: Callable[[str, object], None],
) -> None:
    """And whatever another generator's models accept."""
    found = compare(described.subject, described.oracle)
    record_property("differential", (described.slug, str(found)))

    assert {} == found.failures
