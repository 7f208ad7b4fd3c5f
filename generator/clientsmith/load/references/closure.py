"""Collects every file that a description refers to, and where each reference leads.

https://spec.openapis.org/oas/v3.2.0.html#openapi-description-structure
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from clientsmith.diagnostics import Diagnostic, Severity
from clientsmith.load.decode import decode
from clientsmith.load.text import read_part
from clientsmith.pointer import Pointer, parse_fragment

from .faults import alone, no_anchor, no_uri, other_base
from .grammar import DESCRIPTION, MAPPING, SCHEMA, TEXT, Kind, kind_at
from .identifiers import Identifiers, find_identifiers
from .link import Link
from .uris import join, scheme
from .walk import Found, find_references

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clientsmith.load.reading import JSON, Reading
    from clientsmith.load.source import Source

    from .library import Library

_MOST_HOPS = 50
"""How many references one pointer may lead through, before it is said to dangle."""


@dataclass(frozen=True, slots=True)
class File:
    """One file of a description, where it was found and how its parts are called."""

    uri: str
    value: JSON
    identifiers: Identifiers
    source: Source | None = None
    reading: Reading | None = None


@dataclass(slots=True)
class Closure:
    """The files of a description by name, what is used of them, and the links.

    `entries` are the objects that links lead to, without those inside another.
    """

    library: Library | None
    files: dict[str, File] = field(default_factory=dict[str, File])
    links: dict[Pointer, Link] = field(default_factory=dict[Pointer, Link])
    entries: dict[Pointer, list[Kind]] = field(
        default_factory=dict[Pointer, list[Kind]],
    )
    remarks: list[Diagnostic] = field(default_factory=list[Diagnostic])
    _known: dict[str, Pointer] = field(default_factory=dict[str, Pointer])
    _entered: set[tuple[Pointer, Kind]] = field(
        default_factory=set[tuple[Pointer, Kind]],
    )
    _broken: dict[str, tuple[Diagnostic, ...]] = field(
        default_factory=dict[str, tuple[Diagnostic, ...]],
    )
    _pending: list[Found] = field(default_factory=list[Found])
    _settling: set[Pointer] = field(default_factory=set[Pointer])
    """The pointers that are being followed: references may lead in circles."""

    def collect(self, value: JSON, texts: Iterable[str]) -> None:
        """Follow all references, from the root document on.

        What might be the `$id` of a schema waits until every file is known that is
        referred to by its path.
        """
        uri = self.library.document if self.library else ""
        self._add("", File(uri, value, find_identifiers(value, texts, uri)))
        self._enter(Pointer(), DESCRIPTION)
        waiting: list[Found] = []
        while self._pending or waiting:
            while self._pending:
                found = self._pending.pop()
                if not self._follow(found, wait=True):
                    waiting.append(found)
            still = [found for found in waiting if not self._follow(found, wait=True)]
            waiting = sorted(still, key=lambda found: found.at, reverse=True)
            while waiting and not self._pending:
                self._follow(waiting.pop(), wait=False)

    def _follow(self, found: Found, *, wait: bool) -> bool:
        """Note where a reference leads, unless that has to wait; say which."""
        link = self._resolve(found, wait=wait)
        if link is None:
            return False
        self.links[link.at] = link
        if link.target is not None:
            self._enter(link.target, SCHEMA if link.kind == MAPPING else link.kind)
        return True

    def _enter(self, at: Pointer, kind: Kind) -> None:
        if (at, kind) in self._entered:
            return
        self._entered.add((at, kind))
        found = self._value(at)
        if found is not None and kind != TEXT and not self._walked(at, kind):
            self.entries.setdefault(at, []).append(kind)
            self._pending += find_references(found[0], at, kind)

    def _walked(self, at: Pointer, kind: Kind) -> bool:
        """Tell whether this is a part of something whose references are known."""
        return any(
            kind_at(known, at.steps[length:]) == kind
            for length in range(len(at.steps) + 1)
            for known in self.entries.get(Pointer(at.file, at.steps[:length]), ())
        )

    def _value(self, at: Pointer) -> tuple[JSON] | None:
        value = self.files[at.file].value
        for step in at.steps:
            child = _child(value, step)
            if child is None:
                return None
            value = child[0]
        return (value,)

    def _resolve(self, found: Found, *, wait: bool) -> Link | None:
        uri, _, fragment = found.text.partition("#")
        file = self.files[found.at.file]
        steps, base = file.identifiers.base(found.place.steps)
        if not found.text:
            return _link(found, None)
        if not uri:
            return self._within(found, Pointer(found.at.file, steps), fragment)
        identity, location = join(base, uri), join(file.uri, uri)
        if identity is None or location is None:
            return _link(found, None, no_uri(found))
        resource = self._known.get(identity)
        if resource is None:
            if wait and (identity != location or scheme(location) not in {"", "file"}):
                return None
            name, problems = self._open(location, found)
            if problems:
                return _link(found, None, *problems)
            resource = Pointer(name)
        return self._within(found, resource, fragment)

    def _within(self, found: Found, resource: Pointer, fragment: str) -> Link:
        """Look inside a resource for what a fragment names."""
        steps = parse_fragment(fragment)
        if fragment and not steps:
            return self._anchored(found, resource, unquote(fragment))
        target = Pointer(resource.file, (*resource.steps, *steps))
        settled = self._settle(target)
        if settled is None and resource.steps:
            settled = self._settle(Pointer(resource.file, steps))
            if settled is not None:
                return _link(found, settled, other_base(found, resource))
        return _link(found, settled or target)

    def _anchored(self, found: Found, resource: Pointer, anchor: str) -> Link:
        identifiers = self.files[resource.file].identifiers
        for steps in (resource.steps, ()):
            _, base = identifiers.base(steps)
            target = identifiers.anchors.get((base, anchor))
            if target is not None:
                return _link(found, Pointer(resource.file, target))
        return _link(found, None, no_anchor(found, identifiers))

    def _settle(self, pointer: Pointer) -> Pointer | None:
        """Follow a pointer, also through references on its way, to what it means.

        The standard does not look through references, but most tools do.
        """
        if pointer in self._settling or len(self._settling) > _MOST_HOPS:
            return None
        self._settling.add(pointer)
        value, at = self.files[pointer.file].value, Pointer(pointer.file)
        for index, step in enumerate(pointer.steps):
            child = _child(value, step)
            if child is None:
                through = self._through(value, at, pointer.steps[index:])
                break
            value, at = child[0], at / step
        else:
            through = at
        self._settling.discard(pointer)
        return through

    def _through(
        self,
        value: JSON,
        at: Pointer,
        rest: tuple[str, ...],
    ) -> Pointer | None:
        text = value.get("$ref") if isinstance(value, dict) else None
        if not isinstance(text, str):
            return None
        link = self._resolve(Found(at, at / "$ref", text, (), TEXT), wait=False)
        if link is None or link.target is None:
            return None
        return self._settle(Pointer(link.target.file, (*link.target.steps, *rest)))

    def _open(self, uri: str, found: Found) -> tuple[str, tuple[Diagnostic, ...]]:
        """Read a file, once, and return its name, or what is wrong with it."""
        if self.library is None:
            return "", (alone(found),)
        name = self.library.name(uri)
        if name not in self.files and name not in self._broken:
            outcome = self.library.open(uri, found.text)
            if outcome.value is None:
                return name, _placed(outcome.diagnostics, found)
            self.remarks += outcome.diagnostics
            self._read(name, uri, outcome.value)
        return name, self._broken.get(name, ())

    def _read(self, name: str, uri: str, source: Source) -> None:
        decoded = decode(source)
        read = read_part(decoded.value) if decoded.value else None
        diagnostics = read.diagnostics if read else decoded.diagnostics
        if read is None or read.value is None or _has_error(diagnostics):
            self._broken[name] = diagnostics
            return
        self.remarks += diagnostics
        reading = read.value
        identifiers = find_identifiers(reading.value, [reading.passage.whole], uri)
        self._add(name, File(uri, reading.value, identifiers, source, reading))

    def _add(self, name: str, file: File) -> None:
        self.files[name] = file
        for steps, uri in file.identifiers.bases.items():
            self._known.setdefault(uri, Pointer(name, steps))


def _child(value: JSON, step: str) -> tuple[JSON] | None:
    match value:
        case dict() if step in value:
            return (value[step],)
        case list() if step.isdecimal() and int(step) < len(value):
            return (value[int(step)],)
        case _:
            return None


def _has_error(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(each.severity is Severity.ERROR for each in diagnostics)


def _link(found: Found, target: Pointer | None, *problems: Diagnostic) -> Link:
    return Link(
        place=found.place,
        at=found.at,
        text=found.text,
        siblings=found.siblings,
        kind=found.kind,
        target=target,
        problems=problems,
    )


def _placed(
    diagnostics: Iterable[Diagnostic],
    found: Found,
) -> tuple[Diagnostic, ...]:
    """Say of what is wrong with a file where it is referred to."""
    return tuple(
        each if each.at else replace(each, at=found.at) for each in diagnostics
    )
