"""Responses: one schema for all of `produces` becomes one media type each.

https://spec.openapis.org/oas/v2.0.html#response-object
"""

from __future__ import annotations

import re

from clientsmith.load import JSON
from clientsmith.pointer import Pointer
from clientsmith.resolve.values import members, reference_of

from .conversion import Conversion, without
from .parameters import array_style, joined, schema_of

_DEFAULT = ["application/json"]
"""What is meant where no media type is given."""
_OF_A_FILE = ["application/octet-stream"]
_OK = "200"
_TEXTS = frozenset({"form", "json", "jsonl", "ndjson", "xml", "yaml"})
"""Words in the names of media types that are no bytes."""


def convert_responses(
    conversion: Conversion,
    value: JSON,
    at: Pointer,
    produces: list[str],
    *,
    own: bool,
) -> JSON:
    """Convert the responses of an operation; `own` media types are those it names."""
    converted: dict[str, JSON] = {
        status: raw
        if status.startswith("x-")
        else _of_operation(conversion, raw, at / status, produces)
        for status, raw in members(value).items()
    }
    if own and _OK in converted and all(map(_is_binary, produces)):
        converted[_OK] = _with_bytes(conversion, converted[_OK], at / _OK, produces)
    return converted


def _with_bytes(
    conversion: Conversion, response: JSON, at: Pointer, produces: list[str]
) -> JSON:
    """Say that a response without a schema has content, if its operation says so.

    Without a schema there is no content; but who writes that this operation produces
    an archive means that it does.
    """
    if not isinstance(response, dict) or {"$ref", "content"} & response.keys():
        return response
    for media_type in produces:
        conversion.comes_from(at / "content" / media_type, at)
    return {**response, "content": {each: dict[str, JSON]() for each in produces}}


def _is_binary(media_type: str) -> bool:
    """Tell whether a media type is neither JSON, nor text, nor a form."""
    kind, _, name = media_type.partition(";")[0].strip().lower().partition("/")
    return bool(name) and kind != "text" and not _TEXTS & set(re.split(r"[/.+-]", name))


def _of_operation(
    conversion: Conversion,
    raw: JSON,
    at: Pointer,
    produces: list[str],
) -> JSON:
    """Convert a response; a shared one is copied where its media types differ.

    The copy refers to the schema of the shared one, which stays the only one.
    """
    if reference_of(raw) is None:
        return convert_response(conversion, raw, at, at, produces)
    target, place = conversion.enter(raw, at)
    shared = members(target)
    if produces == conversion.produces or not shared.keys() & {"examples", "schema"}:
        return raw
    copy = dict(shared)
    schema = shared.get("schema")
    if isinstance(schema, dict) and not (reference_of(schema) or _is_file(schema)):
        copy["schema"] = {"$ref": str(place / "schema")}
    return convert_response(conversion, copy, place, at, produces, shared=True)


def convert_response(
    conversion: Conversion,
    value: JSON,
    old: Pointer,
    new: Pointer,
    produces: list[str],
    *,
    shared: bool = False,
) -> JSON:
    """Convert a response; references to a shared one lead to where it is shared."""
    if not isinstance(value, dict) or reference_of(value) is not None:
        return value
    converted = without(value, "examples", "schema")
    if isinstance(value.get("headers"), dict):
        converted["headers"] = _headers(conversion, value["headers"], old, new)
    examples = members(value.get("examples"))
    if "schema" not in value and not examples:
        return converted
    content: dict[str, JSON] = {}
    for media_type in _media_types(value, produces):
        place = new / "content" / media_type
        conversion.comes_from(place, old / "schema" if "schema" in value else old)
        said: dict[str, JSON] = {}
        if "schema" in value:
            said["schema"] = value["schema"]
            move = conversion.comes_from if shared else conversion.moved
            move(place / "schema", old / "schema")
        if media_type in examples:
            said["example"] = examples[media_type]
            conversion.comes_from(place / "example", old / "examples" / media_type)
        content[media_type] = said
    return {**converted, "content": content}


def _media_types(value: dict[str, JSON], produces: list[str]) -> list[str]:
    """Return what a response is sent as; examples may say what `produces` does not."""
    if produces:
        return produces
    if _is_file(value.get("schema")):
        return _OF_A_FILE
    return list(members(value.get("examples"))) or _DEFAULT


def _is_file(schema: JSON) -> bool:
    return members(schema).get("type") == "file"


def _headers(
    conversion: Conversion,
    value: JSON,
    old: Pointer,
    new: Pointer,
) -> JSON:
    return {
        name: convert_header(
            conversion, header, old / "headers" / name, new / "headers" / name
        )
        for name, header in members(value).items()
    }


def convert_header(
    conversion: Conversion,
    value: JSON,
    old: Pointer,
    new: Pointer,
) -> JSON:
    """Convert one header of a response."""
    if not isinstance(value, dict) or reference_of(value) is not None:
        return value
    conversion.comes_from(new / "schema", old)
    known = schema_of(value)
    if array_style(value, "header") is None:
        known = joined(conversion, value, old)
    rest = without(value, "collectionFormat", *schema_of(value))
    return {**rest, "schema": known}
