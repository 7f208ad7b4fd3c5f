"""The plan of a package: finished pieces of Python, and where each one goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from .beside import CallTests, Project, Readme, Reference
from .code import Code


@dataclass(frozen=True, slots=True)
class ClassDefinition:
    """A class whose body is fields: a model, or a typed dictionary."""

    name: Code
    base: Code
    docstring: Code
    fields: tuple[Code, ...] = ()
    members: tuple[tuple[Code, ...], ...] = ()
    """The members of an enumeration, in blocks without empty lines."""
    decorators: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True)
class AliasDefinition:
    """A type that has a name."""

    name: Code
    value: Code
    docstrings: tuple[Code, ...]
    """What it is, where the document says: one docstring or none."""


@dataclass(frozen=True, slots=True)
class RecursiveDefinition:
    """A type that has a name and is defined by it, or by what comes after it."""

    name: Code
    quoted: Code
    value: Code
    docstrings: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class FunctionalDefinition:
    """A typed dictionary with keys that are no identifiers."""

    name: Code
    quoted: Code
    fields: tuple[Code, ...]
    docstring: Code


Definition: TypeAlias = (
    ClassDefinition | AliasDefinition | RecursiveDefinition | FunctionalDefinition
)


@dataclass(frozen=True, slots=True)
class DefinitionsModule:
    """A module of `models` or `params`."""

    docstring: Code
    imports: Code
    definitions: tuple[Definition, ...]


@dataclass(frozen=True, slots=True)
class Export:
    """A public name and the module it lives in, relative to the one that exports."""

    name: Code
    module: Code


@dataclass(frozen=True, slots=True)
class IndexModule:
    """An `__init__` that imports its names when they are first used."""

    docstring: Code
    imports: Code
    type_checking: Code
    exports: tuple[Export, ...]
    names: tuple[Code, ...]
    """Every public name, sorted."""
    constants: tuple[Code, ...] = ()


@dataclass(frozen=True, slots=True)
class FolderModule:
    """An `__init__` that exports nothing."""

    docstring: Code


@dataclass(frozen=True, slots=True)
class Builder:
    """A function that makes one request, without sending it."""

    name: Code
    signature: Code
    returns: Code
    docstring: Code
    imports: tuple[Code, ...]
    constructor: Code
    arguments: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """A method of one statement."""

    keyword: Code
    name: Code
    decorators: tuple[Code, ...]
    signature: Code
    returns: Code
    docstring: Code
    statement: Code


@dataclass(frozen=True, slots=True)
class ResourceClass:
    """A group of methods, blocking or async, and the groups below it."""

    name: Code
    base: Code
    docstring: Code
    requests: tuple[Code, ...]
    children: tuple[Child, ...]
    methods: tuple[Method, ...]


@dataclass(frozen=True, slots=True)
class Child:
    """An attribute that is a resource, made when it is first used."""

    name: Code
    type: Code
    docstring: Code
    statement: Code
    """What imports its class."""
    argument: Code


@dataclass(frozen=True, slots=True)
class BuildersClass:
    """The requests of one resource."""

    name: Code
    docstring: Code
    builders: tuple[Builder, ...]


@dataclass(frozen=True, slots=True)
class ResourceModule:
    """A resource: its requests, its blocking class and its async class."""

    docstring: Code
    imports: Code
    type_checking: tuple[Code, ...]
    exports: tuple[Code, ...]
    builders: tuple[BuildersClass, ...]
    classes: tuple[ResourceClass, ...]


@dataclass(frozen=True, slots=True)
class ClientClass:
    """`Client` or `AsyncClient`."""

    name: Code
    base: Code
    docstring: Code
    signature: Code
    credentials: Code
    children: tuple[Child, ...]


@dataclass(frozen=True, slots=True)
class ClientModule:
    """The way in."""

    imports: Code
    type_checking: tuple[Code, ...]
    api: tuple[Code, ...]
    classes: tuple[ClientClass, ...]


@dataclass(frozen=True, slots=True)
class StatusErrorClass:
    """The error of one status."""

    name: Code
    base: Code
    docstring: Code
    fields: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class ErrorsModule:
    """Everything the package raises on purpose."""

    docstring: Code
    imports: Code
    type_checking: tuple[Code, ...]
    exports: tuple[Code, ...]
    classes: tuple[StatusErrorClass, ...]
    statuses: tuple[Code, ...]


Content: TypeAlias = (
    DefinitionsModule
    | FolderModule
    | IndexModule
    | ResourceModule
    | ClientModule
    | ErrorsModule
    | Readme
    | Reference
    | CallTests
    | Project
)


@dataclass(frozen=True, slots=True)
class Page:
    """One file to render: where it goes, what is in it, and what it came from."""

    path: str
    content: Content
    seeded: bool = False
    """Written once, then left to the people who own the package."""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """How one operation is called, for the report."""

    pointer: str
    path: str
    """Two paths may share an operation by reference."""
    call: str | None
    stream_call: str | None
    arguments: tuple[Argument, ...]
    answers: tuple[str, ...]
    """The pointers of the media types that it understands."""
    module: str
    """The file that defines it."""


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a call: its Python name, and what it becomes on the wire."""

    name: str
    place: str
    wire_name: str
    required: bool


@dataclass(frozen=True, slots=True)
class Package:
    """Everything that will be written."""

    name: str
    pages: tuple[Page, ...]
    calls: tuple[Call, ...]
    models: int
    emitted: frozenset[str]
    """The declarations that have a Python name, by pointer."""
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    """What is published and could be renamed, by its key in the lock."""
