"""From types to annotations: one way for what is sent, one for what is received."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import LiteralString, TypeAlias

from msgspec import Struct

from clientsmith.ir import (
    UNTAGGED,
    Anything,
    Array,
    Asserted,
    Assertion,
    ByOrder,
    ByTag,
    Constant,
    EnumSchema,
    Map,
    Never,
    Nullable,
    Primitive,
    Reference,
    Scalar,
    Tuple,
    Type,
    Union,
)
from clientsmith.pointer import Pointer

from .asserts import ASSERTS, asserting
from .code import Code, code, identifier, join, literal
from .formats import FORMATS, INTEGERS
from .imports import Import


class Annotation(Struct, frozen=True):
    """The text of an annotation, and what it needs imported."""

    text: Code
    imports: frozenset[Import] = frozenset()
    values: tuple[Scalar, ...] = ()
    """What it lists, if it is nothing but a list of values."""

    def __or__(self, other: Annotation) -> Annotation:
        return Annotation(
            code("{} | {}", self.text, other.text),
            self.imports | other.imports,
        )

    @property
    def optional(self) -> Annotation:
        """Allow None, once."""
        return Annotation(optional(self.text), self.imports)


def optional(text: Code) -> Code:
    """Let None stand where a value may be left out, once."""
    allows = text == "Any" or text.rpartition(" | ")[2] == "None"
    return text if allows else code("{} | None", text)


ANY = Annotation(Code("Any"), frozenset({Import("typing", "Any")}))
NONE = Annotation(Code("None"))
NULL = Annotation(Code("Null"), frozenset({Import("._runtime.null", "Null")}))
"""Content that is null, where None alone is no content."""

Refer: TypeAlias = Callable[[Pointer], Annotation]
"""How a declaration is referred to from the module that is being planned."""

_MANY = 200
"""As many types may stand in a row: pyright reads no more than 256."""
_PLAIN = {
    "string": Code("str"),
    "integer": Code("int"),
    "number": Code("float"),
    "boolean": Code("bool"),
}


def received(type_: Type, refer: Refer) -> Annotation:
    """Annotate what an answer holds."""
    match type_:
        case Reference(to=pointer):
            return refer(pointer)
        case Array() | Map() | Tuple():
            of = _collection(type_, lambda of: received(of, refer), _list, _dict)
            return _or_other_json(of) if type_.assumed else of
        case Asserted(inner=inner, checks=checks):
            return checked(received(inner, refer), checks)
        case Nullable(inner=inner):
            return received(inner, refer).optional
        case Union(variants=variants, selection=ByTag(property=tag)):
            tags: dict[str, list[Annotation]] = {}
            for variant in variants:
                annotation = received(variant.type, refer)
                for name in variant.tags:
                    tags.setdefault(name, []).append(annotation)
            return _tagged([(union(of), name) for name, of in tags.items()], tag)
        case Union(variants=variants, selection=selection):
            members = [received(variant.type, refer) for variant in variants]
            fitting = isinstance(selection, ByOrder)
            return union(_any_items_last(members) if fitting else members)
        case Primitive() | Constant() | Anything() | Never():
            return _received_leaf(type_)


def sent(type_: Type, refer: Refer) -> Annotation:
    """Annotate what a request may be given."""
    match type_:
        case Reference(to=pointer):
            return refer(pointer)
        case Array() | Map() | Tuple():
            return _collection(type_, lambda of: sent(of, refer), _sequence, _mapping)
        case Nullable(inner=inner):
            return sent(inner, refer).optional
        case Asserted(inner=inner):
            return sent(inner, refer)
        case Union(variants=variants, selection=selection):
            members = [sent(variant.type, refer) for variant in variants]
            later = [_UNKNOWN] if isinstance(selection, ByTag) else []
            return union([*members, *later])
        case Primitive() | Constant() | Anything() | Never():
            return _sent_leaf(type_)


def _received_leaf(type_: Primitive | Constant | Anything | Never) -> Annotation:
    match type_:
        case Primitive(kind="string", format=name) if name in FORMATS:
            return Annotation(FORMATS[name].text, FORMATS[name].received)
        case Constant(value=int()):
            return exact([type_.value])
        case Never():
            nothing = Import("._runtime.nothing", "Nothing")
            return Annotation(Code("Nothing"), frozenset({nothing}))
        case Primitive() | Constant() | Anything():
            return _leaf(type_)


def _sent_leaf(type_: Primitive | Constant | Anything | Never) -> Annotation:
    match type_:
        case Primitive(kind="string", format="binary"):
            # In JSON; files are arguments of their own.
            return Annotation(Code("bytes | str"))
        case Primitive(kind="string", format=name) if name in INTEGERS:
            # Dictionaries go to the wire as they are, and there it is text.
            return Annotation(Code("str"))
        case Primitive(kind="string", format=name) if name in FORMATS:
            plain = Annotation(FORMATS[name].text, FORMATS[name].sent)
            return plain | Annotation(Code("str"))
        case Never():
            return Annotation(Code("Never"), frozenset({Import("typing", "Never")}))
        case Primitive() | Constant() | Anything():
            return _leaf(type_)


def checked(annotation: Annotation, checks: tuple[Assertion, ...]) -> Annotation:
    """Say beside a type what strict validation checks of its values."""
    if not checks:
        return annotation
    return Annotation(
        code("Annotated[{}, {}]", annotation.text, asserting(checks)),
        annotation.imports | {ASSERTS, Import("typing", "Annotated")},
    )


def union(members: Iterable[Annotation]) -> Annotation:
    """Join annotations by `|`, each once, None last."""
    unique = {member.text: member for member in _gathered(members)}
    if "Any" in unique:
        return unique[Code("Any")]
    values = [member for member in unique.values() if member.text != "None"]
    imports = frozenset[Import]().union(*(member.imports for member in values))
    if not values:
        return NONE
    joined = Annotation(_alternatives([member.text for member in values]), imports)
    return joined.optional if "None" in unique else joined


def _gathered(members: Iterable[Annotation]) -> list[Annotation]:
    """Make one list of all that list values, where the first of them stands."""
    found = list(members)
    listing = [one for one in found if one.values]
    if len(listing) <= 1:
        return found
    every = literals(dict.fromkeys(value for one in listing for value in one.values))
    merged = [every if one is listing[0] else one for one in found]
    return [one for one in merged if one is every or not one.values]


def _alternatives(texts: list[Code]) -> Code:
    """Join types by `|`, many of them in groups: Python nests what is in a row."""
    while len(texts) > _MANY:
        groups = [texts[at : at + _MANY] for at in range(0, len(texts), _MANY)]
        texts = [code("({})", join(" | ", group)) for group in groups]
    return join(" | ", texts)


def literals(values: Iterable[Scalar]) -> Annotation:
    """Annotate a closed list of values."""
    every = tuple(values)
    listed = join(", ", [literal(value) for value in every])
    return Annotation(
        code("Literal[{}]", listed),
        frozenset({Import("typing", "Literal")}),
        every,
    )


def exact(values: Iterable[Scalar]) -> Annotation:
    """Do the same for what is received: `true` is not `1`, as it is to Python."""
    listed = list(values)
    plain = literals(listed)
    if not any(isinstance(value, int) for value in listed):
        return plain
    return Annotation(code("Annotated[{}, Exact]", plain.text), plain.imports | _EXACT)


def opened(declaration: EnumSchema) -> Annotation:
    """Annotate an enumeration to which a server may have added values."""
    values = [member.value for member in declaration.members]
    kinds = dict.fromkeys(type(value).__name__ for value in values)
    others = [Annotation(identifier(kind)) for kind in kinds]
    return union([exact(values), *others])


def _leaf(type_: Primitive | Constant | Anything) -> Annotation:
    match type_:
        case Primitive(kind="null"):
            return NONE
        case Primitive(kind=kind):
            return Annotation(_PLAIN[kind])
        case Constant(value=float()):
            return Annotation(Code("float"))
        case Constant(value=value):
            return literals([value])
        case Anything():
            return ANY


def _generic(template: LiteralString, inner: Annotation) -> Annotation:
    return Annotation(code(template, inner.text), inner.imports)


def _list(items: Annotation) -> Annotation:
    return _generic("list[{}]", items)


def _dict(values: Annotation) -> Annotation:
    return _generic("dict[str, {}]", values)


def _mapping(values: Annotation) -> Annotation:
    return _imported("Mapping", "Mapping[str, {}]", values)


def _sequence(items: Annotation) -> Annotation:
    return _imported("Sequence", "Sequence[{}]", items)


def _imported(name: str, template: LiteralString, inner: Annotation) -> Annotation:
    wanted = Import("collections.abc", name)
    return Annotation(code(template, inner.text), inner.imports | {wanted})


def _collection(
    type_: Array | Map | Tuple,
    annotate: Callable[[Type], Annotation],
    listed: Callable[[Annotation], Annotation],
    mapped: Callable[[Annotation], Annotation],
) -> Annotation:
    match type_:
        case Array(items=items):
            return listed(annotate(items))
        case Map(values=values):
            return mapped(annotate(values))
        case Tuple(items=items, rest=rest) if not type_.is_complete:
            # Of how many items there are, `prefixItems` says nothing.
            further = () if isinstance(rest, Never) else (rest,)
            return listed(union(annotate(each) for each in (*items, *further)))
        case Tuple(items=items):
            return _tuple([annotate(item) for item in items])


def _tuple(items: list[Annotation]) -> Annotation:
    imports = frozenset[Import]().union(*(item.imports for item in items))
    return Annotation(code("tuple[{}]", join(", ", [i.text for i in items])), imports)


def _any_items_last(members: list[Annotation]) -> list[Annotation]:
    """Let other variants come before what has lists of anything."""
    behind = [each for each in members if _ANY_LIST in each.text]
    marked = [
        Annotation(code("Annotated[{}, AnyItems]", each.text), each.imports | _ITEMS)
        for each in behind
    ]
    return [each for each in members if each not in behind] + marked


def _or_other_json(of: Annotation) -> Annotation:
    """Let a value be other JSON: nothing says what it is but its parts."""
    return Annotation(code("Annotated[{}, OrOtherJson]", of.text), of.imports | _OR)


_OR = frozenset(
    {Import("typing", "Annotated"), Import("._runtime.other_json", "OrOtherJson")}
)
_ANY_LIST = "list[Any]"
_ITEMS = frozenset(
    {Import("typing", "Annotated"), Import("._runtime.any_items", "AnyItems")}
)
_EXACT = frozenset(
    {Import("typing", "Annotated"), Import("._runtime.constants", "Exact")}
)
_MODELS = "._runtime.models"
_UNKNOWN = Annotation(Code("Unknown"), frozenset({Import(_MODELS, "Unknown")}))
"""A variant that this package does not know, received and sent back."""
_UNTAGGED_IMPORTS = frozenset({Import("._runtime.tags", "UNTAGGED")})
_TAGGED_IMPORTS = frozenset(
    {
        Import("typing", "Annotated"),
        Import(_MODELS, "Unknown"),
        Import("._runtime.tags", "Tag"),
        Import("._runtime.tags", "by_tag"),
    },
)


def _mark(tag: str) -> Code:
    return Code("UNTAGGED") if tag == UNTAGGED else code("Tag({})", literal(tag))


def _tagged(members: list[tuple[Annotation, str]], tag: str) -> Annotation:
    """Spell the mapping of a tagged union, which ends in `Unknown`."""
    spelled = [
        code("Annotated[{}, {}]", member.text, _mark(name)) for member, name in members
    ]
    spelled.append(Code('Annotated[Unknown, Tag("")]'))
    imports = frozenset[Import]().union(*(member.imports for member, _ in members))
    if any(name == UNTAGGED for _, name in members):
        imports |= _UNTAGGED_IMPORTS
    return Annotation(
        code("Annotated[{}, by_tag({})]", _alternatives(spelled), literal(tag)),
        imports | _TAGGED_IMPORTS,
    )
