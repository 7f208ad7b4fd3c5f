"""Headers."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from .._runtime.models import Model


class HeadersLinkF(Model):
    """Headers link f."""

    file: str | None = None


class HeadersLinkU(Model):
    """Headers link u."""

    url: str | None = None


class HeadersMixed(Model):
    """Headers mixed."""

    host: str

    __pydantic_extra__: dict[str, int] = Field(init=False)
    """Properties that have no name of their own."""


class Headers(Model):
    """Headers."""

    fields: dict[str, str]

    links: dict[str, HeadersLinkF | HeadersLinkU] | None = None

    mixed: HeadersMixed | None = None

    odd: dict[str, int] | None = None

    open: dict[str, Any] | None = None

    sizes: dict[str, float | int | bool] | None = None
