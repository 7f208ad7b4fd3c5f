"""What `client.persons.create` accepts."""

import datetime
from typing import NotRequired, TypedDict

from ..models.person import PersonAddress
from .person import PersonAddressParam


class PersonCreateParams(TypedDict):
    """What `client.persons.create` accepts."""

    id: int

    empty: NotRequired[str | None]

    plus_1: NotRequired[int | None]

    minus_1: NotRequired[int | None]

    n2_fa: NotRequired[bool | None]

    at_id: NotRequired[str | None]

    type: NotRequired[str | None]

    dunder: NotRequired[str | None]

    private: NotRequired[str | None]

    address: NotRequired[PersonAddress | PersonAddressParam | None]

    birthday: NotRequired[datetime.date | str | None]

    class_: NotRequired[str | None]

    copy: NotRequired[str | None]

    date: NotRequired[datetime.date | str | None]

    given_name: NotRequired[str | None]

    größe: NotRequired[float | None]

    model_config: NotRequired[str | None]

    snake_case_camel: NotRequired[str | None]

    snake_case: NotRequired[str | None]
