"""How somebody pays."""

from __future__ import annotations

from .._runtime.asserts import Asserts
from .._runtime.models import Model


@Asserts(
    dependent_required={"card": ["expires", "owner"]},
    dependent_schemas={
        "iban": {"required": ["bank"], "properties": {"bank": {"minLength": 8}}}
    },
)
class Payment(Model):
    """How somebody pays. `card` requires `expires` and `owner`."""

    amount: float

    bank: str | None = None

    card: str | None = None

    expires: str | None = None

    iban: str | None = None

    owner: str | None = None
