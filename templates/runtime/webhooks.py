"""Receives webhooks and callbacks: who sent one, which event it is, what it says."""

from __future__ import annotations

import os
import time
import uuid
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeAlias, TypeVar

from .errors import MissingCredentials, ResponseValidationError
from .webhook_errors import WebhookPayloadError
from .webhook_events import kind_of
from .webhook_signatures import STANDARD_WEBHOOKS, TOLERANCE, sign, verify

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .options import Validation
    from .webhook_events import Events
    from .webhook_signatures import Scheme

__all__ = ["EventReceiver", "Headers", "Kind", "Payload", "Receiver", "Secret"]

E = TypeVar("E")
T = TypeVar("T")

Payload: TypeAlias = bytes | bytearray | memoryview | str
"""A body as it was received: signatures are those of its bytes."""
_One: TypeAlias = str | bytes
Secret: TypeAlias = _One | tuple[_One, ...]
"""What both sides know; several where an old one is being replaced."""


class Kind(Generic[T]):
    """A type that is no class, such as a union: `Kind[A | B](A | B)`."""

    def __init__(self, of: Any) -> None:
        self.of = of


class Headers(Protocol):
    """The headers of a request, as every framework has them."""

    def items(self) -> Iterable[tuple[str, str]]:
        """Return names and values."""
        ...


class Receiver:
    """Verifies and reads what is sent to a server of yours."""

    scheme: ClassVar[Scheme | None] = None
    """How the API signs, where that is known."""
    signature: ClassVar[str] = ""
    """The header that it signs in, where nothing says how."""
    tolerance: ClassVar[float] = TOLERANCE
    """How many seconds a payload may be old, or come from the future."""
    env: ClassVar[str] = ""
    """The environment variable that may hold the secret."""

    def __init__(
        self,
        secret: Secret | None = None,
        *,
        tolerance: float | None = None,
        scheme: Scheme | None = None,
        validation: Validation = "lenient",
    ) -> None:
        """Remember the secret, and how strict to be.

        `tolerance` is how many seconds a payload may be old, `scheme` how it is
        signed, if not as this API usually does.
        """
        self._secret = secret
        own = type(self).tolerance
        self._tolerance = own if tolerance is None else tolerance
        self._scheme = scheme or type(self).scheme
        self._validation: Validation = validation

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"

    def verify(
        self, payload: Payload, headers: Headers, *, secret: Secret | None = None
    ) -> None:
        """Check that the API has signed a payload, and not too long ago.

        Raises:
            WebhookVerificationError: It has not.
            MissingCredentials: There is no secret, or no scheme, to check it with.
        """
        self._verify(_bytes(payload), _lowered(headers), secret)

    def sign(
        self,
        payload: Payload,
        *,
        secret: Secret | None = None,
        message_id: str | None = None,
        timestamp: float | None = None,
    ) -> dict[str, str]:
        """Return the headers that the API would sign a payload with, for tests.

        Raises:
            MissingCredentials: There is no secret to sign it with.
        """
        return sign(
            self._way(),
            self._secrets(secret)[0],
            _bytes(payload),
            name=message_id or f"msg_{uuid.uuid4().hex}",
            now=time.time() if timestamp is None else timestamp,
        )

    def parse_as(
        self,
        kind: type[T] | Kind[T],
        payload: Payload,
        headers: Headers | None = None,
        *,
        secret: Secret | None = None,
        verify: bool = True,
    ) -> T:
        """Verify a payload and read it as one type, whatever event it is; see `parse`.

        Raises:
            WebhookVerificationError: The API has not signed it.
            WebhookPayloadError: It is not JSON, or not of this type and must be.
            MissingCredentials: There is no secret, or no scheme, to check it with.
        """
        body, _ = self._received(payload, headers, secret, verify=verify)
        read: T = self._read(body, kind.of if isinstance(kind, Kind) else kind)
        return read

    def _received(
        self,
        payload: Payload,
        headers: Headers | None,
        secret: Secret | None,
        *,
        verify: bool,
    ) -> tuple[bytes, dict[str, str]]:
        """Return a body and its headers, verified if that is possible and wanted."""
        body, given = _bytes(payload), _lowered(headers or {})
        if verify and self._is_signed(secret):
            self._verify(body, given, secret)
        return body, given

    def _read(self, body: bytes, kind: Any) -> Any:
        """Read a body as a type."""
        if kind is bytes:
            return body
        if kind is str:
            return body.decode(errors="replace")
        from .decode import Context, decode_json

        context = Context(f"webhook {_named(kind)}", self._validation, 0)
        try:
            return decode_json(body, kind, context)
        except ResponseValidationError as problem:
            text = str(problem).replace("the response", "the payload")
            raise WebhookPayloadError(text) from problem.__cause__

    def _verify(
        self, body: bytes, headers: dict[str, str], secret: Secret | None
    ) -> None:
        verify(
            self._way(),
            self._secrets(secret),
            body,
            headers,
            now=time.time(),
            tolerance=self._tolerance,
        )

    def _is_signed(self, secret: Secret | None) -> bool:
        """Tell whether a payload is to be verified: it is, if anything says how."""
        return bool(self._signed_in()) or self._known(secret) is not None

    def _signed_in(self) -> str:
        """Return the header of signatures, if it is known."""
        return type(self).signature if self._scheme is None else self._scheme.header

    def _way(self) -> Scheme:
        """Return how payloads are signed: by the standard, if nothing says otherwise.

        Raises:
            MissingCredentials: It is another way, and nobody says which.
        """
        if self._scheme is None and (header := type(self).signature):
            raise MissingCredentials(
                f"`{header}` cannot be checked, since nothing says how it is made: "
                "give a `scheme` and a `secret` to `Webhooks`, or parse with "
                "`verify=False`"
            )
        return self._scheme or STANDARD_WEBHOOKS

    def _known(self, secret: Secret | None) -> Secret | None:
        if secret is None:
            secret = self._secret
        return os.environ.get(self.env) or None if secret is None else secret

    def _secrets(self, secret: Secret | None) -> tuple[str | bytes, ...]:
        known = self._known(secret)
        found = known if isinstance(known, tuple) else (known,)
        given = tuple(one for one in found if one)
        if not given:
            header = self._signed_in() or STANDARD_WEBHOOKS.header
            raise MissingCredentials(
                f"no secret to check `{header}` with: pass `secret` or set "
                f"`{self.env}`, or parse with `verify=False`"
            )
        return given


