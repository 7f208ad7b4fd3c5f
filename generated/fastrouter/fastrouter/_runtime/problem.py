"""Problem details: what an error has to say where servers agree on how.

https://www.rfc-editor.org/rfc/rfc9457
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .kinds import is_object

if TYPE_CHECKING:
    from collections.abc import Mapping

MEDIA_TYPE = "application/problem+json"
_MEMBERS = {"type": str, "title": str, "status": int, "detail": str, "instance": str}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemDetails:
    """What went wrong, in the members that RFC 9457 defines."""

    type: str = "about:blank"
    """The address that says which kind of problem it is."""

    title: str | None = None
    """The kind of problem in a few words."""

    status: int | None = None
    """The status that the server gave it; others on the way may have changed it."""

    detail: str | None = None
    """What went wrong this time."""

    instance: str | None = None
    """The address of this very problem."""

    extensions: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """What this kind of problem adds."""

    @property
    def message(self) -> str:
        """The title and what went wrong this time, once if they say the same."""
        title, detail = (self.title or "").rstrip("."), self.detail or ""
        if not title or detail.lower().startswith(title.lower()):
            return detail
        return f"{title}: {detail}" if detail else title


def problem_of(body: Any) -> ProblemDetails | None:
    """Read problem details from JSON; members of another type are ignored."""
    if not is_object(body):
        return None
    known: dict[str, Any] = {
        name: body[name]
        for name, kind in _MEMBERS.items()
        if type(body.get(name)) is kind
    }
    others = {name: value for name, value in body.items() if name not in _MEMBERS}
    return ProblemDetails(**known, extensions=others)
