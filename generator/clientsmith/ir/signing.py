"""How webhooks are signed and told apart, where somebody says so.

The extension `x-clientsmith-webhooks` and the table `[targets.NAME.webhooks]` have
the same keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypeAlias

import msgspec
from msgspec import Struct

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


def read_signing(values: Mapping[str, object]) -> Signing:
    """Read how webhooks are signed.

    Raises:
        ValueError: It makes no sense, and why.
    """
    try:
        signing = msgspec.convert(values, Signing)
    except msgspec.ValidationError as problem:
        raise ValueError(str(problem).replace("`$.", "`")) from None
    if signing.scheme != "hmac":
        unused = sorted(values.keys() & set(_PARTS))
        if unused:
            raise ValueError(f'`{unused[0]}` has no effect without `scheme = "hmac"`')
    elif not signing.header:
        raise ValueError('`scheme = "hmac"` needs the `header` of the signature')
    elif signing.content.count("{body}") != 1:
        raise ValueError("`content` must hold `{body}` once")
    elif "{timestamp}" in signing.content and not signing.timestamp_header:
        raise ValueError("`{timestamp}` in `content` needs a `timestamp_header`")
    elif "{id}" in signing.content and not signing.id_header:
        raise ValueError("`{id}` in `content` needs an `id_header`")
    return signing


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
