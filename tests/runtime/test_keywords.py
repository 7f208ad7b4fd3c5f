"""Real keywords, at run time, for functions that take a TypedDict."""

from __future__ import annotations

import asyncio
import inspect
import pydoc
import re
from collections.abc import Callable
from typing import Any, Unpack

import pytest
from shop import AsyncClient, AsyncPets, Client, Pets, PetsRequests
from shop_params import PetCreateParams  # noqa: TC002 - read at run time

from runtime.client import BaseClient
from runtime.keywords import Requests
from runtime.options import AddressedOptions


def test_an_unknown_keyword_is_refused_with_the_nearest_name() -> None:
    """A typing error is found before anything is sent."""
    with pytest.raises(TypeError) as caught:
        PetsRequests.create(name="Flaff", owner_nam="Ann")  # type: ignore[call-arg]

    expected = "got an unexpected keyword argument 'owner_nam'; did you mean"

    assert f"PetsRequests.create() {expected} 'owner_name'?" == str(caught.value)


def test_missing_keywords_are_named() -> None:
    """The names of what is missing are in the message."""
    with pytest.raises(TypeError) as caught:
        PetsRequests.create()  # type: ignore[call-arg]

    missing = "missing required keyword argument: 'name'"
    assert str(caught.value) == f"PetsRequests.create() {missing}"


def test_path_parameters_go_by_position_or_name() -> None:
    """They are ordinary arguments beside the keywords."""
    paths = [
        PetsRequests.update(7, name="a").path,
        PetsRequests.update(pet_id=7, name="a").path,
    ]

    assert paths == ["/pets/7", "/pets/7"]


def test_a_signature_shows_each_keyword() -> None:
    """`inspect.signature` works on methods, bound methods and builders."""
    create = inspect.signature(Pets.create)
    builder = inspect.signature(PetsRequests.update)

    assert [*create.parameters] == [
        "self",
        "request_options",
        "name",
        "kind",
        "owner_name",
        "limit",
    ]
    assert "self" not in inspect.signature(Pets.create.__get__(object())).parameters
    assert [*builder.parameters] == ["pet_id", "name", "kind", "owner_name", "limit"]
    assert inspect.Parameter.empty is create.parameters["name"].default
    assert "name: str, kind: str | None = ..." in str(builder)


def test_help_shows_each_keyword() -> None:
    """`help()` is where people look first."""
    text = pydoc.plain(pydoc.render_doc(Pets.create))

    assert "owner_name" in text
    assert "**params" not in text


def test_a_request_is_a_value() -> None:
    """Building one sends nothing, and absent parameters are absent."""
    request = PetsRequests.create(name="Flaff", kind=None, limit=3)

    assert request.query == "limit=3"
    assert request.body is not None
    assert request.body.encode() == b'{"name":"Flaff"}'


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: Client().pets.get(pet_idd=1), "Pets.get() got an"),
        (lambda: Client().pets.watch(request_option={}), "Pets.watch() got an"),
        (lambda: PetsRequests.get(pet_idd=1), "PetsRequests.get() got an"),
        (lambda: asyncio.run(AsyncClient().pets.get(pet_idd=1)), "AsyncPets.get() got"),
    ],
    ids=["method", "stream", "builder", "async"],
)
def test_methods_with_few_keywords_name_the_nearest_one_too(
    call: Callable[[], object], message: str
) -> None:
    """Python does so by itself since 3.13, in slightly other words."""
    with pytest.raises(TypeError, match=r"[Dd]id you mean '(pet_id|request_options)'"):
        call()
    with pytest.raises(TypeError, match=re.escape(message)):
        call()


UNEXPECTED = "got an unexpected keyword argument"
NEAR = "; did you mean 'request_options'?"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: Client().pets.create(name="a", request_option={}),
            f"Pets.create() {UNEXPECTED} 'request_option'{NEAR}",
        ),
        (
            lambda: asyncio.run(AsyncClient().pets.create(name="a", request_option={})),
            f"AsyncPets.create() {UNEXPECTED} 'request_option'{NEAR}",
        ),
        (
            lambda: Client().pets.create(nam="a"),
            f"Pets.create() {UNEXPECTED} 'nam'; did you mean 'name'?",
        ),
        (
            Client().pets.create,
            "Pets.create() missing required keyword argument: 'name'",
        ),
        (
            lambda: PetsRequests.create(name="a", request_option={}),
            f"PetsRequests.create() {UNEXPECTED} 'request_option'",
        ),
    ],
    ids=["method", "async", "parameter", "missing", "builder"],
)
def test_methods_with_many_keywords_are_called_by_their_names(
    call: Callable[[], object], message: str
) -> None:
    """What they take beside parameters is known to them, and not to builders."""
    with pytest.raises(TypeError) as caught:
        call()

    assert message == str(caught.value)


def test_methods_stay_what_they_are() -> None:
    """Whoever asks whether a method is to be awaited is told so."""
    assert inspect.iscoroutinefunction(AsyncPets.get)
    assert not inspect.iscoroutinefunction(AsyncPets.watch)
    assert not inspect.iscoroutinefunction(Pets.get)
    assert [*inspect.signature(Pets.get).parameters] == [
        "self",
        "pet_id",
        "request_options",
    ]


def test_an_address_that_is_needed_is_required() -> None:
    """Where a description does not say where the API is."""

    class Nowhere(BaseClient):
        def __init__(self, **options: Unpack[AddressedOptions]) -> None: ...

    parameters = inspect.signature(Nowhere).parameters

    assert parameters["base_url"].default is inspect.Parameter.empty
    assert parameters["base_url"].annotation is str
    assert parameters["timeout"].default is not inspect.Parameter.empty


def test_signatures_bind_and_compare() -> None:
    """The lazy signature behaves like any other."""
    signature = inspect.signature(PetsRequests.update)

    assert signature.bind(1, name="a").arguments == {"pet_id": 1, "name": "a"}
    assert signature == inspect.signature(PetsRequests.update)
    assert "Request[Pet]" in str(signature)


class _Talks(Requests):
    @staticmethod
    def send(**params: Unpack[PetCreateParams]) -> Any:
        """Build the request of `send`."""
        return params

    @staticmethod
    def send_stream(**params: Unpack[PetCreateParams]) -> Any:
        """Build the request of `send_stream`."""
        return params

    @staticmethod
    def ask(**params: Unpack[PetCreateParams]) -> Any:
        """Build the request of `ask`."""
        return params


def test_a_stream_is_not_asked_for_by_a_keyword() -> None:
    """As other clients do; where there is a method for it, that is named."""
    asked: Any = {"name": "a", "stream": True}
    with pytest.raises(TypeError, match=r"; for a stream call send_stream\(\)$"):
        _Talks.send(**asked)
    with pytest.raises(TypeError, match=r"keyword argument 'stream'$"):
        _Talks.send_stream(**asked)
    with pytest.raises(TypeError, match=r"keyword argument 'stream'$"):
        _Talks.ask(**asked)
