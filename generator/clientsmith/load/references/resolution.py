"""From a reference as it is written to what it means.

https://www.rfc-editor.org/rfc/rfc3986#section-5
https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from clientsmith.pointer import Pointer, parse_fragment

from .faults import alone, crossing, no_anchor, no_uri, other_base
from .files import Files, child
from .grammar import TEXT
from .referral import Referral
from .uris import join, scheme
from .walk import Found

if TYPE_CHECKING:
    from clientsmith.diagnostics import Diagnostic
    from clientsmith.load.reading import JSON

    from .files import File

_MOST_HOPS = 50
"""How many references one pointer may lead through, before it is said to dangle."""


@dataclass(slots=True)
class Resolution:
    """Resolves references, and reads the files that they lead to."""

    files: Files
    _settling: set[Pointer] = field(default_factory=set[Pointer])
    """The pointers that are being followed: references may lead in circles."""
    _settled: dict[Pointer, Pointer] = field(default_factory=dict[Pointer, Pointer])
    """What was followed to its end."""

    def resolve(self, found: Found, *, wait: bool = False) -> Referral | None:
        """Say where a reference leads; None where it has to wait.

        What may be the `$id` of a schema waits until every file is known that is
        referred to by its path.
        """
        uri, _, fragment = found.text.partition("#")
        file = self.files.by_name[found.at.file]
        steps, base = file.identifiers.base(found.place.steps)
        if not found.text:
            return _referral(found, None)
        if not uri:
            return self._within(found, Pointer(found.at.file, steps), fragment)
        identity, location = join(base, uri), join(file.uri, uri)
        if identity is None or location is None:
            return _referral(found, None, no_uri(found))
        known = self.files.known.get(identity)
        if known is not None:
            return self._within(found, known, fragment)
        if wait and (identity != location or scheme(location) not in {"", "file"}):
            return None
        return self._at(found, file, location, fragment)

    def _at(self, found: Found, file: File, location: str, fragment: str) -> Referral:
        """Look for a resource where its URI says."""
        library = self.files.library
        if library is None:
            return _referral(found, None, alone(found))
        if scheme(location) == "file" != scheme(file.uri):
            return _referral(found, None, crossing(found))
        opened = self.files.open(library, location, found.text)
        if opened.value is None:
            problems = [_placed(each, found) for each in opened.diagnostics]
            return _referral(found, None, *problems)
        return self._within(found, opened.value, fragment)

    def _within(self, found: Found, resource: Pointer, fragment: str) -> Referral:
        """Look inside a resource for what a fragment names."""
        steps = parse_fragment(fragment)
        if fragment and not steps:
            return self._anchored(found, resource, unquote(fragment))
        target = Pointer(resource.file, (*resource.steps, *steps))
        settled = self._settle(target)
        if settled is None and resource.steps:
            settled = self._settle(Pointer(resource.file, steps))
            if settled is not None:
                return _referral(found, settled, other_base(found, resource))
        return _referral(found, settled or target)

    def _anchored(self, found: Found, resource: Pointer, anchor: str) -> Referral:
        identifiers = self.files.by_name[resource.file].identifiers
        for steps in (resource.steps, ()):
            _, base = identifiers.base(steps)
            target = identifiers.anchor(base, anchor, found.place.steps)
            if target is not None:
                return _referral(found, Pointer(resource.file, target))
        return _referral(found, None, no_anchor(found, identifiers))

    def _settle(self, pointer: Pointer) -> Pointer | None:
        """Follow a pointer, also through references on its way, to what it means.

        The standard does not look through references, but most tools do.
        """
        if pointer in self._settled:
            return self._settled[pointer]
        if pointer in self._settling or len(self._settling) > _MOST_HOPS:
            return None
        self._settling.add(pointer)
        value, at = self.files.by_name[pointer.file].value, Pointer(pointer.file)
        settled: Pointer | None = pointer
        for index, step in enumerate(pointer.steps):
            below = child(value, step)
            if below is None:
                settled = self._through(value, at, pointer.steps[index:])
                break
            value, at = below[0], at / step
        self._settling.discard(pointer)
        if settled is not None:
            self._settled[pointer] = settled
        return settled

    def _through(
        self,
        value: JSON,
        at: Pointer,
        rest: tuple[str, ...],
    ) -> Pointer | None:
        text = value.get("$ref") if isinstance(value, dict) else None
        if not isinstance(text, str):
            return None
        onwards = self.resolve(Found(at, at / "$ref", text, (), TEXT))
        target = onwards.target if onwards else None
        if target is None:
            return None
        return self._settle(Pointer(target.file, (*target.steps, *rest)))


def _referral(
    found: Found,
    target: Pointer | None,
    *problems: Diagnostic,
) -> Referral:
    return Referral(
        place=found.place,
        at=found.at,
        text=found.text,
        siblings=found.siblings,
        kind=found.kind,
        target=target,
        problems=problems,
    )


def _placed(diagnostic: Diagnostic, found: Found) -> Diagnostic:
    """Say where a file is referred to, of what has no place of its own."""
    return diagnostic if diagnostic.at else replace(diagnostic, at=found.at)
