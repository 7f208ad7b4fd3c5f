"""Visit."""

from __future__ import annotations

from .._runtime.models import Model
from .contact import Contact
from .event import Event


class Visit(Model):
    """Visit."""

    event: Event

    contact: Contact | None = None
