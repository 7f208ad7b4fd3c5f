"""Typed dictionaries: the shapes that requests accept, with the names of the wire."""

from __future__ import annotations

from collections.abc import Iterable

from clientsmith.ir import (
    AliasSchema,
    Api,
    Declaration,
    EnumSchema,
    Nullable,
    ObjectSchema,
    Property,
    Type,
    references,
)
from clientsmith.pointer import Pointer

from .aliases import define_alias
from .annotations import NONE, NULL, Annotation, Refer, literals, sent, union
from .bodies import Sent
from .casing import ANNOTATION_NAMES, named
from .code import Code, code, docstring, is_identifier, literal
from .files import sent_in_parts
from .imports import Import
from .layout import Layout, Place
from .module import Names, described, own_docs, with_docs
from .package import (
    ClassDefinition,
    Definition,
    FunctionalDefinition,
)
from .sentences import in_one_line
from .taken import Taken

TYPED_DICT = Import("typing", "TypedDict")
NOT_REQUIRED = Import("typing", "NotRequired")


_USED = frozenset({"AsyncIterable", "Content", "FileInput", "Iterable"})
"""What modules of arguments import beside models."""


class Inputs:
    """How declarations are named where a request may be given them.

    An object may be given as a dictionary, or as the model that an answer held.
    """

    def __init__(
        self,
        api: Api,
        layout: Layout,
        here: str,
        reserved: frozenset[str] = _USED,
    ) -> None:
        self.names = Names(api, layout.params, here)
        self.defined: set[Place] = set()
        self._models = Names(api, layout.models, here, reserved=reserved)
        self._layout = layout
        self._api = api

    def annotate(self, type_: Type) -> Code:
        """Return the annotation of a type, quoted where a name comes only later."""
        text = self.unquoted(type_)
        return literal(str(text)) if self.is_early(type_) else text

    def argument(self, taken: Taken) -> Code:
        """Return the annotation of an argument, which may be a file or a whole body."""
        text = self.names.take(given_as(self._api, taken, self._refer))
        return literal(str(text)) if self.is_early(taken.type) else text

    def unquoted(self, type_: Type) -> Code:
        """Return the annotation of a type and import what it needs."""
        return self.names.take(sent(type_, self._refer))

    def aliased(self, type_: Type) -> Code:
        """Return what an alias is of; `None` by another name cannot be optional."""
        value = sent(type_, self._refer)
        return self.names.take(NULL if value == NONE else value)

    def _refer(self, pointer: Pointer) -> Annotation:
        as_dict = self.names.refer(pointer)
        known = models_of(self._api, self._layout, pointer)
        return union([*map(self._models.refer, known), as_dict])

    def enum_class(self, declaration: EnumSchema) -> Annotation | None:
        """Return the class that an enumeration is, if it is one."""
        own = declaration.at
        for at in (own, self._layout.received.get(own, own)):
            if self._models.places.get(at) in self._layout.enums:
                return self._models.refer(at)
        return None

    def is_early(self, type_: Type) -> bool:
        """Tell whether a type names what this module defines only later."""
        return any(
            self.names.places[pointer].module == self.names.here
            and self.names.places[pointer] not in self.defined
            for pointer in references(type_)
        )


def models_of(api: Api, layout: Layout, pointer: Pointer) -> list[Pointer]:
    """List the models that may be given where a typed dictionary may.

    What is received of a pair may be sent as well; the server is the judge.
    """
    if not isinstance(api.declarations[pointer], ObjectSchema):
        return []
    known = (layout.received.get(pointer, pointer), pointer)
    return [at for at in known if at in layout.models]


def given_as(api: Api, taken: Taken, refer: Refer) -> Annotation:
    """Annotate an argument, which may be a file or a whole body."""
    if taken.whole:
        return union(_whole(body, refer) for body in taken.whole)
    if taken.file:
        return sent_in_parts(api, taken.type, refer)
    return sent(taken.type, refer)


def _whole(body: Sent, refer: Refer) -> Annotation:
    if body.kind == "bytes":
        content = Import("._runtime.binary", "Content")
        return Annotation(Code("Content"), frozenset({content}))
    found = sent(body.type, refer)
    if body.kind != "lines":
        return found
    several = frozenset(
        Import("collections.abc", name) for name in ("AsyncIterable", "Iterable")
    )
    text = code("Iterable[{}] | AsyncIterable[{}]", found.text, found.text)
    return Annotation(text, found.imports | several)


def define(declaration: Declaration, inputs: Inputs) -> Definition:
    """Define what a request may be given where it takes this declaration."""
    name = named(inputs.names.places[declaration.at].name)
    match declaration:
        case ObjectSchema():
            return _object(declaration, name, inputs)
        case EnumSchema():
            return _enumeration(declaration, inputs)
        case AliasSchema(type=type_):
            value = inputs.aliased(type_)
            early = inputs.is_early(type_)
            return define_alias(declaration, value, inputs.names, early=early)


def _enumeration(declaration: EnumSchema, inputs: Inputs) -> Definition:
    """Define what may be given where a value is one of several."""
    of_class = inputs.enum_class(declaration)
    values = literals(member.value for member in declaration.members)
    either = union([of_class, values]) if of_class else values
    value = inputs.names.take(either)
    return define_alias(declaration, value, inputs.names, listed=of_class is None)


def _object(declaration: ObjectSchema, name: Code, inputs: Inputs) -> Definition:
    given = [one for one in declaration.properties if not one.read_only]
    about = described(declaration)
    if all(_is_field(one.key) for one in given):
        return typed_dict(name, about, [_field(one, inputs) for one in given], inputs)
    inputs.names.imports.add(TYPED_DICT)
    return FunctionalDefinition(
        name=name,
        quoted=literal(str(name)),
        fields=tuple(
            code("{}: {},", literal(one.key), _annotation(one, inputs)) for one in given
        ),
        docstring=docstring(f"{about}\n\n{_keys(given, inputs)}".strip()),
    )


def _keys(given: list[Property], inputs: Inputs) -> str:
    """Say what keys mean that no attribute can be documented for."""
    told = {one.key: own_docs(one, inputs.names) for one in given}
    rows = [f"    {key}: {in_one_line(docs)}" for key, docs in told.items() if docs]
    return "\n".join(["Keys:", *rows]) if rows else ""


def typed_dict(
    name: Code,
    about: str,
    fields: Iterable[Code],
    inputs: Inputs,
) -> ClassDefinition:
    """Define a typed dictionary as a class."""
    inputs.names.imports.add(TYPED_DICT)
    return ClassDefinition(
        name=name,
        base=Code("TypedDict"),
        docstring=docstring(about, indent=4),
        fields=tuple(fields),
    )


def _is_field(key: str) -> bool:
    private = key.startswith("__") and not key.endswith("__")
    return is_identifier(key) and not private and key not in ANNOTATION_NAMES


def _field(property_: Property, inputs: Inputs) -> Code:
    line = code("{}: {}", named(property_.key), _annotation(property_, inputs))
    return with_docs(line, own_docs(property_, inputs.names), indent=4)


def _annotation(property_: Property, inputs: Inputs) -> Code:
    if property_.tags:
        text = inputs.names.take(tagged(property_))
    else:
        text = inputs.annotate(property_.type)
    if property_.required:
        return text
    inputs.names.imports.add(NOT_REQUIRED)
    return code("NotRequired[{}]", text)


def tagged(property_: Property) -> Annotation:
    """Annotate what chooses its object by the values that do."""
    values = literals(property_.tags)
    return values.optional if isinstance(property_.type, Nullable) else values
