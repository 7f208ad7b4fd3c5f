"""What the planners of model and parameter modules share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from clientsmith.ir import Api, Declaration, Name
from clientsmith.pointer import Pointer

from .annotations import Annotation
from .casing import named
from .code import Code
from .imports import Import
from .layout import Place


@dataclass(slots=True)
class Names:
    """How declarations are named in one module, and what that makes it import."""

    places: Mapping[Pointer, Place]
    here: str
    imports: set[Import] = field(default_factory=set[Import])

    def refer(self, pointer: Pointer) -> Annotation:
        """Return the name of a declaration, imported unless it lives here."""
        place = self.places[pointer]
        if place.module == self.here:
            return Annotation(named(place.name))
        wanted = Import(place.module, place.name)
        return Annotation(named(place.name), frozenset({wanted}))

    def take(self, annotation: Annotation) -> Code:
        """Import what an annotation needs and return its text."""
        self.imports |= annotation.imports
        return annotation.text


def by_module(
    api: Api,
    places: Mapping[Pointer, Place],
) -> dict[str, list[Declaration]]:
    """Group declarations by the module that defines them, in the document's order."""
    modules: defaultdict[str, list[Declaration]] = defaultdict(list)
    for pointer, place in places.items():
        modules[place.module].append(api.declarations[pointer])
    return dict(sorted(modules.items()))


def leader(declarations: list[Declaration]) -> Declaration:
    """Return the declaration that a module is about: the one that owns the others."""
    return next((d for d in declarations if d.at == d.home), declarations[0])


def described(declaration: Declaration) -> str:
    """Return what the document says of a declaration, or else its name in words."""
    return declaration.docs.strip() or in_words(declaration.name)


def in_words(name: Name) -> str:
    """Write a name as a short sentence."""
    words = [word if word.isupper() else word.lower() for word in name.words]
    text = " ".join(words)
    return f"{text[:1].upper()}{text[1:]}." if text else "Unnamed."


def first_sentence(text: str) -> str:
    """Return the first paragraph of a text."""
    return text.strip().split("\n\n")[0]


def path_of(module: str) -> str:
    """Return the file of a module: `.models.pet` is `models/pet.py`."""
    return module.lstrip(".").replace(".", "/") + ".py"
