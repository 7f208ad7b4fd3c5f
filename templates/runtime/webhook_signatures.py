"""Signatures of webhooks: who sent a payload, and when, said by a keyed hash of it.

https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

from __future__ import annotations

import base64
import binascii
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from .webhook_errors import WebhookVerificationError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "GITHUB",
    "SLACK",
    "STANDARD_WEBHOOKS",
    "STRIPE",
    "TOLERANCE",
    "Scheme",
    "sign",
    "verify",
]

TOLERANCE = 300.0
"""How many seconds a payload may be old, or come from the future."""
_BEGINNING = "whsec_"
"""What secrets begin with."""
_MILLISECONDS = 1000


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a sender signs: what is hashed, and in which headers the result stands.

    A header that carries several things separates them by `separator`; `prefix`
    tells signatures from the rest, and `timestamp_prefix` the time.
    """

    header: str
    """The header of the signature."""
    prefix: str = ""
    """What stands before each signature."""
    separator: str = ""
    """What stands between several of them."""
    encoding: Literal["hex", "base64"] = "hex"
    algorithm: Literal["sha1", "sha256", "sha512"] = "sha256"
    content: str = "{body}"
    """What is signed, of `{id}`, `{timestamp}` and `{body}`."""
    timestamp_header: str = ""
    timestamp_prefix: str = ""
    timestamp_format: Literal["seconds", "milliseconds", "rfc3339"] = "seconds"
    id_header: str = ""
    aliases: tuple[tuple[str, str], ...] = ()
    """What else the start of a header's name may be: `webhook-` or `svix-`."""
    base64_secret: bool = False
    """Whether secrets are bytes, written in base64 after `whsec_`."""


STANDARD_WEBHOOKS = Scheme(
    header="webhook-signature",
    prefix="v1,",
    separator=" ",
    encoding="base64",
    content="{id}.{timestamp}.{body}",
    timestamp_header="webhook-timestamp",
    id_header="webhook-id",
    aliases=(("webhook-", "svix-"),),
    base64_secret=True,
)
"""https://www.standardwebhooks.com, and what came before it under `svix-`."""

GITHUB = Scheme(header="x-hub-signature-256", prefix="sha256=")
"""https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries"""

STRIPE = Scheme(
    header="stripe-signature",
    prefix="v1=",
    separator=",",
    content="{timestamp}.{body}",
    timestamp_header="stripe-signature",
    timestamp_prefix="t=",
)
"""https://docs.stripe.com/webhooks/signature"""

SLACK = Scheme(
    header="x-slack-signature",
    prefix="v0=",
    content="v0:{timestamp}:{body}",
    timestamp_header="x-slack-request-timestamp",
)
"""https://docs.slack.dev/authentication/verifying-requests-from-slack"""


def verify(
    scheme: Scheme,
    secrets: Iterable[str | bytes],
    body: bytes,
    headers: Mapping[str, str],
    *,
    now: float,
    tolerance: float = TOLERANCE,
) -> None:
    """Check that somebody who knows one of the secrets has just signed a body.

    The names of `headers` are in lower case.

    Raises:
        WebhookVerificationError: Nobody did, or it was too long ago.
    """
    signatures = list(_parts(scheme, headers, scheme.header, scheme.prefix))
    if not signatures:
        raise WebhookVerificationError(f"no signature in `{scheme.header}`")
    timestamp = ""
    if scheme.timestamp_header:
        prefix = scheme.timestamp_prefix
        timestamp = _only(scheme, headers, scheme.timestamp_header, prefix)
        _check_time(scheme, timestamp, now, tolerance)
    name = _only(scheme, headers, scheme.id_header) if scheme.id_header else ""
    content = _content(scheme, body, name, timestamp)
    expected = [_digest(scheme, secret, content) for secret in secrets]
    found = [_decoded(scheme, signature) for signature in signatures]
    # Every pair is compared: how long it takes says nothing of which one was right.
    same = [hmac.compare_digest(one, other) for one in expected for other in found]
    if not any(same):
        raise WebhookVerificationError("the signature is not that of this payload")


