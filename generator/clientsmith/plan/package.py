"""The plan of a package: finished pieces of Python, and where each one goes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct, field

from .beside import (
    CallTests,
    DownloadTests,
    NameTests,
    Project,
    Readme,
    Reference,
    ReferenceModels,
    ReferencePage,
    WebhookTests,
)
from .code import Code


class ClassDefinition(Struct, frozen=True):
    """A class whose body is fields: a model, or a typed dictionary."""

    name: Code
    base: Code
    docstring: Code
    fields: tuple[Code, ...] = ()
    members: tuple[tuple[Code, ...], ...] = ()
    """The members of an enumeration, in blocks without empty lines."""
    decorators: tuple[Code, ...] = ()


class AliasDefinition(Struct, frozen=True):
    """A type that has a name."""

    name: Code
    value: Code
    docstrings: tuple[Code, ...]
    """What it is, where the document says: one docstring or none."""


class RecursiveDefinition(Struct, frozen=True):
    """A type that has a name and is defined by it, or by what comes after it."""

    name: Code
    quoted: Code
    value: Code
    docstrings: tuple[Code, ...]


class FunctionalDefinition(Struct, frozen=True):
    """A typed dictionary with keys that are no identifiers."""

    name: Code
    quoted: Code
    fields: tuple[Code, ...]
    docstring: Code


Definition: TypeAlias = (
    ClassDefinition | AliasDefinition | RecursiveDefinition | FunctionalDefinition
)


class DefinitionsModule(Struct, frozen=True):
    """A module of `models` or `params`."""

    docstring: Code
    imports: Code
    definitions: tuple[Definition, ...]


class Export(Struct, frozen=True):
    """A module, relative to the one that exports, and the names that it has."""

    module: Code
    names: Code


class IndexModule(Struct, frozen=True):
    """An `__init__` that imports its names when they are first used."""

    docstring: Code
    imports: Code
    type_checking: Code
    exports: tuple[Export, ...]
    names: tuple[Code, ...]
    """Every public name, sorted."""
    constants: tuple[tuple[Code, ...], ...] = ()


class FolderModule(Struct, frozen=True):
    """An `__init__` that exports nothing."""

    docstring: Code


class Builder(Struct, frozen=True):
    """A function that makes one request, without sending it."""

    name: Code
    overloads: tuple[Code, ...]
    """The signatures for callers, where there are several."""
    signature: Code
    returns: Code
    docstring: Code
    imports: tuple[Code, ...]
    """What it imports when it is called, as one block, where it does."""
    constructor: Code
    arguments: tuple[Code, ...]


class Method(Struct, frozen=True):
    """A method of one statement."""

    keyword: Code
    name: Code
    decorators: tuple[Code, ...]
    overloads: tuple[Code, ...]
    signature: Code
    returns: Code
    docstring: Code
    statement: Code


class ResourceClass(Struct, frozen=True):
    """A group of methods, blocking or async, and the groups below it."""

    name: Code
    base: Code
    docstring: Code
    requests: tuple[Code, ...]
    children: tuple[Child, ...]
    methods: tuple[Method, ...]


class Child(Struct, frozen=True):
    """An attribute that is a resource, made when it is first used."""

    name: Code
    type: Code
    docstring: Code
    statement: Code
    """What imports its class."""
    argument: Code


class BuildersClass(Struct, frozen=True):
    """The requests of one resource."""

    name: Code
    docstring: Code
    builders: tuple[Builder, ...]


class ResourceModule(Struct, frozen=True):
    """A resource: its requests, its blocking class and its async class."""

    docstring: Code
    imports: Code
    type_checking: tuple[Code, ...]
    exports: tuple[Code, ...]
    builders: tuple[BuildersClass, ...]
    classes: tuple[ResourceClass, ...]


class ClientClass(Struct, frozen=True):
    """`Client` or `AsyncClient`."""

    name: Code
    base: Code
    docstring: Code
    signature: Code
    credentials: Code
    settings: tuple[Code, ...]
    """What else is passed on: where the API is."""
    children: tuple[Child, ...]


class ClientModule(Struct, frozen=True):
    """The way in."""

    imports: Code
    type_checking: tuple[Code, ...]
    api: tuple[Code, ...]
    classes: tuple[ClientClass, ...]


class StatusErrorClass(Struct, frozen=True):
    """The error of one status."""

    name: Code
    base: Code
    docstring: Code
    fields: tuple[Code, ...]


class ErrorsModule(Struct, frozen=True):
    """Everything the package raises on purpose."""

    docstring: Code
    imports: Code
    type_checking: tuple[Code, ...]
    exports: tuple[Code, ...]
    classes: tuple[StatusErrorClass, ...]
    statuses: tuple[Code, ...]


class WebhooksModule(Struct, frozen=True):
    """What receives webhooks and callbacks."""

    docstring: Code
    imports: Code
    type_checking: tuple[Code, ...]
    exports: tuple[Code, ...]
    base: Code
    about: Code
    attributes: tuple[Code, ...]
    methods: tuple[Method, ...]
    """What reads callbacks."""
    bound: tuple[Code, ...]
    """The functions of the module: methods of one object without settings."""
    lazy: tuple[Export, ...]
    """What is imported when it is used."""


class FakeClass(Struct, frozen=True):
    """The scripts of a resource, and the classes of the resources below it."""

    name: Code
    docstring: Code
    fields: tuple[Code, ...]


class FakesModule(Struct, frozen=True):
    """The fake of the API, for tests of what calls it."""

    docstring: Code
    imports: Code
    type_checking: tuple[Code, ...]
    classes: tuple[FakeClass, ...]
    about: Code
    fields: tuple[Code, ...]
    """The classes of the resources at the top."""
    arguments: Code
    async_arguments: Code
    """What the clients of the fake are given."""


class MakingModule(Struct, frozen=True):
    """What makes models for tests."""

    docstring: Code
    imports: Code
    texts: tuple[Code, ...]
    """A pattern and the texts that it matches, each."""
    tags: tuple[Code, ...]
    """The name of a class, and by what unions recognise it, each."""


Content: TypeAlias = (
    DefinitionsModule
    | FolderModule
    | IndexModule
    | ResourceModule
    | ClientModule
    | ErrorsModule
    | FakesModule
    | MakingModule
    | Readme
    | Reference
    | ReferenceModels
    | ReferencePage
    | CallTests
    | DownloadTests
    | NameTests
    | WebhookTests
    | Project
    | WebhooksModule
)


class Page(Struct, frozen=True):
    """One file to render: where it goes, what is in it, and what it came from."""

    path: str
    content: Content
    seeded: bool = False
    """Written once, then left to the people who own the package."""
    sources: tuple[str, ...] = ()


class Call(Struct, frozen=True):
    """How one operation is called, for the report."""

    pointer: str
    path: str
    """Two paths may share an operation by reference."""
    call: str | None
    stream_call: str | None
    download_call: str | None
    pages: str | None
    """By what it is known how pages follow each other, where it is read by them."""
    arguments: tuple[Argument, ...]
    answers: tuple[str, ...]
    """The pointers of the media types that it understands."""
    module: str
    """The file that defines it."""


class Argument(Struct, frozen=True):
    """One argument of a call: its Python name, and what it becomes on the wire."""

    name: str
    place: str
    wire_name: str
    required: bool


class Received(Struct, frozen=True):
    """How one webhook or callback is read, for the report."""

    pointer: str
    call: str
    answers: tuple[str, ...]
    """The pointers of the media types that are read, or that answers may have."""


class Package(Struct, frozen=True):
    """Everything that will be written."""

    name: str
    pages: tuple[Page, ...]
    calls: tuple[Call, ...]
    models: int
    emitted: Mapping[str, str]
    """The names of the declarations that have one in Python, by pointer."""
    received: tuple[Received, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    """What is published and could be renamed, by its key in the lock."""
