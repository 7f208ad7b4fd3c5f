"""What a client, and a single call, may change about how requests are sent.

Annotations are not postponed here: `inspect.signature` shows those of options.
"""

from collections.abc import Iterable, Mapping, Sequence
from inspect import iscoroutinefunction
from types import NoneType
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    Protocol,
    Required,
    TypeAlias,
    TypedDict,
    TypeVar,
    get_args,
    runtime_checkable,
)

from .addresses import is_whole, shown, user_of, without_user
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
    """Seconds that a whole call may take, retries and reading included: no limit."""

    idle_timeout: float | None
    """Seconds of silence to bear between the parts of a stream: those of `timeout`."""

    max_event_bytes: int
    """How large an event of a stream may be: 128 MiB."""

    headers: Mapping[str, str]
    """Headers to add; they win over those of the operation."""

    retry: "RetryPolicy"
    """When to try again, and how long to wait before: twice, after about 0.5 and 1."""

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


def refuse_async_hook(policy: Any) -> None:
    """Refuse what nobody would wait for.

    Raises:
        TypeError: A policy has an async function, and the client is a blocking one.
    """
    if iscoroutinefunction(getattr(policy, "on_retry", None)):
        raise TypeError("on_retry is an async function; use AsyncClient")


def refuse_middleware(name: str, options: Mapping[str, Any], *, is_async: bool) -> None:
    """Refuse middleware that cannot be called, or is surely for the other client.

    A function that is not async may return what it awaits: only its annotation tells.

    Raises:
        TypeError: There is some.
    """
    for option in ("middleware", "attempt_middleware"):
        for each in options.get(option, ()):
            what = getattr(each, "__qualname__", type(each).__name__)
            if not callable(each):
                hint = "give a function, or a method, as in `tracing.call`"
                raise TypeError(f"{name}(): {option} has {what}, no function: {hint}")
            if _awaits(each) is (not is_async):
                fault = "not async, and has to be" if is_async else "async"
                raise TypeError(f"{name}(): {option} has {what}, which is {fault}")


def _awaits(function: Any) -> bool | None:
    """Tell whether a function is async; None if that is not known."""
    called = type(function).__call__
    if iscoroutinefunction(function) or iscoroutinefunction(called):
        return True
    said = getattr(function, "__annotations__", {}).get("return", "")
    name = getattr(said, "__name__", str(said)).partition("[")[0]
    return False if name in {"Head", "Response"} else None


def refuse_unknown(
    name: str,
    options: Mapping[str, object],
    kind: type[Mapping[str, object]],
    others: Iterable[str] = (),
) -> None:
    """Refuse options that do not exist, and values that an option cannot have.

    Raises:
        TypeError: An option does not exist; where it goes is in the message, or the
            nearest name, also of `others`. Or its value is of another kind.
        ValueError: A kind of validation does not exist, a number is negative, or an
            address is not whole.
    """
    known = kind.__annotations__
    for option, value in options.items():
        if option not in known:
            raise unexpected(name, option, {*known, *others}, _PLACES.get(option, ""))
        expected, kinds = _VALUES.get(option, ("", (object,)))
        is_switch = isinstance(value, bool) and int in kinds
        if is_switch or not isinstance(value, kinds):
            what = type(value).__name__  # and not its value: that may be a secret
            raise TypeError(f"{name}(): {option} must be {expected}, not {what}")
        if isinstance(value, int | float) and not value >= 0:
            raise ValueError(f"{name}(): {option} must not be negative: {value}")
        if option == "base_url" and value:
            _check_address(name, str(value))
    kinds = get_args(Validation)
    if options.get("validation", kinds[0]) not in kinds:
        listed = ", ".join(map(repr, kinds))
        given = options["validation"]
        raise ValueError(f"validation is {given!r}, and none of {listed}")


def _check_address(name: str, address: str) -> None:
    if not is_whole(address):
        said = shown(address).rpartition("@")[2]  # and nobody who asks there
        wanted = "an address such as 'https://api.example.com'"
        raise ValueError(f"{name}(): base_url must be {wanted}, not {said!r}")


@runtime_checkable
class _Policy(Protocol):
    """A `RetryPolicy`, which is imported when something is sent."""

    max_retries: int


_VALUES: Mapping[str, tuple[str, tuple[type, ...]]] = {
    **dict.fromkeys(
        ("timeout", "deadline", "idle_timeout"),
        ("a number of seconds or None", (int, float, NoneType)),
    ),
    **dict.fromkeys(("max_event_bytes", "max_retries"), ("a number", (int,))),
    **dict.fromkeys(("base_url", "idempotency_key"), ("a text", (str,))),
    **dict.fromkeys(("headers", "query", "extra_body"), ("a dictionary", (Mapping,))),
    **dict.fromkeys(
        ("middleware", "attempt_middleware"), ("a list of functions", (list, tuple))
    ),
    "retry": ("a policy, as in `retry=RetryPolicy(max_retries=3)`", (_Policy,)),
    "follow_redirects": ("True or False", (bool,)),
}
"""What an option may be, in words and in types."""

_OF_HTTP = "it is an option of the HTTP client: `http_client=httpx2.Client(...)`"
_PLACES = {
    "http_client": "it is an option of the client",
    "default_headers": "it is called `headers`",
    "extra_headers": "it is called `headers`",
    "extra_query": "it is called `query`, and is an option of a call",
    **dict.fromkeys(("limits", "proxies", "proxy", "transport", "verify"), _OF_HTTP),
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
