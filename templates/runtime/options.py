"""What a client, and a single call, may change about how requests are sent.

Annotations are not postponed here: `inspect.signature` shows those of options.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    Required,
    TypeAlias,
    TypedDict,
    TypeVar,
    get_args,
)

from .addresses import user_of, without_user
from .secrecy import Headers
from .suggestions import unexpected

if TYPE_CHECKING:
    from .middleware import (
        AsyncAttemptMiddleware,
        AsyncMiddleware,
        AttemptMiddleware,
        Middleware,
    )
    from .retry import RetryPolicy

Given = TypeVar("Given", bound=Mapping[str, Any])

Validation: TypeAlias = Literal["lenient", "warn", "strict"]
"""What happens to a response that does not fit its description.

`lenient` keeps what does not fit its type as it came and logs it once per place.
`strict` raises `ResponseValidationError`, also for what the description asserts
beyond types; `warn` warns of the same, every time, and keeps the value.
"""

DEFAULT_TIMEOUT = 60.0


class CallOptions(TypedDict, total=False):
    """Options of calls: those of the client apply where a call has none."""

    timeout: float | None
    """Seconds of silence to bear while connecting, writing or reading: 60."""

    deadline: float | None
    """Seconds that a whole call may take, retries and reading included."""

    idle_timeout: float | None
    """Seconds of silence to bear between the parts of a stream."""

    max_event_bytes: int
    """How large an event of a stream may be: 128 MiB."""

    headers: Mapping[str, str]
    """Headers to add; they win over those of the operation."""

    retry: "RetryPolicy"
    """When to try again, and how long to wait before."""

    validation: Validation
    """What happens to a response that does not fit its description."""

    follow_redirects: bool
    """Whether to go where a redirect leads: True.

    Otherwise a redirect that the description documents is an answer, and any other
    one a `RedirectError`.
    """


class RequestOptions(CallOptions, total=False):
    """Options of one call."""

    base_url: str
    """Where this call goes, whatever server the operation has."""

    query: Mapping[str, object]
    """Query parameters to add."""

    extra_body: Mapping[str, object]
    """Properties to add to a JSON body that is an object."""

    max_retries: int
    """How often to try again, whatever the policy says."""

    idempotency_key: str
    """Sent as `Idempotency-Key`; makes it safe to retry any method."""


class SharedOptions(CallOptions, total=False):
    """Options of every client and of its copies."""

    middleware: "Sequence[Middleware] | Sequence[AsyncMiddleware]"
    """What is around each call, the outermost first."""

    attempt_middleware: "Sequence[AttemptMiddleware] | Sequence[AsyncAttemptMiddleware]"
    """What is around each request of a call, the outermost first."""


class ChangedOptions(SharedOptions, total=False):
    """Options of a copy that shares the connections of a client."""

    base_url: str
    """Where the API is."""


class CommonOptions(SharedOptions, total=False):
    """Options of every client."""

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


def hidden(options: Given) -> Given:
    """Copy options so that nothing shows the secrets in them.

    Headers show their names alone, and a user in an address becomes one of them.
    """
    headers = Headers(options.get("headers", {}))
    changed: dict[str, object] = {"headers": headers}
    if address := options.get("base_url"):
        there, own = without_secret(address)
        changed = {"headers": Headers({**own, **headers}), "base_url": there}
    copied: Any = {**options, **changed}
    kept: Given = copied
    return kept


def without_secret(address: str) -> tuple[str, Headers]:
    """Take the user out of an address, into the headers that go there alone."""
    user = user_of(address)
    return without_user(address), Headers({"Authorization": user} if user else {})


def refuse_unknown(
    name: str,
    options: Mapping[str, object],
    kind: type[Mapping[str, object]],
    others: Iterable[str] = (),
) -> None:
    """Refuse options that do not exist, and kinds of validation.

    Raises:
        TypeError: An option does not exist; where it goes is in the message, or the
            nearest name, also of `others`.
        ValueError: A kind of validation does not exist.
    """
    known = kind.__annotations__.keys()
    for option in options.keys() - known:
        raise unexpected(name, option, {*known, *others}, _PLACES.get(option, ""))
    kinds = get_args(Validation)
    if options.get("validation", kinds[0]) not in kinds:
        listed = ", ".join(map(repr, kinds))
        given = options["validation"]
        raise ValueError(f"validation is {given!r}, and none of {listed}")


_PLACES = {
    "http_client": "it is an option of the client",
    "max_retries": "it goes into `retry=RetryPolicy(...)`, or `request_options`",
    **dict.fromkeys(
        ("middleware", "attempt_middleware"), "it is an option of the client"
    ),
    **dict.fromkeys(
        ("query", "extra_body", "idempotency_key"),
        "it is an option of a call: `request_options`",
    ),
}
"""Where options belong that are looked for elsewhere."""
