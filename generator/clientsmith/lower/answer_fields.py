"""What an answer holds, flat: where each value is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from msgspec import Struct

from clientsmith.ir import (
    AliasSchema,
    Array,
    Binary,
    Declaration,
    MediaType,
    ObjectSchema,
    Operation,
    Primitive,
    Reference,
    Type,
    Union,
    inmost,
    is_json,
    name_of,
)
from clientsmith.pointer import Pointer

Declarations = Mapping[Pointer, Declaration]


class Field(Struct, frozen=True):
    """A value in an answer."""

    keys: tuple[str, ...]
    type: Type
    """Without names, null and assertions around it."""
    docs: str = ""
    sure: bool = True
    """Whether it is there in every variant of what is around it."""
    wrapped: int = 0
    """How many of the keys lead to the page that it is a part of."""

    @property
    def depth(self) -> int:
        """How many steps it is away from the page that it is a part of."""
        return len(self.keys) - self.wrapped

    @property
    def path(self) -> str:
        """The keys as words, `meta.next_page`, however the document spells them."""
        return ".".join(map(_spelled, self.keys[self.wrapped :]))

    @property
    def is_list(self) -> bool:
        """Whether it is a list."""
        return isinstance(self.type, Array)

    @property
    def is_address(self) -> bool:
        """Whether the document says that it is an address."""
        formats = {"uri", "uri-reference", "url", "iri", "iri-reference"}
        return isinstance(self.type, Primitive) and self.type.format in formats


@cache
def _spelled(key: str) -> str:
    return name_of(key).snake


def resolved(declarations: Declarations, type_: Type) -> Type:
    """Return what a type is, looked through names, null and assertions."""
    seen: set[Pointer] = set()
    while isinstance(type_ := inmost(type_), Reference) and type_.to not in seen:
        seen.add(type_.to)
        declaration = declarations[type_.to]
        if not isinstance(declaration, AliasSchema):
            return type_
        type_ = declaration.type
    return type_


def object_at(declarations: Declarations, type_: Type) -> ObjectSchema | None:
    """Return the object that a type is."""
    found = resolved(declarations, type_)
    declared = declarations.get(found.to) if isinstance(found, Reference) else None
    return declared if isinstance(declared, ObjectSchema) else None


class Answer(Struct, frozen=True):
    """What an operation answers with."""

    declarations: Declarations
    type: Type
    keys: tuple[str, ...] = ()
    """Where in the whole answer it is, if that only wraps it."""

    def fields(self, enters: Callable[[Field], bool]) -> list[Field]:
        """List what it holds, itself first.

        `enters` says of a value whether what is inside of it is wanted: large answers
        hold all that there is, many times.
        """
        type_ = resolved(self.declarations, self.type)
        whole = Field(self.keys, type_, wrapped=len(self.keys))
        found = [whole]
        self._add_below(whole, enters, found)
        return found

    def near(self, steps: int) -> list[Field]:
        """List what it holds that is not more than some steps away, itself first."""
        return self.fields(lambda one: one.depth < steps)

    def find(self, keys: tuple[str, ...]) -> Field | None:
        """Return what is in a place."""
        found = self.fields(lambda one: one.keys == keys[: len(one.keys)])
        return next((one for one in found if one.keys == keys), None)

    def _add_below(
        self, field: Field, enters: Callable[[Field], bool], found: list[Field]
    ) -> None:
        if not enters(field):
            return
        if isinstance(field.type, Union):
            for inner in self._alternatives(field.type):
                whole = Field(field.keys, inner, sure=False, wrapped=field.wrapped)
                self._add_below(whole, enters, found)
            return
        holder = object_at(self.declarations, field.type)
        for one in holder.properties if holder else ():
            keys = (*field.keys, one.key)
            inner = resolved(self.declarations, one.type)
            below = Field(keys, inner, one.docs, field.sure, field.wrapped)
            found.append(below)
            self._add_below(below, enters, found)

    def _alternatives(self, union: Union) -> list[Type]:
        """List what a union comes down to, each once, in whatever unions it is."""
        seen: dict[Type, None] = {union: None}
        for type_ in (pending := [union]):
            for variant in type_.variants:
                inner = resolved(self.declarations, variant.type)
                if inner not in seen and isinstance(inner, Union):
                    pending.append(inner)
                seen[inner] = None
        return [type_ for type_ in seen if not isinstance(type_, Union)]


def answer_of(operation: Operation, declarations: Declarations) -> Answer | None:
    """Return what an operation answers with, if that is one type of JSON."""
    types = {
        one.type
        for one in _answered(operation)
        if isinstance(one, MediaType) and is_json(one.content_type)
    }
    return Answer(declarations, types.pop()) if len(types) == 1 else None


def may_be_other(operation: Operation) -> bool:
    """Tell whether something else than JSON is promised, too: the server chooses."""
    return any(map(_is_other, _answered(operation)))


def _answered(operation: Operation) -> list[MediaType | Binary]:
    """List what may come where an operation succeeds, but for streams."""
    return [
        content
        for response in operation.responses
        if response.status.startswith("2") or response.status == "default"
        if response.status != "default" or _has_no_success(operation)
        for content in response.content
        if isinstance(content, MediaType | Binary)
    ]


def _is_other(content: MediaType | Binary) -> bool:
    as_json = isinstance(content, MediaType) and content.as_json
    return not (as_json or content.repeats or is_json(content.content_type))


def _has_no_success(operation: Operation) -> bool:
    return not any(one.status[:1] in "23" for one in operation.responses)