def sign(
    scheme: Scheme, secret: str | bytes, body: bytes, *, name: str, now: float
) -> dict[str, str]:
    """Return the headers by which a sender signs a body at some time."""
    timestamp = _spelled(scheme, now)
    digest = _digest(scheme, secret, _content(scheme, body, name, timestamp))
    signature = scheme.prefix + _encoded(scheme, digest)
    headers = {scheme.id_header: name} if scheme.id_header else {}
    if scheme.timestamp_header == scheme.header:
        stamp = scheme.timestamp_prefix + timestamp
        return headers | {scheme.header: stamp + scheme.separator + signature}
    if scheme.timestamp_header:
        headers[scheme.timestamp_header] = scheme.timestamp_prefix + timestamp
    return headers | {scheme.header: signature}


def _header(scheme: Scheme, headers: Mapping[str, str], name: str) -> str:
    """Return a header under its own name, or under another that starts otherwise."""
    name = name.lower()
    for start, other in scheme.aliases:
        if name not in headers and name.startswith(start):
            name = other + name.removeprefix(start)
    return headers.get(name, "")


def _parts(
    scheme: Scheme, headers: Mapping[str, str], name: str, prefix: str
) -> Iterable[str]:
    """List what a header carries that begins with a prefix, without it."""
    text = _header(scheme, headers, name)
    listed = text.split(scheme.separator) if scheme.separator else [text]
    for part in map(str.strip, listed):
        if part.startswith(prefix) and len(part) > len(prefix):
            yield part.removeprefix(prefix)


def _only(
    scheme: Scheme, headers: Mapping[str, str], name: str, prefix: str = ""
) -> str:
    found = list(_parts(scheme, headers, name, prefix))
    if len(found) != 1:
        wanted = f"`{prefix}` in `{name}`" if prefix else f"`{name}`"
        raise WebhookVerificationError(f"there must be one {wanted}")
    return found[0]


def _check_time(scheme: Scheme, timestamp: str, now: float, tolerance: float) -> None:
    try:
        sent = _seconds(scheme, timestamp)
    except (ValueError, OverflowError):
        raise WebhookVerificationError("the timestamp is no time") from None
    if not abs(now - sent) <= tolerance:
        when = "old" if sent < now else "far in the future"
        raise WebhookVerificationError(f"the payload is too {when}")


def _seconds(scheme: Scheme, timestamp: str) -> float:
    match scheme.timestamp_format:
        case "seconds":
            return int(timestamp)
        case "milliseconds":
            return int(timestamp) / _MILLISECONDS
        case "rfc3339":
            moment = datetime.fromisoformat(timestamp)
            if moment.tzinfo is None:
                raise ValueError("without an offset it is no moment")
            return moment.timestamp()


def _spelled(scheme: Scheme, now: float) -> str:
    match scheme.timestamp_format:
        case "seconds":
            return str(int(now))
        case "milliseconds":
            return str(int(now * _MILLISECONDS))
        case "rfc3339":
            moment = datetime.fromtimestamp(now, UTC)
            return moment.isoformat().replace("+00:00", "Z")


def _content(scheme: Scheme, body: bytes, name: str, timestamp: str) -> bytes:
    """Put together what is signed; the body goes in as it is."""
    before, _, after = scheme.content.partition("{body}")
    ends = [
        part.replace("{id}", name).replace("{timestamp}", timestamp).encode()
        for part in (before, after)
    ]
    return ends[0] + body + ends[1]


def _digest(scheme: Scheme, secret: str | bytes, content: bytes) -> bytes:
    return hmac.digest(_key(scheme, secret), content, scheme.algorithm)


def _key(scheme: Scheme, secret: str | bytes) -> bytes:
    if isinstance(secret, bytes):
        return secret
    if not scheme.base64_secret:
        return secret.encode()
    try:
        return base64.b64decode(secret.removeprefix(_BEGINNING), validate=True)
    except binascii.Error:
        # Not to be shown, and no fault of who sent something.
        raise ValueError(f"the secret is not base64 after `{_BEGINNING}`") from None


def _encoded(scheme: Scheme, digest: bytes) -> str:
    if scheme.encoding == "hex":
        return digest.hex()
    return base64.b64encode(digest).decode()


def _decoded(scheme: Scheme, signature: str) -> bytes:
    """Read a signature; what is none is that of nothing."""
    try:
        if scheme.encoding == "hex":
            return bytes.fromhex(signature)
        return base64.b64decode(signature, validate=True)
    except ValueError:
        return b""