class EventReceiver(Receiver, Generic[E]):
    """Receives webhooks, each of them one of several events."""

    events: ClassVar[Events]
    """What tells one event from another."""

    def parse(
        self,
        payload: Payload,
        headers: Headers | None = None,
        *,
        secret: Secret | None = None,
        verify: bool = True,
    ) -> E:
        """Verify a webhook and return the event that it is.

        `payload` is the body as it was received, and `headers` those of the request.
        An event that is not known is an `Unknown` with everything in it.
        Where nothing says how the API signs, as in the docstring of the class, what
        is received without a `secret` is not verified: anybody may have sent it.

        Raises:
            WebhookVerificationError: The API has not signed it.
            WebhookPayloadError: It is not JSON, or does not fit and must.
            MissingCredentials: There is no secret, or no scheme, to check it with.
        """
        body, given = self._received(payload, headers, secret, verify=verify)
        kind = kind_of(type(self).events, body, given)
        read: E = self._read(body, _unknown() if kind is None else kind)
        return read


def _unknown() -> Any:
    from .models import Unknown

    return Unknown


def _bytes(payload: Payload) -> bytes:
    return payload.encode() if isinstance(payload, str) else bytes(payload)


def _lowered(headers: Headers) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}


def _named(kind: Any) -> str:
    name: str = getattr(kind, "__name__", "event")
    return name
