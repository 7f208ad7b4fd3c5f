"""Rest."""

from __future__ import annotations

from .._runtime.asserts import Asserts
from .._runtime.models import Model


@Asserts(min_properties=1, unevaluated_properties=False)
class Rest(Model):
    """Rest. At least 1 property. No other properties."""

    a: int | None = None
