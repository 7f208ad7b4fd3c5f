"""What tokens are asked for with, for clients of APIs that take them.

>>> Client(access_token=ClientCredentials("id", "secret", scopes=["read"]))
>>> Client(access_token=RefreshToken(stored, "id", "secret", on_token=store))

https://www.rfc-editor.org/rfc/rfc6749#section-4
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Coroutine
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, TypedDict

from .secrecy import Fields
from .suggestions import unexpected
from .token_types import Party, Token
from .tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from typing import Unpack

    from .token_types import ClientAuth

LEEWAY = 30.0
TIMEOUT = 30.0


class GrantOptions(TypedDict, total=False):
    """How tokens are asked for."""

    scopes: Collection[str]
    """What to ask for; what the operation needs where none are given."""

    audience: str
    """For whom the token is, where the endpoint wants to know."""

    parameters: Mapping[str, str]
    """Further fields of the request."""

    client_auth: ClientAuth
    """`basic`, or `post` where the endpoint wants id and secret in the form."""

    token_url: str
    """Where to ask, instead of where the description says."""

    on_token: Callable[[Token], object]
    """Called with each new token; with async clients it may be async."""

    leeway: float
    """How many seconds before its end a token is replaced: 30."""

    timeout: float
    """Seconds of silence to bear from the endpoint: 30."""


class Grant(ABC):
    """A way to come by tokens, and those that it has brought."""

    __slots__ = ("_options", "_secrets", "_urls", "party", "tokens")

    only_refreshes = False
    """Whether there is nothing else to ask with once a refresh token is refused."""

    def __init__(
        self, party: Party, secrets: Mapping[str, str], options: GrantOptions
    ) -> None:
        for option in options.keys() - GrantOptions.__annotations__.keys():
            known = GrantOptions.__annotations__.keys()
            raise unexpected(type(self).__name__, option, known)
        self.party = party
        self._secrets = Fields(secrets)
        self._options = options
        self._urls = ("", "", False)
        self.tokens = Tokens(self)

    @abstractmethod
    def form(self) -> Fields[str]:
        """Return the fields that ask for a token."""

    def bind(self, token_url: str, refresh_url: str, *, discovers: bool) -> None:
        """Learn from a description where tokens are given."""
        self._urls = (token_url, refresh_url, discovers)

    @property
    def token_url(self) -> str:
        """Where tokens are asked for, or where to find that out."""
        return self._options.get("token_url") or self._urls[0]

    @property
    def refresh_url(self) -> str:
        """Where they are refreshed, if that is elsewhere."""
        return "" if "token_url" in self._options else self._urls[1]

    @property
    def discovers(self) -> bool:
        """Whether `token_url` has to be asked where tokens are given."""
        return self._urls[2] and "token_url" not in self._options

    @property
    def parameters(self) -> Fields[str]:
        """Further fields of each request."""
        audience = self._options.get("audience")
        own = {"audience": audience} if audience else {}
        return Fields({**own, **self._options.get("parameters", {})})

    @property
    def leeway(self) -> float:
        """How many seconds before its end a token is replaced."""
        return self._options.get("leeway", LEEWAY)

    @property
    def timeout(self) -> float:
        """Seconds of silence to bear from the endpoint."""
        return self._options.get("timeout", TIMEOUT)

    def scopes(self, needed: tuple[str, ...]) -> tuple[str, ...]:
        """Return what to ask for where an operation needs some scopes."""
        given = self._options.get("scopes")
        return needed if given is None else tuple(given)

    def tell(self, token: Token) -> None:
        """Tell the hook of a new token.

        Raises:
            TypeError: The hook is async, and there is no event loop.
        """
        told = self._tell(token)
        if isawaitable(told):
            if isinstance(told, Coroutine):
                told.close()
            raise TypeError("on_token is an async function; use AsyncClient")

    async def tell_async(self, token: Token) -> None:
        """Tell the hook of a new token, and wait for it if it is async."""
        told = self._tell(token)
        if isawaitable(told):
            await told

    def _tell(self, token: Token) -> Any:
        hook = self._options.get("on_token")
        return hook(token) if hook else None

    def __repr__(self) -> str:
        return f"{type(self).__name__}(client_id={self.party.client_id!r}, ...)"

    def __getstate__(self) -> dict[str, Any]:
        # Clocks and locks are those of this process, and so are its tokens.
        names = ("_options", "_secrets", "_urls", "party")
        state = {name: getattr(self, name) for name in names}
        return {**state, "refreshing": self.tokens.refreshing}

    def __setstate__(self, state: dict[str, Any]) -> None:
        refreshing = state.pop("refreshing")
        for name, value in state.items():
            setattr(self, name, value)
        self.tokens = Tokens(self)
        self.tokens.refreshing = refreshing


class ClientCredentials(Grant):
    """The client asks for itself.

    https://www.rfc-editor.org/rfc/rfc6749#section-4.4
    """

    __slots__ = ()

    def __init__(
        self, client_id: str, client_secret: str, **options: Unpack[GrantOptions]
    ) -> None:
        party = Party(client_id, client_secret, options.get("client_auth"))
        super().__init__(party, {}, options)

    def form(self) -> Fields[str]:
        """Return the fields that ask for a token."""
        return Fields({"grant_type": "client_credentials"})


class RefreshToken(Grant):
    """Somebody has agreed before, and what came of it was stored.

    `access_token` is used as long as `expires_in` says, if it was stored as well.
    Where the endpoint replaces refresh tokens, `on_token` is how to learn of it.
    https://www.rfc-editor.org/rfc/rfc6749#section-6
    """

    __slots__ = ()
    only_refreshes = True

    def __init__(
        self,
        refresh_token: str,
        client_id: str | None = None,
        client_secret: str | None = None,
        *,
        access_token: str | None = None,
        expires_in: float | None = None,
        **options: Unpack[GrantOptions],
    ) -> None:
        party = Party(client_id, client_secret, options.get("client_auth"))
        super().__init__(party, {"refresh_token": refresh_token}, options)
        self.tokens.refreshing[frozenset()] = refresh_token
        if access_token:
            self.tokens.keep(Token(access_token, expires_in), ())

    def scopes(self, needed: tuple[str, ...]) -> tuple[str, ...]:
        """Return nothing: what was agreed to is what there is."""
        del needed
        return ()

    def form(self) -> Fields[str]:
        """Return the fields that ask for a token."""
        return Fields({"grant_type": "refresh_token", **self._secrets})


class PasswordGrant(Grant):
    """Somebody has told the client their password; it is sent once.

    https://www.rfc-editor.org/rfc/rfc6749#section-4.3
    """

    __slots__ = ()

    def __init__(
        self,
        username: str,
        password: str,
        client_id: str | None = None,
        client_secret: str | None = None,
        **options: Unpack[GrantOptions],
    ) -> None:
        party = Party(client_id, client_secret, options.get("client_auth"))
        secrets = {"username": username, "password": password}
        super().__init__(party, secrets, options)

    def form(self) -> Fields[str]:
        """Return the fields that ask for a token."""
        return Fields({"grant_type": "password", **self._secrets})


class AuthorizationCode(Grant):
    """Somebody has agreed just now, and the code that came of it is exchanged once.

    https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3
    """

    __slots__ = ()

    def __init__(
        self,
        code: str,
        client_id: str,
        client_secret: str | None = None,
        *,
        redirect_uri: str | None = None,
        code_verifier: str | None = None,
        **options: Unpack[GrantOptions],
    ) -> None:
        party = Party(client_id, client_secret, options.get("client_auth"))
        given = {
            "code": code,
            "redirect_uri": redirect_uri,
            "code_verifier": code_verifier,
        }
        secrets = {name: value for name, value in given.items() if value}
        super().__init__(party, secrets, options)

    def scopes(self, needed: tuple[str, ...]) -> tuple[str, ...]:
        """Return nothing: what was agreed to is what there is."""
        del needed
        return ()

    def form(self) -> Fields[str]:
        """Return the fields that ask for a token."""
        return Fields({"grant_type": "authorization_code", **self._secrets})
