"""Parameters `in: body` and `in: formData` become request bodies.

https://spec.openapis.org/oas/v2.0.html#parameter-object
"""

from __future__ import annotations

from clientsmith.load import JSON
from clientsmith.pointer import Pointer

from .conversion import Conversion, without
from .parameters import Sent, array_style, joined, schema_of

_DEFAULT = ["application/json"]
"""What is meant where no media type is given."""
_URLENCODED = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"
_OF_A_FIELD = ("description",)


def convert_body(
    conversion: Conversion,
    sent: Sent,
    new: Pointer,
    consumes: list[str],
) -> JSON:
    """Convert the one parameter that is the whole body."""
    conversion.moved(new, sent.at)
    content: dict[str, JSON] = {}
    for media_type in consumes or _DEFAULT:
        place = new / "content" / media_type
        conversion.comes_from(place, sent.at)
        content[media_type] = {}
        if "schema" in sent.value:
            conversion.moved(place / "schema", sent.at / "schema")
            content[media_type] = {"schema": sent.value["schema"]}
    return {**without(sent.value, "in", "name", "schema"), "content": content}


def convert_form(
    conversion: Conversion,
    fields: dict[str, Sent],
    new: Pointer,
    consumes: list[str],
) -> JSON:
    """Convert the fields of a form to the properties of one object."""
    first = next(iter(fields.values()))
    conversion.comes_from(new, first.at.parent)
    properties = {name: _field(conversion, sent) for name, sent in fields.items()}
    required = [name for name, sent in fields.items() if sent.value.get("required")]
    schema: dict[str, JSON] = {"type": "object", "properties": {**properties}}
    if required:
        schema["required"] = [*required]
    content: dict[str, JSON] = {}
    for media_type in _media_types(fields, consumes):
        place = new / "content" / media_type
        conversion.comes_from(place, first.at.parent)
        conversion.comes_from(place / "schema", first.at.parent)
        for name, sent in fields.items():
            conversion.comes_from(place / "schema" / "properties" / name, sent.at)
        content[media_type] = {"schema": schema, **_encoding(conversion, fields, place)}
    return {"required": bool(required), "content": content}


def _encoding(
    conversion: Conversion, fields: dict[str, Sent], at: Pointer
) -> dict[str, JSON]:
    """Say how arrays in a form are written, if any is joined."""
    found: dict[str, JSON] = {}
    for name, sent in fields.items():
        if style := array_style(sent.value, "formData"):
            conversion.comes_from(at / "encoding" / name, sent.at)
            found[name] = style
    return {"encoding": found} if found else {}


def _media_types(fields: dict[str, Sent], consumes: list[str]) -> list[str]:
    """Return what a form is sent as; files need parts."""
    if any(sent.value.get("type") == "file" for sent in fields.values()):
        return [_MULTIPART]
    forms = [one for one in consumes if one.startswith((_URLENCODED, "multipart/"))]
    return forms or [_URLENCODED]


def _field(conversion: Conversion, sent: Sent) -> JSON:
    about = {key: sent.value[key] for key in _OF_A_FIELD if key in sent.value}
    extensions = {k: v for k, v in sent.value.items() if k.startswith("x-")}
    if array_style(sent.value, "formData") is None:
        return {**joined(conversion, sent.value, sent.at), **about, **extensions}
    return {**schema_of(sent.value), **about, **extensions}
