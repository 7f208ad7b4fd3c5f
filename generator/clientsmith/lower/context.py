"""What the functions of this stage share while they lower one description."""

from __future__ import annotations

import re
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import TypeAlias, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace
from openapi_pydantic.v3.v3_1 import Reference as SchemaReference
from openapi_pydantic.v3.v3_1 import Schema
from pydantic import BaseModel

from clientsmith.diagnostics import Diagnostic, warning
from clientsmith.ir import (
    AliasSchema,
    Calling,
    Declaration,
    EnumSchema,
    Ladder,
    Name,
    Reference,
    Type,
    Xml,
    name_of,
)
from clientsmith.pointer import Pointer
from clientsmith.resolve import Description

from .owner import Owner
from .vocabulary import Role, fields

SchemaLike: TypeAlias = Schema | SchemaReference
M = TypeVar("M", bound=BaseModel)

_MOST_TITLE_WORDS = 5
_ARTICLES = frozenset({"a", "an", "the"})
_SENT = frozenset({"param", "params"})
_IDENTIFIER = re.compile(r"(?=.{1,60}$)[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*")


class Context(Struct):
    """The description, what has been declared so far, and what went wrong."""

    description: Description
    given: Mapping[Pointer, str] = field(default_factory=dict[Pointer, str])
    """Names that somebody has set."""
    configured: Mapping[Pointer, Pointer] = field(
        default_factory=dict[Pointer, Pointer]
    )
    """Where the configuration says its names."""
    address: str = ""
    """Where the document is published, if that is known."""
    target: str = "NAME"
    """What to call the target in lines that are to be pasted."""
    declarations: dict[Pointer, Declaration] = field(
        default_factory=dict[Pointer, Declaration],
    )
    started: set[Pointer] = field(default_factory=set[Pointer])
    """Components that are declared, or about to be: recursion ends here."""
    names: dict[Pointer, Name] = field(default_factory=dict[Pointer, Name])
    """What components call the schemas of other files that they stand for."""
    recursive: set[Pointer] = field(default_factory=set[Pointer])
    """Schemas of no component that refer to themselves."""
    problems: list[Diagnostic] = field(default_factory=list[Diagnostic])
    mentioned: set[Pointer] = field(default_factory=set[Pointer])
    """What has been reported, so that it is said once."""
    unread: dict[Pointer, Diagnostic] = field(
        default_factory=dict[Pointer, Diagnostic],
    )
    """Keywords that no type expresses, each reported once."""
    said: set[Pointer] = field(default_factory=set[Pointer])
    """Those of them that words express."""
    unsaid: set[Pointer] = field(default_factory=set[Pointer])
    """Choices that the union of their alternatives does not express."""
    children: dict[Pointer, list[Pointer]] | None = None
    """Which components extend a parent that has a discriminator, once it is known."""
    circles: dict[Pointer, frozenset[Pointer]] = field(
        default_factory=dict[Pointer, frozenset[Pointer]],
    )
    """Choices by those that lead to them and are led to, each at least by itself."""
    opaque: set[Pointer] = field(default_factory=set[Pointer])
    """What is emitted as plain JSON or bytes, or left out, whatever the reason."""
    components: dict[Pointer, Type] = field(default_factory=dict[Pointer, Type])
    """What a reference to each component means, once that is known."""
    building: set[Pointer] = field(default_factory=set[Pointer])
    """Objects whose properties are being lowered: what leads back to one is it."""
    groups: dict[str, tuple[Name, ...]] = field(
        default_factory=dict[str, tuple[Name, ...]],
    )
    """Which resource each tag is, once operations are named."""
    unconfigured: dict[Pointer, Calling] = field(default_factory=dict[Pointer, Calling])
    """How operations would be called without the names of the configuration."""
    labels: dict[Pointer, str] = field(default_factory=dict[Pointer, str])
    """What is known by more than its position in a list: variants, parameters."""
    shared: dict[Pointer, Pointer] = field(default_factory=dict[Pointer, Pointer])
    """What parameters, responses and headers are described by that refer to others."""
    digests: dict[Pointer, str] = field(default_factory=dict[Pointer, str])
    """What variants share that assert the same."""
    xml: dict[Pointer, Xml] = field(default_factory=dict[Pointer, Xml])
    """How schemas are written as XML."""
    merging: dict[frozenset[Pointer], Pointer] = field(
        default_factory=dict[frozenset[Pointer], Pointer],
    )
    """Schemas that are being merged, and where: what leads back to them is that."""
    together: dict[tuple[Pointer, ...], Reference] = field(
        default_factory=dict[tuple[Pointer, ...], Reference],
    )
    """What schemas are together inside of the outermost, by these and their choices."""
    merged: int = 0
    """How many have been merged inside the outermost of them."""
    depth: int = 0
    """How many schemas are around what is being lowered, up to one with a name."""
    size: int = 0
    """How many schemas have been lowered since the outermost of these."""

    def __post_init__(self) -> None:
        """Take over what was stepped over before."""
        self.opaque |= self.description.stand_ins.keys()

    def declare(self, declaration: Declaration) -> Reference:
        """Add a declaration; the first one made at a place stays."""
        self.declarations.setdefault(declaration.at, declaration)
        return Reference(declaration.at)

    @contextmanager
    def apart(self) -> Generator[None]:
        """Count from the start inside what has a name of its own."""
        around, self.depth = (self.depth, self.size), 0
        yield
        self.depth, self.size = around

    def describe(self, at: Pointer, docs: str) -> str:
        """Return what is said of a place, which its type, if no class, leaves to it."""
        declared = self.declarations.get(at)
        if isinstance(declared, AliasSchema | EnumSchema) and declared.docs == docs:
            self.declarations[at] = replace(declared, docs="")
        return docs

    def follow(self, schema: SchemaLike, at: Pointer) -> tuple[Schema, Pointer]:
        """Return the schema that a reference stands for, and where that is."""
        return self.description.follow(schema, at, Schema)

    def follow_shared(
        self, node: M | SchemaReference, at: Pointer, kind: type[M]
    ) -> tuple[M, Pointer]:
        """Do the same for what is no schema, and remember where a reference leads."""
        target, place = self.description.follow(node, at, kind)
        if place != at:
            self.shared[at] = place
        return target, place

    def unsupported(self, code: str, message: str, at: Pointer) -> None:
        """Report what is emitted as plain JSON instead."""
        self.opaque.add(at)
        self.problems.append(
            warning(code, message, at, hint="it can be called, but is not typed"),
        )


