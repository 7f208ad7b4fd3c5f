"""How webhooks are signed and told apart, where somebody says so.

The extension `x-clientsmith-webhooks` and the table `[targets.NAME.webhooks]` have
the same keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, Literal, TypeAlias

from msgspec import Struct, convert

from clientsmith.misfits import keys_of, misfit

Scheme: TypeAlias = Literal["standard-webhooks", "github", "stripe", "slack", "hmac"]


class Signing(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A scheme, what it consists of if it has no name, and what tells events apart."""

    scheme: Scheme | None = None
    header: str = ""
    prefix: str = ""
    separator: str = ""
    encoding: Literal["hex", "base64"] = "hex"
    algorithm: Literal["sha1", "sha256", "sha512"] = "sha256"
    content: str = "{body}"
    timestamp_header: str = ""
    timestamp_prefix: str = ""
    timestamp_format: Literal["seconds", "milliseconds", "rfc3339"] = "seconds"
    id_header: str = ""
    base64_secret: bool = False
    tolerance: float | None = None
    """How many seconds old a payload may be."""
    event_header: str | None = None
    event_property: str | None = None

    @property
    def parts(self) -> dict[str, Any]:
        """Return what the scheme consists of, as far as it is not the usual."""
        usual = Signing()
        told = {name: getattr(self, name) for name in _PARTS}
        return {
            name: value
            for name, value in told.items()
            if name == "header" or value != getattr(usual, name)
        }


_ABOUT_EVENTS = frozenset({"event_header", "event_property"})
_PARTS = tuple(
    name
    for name in Signing.__struct_fields__
    if name not in {"scheme", "tolerance", *_ABOUT_EVENTS}
)
SIGNING_KEYS = tuple(sorted(Signing.__struct_fields__))


class SigningError(ValueError):
    """What is said of signatures makes no sense, and by which of its keys."""

    def __init__(self, message: str, *keys: str) -> None:
        super().__init__(message)
        self.keys = keys


def read_signing(values: Mapping[str, object]) -> Signing:
    """Read how webhooks are signed.

    Raises:
        SigningError: It makes no sense, and why.
    """
    _check(values)
    signing = convert(values, Signing)
    if signing.scheme != "hmac":
        unused = sorted(values.keys() & set(_PARTS))
        if unused:
            message = f'`{unused[0]}` has no effect without `scheme = "hmac"`'
            raise SigningError(message, unused[0])
    elif not signing.header:
        raise SigningError('`scheme = "hmac"` needs the `header` of the signature')
    elif signing.content.count("{body}") != 1:
        raise SigningError("`content` must hold `{body}` once", "content")
    elif "{timestamp}" in signing.content and not signing.timestamp_header:
        message = "`{timestamp}` in `content` needs a `timestamp_header`"
        raise SigningError(message, "content")
    elif "{id}" in signing.content and not signing.id_header:
        raise SigningError("`{id}` in `content` needs an `id_header`", "content")
    return signing


def _check(values: Mapping[str, object]) -> None:
    kinds = keys_of(Signing)
    for key, value in values.items():
        if key not in kinds:
            near = get_close_matches(key, kinds, n=1)
            known = f"did you mean `{near[0]}`?" if near else "remove it"
            raise SigningError(f"`{key}` is not known; {known}", key)
        if wanted := misfit(kinds[key], value):
            raise SigningError(f"`{key}` must be {wanted}", key)


_BY_HEADER: Mapping[str, Scheme] = {
    "stripe-signature": "stripe",
    "svix-signature": "standard-webhooks",
    "webhook-signature": "standard-webhooks",
    "x-hub-signature-256": "github",
    "x-slack-signature": "slack",
}


def scheme_of(header: str) -> Scheme | None:
    """Return the scheme whose signatures stand in a header, if one is known."""
    return _BY_HEADER.get(header.lower())
