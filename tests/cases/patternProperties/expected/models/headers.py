"""Headers."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from .._runtime.asserts import Asserts
from .._runtime.models import Model


class HeadersLinkF(Model):
    """Headers link f."""

    file: str | None = None


class HeadersLinkU(Model):
    """Headers link u."""

    url: str | None = None


@Asserts(pattern_properties={"^x-": {"type": "integer"}}, additional_properties=False)
class HeadersMixed(Model):
    """Headers mixed."""

    host: str

    __pydantic_extra__: dict[str, int] = Field(init=False)
    """Properties that have no name of their own."""


class Headers(Model):
    """Headers."""

    fields: Annotated[
        dict[str, str],
        Asserts(
            pattern_properties={"^x-": {"type": "string"}}, additional_properties=False
        ),
    ]

    links: Annotated[
        dict[str, HeadersLinkF | HeadersLinkU] | None,
        Asserts(
            pattern_properties={
                "^f": {"type": "object", "properties": {"file": {"type": "string"}}},
                "^u": {"type": "object", "properties": {"url": {"type": "string"}}},
            },
            additional_properties=False,
        ),
    ] = None

    mixed: HeadersMixed | None = None

    odd: Annotated[
        dict[str, int] | None,
        Asserts(pattern_properties={"^\\p{Lu}": True}, additional_properties=False),
    ] = None

    open: Annotated[
        dict[str, Any] | None, Asserts(pattern_properties={"^x-": {"type": "string"}})
    ] = None

    sizes: Annotated[
        dict[str, float | int | bool] | None,
        Asserts(
            pattern_properties={"^w": {"type": "integer"}, "^h": {"type": "number"}},
            additional_properties={"type": "boolean"},
        ),
    ] = None
