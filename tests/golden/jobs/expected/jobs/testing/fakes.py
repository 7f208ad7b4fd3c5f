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
    from .._runtime.event_types import UnknownEvent


class FakeExplanations(FakeResource):
    """The scripts of `client.explanations`."""

    create: Scripted[models.Explanation]
    create_stream: ScriptedStream[models.Words]


class FakeJobs(FakeResource):
    """The scripts of `client.jobs`."""

    schedules: FakeJobsSchedules
    create: Scripted[models.Job]
    query: Scripted[list[models.Job]]
    purge: Scripted[None]
    watch: ScriptedStream[models.JobEventProgress | str | models.Job | UnknownEvent]
    get_output: ScriptedStream[models.OutputLine]


class FakeJobsSchedules(FakeResource):
    """The scripts of `client.jobs.schedules`."""

    list: Scripted[builtins.list[models.JobSchedule | None]]


class FakeApi(BaseFake):
    """A fake of the Jobs API, for tests of what calls it.

    What `client` and `async_client` ask for is answered as it is scripted:
    `fake.explanations.create.returns(...)`.
    """

    _api = API
    explanations: FakeExplanations
    jobs: FakeJobs

    @cached_property
    def client(self) -> Client:
        """A client that is answered by the scripts."""
        return Client(api_key="test", **self._options(self.http_client))

    @cached_property
    def async_client(self) -> AsyncClient:
        """The async twin of `client`."""
        return AsyncClient(api_key="test", **self._options(self.async_http_client))
