"""Descriptions with the same names, whose schemas are drawn."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from clientsmith.load import JSON
from diff.descriptions import (
    NUMBER,
    TEXT,
    asked,
    described,
    lists,
    operation,
    schema,
    sent,
)

_NAMES = ("Pet", "Owner", "Status", "Code")
_KEYS = ("name", "age", "kind")
_LIMITED: Any = {"type": "integer", "maximum": 5}
_SCALARS: Any = (TEXT, NUMBER, {"type": "number"}, {"type": ["string", "null"]}, {})


def _enums() -> st.SearchStrategy[Any]:
    values = st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True)
    return values.map(lambda enum: {"type": "string", "enum": enum})


def _plain() -> st.SearchStrategy[Any]:
    known = st.sampled_from([*_SCALARS, _LIMITED])
    return st.one_of(known, _enums(), st.sampled_from(_NAMES).map(schema))


def _properties() -> st.SearchStrategy[Any]:
    marks = st.sampled_from([{}, {}, {"readOnly": True}, {"writeOnly": True}])
    marked = st.builds(
        lambda of, mark: {**of, **mark}, st.sampled_from(_SCALARS), marks
    )
    return st.one_of(_plain(), marked)


def _objects() -> st.SearchStrategy[Any]:
    return st.builds(
        lambda properties, required, others: {
            "type": "object",
            "properties": properties,
            "required": [one for one in required if one in properties],
            **({} if others is None else {"additionalProperties": others}),
        },
        st.dictionaries(st.sampled_from(_KEYS), _properties(), max_size=3),
        st.lists(st.sampled_from(_KEYS), unique=True),
        st.one_of(
            st.sampled_from([None, None, False, True]), st.sampled_from(_SCALARS)
        ),
    )


def _schemas() -> st.SearchStrategy[Any]:
    """Draw what may have a name: an object more often than all else."""
    scalars = st.sampled_from([*_SCALARS, _LIMITED])
    return st.one_of(_objects(), _objects(), scalars, _enums(), _plain().map(lists))


def _described(schemas: dict[str, Any], read: list[str], given: list[str]) -> JSON:
    """Describe one operation a name, and way: it is answered, asked, or sent."""
    paths: dict[str, Any] = {}
    for name in read:
        paths[f"/{name}"] = {"get": operation(f"get{name}", schema(name))}
    for name in given:
        body = sent(json={"type": "object", "properties": {"of": schema(name)}})
        one = operation(f"set{name}", requestBody=body)
        paths.setdefault(f"/{name}", {})["post"] = one
    query = [asked("status", schema("Status")), asked("code", schema("Code"))]
    paths["/all"] = {"get": operation("all", parameters=query)}
    return described(paths, schemas)


def descriptions() -> st.SearchStrategy[JSON]:
    """Draw a description: its schemas, and which way they go."""
    names = st.lists(st.sampled_from(_NAMES), unique=True)
    schemas = st.fixed_dictionaries({name: _schemas() for name in _NAMES})
    return st.builds(_described, schemas, names, names)
