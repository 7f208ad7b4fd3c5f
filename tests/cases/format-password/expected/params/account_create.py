"""What `client.accounts.create` accepts."""

from collections.abc import Mapping, Sequence
from typing import NotRequired, TypedDict

from ..models.question import Question
from .question import QuestionParam
from .secret import SecretParam


class AccountCreateParams(TypedDict):
    """What `client.accounts.create` accepts."""

    name: str

    password: str

    code: NotRequired[SecretParam | int | None]

    former: NotRequired[Sequence[SecretParam] | None]

    keys: NotRequired[Mapping[str, SecretParam] | None]

    question: NotRequired[Question | QuestionParam | None]

    recovery: NotRequired[str | None]
