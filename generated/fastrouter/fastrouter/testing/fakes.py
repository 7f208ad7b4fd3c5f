"""A fake of the API, and the scripts of each operation."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime.fakes import BaseFake, FakeResource
from .._runtime.scripts import Scripted
from .._runtime.stream_scripts import ScriptedStream
from ..client import API, AsyncClient, Client

if TYPE_CHECKING:
    from .. import models


class FakeChat(FakeResource):
    """The scripts of `client.chat`."""

    completions: FakeChatCompletions


class FakeChatCompletions(FakeResource):
    """The scripts of `client.chat.completions`."""

    create: Scripted[models.ChatCompletion]
    create_stream: ScriptedStream[models.ChatCompletionChunk]


class FakeApi(BaseFake):
    """A fake of the FastRouter API Reference, for tests of what calls it.

    What `client` and `async_client` ask for is answered as it is scripted:
    `fake.chat.completions.create.returns(...)`.
    """

    _api = API
    chat: FakeChat

    @cached_property
    def client(self) -> Client:
        """A client that is answered by the scripts."""
        return Client(api_key="test", **self._options(self.http_client))

    @cached_property
    def async_client(self) -> AsyncClient:
        """The async twin of `client`."""
        return AsyncClient(api_key="test", **self._options(self.async_http_client))
