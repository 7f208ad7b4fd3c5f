"""One plain value for a schema: with what it must have, or with all that it may have.

Whoever wants many values, and odd ones, asks `instances`. What is made here is short,
the same in every run, and only likely to be valid: whoever uses it asks a validator.
https://json-schema.org/draft/2020-12/json-schema-validation
"""

from __future__ import annotations

import re
import warnings
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.errors import HypothesisException, HypothesisWarning

from clientsmith.pointer import parse_reference
from clientsmith.resolve import reference_of

from .files import Files
from .patterns import compiled
from .values_of import guessed, merged

_COMPONENTS = "#/components/schemas/"
_DEEPEST = 4
"""As far down as a value holds what it need not hold."""
_ENDLESS = 12
"""Where a schema that requires itself is given up."""
_LONGEST = 1000
_TRIES = 20
_PRINTED = st.characters(min_codepoint=0x21, max_codepoint=0x7E)
"""What may stand in a path, a header and a cookie."""
_PLAIN = (
    "1",
    "10",
    "a",
    "A",
    "AB",
    "ABC",
    "a1",
    "1h",
    "2026-01-31",
    "2026-01-31T12:30:00Z",
    "+15555550100",
    "#aabbcc",
    "example.com",
    "https://example.com/a",
    "somebody@example.com",
    "0e6d2a4e-5a0b-4c7e-9a0e-2f4f7b0c1d2e",
)
"""What many patterns mean."""
_TEXTS = {
    "byte": "dGV4dA==",
    "date": "2026-01-31",
    "date-time": "2026-01-31T12:30:00Z",
    "decimal": "1.5",
    "duration": "PT1H",
    "email": "somebody@example.com",
    "hostname": "example.com",
    "int32": "1",
    "int64": "1",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "time": "12:30:00Z",
    "uint64": "1",
    "uri": "https://example.com/a",
    "url": "https://example.com/a",
    "uuid": "0e6d2a4e-5a0b-4c7e-9a0e-2f4f7b0c1d2e",
}


class EndlessError(ValueError):
    """A schema requires itself."""


@dataclass(frozen=True, slots=True)
class Plain:
    """Makes values of the schemas of a description, as requests hold them."""

    files: Files
    everything: bool
    """Whether a value holds what it may hold, or only what it must."""
    choice: int = 0
    """Which variant of a union is taken."""

    def value(self, schema: Any, depth: int = 0, number: int = 0) -> Any:
        """Return a value; `number` tells those of one list apart.

        Raises:
            EndlessError: There is no end to it.
        """
        if depth > _ENDLESS:
            raise EndlessError
        whole = merged(self.files, schema)
        if "const" in whole:
            return whole["const"]
        if whole.get("enum"):
            return _one_of(whole["enum"], _kind(whole), number)
        for key in ("oneOf", "anyOf"):
            if whole.get(key):
                return self._variant(whole, key, depth, number)
        if whole.get("discriminator", {}).get("mapping"):
            return self._child(whole, depth, number)
        return self._of_kind(whole, _kind(whole), depth, number)

    def _variant(
        self, schema: dict[str, Any], key: str, depth: int, number: int
    ) -> Any:
        """Take the chosen variant, or the next one that has an end."""
        rest = {name: part for name, part in schema.items() if name != key}
        variants = [each for each in schema[key] if not _is_null(each)] or schema[key]
        for offset in range(len(variants)):
            chosen = variants[(self.choice + offset) % len(variants)]
            try:
                value = self.value({"allOf": [rest, chosen]}, depth + 1, number)
            except EndlessError:
                continue
            return self._tagged(value, schema.get("discriminator"), chosen)
        raise EndlessError

    def _child(self, schema: dict[str, Any], depth: int, number: int) -> Any:
        """Take a child that the discriminator of a parent names."""
        mapping = schema["discriminator"]["mapping"]
        target = [*mapping.values()][self.choice % len(mapping)]
        child = {"$ref": target if "#" in target else f"{_COMPONENTS}{target}"}
        known = schema["discriminator"]
        plain = {key: item for key, item in schema.items() if key != "discriminator"}
        value = self._object(
            merged(self.files, {"allOf": [plain, child]}), depth, number
        )
        return self._tagged(value, known, child)

    def _tagged(self, value: Any, discriminator: Any, variant: Any) -> Any:
        """Let a value say which variant it is, as a discriminator wants it."""
        reference = reference_of(variant)
        if not (isinstance(value, dict) and discriminator and reference):
            return value
        name, mapping = discriminator["propertyName"], discriminator.get("mapping")
        target = parse_reference(reference)
        means = {reference, str(target), target.name}
        tags = [tag for tag, to in (mapping or {}).items() if to in means]
        own = merged(self.files, variant).get("properties", {}).get(name, {})
        is_said = bool(merged(self.files, own).keys() & {"const", "enum"})
        if value.get(name) in tags or (is_said and not tags):
            return value
        return {**value, name: tags[0] if tags else target.name}

    def _of_kind(
        self, schema: dict[str, Any], kind: str, depth: int, number: int
    ) -> Any:
        match kind:
            case "null":
                return None
            case "boolean":
                return True
            case "integer" | "number":
                return _number(schema, number)
            case "array":
                return self._array(schema, depth)
            case "object":
                return self._object(schema, depth, number)
            case _:
                return _text(schema, number)

    def _array(self, schema: dict[str, Any], depth: int) -> list[Any]:
        fewest = schema.get("minItems", 0)
        wanted = 2 if self.everything and depth <= _DEEPEST else 0
        length = max(fewest, min(wanted, schema.get("maxItems", wanted)))
        first = schema.get("prefixItems", [])[:length]
        found = [self.value(each, depth + 1) for each in first]
        for number in range(len(found), length):
            item = self.value(schema.get("items", {}), depth + 1, number)
            if not (schema.get("uniqueItems") and item in found):
                found.append(item)
        return found

    def _object(
        self, schema: dict[str, Any], depth: int, number: int
    ) -> dict[str, Any]:
        properties: dict[str, Any] = schema.get("properties", {})
        required = dict.fromkeys(schema.get("required", ()))
        found: dict[str, Any] = {}
        for key, each in properties.items():
            if self._is_sent(key, each, required, depth):
                try:
                    found[key] = self.value(each, depth + 1, number)
                except EndlessError:
                    if key in required:
                        raise
        for key in required.keys() - properties.keys():
            found[key] = self.value(schema.get("additionalProperties", {}), depth + 1)
        others = schema.get("additionalProperties")
        if self.everything and not properties and isinstance(others, dict):
            found["key"] = self.value(others, depth + 1, number)
        return found

    def _is_sent(
        self, key: str, schema: Any, required: dict[str, None], depth: int
    ) -> bool:
        """Tell whether a property is in a request."""
        if merged(self.files, schema).get("readOnly") is True:
            return False
        return key in required or (self.everything and depth <= _DEEPEST)


