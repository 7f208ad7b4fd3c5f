"""What stands beside a package: how to begin, every method, tests, how to install."""

from __future__ import annotations

from msgspec import Struct

from .code import Code


class Readme(Struct, frozen=True):
    """What a user reads first."""

    title: Code
    about: tuple[Code, ...]
    package: Code
    distribution: Code
    setup: tuple[Code, ...]
    configured: Code
    credentials: tuple[Code, ...]
    notes: tuple[Code, ...]
    first_call: tuple[Code, ...]
    first_request: tuple[Code, ...]
    paging: tuple[Code, ...]
    """A call that lists something page by page, if there is one."""
    streaming: tuple[Code, ...]
    downloading: tuple[Code, ...]
    base_error: Code


class ReferenceArgument(Struct, frozen=True):
    """One row of the table of arguments."""

    name: Code
    type: Code
    about: Code


class ReferenceMethod(Struct, frozen=True):
    """One operation in the reference."""

    call: Code
    endpoint: Code
    about: Code
    tables: tuple[tuple[ReferenceArgument, ...], ...]
    """The arguments, if there are any: one table or none."""
    returns: Code
    raises: tuple[tuple[Code, ...], ...]


class Reference(Struct, frozen=True):
    """Every method."""

    title: Code
    methods: tuple[ReferenceMethod, ...]


class CallTest(Struct, frozen=True):
    """A call against an in-process server that answers as the document says."""

    name: Code
    asked: Code
    """The start of the request line: method and path."""
    call: Code
    """The call, and where it keeps what is returned."""
    status: Code
    content_type: Code
    expected: tuple[Code, ...]
    """What is returned, if anything is."""
    checks: tuple[Code, ...]
    answer: Code
    """What the server sends: `expected` itself, or the text it is read from."""


class CallTests(Struct, frozen=True):
    """The tests that are generated beside the package."""

    package: Code
    arguments: Code
    calls: tuple[CallTest, ...]
    streams: tuple[CallTest, ...]


class Project(Struct, frozen=True):
    """What installs the package."""

    distribution: Code
    package: Code
    description: Code
    version: Code
