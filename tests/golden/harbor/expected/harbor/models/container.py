"""Container."""

from __future__ import annotations

from .._runtime.models import Model
from .seal import Seal


class Container(Model):
    """Container."""

    kind: str

    number: str

    seal: Seal | None = None