def _kind(schema: dict[str, Any]) -> str:
    kinds = schema.get("type", guessed(schema))
    if isinstance(kinds, list):
        return next((kind for kind in kinds if kind != "null"), "null")
    return str(kinds)


def _is_null(schema: Any) -> bool:
    return isinstance(schema, dict) and schema.get("type") in ("null", ["null"])


def _one_of(values: list[Any], kind: str, number: int) -> Any:
    """Take a listed value of the type that is said beside, not null if it can be."""
    texts = [value for value in values if isinstance(value, str)]
    useful = [value for value in values if value is not None] or values
    useful = texts if kind == "string" and texts else useful
    return useful[number % len(useful)]


def _number(schema: dict[str, Any], number: int) -> int | float:
    step = schema.get("multipleOf", 1)
    least = schema.get("minimum", schema.get("exclusiveMinimum", 1))
    most = schema.get("maximum", schema.get("exclusiveMaximum"))
    value = ceil(least / step) * step + number * step
    if "exclusiveMinimum" in schema and value <= schema["exclusiveMinimum"]:
        value += step
    if most is not None and value > most:
        value = most
    return int(value) if float(value).is_integer() else float(value)


def _text(schema: dict[str, Any], number: int) -> str:
    is_base64 = schema.get("contentEncoding") == "base64"
    format_ = schema.get("format", "byte" if is_base64 else "")
    text = _TEXTS.get(format_) or ("text" if not number else f"text{number}")
    shortest = schema.get("minLength", 0)
    longest = schema.get("maxLength")
    text = text.ljust(shortest, "x")[:longest]
    pattern = schema.get("pattern")
    return text if pattern is None else matching(pattern, text, shortest, longest)


@cache
def matching(pattern: str, text: str, shortest: int, longest: int | None) -> str:
    """Return a text that matches a pattern: the given one, a plain one, or any."""
    try:
        wanted = compiled(pattern)
    except re.error:
        return text
    most = longest if longest is not None else _LONGEST
    plain = (each.ljust(shortest, each[0])[:longest] for each in _PLAIN)
    for each in (text, *plain):
        if wanted.search(each):
            return each
    found = [text]

    @settings(
        max_examples=_TRIES,
        database=None,
        derandomize=True,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def keep(each: str) -> None:
        if wanted.search(each) and shortest <= len(each) <= most:
            found.append(each)

    strategy = st.from_regex(wanted, fullmatch=True, alphabet=_PRINTED)
    with warnings.catch_warnings(), suppress(HypothesisException):
        warnings.simplefilter("ignore", HypothesisWarning)
        given(strategy)(keep)()
    return found[-1]
