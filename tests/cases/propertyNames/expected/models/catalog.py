"""Catalog."""

from __future__ import annotations

from typing import Annotated, Any

from .._runtime.asserts import Asserts
from .._runtime.models import Model
from .rest import Rest


class Catalog(Model):
    """Catalog."""

    labels: Annotated[dict[str, str], Asserts(property_names={"pattern": "^[a-z]+$"})]
    """Names match `^[a-z]+$`."""

    halves: Annotated[
        dict[str, int] | None,
        Asserts(property_names={"type": "string", "enum": ["left", "right"]}),
    ] = None
    """Names are `left` or `right`."""

    others: Annotated[
        dict[str, Any] | None, Asserts(property_names={"minLength": 2, "maxLength": 9})
    ] = None
    """Names fit `{"maxLength": 9, "minLength": 2}`."""

    pair: Annotated[
        dict[str, Any] | None, Asserts(min_properties=2, max_properties=2)
    ] = None
    """Exactly 2 properties."""

    rest: Rest | None = None

    sections: Annotated[
        dict[str, int] | None, Asserts(property_names={"enum": ["front", "back"]})
    ] = None
    """Names are `front` or `back`."""

    sizes: Annotated[
        dict[str, int] | None, Asserts(min_properties=1, max_properties=3)
    ] = None
    """From 1 to 3 properties."""

    texts: dict[str, int] | None = None
