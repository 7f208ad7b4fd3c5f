"""What people see at run time of methods that take `**params`."""

from __future__ import annotations

import inspect
import pydoc
from typing import Any

import pytest
from fastrouter import AsyncClient, Client
from fastrouter.params import ChatCompletionCreateParams

CLIENT = Client(api_key="k")
COMPLETIONS: Any = CLIENT.chat.completions
"""Of any type, as wrong calls are the point of some tests."""

METHODS = [
    COMPLETIONS.create,
    COMPLETIONS.create_stream,
    AsyncClient(api_key="k").chat.completions.create,
    AsyncClient(api_key="k").chat.completions.create_stream,
]
QUESTION: Any = {"model": "m", "messages": [{"role": "user", "content": "x"}]}


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.__qualname__)
def test_the_signature_names_every_keyword(method: Any) -> None:
    """One by one, the required ones without a default."""
    parameters = inspect.signature(method).parameters
    known = ChatCompletionCreateParams.__annotations__.keys()

    assert {"request_options", *known} == parameters.keys()
    assert {"model", "messages"} == {
        name for name, one in parameters.items() if one.default is one.empty
    }
    assert {inspect.Parameter.KEYWORD_ONLY} == {one.kind for one in parameters.values()}


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.__qualname__)
def test_help_shows_the_keywords(method: Any) -> None:
    """As `help()` prints them."""
    text = pydoc.plain(pydoc.render_doc(method))

    assert "temperature: " in text
    assert "**params" not in text


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_the_signature_of_a_client_names_every_option(kind: Any) -> None:
    """Credentials first, each option with its type; completion is made of that."""
    signature = inspect.signature(kind)
    parameters = signature.parameters

    assert [*parameters][:3] == ["api_key", "timeout", "deadline"]
    assert {"retry", "headers", "http_client", "base_url"} < parameters.keys()
    assert {inspect.Parameter.KEYWORD_ONLY} == {one.kind for one in parameters.values()}
    assert "timeout: float | None = ..." in str(signature)
    assert "retry: 'RetryPolicy' = ..." in str(signature)


def test_a_copy_takes_all_but_what_it_shares() -> None:
    """Neither credentials nor an HTTP client."""
    changes = inspect.signature(CLIENT.with_options).parameters
    options = inspect.signature(Client).parameters

    assert {"api_key", "http_client"} == options.keys() - changes.keys()


def test_help_shows_the_options_of_a_client() -> None:
    """In the first line, before anything is explained."""
    text = pydoc.plain(pydoc.render_doc(Client))

    assert "idle_timeout: float | None" in text
    assert "**options" not in text


def test_a_subclass_has_a_signature_of_its_own() -> None:
    """What somebody derives from a client takes what it says."""

    class Ours(Client):
        def __init__(self, region: str) -> None:
            super().__init__(api_key=region)

    assert [*inspect.signature(Ours).parameters] == ["region"]


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_wrong_options_of_a_client_say_where_they_go(kind: Any) -> None:
    """By the nearest name, credentials included."""
    with pytest.raises(TypeError, match=r"Client\(\) got .*did you mean 'api_key'\?$"):
        kind(api_kee="k")
    with pytest.raises(TypeError, match=r"it goes into `retry=RetryPolicy\(\.\.\.\)`"):
        kind(max_retries=3)


def test_a_keyword_that_is_misspelt_is_refused() -> None:
    """Before anything is sent; the message has the nearest name."""
    with pytest.raises(TypeError, match="did you mean 'temperature'") as caught:
        COMPLETIONS.create(**QUESTION, tempreature=1)

    assert "unexpected keyword argument 'tempreature'" in str(caught.value)


def test_a_keyword_of_the_wire_is_answered_with_that_of_python() -> None:
    """People copy from the reference of the API."""
    with pytest.raises(TypeError, match="did you mean 'aspect_ratio'"):
        COMPLETIONS.create(**QUESTION, aspectRatio="1:1")


def test_a_missing_keyword_is_named() -> None:
    """As Python does it for ordinary functions."""
    with pytest.raises(TypeError, match="missing required keyword argument: 'model'"):
        COMPLETIONS.create(messages=QUESTION["messages"])


def test_options_that_are_misspelt_are_refused() -> None:
    """Those of a client and those of a call."""
    wrong: Any = {"time_out": 1}

    with pytest.raises(TypeError, match=r"Client.*did you mean 'timeout'"):
        Client(api_key="k", **wrong)
    with pytest.raises(TypeError, match=r"request_options.*did you mean 'timeout'"):
        COMPLETIONS.create(**QUESTION, request_options=wrong)


def test_none_leaves_a_keyword_out() -> None:
    """As does not giving it."""
    request = COMPLETIONS.requests.create(**QUESTION, temperature=None, stop=None)

    assert COMPLETIONS.requests.create(**QUESTION) == request
