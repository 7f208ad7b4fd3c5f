"""What OpenAPI asserts with words that JSON Schema takes for comments.

A value whose tag names one variant and that only fits another is nothing that a
description means, though its schemas allow it. An answer without what is write-only
is, though they do not.
https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from clientsmith.pointer import Pointer, parse_reference
from clientsmith.resolve import reference_of
from clientsmith.resolve.values import asserts

from .files import Files, value_at

_SCHEMAS = ("components", "schemas")


@dataclass(slots=True)
class Assertive:
    """Rewrites schemas: tags and base64 are asserted, and references absolute."""

    files: Files
    base: str
    """The URI of the root document, without a fragment."""
    _children: dict[Pointer, set[Pointer]] = field(
        default_factory=dict[Pointer, set[Pointer]]
    )

    def __post_init__(self) -> None:
        """Find out who extends whom."""
        for child in _named(self.files):
            for parent in _parents(self.files, child, set()):
                self._children.setdefault(parent, set()).add(child)

    def rewritten(self, value: Any, *, extended: bool = False) -> Any:
        """Rewrite a value with all in it; `extended`, it is no use by itself."""
        if isinstance(value, list):
            return [self.rewritten(item) for item in value]
        if not isinstance(value, dict):
            return value
        parts = value.get("allOf")
        made = {key: self.rewritten(item) for key, item in value.items()}
        if isinstance(parts, list) and not self._only_uses(value, parts):
            made["allOf"] = [self.rewritten(part, extended=True) for part in parts]
        self._assert_tags(value, made)
        if isinstance(value.get("required"), list):
            made["required"] = [
                key for key in value["required"] if self._is_read(value, key)
            ]
        if value.get("contentEncoding") == "base64":
            made.setdefault("format", "byte")
        reference = reference_of(value)
        if reference is not None:
            del made["$ref"]
            at = parse_reference(reference)
            used = [self._plain(at)] if extended else self.used(at)
            made["allOf"] = [*made.get("allOf", ()), *used]
        return made

    def _is_read(self, schema: dict[str, Any], key: Any) -> bool:
        """Tell whether an answer may have a property: `required` is of requests else.

        https://spec.openapis.org/oas/v3.0.4.html#fixed-fields-for-use-with-schema
        """
        declared = schema.get("properties")
        stands = declared.get(key) if isinstance(declared, dict) else None
        reference = reference_of(stands)
        whole = value_at(self.files, parse_reference(reference)) if reference else {}
        said = [each for each in (stands, whole) if isinstance(each, dict)]
        return not any(each.get("writeOnly") is True for each in said)

    def _only_uses(self, schema: dict[str, Any], parts: list[Any]) -> bool:
        """Tell whether `allOf` only takes a reference in, and extends nothing."""
        reference = reference_of(parts[0]) if len(parts) == 1 else None
        if reference is None or asserts(schema, "allOf"):
            return False
        children = self._children.get(parse_reference(reference), ())
        return all(value_at(self.files, each) is not schema for each in children)

    def used(self, at: Pointer) -> list[Any]:
        """List what the schema of a place asserts of a value where it is used.

        Where a parent with a discriminator may stand, the tag names a child.
        """
        children = self._children.get(at, set())
        if not children:
            return [self._plain(at)]
        name, mapping = _discriminator(value_at(self.files, at)) or ("", {})
        chosen = [
            {
                "if": {"properties": {name: {"enum": tags}}, "required": [name]},
                "then": self._plain(child),
            }
            for child in sorted(children)
            if (tags := _tags(child, mapping))
        ]
        return [self._plain(at), *chosen]

    def _plain(self, at: Pointer) -> Any:
        return {"$ref": f"{self.base}{at}"}

    def _assert_tags(self, value: dict[str, Any], made: dict[str, Any]) -> None:
        """Let each variant that is a reference also require its tag."""
        said = _discriminator(value)
        for key in ("oneOf", "anyOf"):
            if said is not None and isinstance(value.get(key), list):
                pairs = zip(value[key], made[key], strict=True)
                made[key] = [self._tagged(*pair, *said) for pair in pairs]

    def _tagged(
        self, variant: Any, made: Any, name: str, mapping: dict[str, str]
    ) -> Any:
        """Require the tag of a variant, unless it is a name that nothing may have."""
        reference = reference_of(variant)
        if reference is None:
            return made
        target = parse_reference(reference)
        tags = _mapped(target, mapping)
        if not tags and self._refuses(target, name):
            return made
        tags = tags or [target.name]
        return {"allOf": [made, {"properties": {name: {"enum": tags}}}]}

    def _refuses(self, target: Pointer, name: str) -> bool:
        """Tell whether a schema cannot have its own name as a tag."""
        schemas = list(_parts(self.files, target, set()))
        tags = (one.get("properties", {}).get(name) for one in schemas)
        listed = [values for tag in tags if (values := _values(tag)) is not None]
        chooses = any(one.keys() & {"anyOf", "oneOf"} for one in schemas)
        return chooses or any(target.name not in values for values in listed)


def _tags(target: Pointer, mapping: dict[str, str]) -> list[str]:
    """List the tags of a schema: those of the mapping, else its name."""
    return _mapped(target, mapping) or [target.name]


def _mapped(target: Pointer, mapping: dict[str, str]) -> list[str]:
    means = {target.name, str(target)}
    return [tag for tag, to in mapping.items() if to in means]


def _parts(files: Files, at: Pointer, seen: set[Pointer]) -> Iterator[dict[str, Any]]:
    """Yield a schema with all that it refers to or extends."""
    schema = value_at(files, at)
    if at in seen or not isinstance(schema, dict):
        return
    seen.add(at)
    yield schema
    inline = (part for part in schema.get("allOf", ()) if reference_of(part) is None)
    yield from (part for part in inline if isinstance(part, dict))
    for one in (schema, *schema.get("allOf", ())):
        if (reference := reference_of(one)) is not None:
            yield from _parts(files, parse_reference(reference), seen)


def _values(schema: Any) -> list[Any] | None:
    """List the values that a property may have, if the schema lists them."""
    match schema:
        case {"const": value}:
            return [value]
        case {"enum": [*values]}:
            return values
        case _:
            return None


def _discriminator(schema: Any) -> tuple[str, dict[str, str]] | None:
    match schema.get("discriminator"):
        case {"propertyName": str(name), **rest}:
            return name, rest.get("mapping") or {}
        case _:
            return None


def _named(files: Files) -> Iterator[Pointer]:
    """Yield the schemas with a name: components, whole files, and members of these."""
    components = files[""].get("components", {})
    for name in components.get("schemas", {}):
        yield Pointer("", (*_SCHEMAS, name))
    for file in filter(None, files):
        yield Pointer(file)
        if isinstance(files[file], dict):
            yield from (Pointer(file) / key for key in files[file])


def _parents(files: Files, at: Pointer, seen: set[Pointer]) -> Iterator[Pointer]:
    """Yield the schemas with a discriminator of their own that one extends."""
    schema = value_at(files, at)
    parts = schema.get("allOf", ()) if isinstance(schema, dict) else ()
    for reference in filter(None, map(reference_of, parts)):
        above = parse_reference(reference)
        if above not in seen:
            seen.add(above)
            if _is_parent(value_at(files, above)):
                yield above
            yield from _parents(files, above, seen)


def _is_parent(schema: Any) -> bool:
    chooses = schema.keys() & {"anyOf", "oneOf"}
    return _discriminator(schema) is not None and not chooses
