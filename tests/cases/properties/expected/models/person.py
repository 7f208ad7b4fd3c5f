"""Person."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import Model
from .._runtime.text_types import datetime


class PersonAddressGeo(Model):
    """Person address geo."""

    lat: float


class PersonAddress(Model):
    """Person address."""

    city: str | None = None

    geo: PersonAddressGeo | None = None


class Person(Model):
    """Person."""

    id: int

    empty: Annotated[str | None, Field(alias="")] = None

    plus_1: Annotated[int | None, Field(alias="+1")] = None

    minus_1: Annotated[int | None, Field(alias="-1")] = None

    n2_fa: Annotated[bool | None, Field(alias="2fa")] = None

    at_id: Annotated[str | None, Field(alias="@id")] = None

    type: Annotated[str | None, Field(alias="@type")] = None

    dunder: Annotated[str | None, Field(alias="__dunder__")] = None

    private: Annotated[str | None, Field(alias="_private")] = None

    address: PersonAddress | None = None

    birthday: datetime.date | None = None

    class_: Annotated[str | None, Field(alias="class")] = None

    copy_: Annotated[str | None, Field(alias="copy")] = None

    date: datetime.date | None = None

    given_name: Annotated[str | None, Field(alias="givenName")] = None

    größe: float | None = None

    model_config_: Annotated[str | None, Field(alias="model_config")] = None

    snake_case_camel: Annotated[str | None, Field(alias="snakeCase")] = None

    snake_case: str | None = None
