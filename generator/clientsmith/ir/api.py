"""The whole API, in the words of OpenAPI and JSON Schema, with nothing unresolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from clientsmith.pointer import Pointer

from .declarations import Declaration, Direction
from .names import Name
from .operations import Operation, Requirement
from .security import SecurityScheme


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A group of operations and what the document says of it."""

    path: tuple[Name, ...]
    docs: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """What `lower` makes of a description."""

    title: str
    version: str
    docs: str
    servers: tuple[str, ...]
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
    given: Mapping[Pointer, str] = field(default_factory=dict[Pointer, str])
    """Names that somebody has set, in the document or in the configuration."""
    pairs: Mapping[Pointer, Pointer] = field(default_factory=dict[Pointer, Pointer])
    """What is sent of one thing, and what is received of it, where these differ."""
