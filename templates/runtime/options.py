"""What a client, and a single call, may change about how requests are sent."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    Required,
    TypeAlias,
    TypedDict,
    get_args,
)

from .keywords import unexpected

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .retry import RetryPolicy

Validation: TypeAlias = Literal["lenient", "warn", "strict"]
"""What happens to a response that does not fit its description.

`lenient` keeps what does not fit its type as it came and logs it once per place.
`strict` raises `ResponseValidationError`, also for what the description asserts
beyond types; `warn` warns of the same, every time, and keeps the value.
"""

DEFAULT_TIMEOUT = 60.0


class RequestOptions(TypedDict, total=False):
    """Options of one call; those of the client apply where none is given."""

    timeout: float | None
    """Seconds of silence to bear while connecting, writing or reading."""

    deadline: float | None
    """Seconds that the whole call may take, retries and reading included."""

    idle_timeout: float | None
    """Seconds of silence to bear between the parts of a stream."""

    base_url: str
    """Where this call goes, whatever server the operation has."""

    headers: Mapping[str, str]
    """Headers to add; they win over those of the operation."""

    query: Mapping[str, object]
    """Query parameters to add."""

    extra_body: Mapping[str, object]
    """Properties to add to a JSON body that is an object."""

    max_retries: int
    """How often to try again."""

    validation: Validation
    """What happens to a response that does not fit its description."""

    follow_redirects: bool
    """Whether to go where a redirect leads: True.

    Otherwise a redirect that the description documents is an answer, and any other
    one a `RedirectError`.
    """

    idempotency_key: str
    """Sent as `Idempotency-Key`; makes it safe to retry any method."""


class CommonOptions(TypedDict, total=False):
    """Options of every client."""

    timeout: float | None
    """Seconds of silence to bear while connecting, writing or reading: 60."""

    deadline: float | None
    """Seconds that a whole call may take, retries and reading included."""

    idle_timeout: float | None
    """Seconds of silence to bear between the parts of a stream."""

    retry: RetryPolicy
    """When to try again, and how long to wait before."""

    headers: Mapping[str, str]
    """Headers to send with every request."""

    validation: Validation
    """What happens to a response that does not fit its description."""

    follow_redirects: bool
    """Whether to go where redirects lead: True."""

    http_client: Any
    """An `httpx2.Client` or `httpx2.AsyncClient` (or one of httpx) to send with.

    It is used as it is, with its own limits, its own timeouts unless `timeout` is
    given beside it, and its own ways with processes and loops. It is not closed.
    """


class ClientOptions(CommonOptions, total=False):
    """Options of a client."""

    base_url: str
    """Where the API is; the description's server where none is given."""


class AddressedOptions(CommonOptions, total=False):
    """Options of a client whose description does not say where the API is."""

    base_url: Required[str]
    """Where the API is."""


def refuse_unknown(
    name: str, options: Mapping[str, object], kind: type[Mapping[str, object]]
) -> None:
    """Refuse options that do not exist, and kinds of validation.

    Raises:
        TypeError: There is such an option; the nearest name is in the message.
        ValueError: There is such a kind of validation.
    """
    known = kind.__annotations__.keys()
    for option in options.keys() - known:
        raise unexpected(name, option, known)
    kinds = get_args(Validation)
    if options.get("validation", kinds[0]) not in kinds:
        listed = ", ".join(map(repr, kinds))
        given = options["validation"]
        raise ValueError(f"validation is {given!r}, and none of {listed}")
