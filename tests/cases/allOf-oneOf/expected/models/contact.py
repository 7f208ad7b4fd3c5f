"""Contact."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.models import Model


class ContactEmail(Model):
    """Contact email."""

    email: str

    name: str | None = None


class ContactPhone(Model):
    """Contact phone."""

    phone: str

    name: str | None = None


Contact: TypeAlias = ContactEmail | ContactPhone
