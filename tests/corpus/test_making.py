"""Models of real descriptions are made for tests, and are what these describe.

How many there were is printed, description by description, at the end of the run.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module

import pytest

from clientsmith.ir import ObjectSchema
from corpus.descriptions import Described, chosen
from corpus.known_models import (
    AMBIGUOUS,
    CONTRADICTED,
    READ_OTHERWISE,
    UNMAKEABLE,
)
from roundtrip.subject import Subject
from roundtrip.validity import Verdict

pytestmark = pytest.mark.skipif(
    not chosen(),
    reason="CLIENTSMITH_CORPUS does not name the folder of descriptions",
)
_CANNOT = "cannot be made"


def test_every_model_can_be_made(
    described: Described,
    record_property: Callable[[str, object], None],
) -> None:
    """Strict validation accepts it, and so does its schema once it is JSON again."""
    found = dict(_made(described.subject))
    counts = Counter(found.values())
    told = ", ".join(f"{number} {said}" for said, number in counts.items())
    record_property("making", (described.slug, told))

    unmakeable = UNMAKEABLE.get(described.slug, set())
    assert unmakeable == {name for name, said in found.items() if said == _CANNOT}
    invalid = Verdict.INVALID.value
    wrong = {name for name, said in found.items() if said == invalid}
    known = (CONTRADICTED, READ_OTHERWISE, AMBIGUOUS)
    assert wrong == {name for each in known for name in each.get(described.slug, ())}


def _made(subject: Subject) -> Iterator[tuple[str, str]]:
    """Yield what came of each model."""
    package = subject.reading.package.__name__
    testing = import_module(".testing", package)
    to_json = import_module("._runtime.to_json", package).to_json
    for at, place in sorted(subject.reading.layout.models.items()):
        declaration = subject.declarations[at]
        if isinstance(declaration, ObjectSchema) and not _is_sent_only(declaration):
            model = getattr(import_module(place.module, package), place.name)
            try:
                value = json.loads(to_json(testing.make(model)))
            except testing.CannotMake:
                yield place.name, _CANNOT
            else:
                yield place.name, subject.judge.verdict(value, at).value


def _is_sent_only(declaration: ObjectSchema) -> bool:
    """Tell whether an object requires what no answer has."""
    return any(one.required and one.write_only for one in declaration.properties)
