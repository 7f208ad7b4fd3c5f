"""A reference of a description, and where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from .grammar import MAPPING, PATH_ITEM

if TYPE_CHECKING:
    from clientsmith.diagnostics import Diagnostic
    from clientsmith.pointer import Pointer

    from .grammar import Kind


class Referral(Struct, frozen=True):
    """A `$ref`, or another field that refers.

    `place` is the object that holds it, with the keys `siblings`, and `at` the text
    itself; `kind` is what has to stand there. `target` is None where nothing can be
    looked at, and `problems` say why; else they are hints.
    """

    place: Pointer
    at: Pointer
    text: str
    siblings: tuple[str, ...]
    kind: Kind
    target: Pointer | None
    problems: tuple[Diagnostic, ...] = ()

    @property
    def included(self) -> bool:
        """Whether the target is put here, instead of being referred to.

        Descriptions of many files are often cut where the specification allows no
        cut; and what stands beside the reference of a path item adds to it.
        """
        if self.kind == PATH_ITEM:
            return bool(self.siblings)
        return self.kind != MAPPING and not self.kind.referable
