"""What goes wrong when a webhook or a callback is received."""

from __future__ import annotations

from .errors import Error

__all__ = ["WebhookPayloadError", "WebhookVerificationError"]


class WebhookVerificationError(Error):
    """The signature is missing, wrong or too old: nobody knows who sent this."""


class WebhookPayloadError(Error):
    """What was received is not JSON, or not what the description promises."""
