"""What makes models for tests, with texts that patterns of their properties match."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from math import inf
from typing import Any, cast

from clientsmith.ir import (
    Api,
    Asserted,
    Assertion,
    Declaration,
    ObjectSchema,
    Type,
    children,
    types_of,
)
from clientsmith.shipped import runtime_names

from .code import code, docstring, literal
from .imports import Import, render_imports
from .layout import Layout
from .package import MakingModule, Page
from .pattern_texts import matching
from .recognised import recognised

HERE = "testing.making"
_IMPORTS = frozenset(
    {Import("__future__", "annotations"), Import("._runtime.making", "Maker")}
)


def plan_making(api: Api, layout: Layout) -> Page:
    """Plan the module that makes models."""
    models = [api.declarations[at] for at in sorted(layout.models)]
    content = MakingModule(
        docstring=docstring("Makes models for tests: `make(models.Pet, name=...)`."),
        imports=render_imports(_IMPORTS, HERE),
        texts=tuple(
            code("{}: {}", literal(pattern), literal(tuple(texts)))
            for pattern, texts in _texts(models).items()
        ),
        tags=tuple(
            code("{}: {}", literal(name), literal(tags))
            for name, tags in _tags(api, layout)
        ),
    )
    return Page("testing/making.py", content)


def _tags(api: Api, layout: Layout) -> list[tuple[str, dict[str, str]]]:
    """List the tags of models, by the names of their classes."""
    return sorted(
        (layout.models[at].name, tags)
        for at, tags in recognised(api).items()
        if at in layout.models
    )


def _texts(declarations: Iterable[Declaration]) -> dict[str, list[str]]:
    """Find for each pattern what it matches, as long as is asserted beside it.

    An example of the document comes first.
    """
    found: dict[str, list[str]] = {}
    for checks, examples in _checked(declarations):
        whole = {each.keyword: json.loads(each.text) for each in checks}
        for schema in _with_pattern(whole):
            texts = found.setdefault(schema["pattern"], [])
            text = _fitting(schema, [*examples, *texts])
            if text is not None and text not in texts:
                texts.append(text)
    return {pattern: texts for pattern, texts in found.items() if texts}


def _checked(
    declarations: Iterable[Declaration],
) -> Iterator[tuple[tuple[Assertion, ...], list[str]]]:
    """Yield what is checked of values, with the examples of these that are texts."""
    for declaration in declarations:
        yield declaration.checks, []
        if isinstance(declaration, ObjectSchema):
            for one in declaration.properties:
                example = one.example.value if one.example else None
                yield one.checks, [example] if isinstance(example, str) else []
        for type_ in types_of(declaration):
            yield from ((checks, []) for checks in _inside(type_))


def _inside(type_: Type) -> Iterator[tuple[Assertion, ...]]:
    if isinstance(type_, Asserted):
        yield type_.checks
    for child in children(type_):
        yield from _inside(child)


def _with_pattern(value: object) -> Iterator[Mapping[str, Any]]:
    """Yield the schemas with a pattern, wherever in another one they are."""
    if isinstance(value, dict):
        members = cast("dict[str, Any]", value)
        if isinstance(members.get("pattern"), str):
            yield members
        for each in members.values():
            yield from _with_pattern(each)
    elif isinstance(value, list):
        for each in cast("list[object]", value):
            yield from _with_pattern(each)


def _fitting(schema: Mapping[str, Any], known: list[str]) -> str | None:
    """Return a text that has the length, and is matched."""
    pattern = schema["pattern"]
    least, most = schema.get("minLength", 0), schema.get("maxLength", inf)
    matches = runtime_names("patterns")["matches"]
    texts = chain((one for one in known if matches(pattern, one)), matching(pattern))
    return next((one for one in texts if least <= len(one) <= most), None)
