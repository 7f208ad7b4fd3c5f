"""The names that one schema may take, best first."""

from __future__ import annotations

from dataclasses import dataclass

from .names import Name


@dataclass(frozen=True, slots=True)
class Ladder:
    """What a schema is called where its best name is taken: name by name, longer.

    A name is given up by all that want it and differ, so that the next one down
    does not depend on who came first.
    """

    rungs: tuple[Name, ...] = ()
    titled: tuple[Name, ...] = ()
    """Names that come from a title on the way; they are tried first."""
    own: Name = Name(())
    """What the document calls just this part, wherever it is: `pagination`."""
