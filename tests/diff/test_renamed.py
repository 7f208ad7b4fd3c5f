"""What is called otherwise and is edited, too, is still what it was."""

from __future__ import annotations

from typing import Any

import pytest

from clientsmith.load import JSON
from diff.descriptions import NUMBER, TEXT, described, objects, operation, schema
from diff.editing import compared

STATES = {"type": "string", "enum": ["done", "open"]}


def answering(**schemas: Any) -> JSON:
    """Describe a call that answers with the first of some schemas."""
    called = next(iter(schemas))
    return described({"/pets": {"get": operation("one", schema(called))}}, schemas)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            answering(Pet=objects(name=TEXT, size=NUMBER)),
            answering(Beast=objects(name=TEXT, size=TEXT)),
            {"models.Pet renamed", "models.Pet.size changed"},
        ),
        (
            answering(Pet=objects(name=TEXT, state=STATES)),
            answering(Beast=objects(name=TEXT, state=STATES)),
            {"models.Pet renamed", "models.PetState renamed"},
        ),
        (
            answering(Pet=objects(state=schema("State")), State=STATES),
            answering(Pet=objects(state=schema("RunState")), RunState=STATES),
            {"models.State renamed"},
        ),
        (
            answering(Pet=objects(name=TEXT, size=NUMBER)),
            answering(Beast=objects(name=TEXT, weight=NUMBER)),
            {
                "client.pets.one() changed",
                "models.Beast added",
                "models.Pet removed",
            },
        ),
    ],
    ids=["a type as well", "an inline part as well", "an enumeration", "another one"],
)
def test_a_schema_that_is_renamed_is_found_by_what_is_in_it(
    old: JSON, new: JSON, expected: set[str]
) -> None:
    """What has changed of it is said then, and not that all of it is gone."""
    changes = compared(old, new)

    assert expected <= {f"{one.place} {one.action}" for one in changes}
    is_found = "models.Beast added" not in expected
    assert is_found == ("added" not in {one.action for one in changes})
