"""Certificate."""

from __future__ import annotations

from .._runtime.models import Model
from .._runtime.text_types import bytes


class Certificate(Model):
    """Certificate."""

    der: bytes

    chain: list[bytes] | None = None

    fingerprint: str | None = None

    note: str | None = None

    seal: bytes | None = None
