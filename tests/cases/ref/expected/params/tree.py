"""Tree."""

from collections.abc import Sequence

from typing_extensions import TypeAliasType

TreeParam = TypeAliasType("TreeParam", "str | Sequence[TreeParam]")
