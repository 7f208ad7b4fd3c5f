"""What a target may ask for, in the words of its configuration.

They stand apart from the stages that they are for, so that reading a configuration
loads none of these.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

Formatter: TypeAlias = Literal["ruff", "black", "none"]
"""What brings generated files into one style."""
ModelStyle: TypeAlias = Literal[
    "dataclass",
    "msgspec",
    "pydantic",
    "pydantic-dataclass",
    "typeddict",
]
"""A kind of classes that models may be, where they are all that is wanted."""
EnumStyle: TypeAlias = Literal["literal", "class"]
"""What an enumeration becomes: a type of literals, or a class with members."""
Extra: TypeAlias = Literal["opentelemetry"]
"""What a package may have for those who install something beside it."""
REQUIREMENTS: Final[Mapping[Extra, str]] = {
    "opentelemetry": "opentelemetry-api>=1.30",
}
"""What they install."""
Writing: TypeAlias = Literal["replace", "merge"]
"""What a run does about edits by hand: nothing, and stops; or it merges them."""
