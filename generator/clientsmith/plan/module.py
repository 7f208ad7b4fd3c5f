"""What the planners of model and parameter modules share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from msgspec import Struct, field

from clientsmith.ir import (
    Api,
    Bounds,
    Declaration,
    Name,
    Type,
    Value,
    is_component,
    references,
    uses,
)
from clientsmith.pointer import Pointer

from .annotations import Annotation
from .casing import named
from .code import Code, code, docstring
from .docs import documented
from .imports import Import
from .layout import Place
from .sentences import first_sentence


class Names(Struct):
    """How declarations are named in one module, and what that makes it import."""

    api: Api
    places: Mapping[Pointer, Place]
    here: str
    imports: set[Import] = field(default_factory=set[Import])
    reserved: frozenset[str] = frozenset()
    """Names that mean something else here; declarations are imported under others."""

    def refer(self, pointer: Pointer) -> Annotation:
        """Return the name of a declaration, imported unless it lives here."""
        place = self.places[pointer]
        if place.module == self.here:
            return Annotation(named(place.name))
        alias = f"{place.name}Model" if place.name in self.reserved else ""
        wanted = Import(place.module, place.name, alias)
        return Annotation(named(alias or place.name), frozenset({wanted}))

    def take(self, annotation: Annotation) -> Code:
        """Import what an annotation needs and return its text."""
        self.imports |= annotation.imports
        return annotation.text


_CIRCLE = 2
_SHOWN = 4


class Documented(Protocol):
    """What has docs of its own, and a type that may have them too."""

    @property
    def type(self) -> Type:
        """What it may be."""
        ...

    @property
    def docs(self) -> str:
        """What the document says of it."""
        ...

    @property
    def bounds(self) -> Bounds:
        """What is asserted of it."""
        ...

    @property
    def default(self) -> Value | None:
        """What the server assumes without it."""
        ...

    @property
    def deprecated(self) -> bool:
        """Whether the document advises against it."""
        ...


def own_docs(one: Documented, names: Names) -> str:
    """Return what is to be said here, and not where the type is defined."""
    declared = [names.api.declarations[at] for at in references(one.type)]
    docs = "" if any(one.docs == each.docs for each in declared) else one.docs
    told = any(one.bounds == each.bounds for each in declared)
    bounds = Bounds() if told else one.bounds
    return documented(_warned(docs, deprecated=one.deprecated), bounds, one.default)


def _warned(docs: str, *, deprecated: bool) -> str:
    """Say first that something is deprecated, unless the document does."""
    if deprecated and "deprecated" not in docs.lower():
        return f"Deprecated. {docs}"
    return docs


def with_docs(line: Code, docs: str, indent: int) -> Code:
    """Put a docstring below a field, if there is something to say."""
    return code("{}\n{}", line, docstring(docs, indent)) if docs else line


def by_module(
    api: Api,
    places: Mapping[Pointer, Place],
) -> dict[str, list[Declaration]]:
    """Group declarations by the module that defines them."""
    modules: defaultdict[str, list[Declaration]] = defaultdict(list)
    defined: set[Place] = set()
    for pointer, place in places.items():
        if place not in defined:
            defined.add(place)
            modules[place.module].append(api.declarations[pointer])
    return dict(sorted(modules.items()))


def needs(
    declarations: Iterable[Declaration],
    places: Mapping[Pointer, Place],
    of: Callable[[Declaration], Iterable[Pointer]] = uses,
) -> dict[Pointer, list[Pointer]]:
    """List for each definition of a module which others of it it refers to.

    A reference may lead to a twin of what stands here, which is the same class.
    """
    listed = list(declarations)
    here = {places[one.at]: one.at for one in listed}
    return {
        one.at: [here[places[at]] for at in of(one) if places.get(at) in here]
        for one in listed
    }


def about(declarations: list[Declaration], places: Mapping[Pointer, Place]) -> str:
    """Say what a module is about; what refers to each other in a circle shares one.

    Several parts of a component that is not here itself are that.
    """
    owners = sorted(places[one.at].name for one in declarations if one.at == one.home)
    homes = {one.home for one in declarations}
    if not owners and declarations[1:] and all(map(is_component, homes)):
        return f"Parts of {' and '.join(f'`{home.name}`' for home in sorted(homes))}."
    if len(owners) < _CIRCLE:
        return first_sentence(titled(_leader(declarations, places)))
    shown = [f"`{name}`" for name in owners]
    if len(shown) > _SHOWN:
        shown[_SHOWN - 1 :] = [f"{len(shown) - _SHOWN + 1} more"]
    return f"{', '.join(shown[:-1])} and {shown[-1]}, which refer to each other."


def _leader(
    declarations: list[Declaration], places: Mapping[Pointer, Place]
) -> Declaration:
    """Return what a module is called after, or else what the others are parts of."""

    def rank(one: Declaration) -> tuple[bool, bool, int]:
        place = places[one.at]
        called = place.module.rpartition(".")[2].replace("_", "") == place.name.lower()
        return one.at != one.home, not called, len(one.at.steps)

    return min(declarations, key=rank)


def titled(declaration: Declaration) -> str:
    """Return what the document says of a declaration, or else its name in words."""
    return declaration.docs.strip() or in_words(declaration.name)


def described(declaration: Declaration) -> str:
    """Return the same, with what the document asserts of it."""
    return _asserting(titled(declaration), declaration)


def own_description(declaration: Declaration) -> str:
    """Return the same, and nothing where the document says and asserts nothing."""
    return _asserting(declaration.docs.strip(), declaration)


def _asserting(docs: str, declaration: Declaration) -> str:
    warned = _warned(docs, deprecated=declaration.deprecated)
    return documented(warned, declaration.bounds, None)


def in_words(name: Name) -> str:
    """Write a name as a short sentence."""
    words = [word if word.isupper() else word.lower() for word in name.words]
    text = " ".join(words)
    return f"{text[:1].upper()}{text[1:]}." if text else "Unnamed."


def path_of(module: str) -> str:
    """Return the file of a module: `.models.pet` is `models/pet.py`."""
    return module.lstrip(".").replace(".", "/") + ".py"
