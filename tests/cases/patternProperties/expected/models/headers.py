"""Headers."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from .._runtime.models import Model


class HeadersLinksFValue(Model):
    """Headers links f value."""

    file: str | None = None


class HeadersLinksUValue(Model):
    """Headers links u value."""

    url: str | None = None


class HeadersMixed(Model):
    """Headers mixed."""

    host: str

    __pydantic_extra__: dict[str, int] = Field(init=False)
    """Properties that have no name of their own."""


class Headers(Model):
    """Headers."""

    fields: dict[str, str]

    links: dict[str, HeadersLinksFValue | HeadersLinksUValue] | None = None

    mixed: HeadersMixed | None = None

    odd: dict[str, int] | None = None

    open: dict[str, Any] | None = None

    sizes: dict[str, float | int | bool] | None = None