def titled(schema: Schema, owner: Owner) -> Name:
    """Return the name a schema gives itself in its `title`, else its owner's."""
    return _own_title(schema, owner) or owner.name


def named(schema: Schema, owner: Owner) -> tuple[Name, Owner]:
    """Return the name of a schema, and the owner of its parts under that name."""
    name, title = owner.name, _own_title(schema, owner)
    return (title, owner.called(title)) if title and title != name else (name, owner)


def _own_title(schema: Schema, owner: Owner) -> Name | None:
    """Return the `title` of a schema, if it is a name for it.

    What is a whole by itself may be called `AsLongAsThisIs`. Tools give the title
    `State` to every value under the key `state`, which is no name for it.
    """
    words = title_words(schema)
    title = schema.title or ""
    if not words and not owner.parts and _IDENTIFIER.fullmatch(title):
        words = name_of(title)
    repeated = not schema.properties and owner.key.ends(words)
    return None if owner.root or repeated or not words else words


def ladder_of(schema: Schema, owner: Owner) -> Ladder:
    """Return the names of a schema after the best one, which may leave out words."""
    full, title = owner.full, _title(schema)
    if owner.root or title == title_words(schema):
        return full
    return replace(full, entitled=title)


def title_words(schema: Schema) -> Name:
    """Return a `title` as a name; a sentence is none.

    What is sent is called a `Param` anyway.
    """
    title = _title(schema)
    ends = len(title.words) > 1 and title.words[-1].lower() in _SENT
    return Name(title.words[:-1]) if ends else title


def _title(schema: Schema) -> Name:
    words = name_of(schema.title or "").words
    if words and words[0].lower() in _ARTICLES:
        words = words[1:]
    return Name(() if len(words) > _MOST_TITLE_WORDS else words)


_NOTHING = Schema.model_validate({})


def annotated(reference: SchemaReference) -> Schema:
    """Return what stands beside a `$ref`: docs, flags and defaults."""
    if not reference.model_extra and not reference.description:
        return _NOTHING
    beside = Schema.model_validate(reference.model_extra or {})
    if reference.description:
        beside.description = reference.description
    return beside


def combined(schema: SchemaLike) -> Schema | None:
    """Write a reference with assertions beside it as `allOf`; else return None.

    The typed view takes such a schema for one with an unknown keyword `$ref`.
    https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.1
    """
    extra = schema.model_extra
    if not extra:
        return None
    target: object = extra.get("$ref")
    beside = schema
    if isinstance(beside, SchemaReference):
        target, beside = beside.ref, Schema.model_validate(extra)
    if not isinstance(target, str) or not beside.model_fields_set & _ASSERTIONS:
        return None
    reference = SchemaReference.model_validate({"$ref": target})
    parts = [reference, *(beside.allOf or ())]
    return beside.model_copy(update={"allOf": parts, "$ref": None})


def reference_in(schema: Schema) -> SchemaReference | None:
    """Return the reference of a schema that bounds it, and nothing else."""
    target: object = (schema.model_extra or {}).get("$ref")
    if not isinstance(target, str):
        return None
    return SchemaReference.model_validate({"$ref": target})


_ASSERTIONS = fields(Role.SHAPE, Role.VALUES) | {"required"}
"""Keywords that make another type of what is referred to; others only bound it."""
