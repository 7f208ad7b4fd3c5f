"""Reading values with a generated package as any type of its description."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from importlib import import_module
from types import ModuleType
from typing import Any

from clientsmith.ir import Type
from clientsmith.plan import Layout
from clientsmith.plan.annotations import Annotation, received
from clientsmith.plan.casing import named
from clientsmith.plan.imports import Import
from clientsmith.pointer import Pointer

from .same import difference


@dataclass(slots=True)
class Reading:
    """A package that was imported, asked for values of types."""

    package: ModuleType
    layout: Layout
    _types: dict[str, Any] = field(default_factory=dict[str, Any])

    def annotation(self, type_: Type) -> Annotation:
        """Spell a type as the package does.

        Raises:
            LookupError: It has no model, because it is only ever sent.
        """
        return received(type_, self._refer)

    def wrong(self, type_: Type, value: Any, mode: str = "strict") -> str | None:
        """Say how reading a value and writing it back fails, if it does."""
        try:
            back = json.loads(self._written(self.read(type_, value, mode)))
        except Exception as problem:  # noqa: BLE001 - any exception is a failure
            return f"{type(problem).__name__}: {problem}"
        return difference(value, back)

    def read(self, type_: Type, value: Any, mode: str = "strict") -> Any:
        """Read a value as an answer of a type.

        Raises:
            Exception: It is refused.
        """
        decode = self._module("._runtime.decode")
        context = decode.Context("round trip", mode, 200)
        python = self._python(self.annotation(type_))
        return decode.decode_json(json.dumps(value), python, context)

    def _written(self, value: Any) -> bytes:
        """Write a value as a client does that sends it back."""
        written: bytes = self._module("._runtime.body").json_value(value).encode()
        return written

    def _refer(self, pointer: Pointer) -> Annotation:
        place = self.layout.models[pointer]
        return Annotation(
            named(place.name), frozenset({Import(place.module, place.name)})
        )

    def _python(self, annotation: Annotation) -> Any:
        """Evaluate an annotation, as the type checker of a user would read it."""
        if annotation.text not in self._types:
            names = {
                wanted.alias or wanted.name or wanted.module: self._imported(wanted)
                for wanted in annotation.imports
            }
            self._types[annotation.text] = eval(annotation.text, names)  # noqa: S307
        return self._types[annotation.text]

    def _imported(self, wanted: Import) -> Any:
        module = self._module(wanted.module)
        return getattr(module, wanted.name) if wanted.name else module

    def _module(self, name: str) -> ModuleType:
        return import_module(name, self.package.__name__)
