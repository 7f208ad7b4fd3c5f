"""A real OAuth 2 server on loopback, with an API that takes its tokens.

https://docs.authlib.org/en/stable/oauth2/
"""

from __future__ import annotations

import asyncio
import secrets
import threading
import time
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import uvicorn
from authlib.oauth2 import rfc6749
from authlib.oauth2.rfc6749 import grants
from authlib.oauth2.rfc6749.requests import BasicOAuth2Payload, OAuth2Request
from authlib.oauth2.rfc6750 import BearerTokenGenerator
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request  # noqa: TC002 - the router reads annotations
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT_ID = "shop client"
CLIENT_SECRET = "s-secret:+%"  # noqa: S105 - nobody's
USER = "ann"
PASSWORD = "p-secret"  # noqa: S105 - nobody's
START_SECONDS = 10


@dataclass
class Issued(rfc6749.TokenMixin):
    """A token that was given."""

    access_token: str
    refresh_token: str | None
    scope: str
    is_good: bool = True

    def check_client(self, client: object) -> bool:
        """Take every client for the right one: there is one."""
        return bool(client)

    def get_scope(self) -> str:
        """Return what it covers."""
        return self.scope


class Registered(rfc6749.ClientMixin):
    """The one client."""

    def get_client_id(self) -> str:
        """Return what it is called."""
        return CLIENT_ID

    def get_allowed_scope(self, scope: str | None) -> str:
        """Allow two scopes."""
        return " ".join(
            one for one in (scope or "").split() if one in {"read", "write"}
        )

    def check_client_secret(self, client_secret: str) -> bool:
        """Compare the secret."""
        return client_secret == CLIENT_SECRET

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        """Allow both ways, and none other."""
        return endpoint == "token" and method in {
            "client_secret_basic",
            "client_secret_post",
        }

    def check_grant_type(self, grant_type: str) -> bool:
        """Allow what is registered."""
        return bool(grant_type)


class _Form(OAuth2Request):
    """A request whose form has been read."""

    def __init__(
        self, uri: str, fields: dict[str, str], headers: Mapping[str, str]
    ) -> None:
        super().__init__("POST", uri)
        self.headers = headers
        self._fields = fields
        self.payload = BasicOAuth2Payload(fields)

    @property
    def form(self) -> dict[str, str]:
        return self._fields

    @property
    def args(self) -> dict[str, str]:
        return {}


@dataclass
class Authority:
    """What the server has given, and what it was asked."""

    address: str = ""
    expires_in: int = 3600
    delay: float = 0.0
    """Seconds that each answer takes, so that many ask before there is one."""
    failures: list[int] = field(default_factory=list[int])
    """Statuses to answer the next requests for tokens with."""
    accepts: bool = True
    """Whether the API takes what was given."""
    issued: list[Issued] = field(default_factory=list[Issued])
    asked: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    """The forms of the requests for tokens."""
    asked_with: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    """Their headers."""
    calls: list[str] = field(default_factory=list[str])
    """The tokens that the API was called with."""
    moved_to: str = ""
    """Where the API keeps the photo of a pet."""
    visits: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    """The headers of requests for files, which anybody may have."""

    def revoke(self) -> None:
        """Take back every access token."""
        for token in self.issued:
            token.is_good = False


class _Server(rfc6749.AuthorizationServer):
    """The authorization server, over an `Authority`."""

    def __init__(self, authority: Authority) -> None:
        super().__init__()
        self.authority = authority
        generator = BearerTokenGenerator(
            lambda **_: secrets.token_urlsafe(16),
            lambda **_: secrets.token_urlsafe(16),
            lambda *_: authority.expires_in,
        )
        self.register_token_generator("default", generator)
        self.register_grant(grants.ClientCredentialsGrant)
        self.register_grant(_RefreshTokens)
        self.register_grant(_Passwords)

    def query_client(self, client_id: str) -> Registered | None:
        return Registered() if client_id == CLIENT_ID else None

    def save_token(self, token: dict[str, Any], request: object) -> None:
        del request
        time.sleep(self.authority.delay)
        self.authority.issued.append(
            Issued(
                token["access_token"],
                token.get("refresh_token"),
                token.get("scope") or "",
            )
        )

    def create_oauth2_request(self, request: Any) -> OAuth2Request:
        made: OAuth2Request = request
        return made

    def handle_response(self, status: int, body: Any, headers: Any) -> Response:
        return JSONResponse(body, status, dict(headers))

    def send_signal(self, name: str, *args: object, **kwargs: object) -> None:
        del name, args, kwargs


