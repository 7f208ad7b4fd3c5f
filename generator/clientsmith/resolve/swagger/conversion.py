"""What the functions of this folder share while they convert one description.

https://spec.openapis.org/oas/v2.0.html#mime-types
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from clientsmith.diagnostics import Diagnostic, warning
from clientsmith.load import JSON
from clientsmith.pointer import Pointer, parse_reference
from clientsmith.resolve.values import items, lookup, members, reference_of


class Conversion(Struct):
    """The files as they are written, and which of their values have moved where."""

    values: Mapping[str, JSON]
    origins: dict[Pointer, Pointer] = field(default_factory=dict[Pointer, Pointer])
    """From places of the result to places of the document."""
    destinations: dict[Pointer, Pointer] = field(
        default_factory=dict[Pointer, Pointer],
    )
    """The other way round, for references."""
    references: list[dict[str, JSON]] = field(default_factory=list[dict[str, JSON]])
    """Objects of the result that refer to a place of the document as it is written."""
    problems: list[Diagnostic] = field(default_factory=list[Diagnostic])

    @property
    def root(self) -> Pointer:
        """The pointer to the whole root document."""
        return Pointer()

    @property
    def swagger(self) -> dict[str, JSON]:
        """The root document."""
        return members(self.values[""])

    @property
    def consumes(self) -> list[str]:
        """The media types of requests, unless an operation says otherwise."""
        return media_types(self.swagger.get("consumes"))

    @property
    def produces(self) -> list[str]:
        """The media types of responses, unless an operation says otherwise."""
        return media_types(self.swagger.get("produces"))

    def moved(self, new: Pointer, old: Pointer) -> None:
        """Remember that a value has another place now, for readers and references."""
        self.comes_from(new, old)
        self.destinations.setdefault(old, new)

    def comes_from(self, new: Pointer, old: Pointer) -> None:
        """Remember what a value was made of, where references do not lead to it."""
        if new != old:
            self.origins[new] = old

    def enter(self, value: JSON, at: Pointer) -> tuple[JSON, Pointer]:
        """Follow the references of the document, which have been checked."""
        while (reference := reference_of(value)) is not None:
            at = parse_reference(reference)
            value = lookup(self.values[at.file], at)
        return value, at

    def unsupported(self, code: str, message: str, at: Pointer, hint: str) -> None:
        """Report what OpenAPI 3 cannot say."""
        self.problems.append(warning(code, message, at, hint=hint))


def media_types(value: JSON) -> list[str]:
    """List the media types of `consumes` or `produces`, each once."""
    return list(dict.fromkeys(one for one in items(value) if isinstance(one, str)))


def without(value: JSON, *keys: str) -> dict[str, JSON]:
    """Return the members of an object but some."""
    return {key: item for key, item in members(value).items() if key not in keys}
