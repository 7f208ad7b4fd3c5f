"""The types of the plan as those of the surface, by the annotations they would have."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from clientsmith.ir import (
    Api,
    EnumSchema,
    Property,
    bare,
)
from clientsmith.ir import Type as IrType
from clientsmith.plan.annotations import (
    Annotation,
    literals,
    opened,
    received,
    sent,
    union,
)
from clientsmith.plan.casing import named
from clientsmith.plan.code import code
from clientsmith.plan.inputs import given_as, models_of, tagged
from clientsmith.plan.layout import Layout
from clientsmith.plan.taken import Taken
from clientsmith.pointer import Pointer

from .annotations import read_annotation
from .limits import limits_in_annotation
from .types import Type


class Terms(Struct, dict=True):
    """Says what types are to callers, with the names of one package."""

    api: Api
    layout: Layout

    def received(self, type_: IrType, *, required: bool = True) -> Type:
        """Return what an answer holds; what may be absent is None then."""
        found = received(bare(type_), self.model)
        return read_annotation((found if required else found.optional).text)

    def limits(self, type_: IrType) -> Mapping[str, str]:
        """Say what is asserted of a value inside of null, and of what it holds."""
        if bare(type_) == type_:
            return {}
        return limits_in_annotation(received(type_, self._known).text)

    def opened(self, declaration: EnumSchema) -> Type:
        """Return what is received of an enumeration: servers add values."""
        return read_annotation(opened(declaration).text)

    def sent(self, type_: IrType) -> Type:
        """Return what a request may be given."""
        return read_annotation(sent(type_, self.given).text)

    def sent_property(self, property_: Property) -> Type:
        """Return what may be given for a key of a dictionary."""
        if property_.tags:
            return read_annotation(tagged(property_).text)
        return self.sent(property_.type)

    def argument(self, taken: Taken) -> Type:
        """Return what may be given for an argument."""
        return read_annotation(given_as(self.api, taken, self.given).text)

    def chosen(self, declaration: EnumSchema) -> Type:
        """Return what may be given where a value is one of several."""
        values = literals(member.value for member in declaration.members)
        known = (self.layout.received.get(declaration.at, declaration.at),)
        for at in (declaration.at, *known):
            if self.layout.models.get(at) in self.layout.enums:
                return read_annotation(union([self.model(at), values]).text)
        return read_annotation(values.text)

    def model(self, pointer: Pointer) -> Annotation:
        """Name what is received of a declaration."""
        return self._models[pointer]

    def given(self, pointer: Pointer) -> Annotation:
        """Name what may be given of a declaration: a dictionary, or a model."""
        known = self._given.get(pointer)
        if known is None:
            models = map(self.model, models_of(self.api, self.layout, pointer))
            name = named(self.layout.params[pointer].name)
            known = union([*models, Annotation(code("params.{}", name))])
            self._given[pointer] = known
        return known

    def _known(self, pointer: Pointer) -> Annotation:
        """Name a declaration, whichever way it goes."""
        place = self.layout.models.get(pointer) or self.layout.params[pointer]
        return Annotation(named(place.name))

    @cached_property
    def _models(self) -> dict[Pointer, Annotation]:
        return {
            at: Annotation(code("models.{}", named(place.name)))
            for at, place in self.layout.models.items()
        }

    @cached_property
    def _given(self) -> dict[Pointer, Annotation]:
        return {}