class _RefreshTokens(grants.RefreshTokenGrant):
    INCLUDE_NEW_REFRESH_TOKEN = True
    TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic", "client_secret_post"]  # noqa: RUF012

    def authenticate_refresh_token(self, refresh_token: str) -> Issued | None:
        for token in self.server.authority.issued:
            if token.refresh_token == refresh_token:
                found: Issued = token
                return found
        return None

    def authenticate_user(self, refresh_token: object) -> str:
        del refresh_token
        return USER

    def revoke_old_credential(self, refresh_token: Issued) -> None:
        refresh_token.refresh_token = None


class _Passwords(grants.ResourceOwnerPasswordCredentialsGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic", "client_secret_post"]  # noqa: RUF012

    def authenticate_user(self, username: str, password: str) -> str | None:
        return USER if (username, password) == (USER, PASSWORD) else None


def _app(authority: Authority) -> Starlette:
    server = _Server(authority)
    grants.ClientCredentialsGrant.TOKEN_ENDPOINT_AUTH_METHODS = [
        "client_secret_basic",
        "client_secret_post",
    ]

    async def token(request: Request) -> Response:
        form = dict(parse_qsl((await request.body()).decode()))
        authority.asked.append(form)
        authority.asked_with.append(dict(request.headers))
        if authority.failures:
            await asyncio.sleep(authority.delay)
            return JSONResponse({}, authority.failures.pop(0))
        # The library wants encrypted addresses.
        asked = _Form("https://loopback/token", form, request.headers)
        answer: Response = await run_in_threadpool(server.create_token_response, asked)
        return answer

    async def discover(_: Request) -> Response:
        return JSONResponse({"token_endpoint": f"{authority.address}/token"})

    def refuse(request: Request) -> Response | None:
        given = request.headers.get("authorization", "").removeprefix("Bearer ")
        authority.calls.append(given)
        good = {each.access_token for each in authority.issued if each.is_good}
        known = authority.accepts and given in good
        return None if known else JSONResponse({"message": "who are you?"}, 401)

    async def pet(request: Request) -> Response:
        return refuse(request) or JSONResponse({"id": 1, "name": "Flaff"})

    async def photo(request: Request) -> Response:
        return refuse(request) or RedirectResponse(authority.moved_to, 302)

    async def file(request: Request) -> Response:
        authority.visits.append(dict(request.headers))
        return Response(b"\xff\xd8", media_type="image/jpeg")

    return Starlette(
        routes=[
            Route("/token", token, methods=["POST"]),
            Route("/.well-known/openid-configuration", discover),
            Route("/pets/1", pet, methods=["GET", "POST"]),
            Route("/pets/1/photo", photo),
            Route("/files/1", file),
        ]
    )


@contextmanager
def authority() -> Generator[Authority]:
    """Run the server in a thread of its own."""
    state = Authority()
    config = uvicorn.Config(
        _app(state), port=0, lifespan="off", ws="none", http="h11", log_config=None
    )
    runner = uvicorn.Server(config)
    thread = threading.Thread(target=runner.run, daemon=True)
    thread.start()
    end = time.monotonic() + START_SECONDS
    while not runner.started and time.monotonic() < end:
        time.sleep(0.005)
    port = runner.servers[0].sockets[0].getsockname()[1]
    state.address = f"http://127.0.0.1:{port}"
    yield state
    runner.should_exit = True
    thread.join(START_SECONDS)
