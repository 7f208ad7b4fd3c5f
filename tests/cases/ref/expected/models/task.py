"""Task."""

from __future__ import annotations

from typing import Annotated, Literal

from .._runtime.asserts import Asserts
from .._runtime.models import Model
from .alias import Alias
from .effort import Effort
from .guest import Guest
from .housed import Housed
from .odd_name_here import OddNameHere
from .short import Short
from .title import Title
from .tree import Tree
from .user import User, UserAddress


class TaskLead(Model):
    """Task lead."""

    name: str

    email: str

    address: UserAddress | None = None


class Task(Model):
    """Task."""

    title: Title

    address: UserAddress | None = None

    alias: Alias | None = None

    blocks: dict[str, Task] | None = None

    city: Annotated[str | None, Asserts(min_length=1)] = None
    """At least 1 character."""

    effort: Effort | None = None

    guest: Guest | None = None

    housed: Housed | None = None

    lead: TaskLead | None = None

    mode: Literal["fast"] | None = None

    odd: OddNameHere | None = None

    owner: User | None = None
    """Who does it. Default: `{"name": "nobody"}`."""

    reviewer: User | None = None

    short: Short | None = None

    subtasks: list[Task] | None = None

    tree: Tree | None = None
