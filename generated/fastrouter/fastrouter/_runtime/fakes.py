"""A fake of an API: real clients, whose requests are answered by scripts."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

import httpx2

from .arriving import Arriving, Silence
from .recorded import record
from .replies import Reply, write
from .retry import RetryPolicy
from .scripts import OF_FAKES, Scripted, Stage

if TYPE_CHECKING:
    from typing import Unpack

    from .api import Api
    from .message import Attempt
    from .options import CommonOptions
    from .recorded import RecordedCall

_TOKEN = {"access_token": "test", "token_type": "Bearer", "expires_in": 3600}


class FakeResource:
    """A group of operations: a script for each, and the groups inside of it.

    An annotation begins with the name of a class of the module, which is made for
    the operation, or the group, that the attribute is called after.
    """

    def __init__(self, stage: Stage, path: str = "") -> None:
        names = vars(sys.modules[type(self).__module__])
        for attribute, annotation in type(self).__annotations__.items():
            kind: Any = names[annotation.partition("[")[0]]
            name = attribute if path else _name_in_client(attribute)
            setattr(self, attribute, kind(stage, f"{path}.{name}".lstrip(".")))


def _name_in_client(attribute: str) -> str:
    name = attribute.removesuffix("_")
    return name if name in OF_FAKES else attribute


class BaseFake(FakeResource):
    """Answers the requests of real clients: nothing but the network is fake.

    Its own clients do not wait between attempts. Other clients are answered, too, if
    they send with `http_client` or `async_http_client`.
    """

    _api: ClassVar[Api]

    def __init__(self, **options: Unpack[CommonOptions]) -> None:
        self._stage = Stage(self._api)
        self._given = options
        self.others = Scripted[Any](self._stage, "")
        """Answers requests of no operation; those for tokens get one by themselves."""

        super().__init__(self._stage)

    @property
    def calls(self) -> list[RecordedCall]:
        """Everything that was asked, in its order, every attempt of it."""
        return self._stage.calls

    def forget(self) -> None:
        """Forget all answers that were scripted, and all that was asked."""
        self._stage.calls.clear()
        for script in self._stage.scripts.values():
            script.forget()

    @cached_property
    def http_client(self) -> httpx2.Client:
        """What a client of your own sends with, to be answered by this fake."""
        return httpx2.Client(transport=httpx2.MockTransport(self._respond))

    @cached_property
    def async_http_client(self) -> httpx2.AsyncClient:
        """The async twin of `http_client`."""
        return httpx2.AsyncClient(transport=httpx2.MockTransport(self._respond_async))

    def _options(self, http_client: object) -> Any:
        """Return the options of the clients of this fake."""
        at_once = RetryPolicy(initial_delay=0, max_retry_after=0)
        usual = {"base_url": "http://test", "retry": at_once}
        return usual | self._given | {"http_client": http_client}

    def _respond(self, request: httpx2.Request) -> httpx2.Response:
        reply, silence = self._reply(request), Silence(request)
        silence.wait(reply.delivery.get("delay", 0))
        return self._response(request, reply, silence)

    async def _respond_async(self, request: httpx2.Request) -> httpx2.Response:
        reply, silence = self._reply(request), Silence(request)
        await silence.wait_async(reply.delivery.get("delay", 0))
        return self._response(request, reply, silence)

    def _reply(self, request: httpx2.Request) -> Reply:
        call = record(request, request.extensions.get("attempt"))
        self._stage.calls.append(call)
        script = self._stage.scripts.get(call.operation, self.others)
        wants_token = script is self.others and b"grant_type=" in call.content
        return script.reply(call, Reply(_TOKEN) if wants_token else None)

    def _response(
        self, request: httpx2.Request, reply: Reply, silence: Silence
    ) -> httpx2.Response:
        if reply.problem:
            raise reply.problem
        attempt: Attempt | None = request.extensions.get("attempt")
        written = write(reply, attempt.request if attempt else None)
        if attempt and attempt.request.operation in self._stage.scripts:
            self._stage.scripts[attempt.request.operation].sent = written.size
        pause = reply.delivery.get("pause", 0)
        content = Arriving(silence, written.pieces, pause, written.problem)
        return httpx2.Response(written.status, headers=written.headers, stream=content)
