"""What the naming rules look at, and what they decide."""

from __future__ import annotations

from msgspec import Struct

from clientsmith.ir import Name

from .overrides import Wish


class Place(Struct, frozen=True):
    """What the naming rules look at in one operation."""

    method: str
    path: str
    operation_id: str | None
    tag: str | None
    above: tuple[str, ...] = ()
    """The tags that hold the tag, the outermost first."""
    summary: str = ""
    override: tuple[Name, ...] | None = None
    """The resource, where somebody sets it for us."""
    name: Name | None = None
    """The method name, where somebody sets it for us."""
    wish: Wish = Wish()
    """What the document says to other generators."""
    lists: bool | None = None
    """Whether it answers with several things, where that is known."""


class Called(Struct, frozen=True):
    """Where an operation is found in the client: `resource.name`."""

    resource: tuple[Name, ...]
    name: Name
    noun: Name
    longer: tuple[Name, ...] = ()
    given: bool = False
    """Whether somebody has set it."""


class Candidate(Struct, frozen=True):
    """A name that an operation could have."""

    name: Name
    loss: int = 0
    """How much of what the document says it leaves out; whoever loses least has it."""
    unread: bool = False
    """Whether it is the whole path, which nobody would choose."""
