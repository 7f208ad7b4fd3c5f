"""A book that the shop sells, or sold."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .._runtime.asserts import Asserts
from .._runtime.models import Model
from .._runtime.text_types import datetime
from .format import Format
from .review import Review


class BookPublisherAddress(Model):
    """Book publisher address."""

    city: str | None = None

    country_code: Annotated[str | None, Field(alias="countryCode")] = None


class BookPublisher(Model):
    """Book publisher."""

    name: str

    address: BookPublisherAddress | None = None


class Book(Model):
    """A book that the shop sells, or sold."""

    id: int

    title: Annotated[str, Asserts(min_length=1)]
    """At least 1 character."""

    format: Format

    type: Annotated[Literal["Book"] | None, Field(alias="@type")] = None

    class_: Annotated[str | None, Field(alias="class")] = None
    """The shelf mark."""

    published_on: Annotated[datetime.date | None, Field(alias="publishedOn")] = None

    publisher: BookPublisher | None = None

    reviews: list[Review] | None = None

    stock: dict[str, Annotated[int, Asserts(minimum=0)]] | None = None
    """Copies in each branch."""

    subtitle: str | None = None
