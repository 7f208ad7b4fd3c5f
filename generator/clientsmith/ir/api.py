"""The whole API, in the words of OpenAPI and JSON Schema, with nothing unresolved."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from clientsmith.pointer import Pointer

from .declarations import Declaration, Direction
from .names import Name
from .operations import Calling, Operation
from .security import Requirement, SecurityScheme
from .servers import Server
from .signing import Signing
from .webhooks import Callback, Events, Webhook
from .xml import Xml


class Resource(Struct, frozen=True, kw_only=True):
    """A group of operations and what the document says of it."""

    path: tuple[Name, ...]
    docs: str = ""


class Api(Struct, frozen=True, kw_only=True):
    """What `lower` makes of a description."""

    title: str
    version: str
    docs: str
    servers: tuple[Server, ...]
    security_schemes: tuple[SecurityScheme, ...]
    security: tuple[Requirement, ...]
    resources: tuple[Resource, ...]
    operations: tuple[Operation, ...]
    declarations: Mapping[Pointer, Declaration]
    directions: Mapping[Pointer, Direction] = field(
        default_factory=dict[Pointer, Direction]
    )
    labels: Mapping[Pointer, str] = field(default_factory=dict[Pointer, str])
    """What variants and parameters are known by, more lasting than their position."""
    shared: Mapping[Pointer, Pointer] = field(default_factory=dict[Pointer, Pointer])
    """What parameters, responses and headers are described by that refer to others."""
    digests: Mapping[Pointer, str] = field(default_factory=dict[Pointer, str])
    """What variants share that assert the same."""
    given: Mapping[Pointer, str] = field(default_factory=dict[Pointer, str])
    """Names that somebody has set, in the document or in the configuration."""
    configured: Mapping[Pointer, Pointer] = field(
        default_factory=dict[Pointer, Pointer]
    )
    """Where the configuration says its names."""
    unconfigured: Mapping[Pointer, Calling] = field(
        default_factory=dict[Pointer, Calling]
    )
    """How operations would be called if it did not, where it names any."""
    webhooks: tuple[Webhook, ...] = ()
    events: Events = Events()
    """What tells webhooks apart."""
    callbacks: tuple[Callback, ...] = ()
    signing: Signing = Signing()
    """How webhooks and callbacks are signed."""
    signature: str = ""
    """The header that they are signed in, where nothing says how."""
    xml: Mapping[Pointer, Xml] = field(default_factory=dict[Pointer, Xml])
    """How schemas are written as XML; nothing reads it yet, and nothing is lost."""
    pairs: Mapping[Pointer, Pointer] = field(default_factory=dict[Pointer, Pointer])
    """What is sent of one thing, and what is received of it, where these differ."""

    @property
    def incoming(self) -> tuple[Webhook, ...]:
        """Every request that the API makes: webhooks, and what is called back."""
        return (*self.webhooks, *(callback.webhook for callback in self.callbacks))
