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
from .frames import FORGETTING
from .message import Message
from .openings import trace_in_trio
from .response import Answer
from .secrecy import Fields, Unseen
from .tls_sockets import watch_opening
from .token_endpoint import (
    absolute,
    discovery_request,
    read_discovery,
    read_token,
    token_request,
)
from .token_types import Endpoint, Token
from .transport import build, failures, send_options

if TYPE_CHECKING:
    import httpx2

    from .grants import Grant

Steps: TypeAlias = Generator[Message, Answer, Token]
"""Yields what to ask, is sent the answers, and returns a token."""


def ask(grant: Grant, address: str, scopes: frozenset[str]) -> Steps:
    """Ask for a token with what is at hand: a refresh token, or the grant itself.

    Raises:
        TokenError: There is none to be had.
    """
    if form := _refreshing(grant, scopes):
        url = grant.refresh_url or grant.token_url
        try:
            return (yield from _request(grant, absolute(url, address), form))
        except TokenError as refused:
            if refused.is_temporary or grant.only_refreshes:
                raise
            del grant.tokens.refreshing[scopes]
    wanted = " ".join(sorted(scopes))
    form = grant.form()
    if wanted:
        form["scope"] = wanted
    return (yield from _request(grant, absolute(grant.token_url, address), form))


def _refreshing(grant: Grant, scopes: frozenset[str]) -> Fields[str]:
    """Return the fields that ask with a refresh token, or none where there is none."""
    token = grant.tokens.refreshing.get(scopes)
    kind = "refresh_token"
    return Fields({"grant_type": kind, kind: token} if token else {})


def _request(grant: Grant, url: str, form: Fields[str]) -> Steps:
    endpoint = yield from _endpoint(grant, url)
    asked_at = time.monotonic()
    answer = yield token_request(
        endpoint, grant.party, Fields({**form, **grant.parameters})
    )
    secrets = [Unseen(form[name]) for name in _SECRETS if name in form]
    secrets.append(Unseen(grant.party.client_secret or ""))
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
        try:
            answer = _answer(http, message, silence)
        except failures() as problem:
            raise _unreachable(message, problem) from problem
        try:
            message = steps.send(answer)
        except StopIteration as done:
            return _token(done)


def _answer(http: httpx2.Client, message: Message, silence: float) -> Answer:
    with FORGETTING:
        response = http.send(
            build(http, message, message.content, silence, watch_opening),
            **send_options(message),
        )
        try:
            return _read(response, response.read())
        finally:
            response.close()


async def exchange_async(
    http: httpx2.AsyncClient, steps: Steps, silence: float
) -> Token:
    """See `exchange`."""
    message = next(steps)
    while True:
        try:
            answer = await _answer_async(http, message, silence)
        except failures() as problem:
            raise _unreachable(message, problem) from problem
        try:
            message = steps.send(answer)
        except StopIteration as done:
            return _token(done)


async def _answer_async(
    http: httpx2.AsyncClient, message: Message, silence: float
) -> Answer:
    with FORGETTING:
        response = await http.send(
            build(http, message, message.content, silence, trace_in_trio()),
            **send_options(message),
        )
        try:
            return _read(response, await response.aread())
        finally:
            await response.aclose()


def _read(response: httpx2.Response, content: bytes) -> Answer:
    return Answer(response.status_code, response.headers, content)


def _token(done: StopIteration) -> Token:
    token: Token = done.value
    return token


def _unreachable(message: Message, problem: Exception) -> TokenError:
    problem.__traceback__ = None
    text = f"{shown(message.url)} could not be asked: {type(problem).__name__}"
    return TokenError(text, is_temporary=True)
