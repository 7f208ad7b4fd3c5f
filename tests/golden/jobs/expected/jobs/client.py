"""The way in: `Client`, and `AsyncClient` for code that runs an event loop."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Unpack

from ._runtime.api import Api
from ._runtime.bearer import BearerToken
from ._runtime.streaming import AsyncStreamingClient, StreamingClient
from .errors import STATUS_ERRORS

if TYPE_CHECKING:
    from ._runtime.options import ClientOptions
    from ._runtime.security import AsyncSecret, Secret
    from .resources.explanations import AsyncExplanations, Explanations
    from .resources.jobs import AsyncJobs, Jobs

API = Api(
    name="jobs",
    version="0.1.0",
    servers=("https://jobs.example",),
    security=({"token": ()},),
    errors=STATUS_ERRORS,
)


class Client(StreamingClient):
    """A blocking client of the Jobs API.

    `api_key` defaults to the environment variable `JOBS_API_KEY`.
    """

    def __init__(
        self, *, api_key: Secret | None = None, **options: Unpack[ClientOptions]
    ) -> None:
        super().__init__(
            API, {"token": BearerToken(api_key, env="JOBS_API_KEY")}, **options
        )

    @cached_property
    def explanations(self) -> Explanations:
        """Operations under `explanations`."""
        from .resources.explanations import Explanations

        return Explanations(self)

    @cached_property
    def jobs(self) -> Jobs:
        """Jobs and how they are getting on."""
        from .resources.jobs import Jobs

        return Jobs(self)


class AsyncClient(AsyncStreamingClient):
    """The async twin of `Client`."""

    def __init__(
        self, *, api_key: AsyncSecret | None = None, **options: Unpack[ClientOptions]
    ) -> None:
        super().__init__(
            API, {"token": BearerToken(api_key, env="JOBS_API_KEY")}, **options
        )

    @cached_property
    def explanations(self) -> AsyncExplanations:
        """See `Client.explanations`."""
        from .resources.explanations import AsyncExplanations

        return AsyncExplanations(self)

    @cached_property
    def jobs(self) -> AsyncJobs:
        """See `Client.jobs`."""
        from .resources.jobs import AsyncJobs

        return AsyncJobs(self)
