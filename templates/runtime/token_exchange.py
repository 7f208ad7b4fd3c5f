"""Asks for tokens: which requests, in which order, and two ways to send them.

A token endpoint is asked through the HTTP client of the API, and is told nothing of
what that has for the API itself.
"""

from __future__ import annotations

import time
from collections.abc import Generator
from typing import TYPE_CHECKING, TypeAlias

from .addresses import shown
from .errors import TokenError
from .message import Message
from .openings import watch_in_trio
from .response import Answer
from .tls_sockets import watch_opening
from .token_endpoint import (
    absolute,
    discovery_request,
    read_discovery,
    read_token,
    token_request,
)
from .token_types import Endpoint, Token
from .transport import build, failures, forget_frames, send_options

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from .grants import Grant

Steps: TypeAlias = Generator[Message, Answer, Token]
"""Yields what to ask, is sent the answers, and returns a token."""


def ask(grant: Grant, address: str, scopes: frozenset[str]) -> Steps:
    """Ask for a token with what is at hand: a refresh token, or the grant itself.

    Raises:
        TokenError: There is none to be had.
    """
    refresh_token = grant.tokens.refreshing.get(scopes)
    if refresh_token:
        form = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        url = grant.refresh_url or grant.token_url
        try:
            return (yield from _request(grant, absolute(url, address), form))
        except TokenError as refused:
            if refused.is_temporary or grant.only_refreshes:
                raise
            del grant.tokens.refreshing[scopes]
    wanted = " ".join(sorted(scopes))
    form = {**grant.form(), **({"scope": wanted} if wanted else {})}
    return (yield from _request(grant, absolute(grant.token_url, address), form))


def _request(grant: Grant, url: str, form: Mapping[str, str]) -> Steps:
    endpoint = yield from _endpoint(grant, url)
    asked_at = time.monotonic()
    answer = yield token_request(endpoint, grant.party, {**form, **grant.parameters})
    secrets = [form[name] for name in _SECRETS if name in form]
    secrets.append(grant.party.client_secret or "")
    return read_token(endpoint, answer, asked_at, secrets)


_SECRETS = ("password", "refresh_token", "code", "code_verifier")


def _endpoint(grant: Grant, url: str) -> Generator[Message, Answer, Endpoint]:
    """Return where to ask, which may have to be found first."""
    if not url:
        raise TokenError("nothing says where to ask for a token: token_url is needed")
    if not grant.discovers:
        return Endpoint(url)
    found = grant.tokens.endpoints
    if url not in found:
        answer = yield discovery_request(url)
        found[url] = read_discovery(url, answer)
    return found[url]


def exchange(http: httpx2.Client, steps: Steps, silence: float) -> Token:
    """Send what has to be asked; `silence` is how many seconds of it to bear.

    Raises:
        TokenError: There is no token to be had.
    """
    message = next(steps)
    while True:
        request = build(http, message, message.content, silence)
        request.extensions["trace"] = watch_opening
        try:
            response = http.send(request, **send_options(message))
            try:
                content = response.read()
            finally:
                response.close()
        except failures() as problem:
            raise _unreachable(message, problem) from problem
        try:
            message = steps.send(
                Answer(response.status_code, response.headers, content)
            )
        except StopIteration as done:
            return _token(done)


async def exchange_async(
    http: httpx2.AsyncClient, steps: Steps, silence: float
) -> Token:
    """See `exchange`."""
    message = next(steps)
    while True:
        request = build(http, message, message.content, silence)
        watch_in_trio(request)
        try:
            response = await http.send(request, **send_options(message))
            try:
                content = await response.aread()
            finally:
                await response.aclose()
        except failures() as problem:
            raise _unreachable(message, problem) from problem
        try:
            message = steps.send(
                Answer(response.status_code, response.headers, content)
            )
        except StopIteration as done:
            return _token(done)


def _token(done: StopIteration) -> Token:
    token: Token = done.value
    return token


def _unreachable(message: Message, problem: Exception) -> TokenError:
    forget_frames(problem)
    text = f"{shown(message.url)} could not be asked: {type(problem).__name__}"
    return TokenError(text, is_temporary=True)
