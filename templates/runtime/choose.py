"""Operations that take several media types: which one is sent, what is given tells.

https://spec.openapis.org/oas/v3.1.1.html#request-body-object
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .body import Body
from .kinds import is_array, is_object
from .media_types import essence
from .sources import has_file, is_content

if TYPE_CHECKING:
    from .payload import Payload

Kind: TypeAlias = Literal["json", "text", "bytes", "lines"]
"""What the one argument of a body is: a JSON value, text, bytes, or items."""


@dataclass(frozen=True, slots=True)
class Offer:
    """How a body is made in one media type, and what it is made of."""

    make: Callable[..., Body]
    kind: Kind | None
    """What the whole body is; None where it is made of keywords."""

    params: Any
    """The typed dictionary of its keywords, where others are made of others."""

    name: str
    """The argument that a whole body is."""

    settings: Mapping[str, Any]

    def objections(
        self,
        own: Mapping[str, Any],
        given: Mapping[str, Any],
        elsewhere: Collection[str],
    ) -> list[str]:
        """Say why it cannot be made of these keywords; some belong elsewhere."""
        takes, needs = {self.name}, {self.name}
        if not self.kind:
            if self.params is None:
                return []
            takes = self.params.__annotations__.keys()
            needs = self.params.__required_keys__ - set(elsewhere)
        lacking = [f"{key!r} is missing" for key in sorted(needs) if key not in own]
        return lacking + [f"{key!r} has no place" for key in given if key not in takes]


def keywords(make: Callable[..., Body], params: Any = None, **settings: Any) -> Offer:
    """Offer a body whose properties are keywords: those of a dictionary, or all."""
    return Offer(make, None, params, "", settings)


def whole(
    make: Callable[..., Body], kind: Kind, *, name: str = "body", **settings: Any
) -> Offer:
    """Offer a body that is one argument."""
    return Offer(make, kind, None, name, settings)


@dataclass(frozen=True, slots=True)
class Either(Body):
    """A body that can be sent in several media types, and the one that is preferred."""

    preferred: Body
    others: Mapping[str, Callable[[], Body]]

    @property
    def media_type(self) -> str:  # type: ignore[override]
        """The media type that is preferred."""
        return self.preferred.media_type

    @property
    def is_empty(self) -> bool:
        """Whether nothing was given."""
        return self.preferred.is_empty

    def sent_as(self, media_type: str) -> Body:
        """Return the body in the media type that is wanted, if that is described."""
        make = self.others.get(essence(media_type))
        return make() if make else self.preferred

    def encode(self) -> bytes | Payload:
        """Encode what is preferred."""
        return self.preferred.encode()


def choose(
    params: Mapping[str, Any],
    offers: Mapping[str, Offer],
    *,
    without: Collection[str] = (),
    optional: bool = False,
    **facts: Any,
) -> Body | None:
    """Make a body of what was given, in the first media type that has room for it.

    Files need parts. A header of the caller may choose among what is left. What is
    `optional` is None if nothing was given.

    Raises:
        TypeError: There is none, and the message says what each one lacks.
    """
    own = {key: value for key, value in params.items() if key not in without}
    given = {key: value for key, value in own.items() if value is not None}
    if optional and not given:
        return None
    reasons = {
        name: offer.objections(own, given, without) for name, offer in offers.items()
    }
    fitting = {name: offers[name] for name, why in reasons.items() if not why}
    if not fitting:
        told = (f"as {name}, {' and '.join(why)}" for name, why in reasons.items())
        raise TypeError("; ".join(told))
    makers = {
        name: partial(_make, offer, name, params, without, facts)
        for name, offer in _suited(fitting, given).items()
    }
    preferred = next(iter(makers.values()))()
    return Either(preferred, {essence(name): make for name, make in makers.items()})


def _suited(offers: Mapping[str, Offer], given: Mapping[str, Any]) -> dict[str, Offer]:
    """Leave what can write the values that were given: JSON has no files.

    Raises:
        TypeError: Nothing can.
    """
    wholes = [offer for offer in offers.values() if offer.kind]
    if wholes:
        value = given.get(wholes[0].name)
        offered = {offer.kind for offer in wholes}
        kind = next(filter(offered.__contains__, _kinds(value)), None)
        if kind is None:
            raise TypeError(f"a body may not be {type(value).__name__}")
        return {name: each for name, each in offers.items() if each.kind == kind}
    has_files = any(map(has_file, given.values()))
    in_parts = {n: each for n, each in offers.items() if n.startswith("multipart/")}
    return in_parts if has_files and in_parts else dict(offers)


def _kinds(value: object) -> tuple[Kind, ...]:
    """Say what a value is as a whole body, best guess first."""
    if isinstance(value, str):
        return ("text", "json")
    if is_content(value):
        return ("bytes",)
    if is_array(value):
        return ("json", "lines", "bytes")
    if isinstance(value, Iterator | AsyncIterable):
        return ("lines", "bytes")
    return ("json",) if is_object(value) else ("json", "text")


def _make(
    offer: Offer,
    media_type: str,
    params: Mapping[str, Any],
    without: Collection[str],
    facts: Mapping[str, Any],
) -> Body:
    if offer.kind:
        value = params[offer.name]
        return offer.make(value, media_type=media_type, **offer.settings)
    settings = {**facts, **offer.settings}
    return offer.make(params, media_type=media_type, without=without, **settings)
