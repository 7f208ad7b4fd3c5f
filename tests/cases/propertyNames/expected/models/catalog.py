"""Catalog."""

from __future__ import annotations

from typing import Any

from .._runtime.models import Model
from .rest import Rest


class Catalog(Model):
    """Catalog."""

    labels: dict[str, str]
    """Names match `^[a-z]+$`."""

    others: dict[str, Any] | None = None
    """Names fit `{"maxLength": 9, "minLength": 2}`."""

    pair: dict[str, Any] | None = None
    """Exactly 2 properties."""

    rest: Rest | None = None

    sections: dict[str, int] | None = None
    """Names are `front` or `back`."""

    sizes: dict[str, int] | None = None
    """From 1 to 3 properties."""
