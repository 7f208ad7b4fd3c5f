"""Method."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from .._runtime.models import Unknown
from .._runtime.tags import Tag, by_tag
from .card import Card
from .transfer import Transfer

Method: TypeAlias = Annotated[
    Annotated[Card, Tag("card")]
    | Annotated[Card, Tag("credit-card")]
    | Annotated[Transfer, Tag("sepa")]
    | Annotated[Unknown, Tag("")],
    by_tag("kind"),
]
