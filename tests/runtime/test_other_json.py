"""What is not called an object or an array may be any JSON, and is best read as one."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Annotated, Any

import pytest

from runtime.assumed import Assumed
from runtime.decode import Context, decode_json
from runtime.errors import ResponseValidationError
from runtime.models import Model
from runtime.other_json import OrOtherJson
from runtime.text_types import datetime as dt
from runtime.to_json import to_json

STRICT = Context("things.get", "strict", 200)
LENIENT = Context("things.get", "lenient", 200)


class Page(Assumed):
    """Never called an object."""

    path: str | None = None
    at: dt.datetime | None = None
    next: Page | None = None


class Thing(Model):
    """Called one."""

    id: int | None = None


class Shelf(Model):
    """Holds what is only assumed to be something."""

    things: Annotated[list[Thing], OrOtherJson] | None = None
    counts: Annotated[dict[str, int], OrOtherJson] | None = None
    page: Page | None = None


@pytest.mark.parametrize("value", [1, 0.5, "a", None, True, [1], {"a": "b"}])
@pytest.mark.parametrize("context", [STRICT, LENIENT])
def test_other_json_is_kept(value: Any, context: Context) -> None:
    """In every place that is only assumed to be of another type."""
    given = {
        key: value
        for key, kind in {"things": list, "counts": dict, "page": dict}.items()
        if not isinstance(value, kind)
    }
    shelf = decode_json(json.dumps(given), Shelf, context)

    assert given == {key: getattr(shelf, key) for key in given}
    assert given == json.loads(to_json(shelf))


def test_what_fits_is_read_as_it() -> None:
    """Lists as lists of models, objects as models, however deep."""
    content = '{"things":[{"id":1}],"counts":{"a":1},"page":{"next":{"path":"/"}}}'
    shelf = decode_json(content, Shelf, STRICT)

    assert [Thing(id=1)] == shelf.things
    assert {"a": 1} == shelf.counts
    assert shelf.page.next.path == "/"
    assert content.encode() == to_json(shelf)


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ('{"things":[{"id":"x"}]}', r"\$\.things\[0\]\.id: "),
        ('{"counts":{"a":"x"}}', r"\$\.counts\.a: "),
        ('{"page":{"next":{"path":1}}}', r"\$\.page\.next\.path: "),
    ],
)
def test_what_is_an_array_or_an_object_has_to_fit(content: str, place: str) -> None:
    """Strictly; else what does not is kept in its place."""
    with pytest.raises(ResponseValidationError, match=place):
        decode_json(content, Shelf, STRICT)
    assert content.encode() == to_json(decode_json(content, Shelf, LENIENT))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([{"id": 1}], [Thing(id=1)]),
        ("2026-01-31T12:00:00Z", dt.datetime(2026, 1, 31, 12, tzinfo=dt.UTC)),
        ({"path": "/"}, Page(path="/")),
        (7, 7),
    ],
)
def test_a_variant_that_knows_a_value_is_better_than_one_that_keeps_it(
    value: Any, expected: Any
) -> None:
    """Wherever it stands."""
    content = json.dumps(value)

    assert expected == decode_json(content, Page | list[Thing] | dt.datetime, STRICT)
    assert expected == decode_json(
        content, Annotated[list[Thing], OrOtherJson] | Page | dt.datetime, STRICT
    )


def test_in_a_union_what_does_not_fit_is_read_as_the_variant_of_its_kind() -> None:
    """In lenient mode, as always."""
    returns = Annotated[list[Thing], OrOtherJson] | str
    things = decode_json('[{"id":1},{"id":"x"}]', returns, LENIENT)

    assert [Thing, Thing] == [type(each) for each in things]


def test_an_instance_is_made_copied_and_sent_as_any_model() -> None:
    """Whatever it keeps as it comes."""
    page = Page(path="/", next=Page(path="/2"))

    assert page == Page.model_validate({"path": "/", "next": {"path": "/2"}})
    assert page == copy.deepcopy(page) == pickle.loads(pickle.dumps(page))  # noqa: S301
    assert page == Shelf(page=page).page
    assert b'{"path":"/","next":{"path":"/2"}}' == to_json(page)
    assert {"path": "/2"} == page.model_dump(exclude_unset=True)["next"]
