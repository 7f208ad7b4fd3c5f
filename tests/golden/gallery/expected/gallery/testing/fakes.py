"""A fake of the API, and the scripts of each operation."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime.fakes import BaseFake, FakeResource
from .._runtime.scripts import Scripted
from .._runtime.stream_scripts import ScriptedStream
from ..client import API, AsyncClient, Client

if TYPE_CHECKING:
    import builtins

    from .. import models


class FakeChanges(FakeResource):
    """The scripts of `client.changes`."""

    watch: ScriptedStream[models.Picture]


class FakeExports(FakeResource):
    """The scripts of `client.exports`."""

    get_latest: Scripted[bytes]


class FakePictures(FakeResource):
    """The scripts of `client.pictures`."""

    list: Scripted[builtins.list[models.Picture] | str]
    create: Scripted[models.Picture | models.Waiting | None]
    get: Scripted[models.Picture]
    check: Scripted[None]
    read_aloud: Scripted[bytes]
    read_aloud_stream: ScriptedStream[models.Piece]
    get_file: Scripted[bytes]


class FakeApi(BaseFake):
    """A fake of the Gallery API, for tests of what calls it.

    What `client` and `async_client` ask for is answered as it is scripted:
    `fake.exports.get_latest.returns(...)`.
    """

    _api = API
    changes: FakeChanges
    exports: FakeExports
    pictures: FakePictures

    @cached_property
    def client(self) -> Client:
        """A client that is answered by the scripts."""
        return Client(**self._options(self.http_client))

    @cached_property
    def async_client(self) -> AsyncClient:
        """The async twin of `client`."""
        return AsyncClient(**self._options(self.async_http_client))
