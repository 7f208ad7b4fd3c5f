"""What the API answers when it refuses."""

from __future__ import annotations

from .._runtime.models import Model


class ErrorDetail(Model):
    """What went wrong."""

    code: str | None = None

    message: str | None = None

    status: int | None = None

    type: str | None = None


class ErrorBody(Model):
    """What the API answers when it refuses."""

    error: ErrorDetail | None = None
