"""What a caller can see of a package: names, types and docs, and where they are from.

https://packaging.python.org/en/latest/discussions/versioning/ is what it decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from msgspec import Struct, field

from clientsmith.pointer import Pointer

from .types import Type

Manner: TypeAlias = Literal["call", "pages", "stream", "download"]
"""How an operation is used: for its answer, page by page, event by event, as bytes."""
Body: TypeAlias = Literal["", "optional", "required"]
"""Whether a body of arguments is sent where none of them is given."""


class Parameter(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An argument of a call, or of a client."""

    name: str
    wire: str = ""
    """Where it goes, and under which name: `query.limit`."""
    form: str = ""
    """How it is sent there, where that is known: `form, explode: false`."""
    position: int | None = None
    """Its place, where it may be given without its name."""
    type: Type
    required: bool = False
    default: str | None = None
    """What the server takes for it, as JSON."""
    limits: tuple[tuple[str, str], ...] = ()
    """What the server asserts of it beyond its type, and of what it holds."""
    docs: str = ""
    deprecated: bool = False
    at: Pointer | None = None


class Overload(Struct, frozen=True, omit_defaults=True):
    """Keywords that go together; most calls have one set of them."""

    name: str
    """What the dictionary of these keywords is called, if there are any."""
    parameters: tuple[Parameter, ...]
    limits: tuple[tuple[str, str], ...] = ()
    """What the server asserts of the body that they make together."""


class Failure(Struct, frozen=True, omit_defaults=True):
    """A status that an operation may refuse with."""

    status: str
    error: str
    """The class that it raises."""
    body: Type | None
    docs: str = ""
    at: Pointer | None = None


class Method(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One call: `client.pets.list`."""

    name: str
    """Where it is found: `pets.list`."""
    manner: Manner
    verb: str
    path: str
    overloads: tuple[Overload, ...]
    body: Body = ""
    """Nothing where no body is made of several arguments."""
    returns: Type
    headers: tuple[Parameter, ...] = ()
    """What comes beside the answer."""
    failures: tuple[Failure, ...] = ()
    credentials: tuple[tuple[str, ...], ...] = ()
    """The arguments of the client that it needs, as alternatives."""
    media: tuple[str, ...] = ()
    """The media types of its body, the usual one first."""
    said: tuple[tuple[str, str], ...] = ()
    """What else the request says: `accept`, `server`, `terminator`."""
    docs: str = ""
    deprecated: bool = False
    at: Pointer | None = None

    @property
    def operation(self) -> tuple[str, str]:
        """What is asked of the API."""
        return self.verb, self.path


class Record(
    Struct, frozen=True, kw_only=True, tag=True, tag_field="kind", omit_defaults=True
):
    """A class of attributes that are read, or a dictionary of keys that are sent."""

    name: str
    """With its folder: `models.Pet`, `params.PetParam`."""
    keys: frozenset[str] = frozenset()
    """By what the lock knows it."""
    fields: tuple[Parameter, ...] = ()
    read: bool = True
    """Whether callers get it from the API."""
    given: bool = False
    """Whether a call takes it. What goes neither way is of use to callers alone."""
    others: Type | None = None
    """The type of what has no name."""
    closed: bool = False
    """Whether there is nothing of the kind."""
    limits: tuple[tuple[str, str], ...] = ()
    """What the server asserts of the object as a whole."""
    docs: str = ""
    deprecated: bool = False
    at: Pointer | None = None


class Alias(
    Struct, frozen=True, kw_only=True, tag=True, tag_field="kind", omit_defaults=True
):
    """A type that has a name, or an enumeration of literals."""

    name: str
    keys: frozenset[str] = frozenset()
    read: bool = True
    given: bool = False
    type: Type
    limits: tuple[tuple[str, str], ...] = ()
    """What the server asserts of a value beyond its type, and of what it holds."""
    docs: str = ""
    deprecated: bool = False
    at: Pointer | None = None


class Enumeration(
    Struct, frozen=True, kw_only=True, tag=True, tag_field="kind", omit_defaults=True
):
    """A class of members, which keeps values that it does not know."""

    name: str
    keys: frozenset[str] = frozenset()
    read: bool = True
    given: bool = False
    members: tuple[tuple[str, str], ...] = ()
    """The name and the value, as JSON, of each."""
    docs: str = ""
    deprecated: bool = False
    at: Pointer | None = None


Definition: TypeAlias = Record | Alias | Enumeration


class ErrorClass(Struct, frozen=True, omit_defaults=True):
    """A class that calls raise: `errors.NotFoundError`."""

    name: str
    body: Type | None = None


class Event(Struct, frozen=True, omit_defaults=True):
    """What one webhook is read as, or what is answered to a callback."""

    name: str
    type: Type
    docs: str = ""
    deprecated: bool = False
    at: Pointer | None = None


class Surface(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything of one package that a caller's code can depend on."""

    package: str
    methods: tuple[Method, ...] = ()
    definitions: tuple[Definition, ...] = ()
    options: tuple[Parameter, ...] = ()
    """What clients are made with."""
    errors: tuple[ErrorClass, ...] = ()
    events: tuple[Event, ...] = ()
    readers: tuple[Event, ...] = ()
    """Functions that read callbacks."""
    servers: tuple[str, ...] = ()
    """Where calls go unless somebody says otherwise: the first."""
    version: str = ""
    """What the package calls itself."""
    offers: tuple[str, ...] | None = None
    """What comes beside the client if it is asked for, where that is known."""
    contents: str = ""
    """Tells the package from others that look the same to callers, where known."""
    documented: str = ""
    """Tells what is said in it from what is said in others, where known."""
    shared: Mapping[Pointer, Pointer] = field(default_factory=dict[Pointer, Pointer])
    """What describes several things, by where each of them refers to it."""
