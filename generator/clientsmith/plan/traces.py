"""Which definition of a package comes from which part of the description.

Nothing of it is written: it is worked out again for whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from clientsmith.ir import Api, ObjectSchema
from clientsmith.pointer import Pointer

from .attributes import Attributes
from .layout import Layout, Place
from .module import path_of
from .operations import Planned, dotted
from .resource_names import resource_class, resource_module

Kind: TypeAlias = Literal["class", "attribute", "method", "argument", "key"]


class Trace(Struct, frozen=True):
    """One definition: its file, its name in there, and where it is described."""

    path: str
    name: str
    """`Pet`, `Pet.name`, `AsyncPets.list`."""
    kind: Kind
    used: str
    """What callers write: `models.Pet`, `client.pets.list`."""
    at: Pointer

    @property
    def name_of_its_own(self) -> str:
        """What it is called where names are given: a call by where it is found."""
        if self.kind == "method":
            return self.used.removeprefix("client.")
        return self.name.rpartition(".")[2]


def traces_of(
    api: Api, layout: Layout, attributes: Attributes, planned: list[Planned]
) -> list[Trace]:
    """List the definitions of models, of what is sent, and of calls."""
    return [
        *_models(api, layout, attributes),
        *_params(api, layout.params),
        *(each for one in planned for each in _operation(one)),
    ]


def _models(api: Api, layout: Layout, attributes: Attributes) -> Iterator[Trace]:
    for at, place in layout.models.items():
        path, name = path_of(place.module), place.name
        yield Trace(path, name, "class", f"models.{name}", at)
        names = attributes.of.get(place, {})
        for key, declared in _properties(api, at):
            if key in names:
                full = f"{name}.{names[key]}"
                yield Trace(path, full, "attribute", f"models.{full}", declared)


def _params(api: Api, places: Mapping[Pointer, Place]) -> Iterator[Trace]:
    for at, place in places.items():
        path, name = path_of(place.module), place.name
        yield Trace(path, name, "class", f"params.{name}", at)
        for key, declared in _properties(api, at):
            used = f'params.{name}["{key}"]'
            yield Trace(path, f"{name}.{key}", "key", used, declared)


def _properties(api: Api, at: Pointer) -> Iterator[tuple[str, Pointer]]:
    declaration = api.declarations[at]
    if isinstance(declaration, ObjectSchema):
        for one in declaration.properties:
            yield one.key, one.at


def _operation(planned: Planned) -> Iterator[Trace]:
    resource, at = planned.resource, planned.operation.at
    path, name = path_of(resource_module(resource)), resource_class(resource)
    for method in planned.methods:
        used = f"client.{dotted(resource, method)}"
        for owner in (name, f"Async{name}", f"{name}Requests"):
            yield Trace(path, f"{owner}.{method}", "method", used, at)
    call = f"client.{planned.dotted}"
    for one in planned.arguments.positional:
        full = f"{name}Requests.{planned.method}.{one.name}"
        yield Trace(path, full, "argument", f"{call}({one.name}=…)", one.at)
    variants = zip(planned.params_classes, planned.arguments.variants, strict=False)
    for owner, variant in variants:
        module = path_of(planned.params_module)
        yield Trace(module, owner, "class", f"params.{owner}", at)
        for one in variant.keywords:
            used = f"{call}({one.name}=…)"
            yield Trace(module, f"{owner}.{one.name}", "argument", used, one.at)
