"""Task."""

from collections.abc import Mapping, Sequence
from typing import NotRequired, TypedDict

from ..models.odd_name_here import OddNameHere
from ..models.task import Task, TaskLead
from ..models.user import User, UserAddress
from .alias import AliasParam
from .odd_name_here import OddNameHereParam
from .title import TitleParam
from .tree import TreeParam
from .user import UserAddressParam, UserParam


class TaskLeadParam(TypedDict):
    """Task lead."""

    name: str

    email: str

    address: NotRequired[UserAddress | UserAddressParam]


class TaskParam(TypedDict):
    """Task."""

    title: TitleParam

    address: NotRequired[UserAddress | UserAddressParam]

    alias: NotRequired[AliasParam]

    blocks: NotRequired["Mapping[str, Task | TaskParam]"]

    city: NotRequired[str]

    lead: NotRequired[TaskLead | TaskLeadParam]

    odd: NotRequired[OddNameHere | OddNameHereParam]

    owner: NotRequired[User | UserParam]
    """Who does it. Default: `{"name": "nobody"}`."""

    reviewer: NotRequired[User | UserParam | None]

    subtasks: NotRequired["Sequence[Task | TaskParam]"]

    tree: NotRequired[TreeParam]
