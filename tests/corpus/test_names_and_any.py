"""Names of real packages are words, and their types say what descriptions say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.descriptions import CORPUS, Described, chosen
from corpus.numbers import numbered
from corpus.prose import SAID_OTHERWISE, unsaid
from corpus.texts import Texts
from corpus.unforced import opaque

pytestmark = pytest.mark.skipif(
    not chosen(),
    reason="CLIENTSMITH_CORPUS does not name the folder of descriptions",
)


def test_no_name_has_a_number_that_the_description_does_not_have(
    described: Described,
) -> None:
    """Classes, methods, arguments and attributes are told apart by words."""
    description = described.run.compiled.description

    assert description is not None
    assert set() == numbered(described.run.files, description.values)


def test_only_what_may_be_anything_is_any(
    described: Described,
    record_property: Callable[[str, object], None],
) -> None:
    """How many places there are is printed at the end of the run."""
    compiled = described.run.compiled
    assert compiled.lowered is not None
    assert compiled.description is not None
    places, unforced = opaque(compiled.lowered.api, compiled.description.values)
    record_property("anything", (described.slug, f"{places} places"))

    assert set() == unforced


def test_what_a_description_says_is_said_in_its_package(described: Described) -> None:
    """Of operations, parameters, schemas and properties: their first words at least."""
    report = described.run.compiled.report
    texts = Texts(CORPUS / described.entry["file"])

    assert report is not None
    assert unsaid(described.run.files, texts, report) == SAID_OTHERWISE.get(
        described.slug, set()
    )
