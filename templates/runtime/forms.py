"""HTML forms: a body of fields, or a parameter that is the whole query.

https://spec.openapis.org/oas/v3.1.1.html#encoding-the-x-www-form-urlencoded-media-type
https://url.spec.whatwg.org/#concept-urlencoded-serializer
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import unquote_plus

from .body import Body, json_body
from .escaping import escape
from .members import array_members, json_text, object_members, text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

_FORM = "application/x-www-form-urlencoded"

Write: TypeAlias = Callable[[str, Any], list[str]]
"""Writes a property as fields: `form`, `deep_object` and their like do."""


@dataclass(frozen=True, slots=True)
class FormBody(Body):
    """The fields of an HTML form, already encoded."""

    text: str
    media_type: str = _FORM

    @property
    def is_empty(self) -> bool:
        """Whether it has no fields."""
        return not self.text

    def member(self, name: str) -> str | None:
        """See `Body.member`."""
        found = (pair for pair in self.text.split("&") if _is(pair, name))
        pair = next(found, None)
        return None if pair is None else unquote_plus(pair.partition("=")[2])

    def with_member(self, name: str, value: str | int) -> FormBody:
        """See `Body.with_member`."""
        pairs = filter(None, self.text.split("&"))
        others = [pair for pair in pairs if not _is(pair, name)]
        added = map(_as_field, fields(name, value))
        return replace(self, text="&".join([*others, *added]))

    def encode(self) -> bytes:
        """Return the encoded fields."""
        return self.text.encode()


def form_body(
    params: Mapping[str, Any],
    *,
    renamed: Mapping[str, str] | None = None,
    fixed: Mapping[str, object] | None = None,
    without: Collection[str] = (),
    nested: Write | None = None,
    encoding: Mapping[str, Write] | None = None,
    media_type: str = _FORM,
) -> FormBody:
    """Make a form of what the caller gave and what the method itself decides.

    `nested` writes arrays and objects, `encoding` the properties that it names.
    """
    given = json_body(params, renamed=renamed, fixed=fixed, without=without).value
    return FormBody(_joined(given.items(), nested, encoding), media_type)


def form_value(
    value: object,
    *,
    nested: Write | None = None,
    encoding: Mapping[str, Write] | None = None,
    media_type: str = _FORM,
) -> FormBody:
    """Make a form of an object or a model."""
    written = form_query(value, nested=nested, encoding=encoding)
    return FormBody(written, media_type)


def form_query(
    value: object,
    *,
    nested: Write | None = None,
    encoding: Mapping[str, Write] | None = None,
) -> str:
    """Write an object or a model as a form, and any other value as its text."""
    members = object_members(value)
    if members is None:
        return "" if value is None else escape(text(value))
    return _joined(members, nested, encoding)


def fields(name: str, value: object) -> list[str]:
    """Write a property whose encoding says nothing: an object is JSON.

    An array repeats its field, here as in `json_fields`.
    """
    return [f"{escape(name)}={escape(text(item))}" for item in _items(value)]


def json_fields(name: str, value: object) -> list[str]:
    """Write a property whose content is JSON."""
    return [f"{escape(name)}={escape(json_text(item))}" for item in _items(value)]


def _items(value: object) -> list[object]:
    items = [value] if value is not None else []
    return items if (found := array_members(value)) is None else found


def _joined(
    members: Iterable[tuple[str, object]],
    nested: Write | None,
    encoding: Mapping[str, Write] | None,
) -> str:
    written = encoding or {}
    pairs = [
        pair
        for name, value in members
        for pair in written.get(name, nested or fields)(name, value)
    ]
    return "&".join(map(_as_field, pairs))


def _as_field(pair: str) -> str:
    """Write a space as a form does, and keep what means something in one."""
    return pair.replace("&", "%26").replace("+", "%2B").replace("%20", "+")


def _is(pair: str, name: str) -> bool:
    return pair.partition("=")[0] == _as_field(escape(name))
