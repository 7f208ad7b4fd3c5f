"""What `client.tasks.create` accepts."""

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
from .task import TaskLeadParam, TaskParam
from .title import TitleParam
from .tree import TreeParam
from .user import UserAddressParam, UserParam


class TaskCreateParams(TypedDict):
    """What `client.tasks.create` accepts."""

    title: TitleParam

    address: NotRequired[UserAddress | UserAddressParam | None]

    alias: NotRequired[AliasParam | None]

    blocks: NotRequired[Mapping[str, Task | TaskParam] | None]

    city: NotRequired[str | None]
    """At least 1 character."""

    effort: NotRequired[EffortParam | None]

    guest: NotRequired[Guest | GuestParam | None]

    housed: NotRequired[Housed | HousedParam | None]

    lead: NotRequired[TaskLead | TaskLeadParam | None]

    mode: NotRequired[Literal["fast"] | None]

    odd: NotRequired[OddNameHere | OddNameHereParam | None]

    owner: NotRequired[User | UserParam | None]
    """Who does it. Default: `{"name": "nobody"}`."""

    reviewer: NotRequired[User | UserParam | None]

    short: NotRequired[ShortParam | None]

    subtasks: NotRequired[Sequence[Task | TaskParam] | None]

    tree: NotRequired[TreeParam | None]
