"""Enumerations that keep what was added to them after this package was generated.

https://docs.python.org/3/library/enum.html#enum.Enum._missing_
"""

from __future__ import annotations

from enum import Enum, IntEnum, StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from typing import Self

    from pydantic import GetCoreSchemaHandler
    from pydantic_core.core_schema import CoreSchema

__all__ = ["OpenIntEnum", "OpenStrEnum"]


class _Open(Enum):
    """What open enumerations have beside the members of their own."""

    @property
    def is_known(self) -> bool:
        """Whether this package knows the value, and has a member for it."""
        return type(self).__members__.get(self._name_) is self

    def __repr__(self) -> str:
        if self.is_known:
            return super().__repr__()
        return f"<{type(self).__name__}: {self._value_!r}>"

    def __reduce_ex__(self, protocol: Any) -> tuple[Any, ...]:
        # By value: what has no member cannot be found by its name.
        return type(self), (self._value_,)


Member = TypeVar("Member", bound=_Open)


class OpenStrEnum(_Open, StrEnum):
    """Texts of the API. One that this package does not know is kept, without a name."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        text = str.__str__(value)
        return _named(str.__new__(cls, text), text)

    @classmethod
    def __get_pydantic_core_schema__(
        cls,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        from pydantic_core.core_schema import str_schema

        return _reading(cls, str_schema())


class OpenIntEnum(_Open, IntEnum):
    """Integers of the API. One that this package does not know is kept."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        number = int(value)
        return _named(int.__new__(cls, number), number)

    @classmethod
    def __get_pydantic_core_schema__(
        cls,
        source: Any,
        handler: GetCoreSchemaHandler,
    ) -> CoreSchema:
        from pydantic_core.core_schema import int_schema

        return _reading(cls, int_schema(strict=True))


def _named(member: Member, value: str | int) -> Member:
    """Make a member of a value that the description does not list."""
    member._name_, member._value_ = str(value), value
    return member


def _reading(cls: type[Enum], others: CoreSchema) -> CoreSchema:
    """Prefer a listed value to any other, also where a union has several of these."""
    from pydantic_core.core_schema import (
        literal_schema,
        no_info_after_validator_function,
        union_schema,
    )

    from .constants import exact

    listed: Any = exact({**literal_schema([member.value for member in cls])})
    return union_schema(
        [no_info_after_validator_function(cls, each) for each in (listed, others)],
        mode="left_to_right",
        custom_error_type="open_enum",
        custom_error_message=f"Input should be one of {cls.__name__}",
    )
