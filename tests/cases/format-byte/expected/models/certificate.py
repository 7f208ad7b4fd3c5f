"""Certificate."""

from __future__ import annotations

from .._runtime.models import Model


class Certificate(Model):
    """Certificate."""

    der: bytes

    chain: list[bytes] | None = None

    fingerprint: str | None = None

    note: str | None = None

    seal: bytes | None = None
