"""One change of what callers see: where, what it was and is, and what it means."""

from __future__ import annotations

from enum import StrEnum
from hashlib import sha256
from typing import Literal, TypeAlias

from msgspec import Struct

from clientsmith.pointer import Pointer

Action: TypeAlias = Literal["added", "removed", "changed", "renamed"]
Subject: TypeAlias = Literal[
    "call",
    "argument",
    "answer",
    "header",
    "failure",
    "model",
    "attribute",
    "input",
    "key",
    "type",
    "value",
    "error",
    "webhook",
    "callback",
    "option",
    "server",
    "package",
]
"""What changed, in the words of whoever calls the client."""
Aspect: TypeAlias = Literal[
    "existence",
    "name",
    "type",
    "required",
    "position",
    "default",
    "limits",
    "wire",
    "contents",
    "deprecated",
    "docs",
    "credentials",
]
"""What of it changed."""

_LENGTH = 16


class Verdict(StrEnum):
    """What a change means for code that was written before it."""

    BREAKING = "breaking"
    COMPATIBLE = "compatible"
    DOCS = "docs"


class Side(Struct, frozen=True):
    """One end of a change: where callers find it, and what it is there."""

    place: str
    """`client.pets.list(limit=)`, `models.Pet.name`."""
    text: str
    at: Pointer | None = None
    """Where it is described."""
    shared: Pointer | None = None
    """What it refers to there, which others may refer to as well."""


class Change(Struct, frozen=True, kw_only=True):
    """One difference of two packages; what was added has no `before`."""

    action: Action
    subject: Subject
    aspect: Aspect
    before: Side | None = None
    after: Side | None = None
    verdict: Verdict
    why: str
    unseen: bool = False
    """Whether no type checker sees it: it breaks, if at all, while calls are made."""

    sudden: bool = False
    """Whether it is gone without having been deprecated before."""

    @property
    def place(self) -> str:
        """Where callers find it, or have found it until now."""
        side = self.before or self.after
        return side.place if side else ""

    @property
    def fingerprint(self) -> str:
        """Tell this change from all others, wherever it is described.

        Neither lines nor other changes have a part in it.
        """
        parts: list[str] = [self.action, self.subject, self.aspect]
        for side in (self.before, self.after):
            parts += [side.place, side.text] if side else ["", ""]
        return sha256("\0".join(parts).encode()).hexdigest()[:_LENGTH]


def is_breaking(change: Change) -> bool:
    """Tell whether code that was right is wrong now."""
    return change.verdict is Verdict.BREAKING


class Judged(Struct, frozen=True):
    """A verdict, and the reason for it."""

    verdict: Verdict
    why: str
    unseen: bool = False


def breaks(why: str, *, unseen: bool = False) -> Judged:
    """Say that code which was right is wrong now."""
    return Judged(Verdict.BREAKING, why, unseen)


def fits(why: str) -> Judged:
    """Say that code goes on as it is."""
    return Judged(Verdict.COMPATIBLE, why)


DOCUMENTED = Judged(Verdict.DOCS, "only what is said about it has changed")


def changed(
    action: Action,
    subject: Subject,
    aspect: Aspect,
    judged: Judged,
    before: Side | None = None,
    after: Side | None = None,
) -> Change:
    """Put a judgement and its places together."""
    return Change(
        action=action,
        subject=subject,
        aspect=aspect,
        before=before,
        after=after,
        verdict=judged.verdict,
        why=judged.why,
        unseen=judged.unseen,
    )
