"""A tiny package as the generator would write it, for the runtime to carry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, Unpack

from pydantic import Field
from shop_params import PetCreateParams  # noqa: TC002 - read at run time

from runtime.api import Api
from runtime.bearer import BearerToken
from runtime.body import json_body
from runtime.errors import StatusError
from runtime.keywords import Requests
from runtime.models import Model, Unknown
from runtime.parameters import form, query_string
from runtime.paths import expand_path, simple
from runtime.request import Request, StreamRequest
from runtime.retry import RetryPolicy
from runtime.security import Secret
from runtime.streaming import (
    AsyncStreamingClient,
    AsyncStreamingResource,
    StreamingClient,
    StreamingResource,
)
from runtime.tags import Tag, by_tag

if TYPE_CHECKING:
    from runtime.async_streams import AsyncStream
    from runtime.options import RequestOptions
    from runtime.streams import Stream

AT_ONCE = RetryPolicy(initial_delay=0)


class Text(Model):
    """Plain text."""

    type: Literal["text"] = "text"
    text: str


class Image(Model):
    """An image."""

    type: Literal["image"] = "image"
    url: str


Part = Annotated[
    Annotated[Text, Tag("text")]
    | Annotated[Image, Tag("image")]
    | Annotated[Unknown, Tag("")],
    by_tag("type"),
]


class Pet(Model):
    """A pet."""

    id: int
    name: str
    kind: Literal["cat", "dog"] | str | None = None  # noqa: PYI051 - as generated
    owner_name: Annotated[str | None, Field(alias="ownerName")] = None
    friends: list[Pet] | None = None
    parts: list[Part] | None = None
    label: Text | str | None = None


class Problem(Model):
    """What went wrong."""

    message: str
    code: str | None = None


class PetsRequests(Requests):
    """The requests of `client.pets`, as values."""

    @staticmethod
    def create(**params: Unpack[PetCreateParams]) -> Request[Pet]:
        """Build the request of `create`."""
        return Request(
            operation="pets.create",
            method="POST",
            path="/pets",
            query=query_string(form("limit", params.get("limit"))),
            body=json_body(
                params, renamed={"owner_name": "ownerName"}, without=("limit",)
            ),
            returns=Pet,
            errors={422: Problem, 429: Problem},
        )

    @staticmethod
    def get(pet_id: int) -> Request[Pet]:
        """Build the request of `get`."""
        return Request(
            operation="pets.get",
            method="GET",
            path=expand_path("/pets/{petId}", petId=simple(pet_id)),
            returns=Pet,
            errors={404: Problem, 429: Problem},
        )

    @staticmethod
    def update(pet_id: int, **params: Unpack[PetCreateParams]) -> Request[Pet]:
        """Build the request of `update`."""
        return Request(
            operation="pets.update",
            method="PUT",
            path=expand_path("/pets/{petId}", petId=simple(pet_id)),
            body=json_body(params),
            returns=Pet,
        )

    @staticmethod
    def watch() -> StreamRequest[Pet]:
        """Build the request of `watch`."""
        return StreamRequest(
            operation="pets.watch",
            method="GET",
            path="/watch",
            returns=Pet,
            errors={429: Problem},
            terminator="[DONE]",
        )


class Pets(StreamingResource):
    """Pets."""

    requests = PetsRequests

    def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PetCreateParams],
    ) -> Pet:
        """Add a pet."""
        return self._client.send(self.requests.create(**params), request_options).value

    def get(self, pet_id: int, *, request_options: RequestOptions | None = None) -> Pet:
        """Find a pet."""
        return self._client.send(self.requests.get(pet_id), request_options).value

    def watch(self, *, request_options: RequestOptions | None = None) -> Stream[Pet]:
        """Watch pets."""
        return self._client.stream(self.requests.watch(), request_options)


class AsyncPets(AsyncStreamingResource):
    """The async twin of `Pets`."""

    requests = PetsRequests

    async def create(
        self,
        *,
        request_options: RequestOptions | None = None,
        **params: Unpack[PetCreateParams],
    ) -> Pet:
        """Add a pet."""
        return (
            await self._client.send(self.requests.create(**params), request_options)
        ).value

    async def get(
        self, pet_id: int, *, request_options: RequestOptions | None = None
    ) -> Pet:
        """Find a pet."""
        return (
            await self._client.send(self.requests.get(pet_id), request_options)
        ).value

    def watch(
        self, *, request_options: RequestOptions | None = None
    ) -> AsyncStream[Pet]:
        """Watch pets."""
        return self._client.stream(self.requests.watch(), request_options)


class NotFoundError(StatusError):
    """404: there is nothing here."""


class RateLimitError(StatusError):
    """429: too many requests."""


API = Api(
    name="shop",
    version="1.0.0",
    servers=("https://shop.example",),
    security=({"bearer": ()},),
    errors={404: NotFoundError, 429: RateLimitError},
)


class Client(StreamingClient):
    """A client of the shop."""

    def __init__(self, api_key: Secret | None = "k-secret", **options: Any) -> None:
        schemes = {"bearer": BearerToken(api_key, env="SHOP_API_KEY")}
        super().__init__(API, schemes, **{"retry": AT_ONCE, **options})
        self.pets = Pets(self)

    def _connect(self) -> None:
        super()._connect()
        self.pets = Pets(self)


class AsyncClient(AsyncStreamingClient):
    """The async twin of `Client`."""

    def __init__(self, api_key: Secret | None = "k-secret", **options: Any) -> None:
        schemes = {"bearer": BearerToken(api_key, env="SHOP_API_KEY")}
        super().__init__(API, schemes, **{"retry": AT_ONCE, **options})

    @property
    def pets(self) -> AsyncPets:
        """Pets."""
        return AsyncPets(self)
