"""Which of several media types content is of, and what it becomes.

https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .media_types import PARAMETER, Choice, essence, is_json, is_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_UNSAID = frozenset({"charset", "q"})
"""Parameters that do not make another media type."""


class ByMediaType(Choice):
    """What content becomes: a type for each media type or range."""

    def of(self, content_type: str) -> Any:
        """See `Choice.of`."""
        found = choose(self, content_type)
        return _likest(self, essence(content_type)) if found is None else self[found]

    def is_answered(self, accept: str, content_type: str) -> bool:
        """See `Choice.is_answered`."""
        return is_asked_for(accept, content_type)


class MediaType(NamedTuple):
    """A media type or a range of them, in lower case, with its parameters."""

    essence: str
    parameters: Mapping[str, str]

    def matches(self, other: MediaType) -> bool:
        """Say whether another media type is this one, or in this range."""
        kind, _, subtype = self.essence.partition("/")
        found, _, _ = other.essence.partition("/")
        return self.parameters.items() <= other.parameters.items() and (
            self.essence == other.essence
            or (subtype == "*" and kind in {"*", found} and bool(found))
        )

    @property
    def precision(self) -> tuple[bool, bool, int]:
        """How much this says: a name says more than a range."""
        kind, _, subtype = self.essence.partition("/")
        return kind != "*", subtype != "*", len(self.parameters)


def parse(text: str) -> MediaType:
    """Read a media type or a range; `charset` and `q` do not tell it from others."""
    parameters = {
        name.lower(): quoted or bare for name, quoted, bare in PARAMETER.findall(text)
    }
    told = {name: value for name, value in parameters.items() if name not in _UNSAID}
    return MediaType(essence(text), told)


def choose(described: Iterable[str], content_type: str) -> str | None:
    """Choose what describes a media type most precisely, if anything does."""
    found = parse(content_type)
    fitting = [one for one in described if parse(one).matches(found)]
    return max(fitting, key=lambda one: parse(one).precision, default=None)


def is_asked_for(accept: str, content_type: str) -> bool:
    """Say whether a request has asked for a media type."""
    return choose(accept.split(","), content_type) is not None


def _likest(choices: Mapping[str, Any], media_type: str) -> Any:
    """Choose for a media type that nobody described what is most like it."""
    kinds = list(choices.values())
    if is_json(media_type):
        return next((kind for kind in kinds if kind not in (str, bytes)), kinds[0])
    if bytes in kinds and media_type and not is_text(media_type):
        return bytes
    return str if str in kinds and is_text(media_type) else kinds[0]
