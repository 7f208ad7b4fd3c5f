"""A list of anything beside a list of something: what fits better comes first."""

from __future__ import annotations

import json
from typing import Annotated, Any

import pytest

from runtime.any_items import AnyItems
from runtime.decode import Context, decode_json
from runtime.models import Model

STRICT = Context("things.get", "strict", 200)


class Thing(Model):
    """An item of a list."""

    id: int


@pytest.mark.parametrize(
    ("variants", "value", "expected"),
    [
        (list[Thing] | Annotated[list[Any], AnyItems], [{"id": 1}], [Thing(id=1)]),
        (
            list[list[Thing]] | Annotated[list[list[Any]], AnyItems],
            [[{"id": 1}]],
            [[Thing(id=1)]],
        ),
        (
            dict[str, list[Thing]] | Annotated[dict[str, list[Any]], AnyItems],
            {"a": [{"id": 1}]},
            {"a": [Thing(id=1)]},
        ),
        (list[Thing] | Annotated[list[Any], AnyItems], [None, {}], [None, {}]),
    ],
)
def test_models_are_made_where_all_items_are_some(
    variants: Any, value: object, expected: object
) -> None:
    """However deep they stand; other items are kept."""
    assert expected == decode_json(json.dumps(value), variants, STRICT)
