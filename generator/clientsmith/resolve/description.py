"""The document as OpenAPI objects, in which references are still references."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar, cast

from msgspec import Struct, field
from openapi_pydantic.v3.v3_1 import Components, OpenAPI, Reference, Schema
from pydantic import BaseModel, ValidationError

from clientsmith.load import JSON
from clientsmith.pointer import Pointer, parse_reference

from .moves import Moves
from .recovery.stand_ins import Status
from .values import lookup, only_refers, reference_of

M = TypeVar("M", bound=BaseModel)

_SECTIONS = frozenset(Components.model_fields)


class Description(Struct, frozen=True):
    """A valid OpenAPI description.

    `version` is what the document declares; `openapi` is the 3.1 view of it, and
    `values` are the plain values of each of its files, for what that view does not
    know. The root document is the file without a name.
    """

    openapi: OpenAPI
    version: str
    values: Mapping[str, JSON]
    elsewhere: tuple[Pointer, ...] = ()
    """The schemas of other files that are referred to."""
    moves: Moves = Moves()
    """What stood elsewhere in the document as it was written."""
    stand_ins: Mapping[Pointer, Status] = field(default_factory=dict[Pointer, Status])
    """What took the place of what was wrong: something opaque, or nothing."""
    _targets: dict[tuple[Pointer, type[BaseModel]], BaseModel] = field(
        default_factory=dict[tuple[Pointer, type[BaseModel]], BaseModel],
    )

    @property
    def value(self) -> JSON:
        """The plain values of the root document."""
        return self.values[""]

    @property
    def root(self) -> Pointer:
        """The pointer to the whole root document."""
        return Pointer()

    def follow(
        self,
        node: M | Reference,
        at: Pointer,
        kind: type[M],
    ) -> tuple[M, Pointer]:
        """Return what `node` stands for, and where that is.

        Raises:
            LookupError: A reference leads nowhere, or in a circle.
        """
        seen: set[Pointer] = set()
        while isinstance(node, Reference):
            at = self.pointer(node.ref)
            if at in seen:
                raise LookupError(f"{node.ref} refers to itself")
            seen.add(at)
            node = self.at(at, kind)
        return node, at

    def pointer(self, reference: str) -> Pointer:
        """Return where a reference points; `resolve` has spelled them all out."""
        return parse_reference(reference)

    def lookup(self, pointer: Pointer) -> JSON:
        """Return the plain value at `pointer`.

        Raises:
            LookupError: There is none.
        """
        return lookup(self.values[pointer.file], pointer)

    def at(self, pointer: Pointer, kind: type[M]) -> M | Reference:
        """Return the typed view of the value at `pointer`.

        Raises:
            LookupError: There is no such value, or it is no `kind`.
        """
        value = self.lookup(pointer)
        if reference_of(value) is not None and (
            kind is not Schema or only_refers(value)
        ):
            return Reference.model_validate(value)
        return self.view(pointer, kind)

    def view(self, pointer: Pointer, kind: type[M]) -> M:
        """Return the typed view of the value at `pointer`, which is no reference.

        Raises:
            LookupError: There is no such value, or it is no `kind`.
        """
        if (pointer, kind) in self._targets:
            return cast("M", self._targets[pointer, kind])
        component = self._component(pointer)
        if isinstance(component, kind):
            return component
        try:
            view = kind.model_validate(self.lookup(pointer))
        except ValidationError as problem:
            raise LookupError(f"{pointer} is not a {kind.__name__}") from problem
        self._targets[pointer, kind] = view
        return view

    def _component(self, pointer: Pointer) -> object:
        """Return what the view of the whole has of a component, to view it once."""
        match pointer:
            case Pointer("", ("components", section, name)) if section in _SECTIONS:
                named: object = getattr(self.openapi.components, section, None)
            case _:
                return None
        return cast("dict[str, object]", named).get(name) if named else None
