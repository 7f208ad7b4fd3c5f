"""The document as OpenAPI objects, in which references are still references."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from openapi_pydantic.v3.v3_1 import OpenAPI, Reference, Schema
from pydantic import BaseModel, ValidationError

from clientsmith.load import JSON
from clientsmith.pointer import Pointer, parse_reference

from .recovery import Status
from .values import lookup, reference_of

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Description:
    """A valid OpenAPI description.

    `version` is what the document declares; `openapi` is the 3.1 view of it,
    and `value` the same as plain values, for what that view does not know.
    """

    openapi: OpenAPI
    version: str
    value: JSON
    file: str
    stand_ins: Mapping[Pointer, Status] = field(default_factory=dict[Pointer, Status])
    """What took the place of what was wrong: something opaque, or nothing."""
    _targets: dict[tuple[Pointer, type[BaseModel]], BaseModel] = field(
        default_factory=dict[tuple[Pointer, type[BaseModel]], BaseModel],
        repr=False,
    )

    @property
    def root(self) -> Pointer:
        """The pointer to the whole document."""
        return Pointer(self.file)

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
        """Return where a reference of this document points."""
        return Pointer(self.file, parse_reference(reference).steps)

    def at(self, pointer: Pointer, kind: type[M]) -> M | Reference:
        """Return the typed view of the value at `pointer`.

        Raises:
            LookupError: There is no such value, or it is no `kind`.
        """
        if (pointer, kind) in self._targets:
            return cast("M", self._targets[pointer, kind])
        value = lookup(self.value, pointer)
        if reference_of(value) is not None and kind is not Schema:
            return Reference.model_validate(value)
        try:
            view = kind.model_validate(value)
        except ValidationError as problem:
            raise LookupError(f"{pointer} is not a {kind.__name__}") from problem
        self._targets[pointer, kind] = view
        return view
