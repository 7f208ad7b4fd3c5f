"""What the Jobs API sends to your server, with types, and verified if a secret is
given.

>>> from jobs import webhooks
>>> event = webhooks.parse(request.body, request.headers)
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import models
from ._runtime.lazy import lazy_exports
from ._runtime.webhook_events import ByShape
from ._runtime.webhook_signatures import Scheme
from ._runtime.webhooks import EventReceiver, Kind

if TYPE_CHECKING:
    from ._runtime.webhooks import Headers, Payload, Secret
    from .webhook_event import WebhookEvent

__all__ = [
    "Kind",
    "Scheme",
    "WebhookEvent",
    "Webhooks",
    "parse",
    "parse_as",
    "parse_finished",
    "sign",
    "verify",
]


class Webhooks(EventReceiver["WebhookEvent"]):
    """Receives what the Jobs API sends.

    The description does not say how that is signed. With a `secret`, or the environment
    variable `JOBS_WEBHOOK_SECRET`, it is verified by Standard Webhooks or the `scheme`
    that is given. Without one, nothing is verified.
    """

    env = "JOBS_WEBHOOK_SECRET"

    events = ByShape(lambda: models.Job)

    def parse_finished(
        self,
        payload: Payload,
        headers: Headers | None = None,
        *,
        secret: Secret | None = None,
        verify: bool = True,
    ) -> models.Job:
        """Read what the callback `finished` sends.

        `POST` to `{$request.body#/notifyUrl}`, after `client.jobs.create`.
        """
        return self.parse_as(models.Job, payload, headers, secret=secret, verify=verify)


_webhooks = Webhooks()
parse = _webhooks.parse
parse_as = _webhooks.parse_as
parse_finished = _webhooks.parse_finished
sign = _webhooks.sign
verify = _webhooks.verify

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            ".webhook_event": ("WebhookEvent",),
        },
    )
