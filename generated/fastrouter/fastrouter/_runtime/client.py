"""The clients that generated packages derive theirs from."""

from __future__ import annotations

from dataclasses import replace
from inspect import signature
from typing import TYPE_CHECKING, Any, TypeVar

from .keywords import describe
from .options import (
    ChangedOptions,
    ClientOptions,
    hidden,
    refuse_async_hook,
    refuse_middleware,
    refuse_unknown,
    without_secret,
)
from .pool import AsyncPool, Pool
from .secrecy import lowered
from .servers import locate
from .transport import ssl_context

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from ssl import SSLContext
    from types import TracebackType
    from typing import Self, Unpack

    from .api import Api
    from .call import Call
    from .options import RequestOptions
    from .request import Request
    from .response import Response
    from .security import Scheme
    from .servers import Site

H = TypeVar("H")
S = TypeVar("S")
T = TypeVar("T")


class _Configured:
    """What a client is told once. Copies and pickles carry this and nothing else."""

    _owns_pool = True

    def __init__(
        self,
        api: Api,
        schemes: Mapping[str, Scheme],
        *,
        server: str | int | None = None,
        variables: Mapping[str, str | None] | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        _refuse_unknown(type(self), options)
        self._api = api
        self._schemes = schemes
        base_url, own = without_secret(options.pop("base_url", ""))
        self._options = hidden(options)
        site = locate(api, base_url or None, server, variables or {})
        self._site = replace(site, headers=own)
        self._connect()

    def __init_subclass__(cls) -> None:
        describe(cls)

    def _connect(self) -> None:
        raise NotImplementedError

    def with_options(self, **changes: Unpack[ChangedOptions]) -> Self:
        """Return a client with other options that shares the connections of this one.

        Headers are added to those of this client, or replace them by name.
        Closing the copy closes nothing: the connections belong to this client.

        >>> client.with_options(timeout=5, retry=RetryPolicy(max_retries=5))
        """
        refuse_unknown("with_options", changes, ChangedOptions)
        site = self._site
        if "base_url" in changes:
            base_url, own = without_secret(changes.pop("base_url"))
            site = replace(site, base_url=base_url, headers=own)
        changed = hidden(changes)
        headers = lowered(
            *(each.get("headers", {}) for each in (self._options, changed))
        )
        options = {**self._options, **changed, "headers": headers}
        copy = type(self).__new__(type(self))
        copy.__setstate__(self._configuration() | {"_options": options, "_site": site})
        vars(copy).update(_pool=vars(self)["_pool"], _owns_pool=False)
        return copy

    def _tls(self) -> Callable[[], SSLContext]:
        """Return what makes the TLS settings: a certificate among the credentials."""
        own = (getattr(each, "context", None) for each in self._schemes.values())
        return next(filter(None, own), ssl_context)

    def _call(
        self, request: Request[T, Any], options: RequestOptions | None
    ) -> Call[T]:
        from .call import Call

        return Call(
            self._api, self._schemes, self._site, self._options, request, options
        )

    def as_curl(
        self, request: Request[Any, Any], options: RequestOptions | None = None
    ) -> str:
        """Write a request as a command of a shell, without what proves who sends it.

        Credentials become the variables of the environment that have them, or dots.
        Nothing is sent, and nobody is asked for a token.
        """
        from .curl import command

        call = self._call(request, options)
        needed = self._api.security if request.security is None else request.security
        return command(call.next_message([]), call.given, needed, self._schemes)

    def __repr__(self) -> str:
        from .addresses import shown

        site: Site | None = vars(self).get("_site")
        if site is None:  # what it was given was refused, and a traceback shows it
            return f"<{type(self).__name__}>"
        return f"<{type(self).__name__} of {self._api.name}: {shown(site.address)}>"

    def __getstate__(self) -> dict[str, Any]:
        if self._options.get("http_client") is not None:
            raise TypeError("a client with an http_client of its own cannot be pickled")
        return self._configuration()

    def _configuration(self) -> dict[str, Any]:
        names = ("_api", "_schemes", "_site", "_options")
        return {name: getattr(self, name) for name in names}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state)
        self._connect()

    def __copy__(self) -> Self:
        copy = type(self).__new__(type(self))
        copy.__setstate__(self._configuration())
        return copy

    def __deepcopy__(self, memo: object) -> Self:
        # Options are never changed in place, so there is nothing deeper to copy.
        return self.__copy__()


describe(_Configured)


def _refuse_unknown(kind: type[_Configured], options: ClientOptions) -> None:
    if options.keys() - ClientOptions.__annotations__.keys():
        own = signature(kind).parameters
        refuse_unknown(kind.__name__, options, ClientOptions, own)
    refuse_unknown(kind.__name__, options, ClientOptions)


class BaseClient(_Configured):
    """Sends requests and waits for the answers."""

    def _connect(self) -> None:
        refuse_async_hook(self._options.get("retry"))
        refuse_middleware(type(self).__name__, self._options, is_async=False)
        self._pool = Pool(self._options.get("http_client"), self._tls())

    def send(
        self, request: Request[T, H], options: RequestOptions | None = None
    ) -> Response[T, H]:
        """Send a request and return its value with all that came with it.

        Raises:
            Error: There is no value; see the tree in `errors`.
        """
        from .exchange import fetch

        call = self._call(request, options)
        if call.middleware or call.attempt_middleware:
            from .around import answered

            return answered(call, lambda: fetch(self._pool.get(), call))
        return call.response(fetch(self._pool.get(), call))

    def open(
        self,
        kind: Callable[[Pool, Call[T]], S],
        request: Request[T, Any],
        options: RequestOptions | None = None,
    ) -> S:
        """Return what reads the answer to a request in its own way: a `Download`."""
        return kind(self._pool, self._call(request, options))

    def close(self) -> None:
        """Close the connections."""
        if self._owns_pool:
            self._pool.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class AsyncBaseClient(_Configured):
    """The async twin of `BaseClient`."""

    def _connect(self) -> None:
        refuse_middleware(type(self).__name__, self._options, is_async=True)
        self._pool = AsyncPool(self._options.get("http_client"), self._tls())

    async def send(
        self, request: Request[T, H], options: RequestOptions | None = None
    ) -> Response[T, H]:
        """See `BaseClient.send`."""
        from .async_exchange import fetch

        call = self._call(request, options)
        if call.middleware or call.attempt_middleware:
            from .around import answered_async

            return await answered_async(call, lambda: fetch(self._pool.get(), call))
        return call.response(await fetch(self._pool.get(), call))

    def open(
        self,
        kind: Callable[[AsyncPool, Call[T]], S],
        request: Request[T, Any],
        options: RequestOptions | None = None,
    ) -> S:
        """See `BaseClient.open`."""
        return kind(self._pool, self._call(request, options))

    async def aclose(self) -> None:
        """Close the connections of the running event loop."""
        if self._owns_pool:
            await self._pool.aclose()

    close = aclose

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()
