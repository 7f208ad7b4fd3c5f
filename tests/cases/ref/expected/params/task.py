"""Task."""

from collections.abc import Mapping, Sequence
from typing import Literal, NotRequired, TypedDict

from ..models.guest import Guest
from ..models.housed import Housed
from ..models.odd_name_here import OddNameHere
from ..models.task import Task, TaskLead
from ..models.user import User, UserAddress
from .alias import AliasParam
from .effort import EffortParam
from .guest import GuestParam
from .housed import HousedParam
from .odd_name_here import OddNameHereParam
from .short import ShortParam
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
    """At least 1 character."""

    effort: NotRequired[EffortParam]

    guest: NotRequired[Guest | GuestParam | None]

    housed: NotRequired[Housed | HousedParam]

    lead: NotRequired[TaskLead | TaskLeadParam]

    mode: NotRequired[Literal["fast"]]

    odd: NotRequired[OddNameHere | OddNameHereParam]

    owner: NotRequired[User | UserParam]
    """Who does it. Default: `{"name": "nobody"}`."""

    reviewer: NotRequired[User | UserParam | None]

    short: NotRequired[ShortParam]

    subtasks: NotRequired["Sequence[Task | TaskParam]"]

    tree: NotRequired[TreeParam]
