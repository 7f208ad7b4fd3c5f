"""What takes the place of an object that cannot be read, by what belongs there."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from msgspec import Struct

from clientsmith.load import JSON
from clientsmith.resolve.edits import REMOVED, Removed

Status: TypeAlias = Literal["opaque", "refused"]


class StandIn(Struct, frozen=True):
    """A value, what it says of the original, and how the report calls that.

    With a `key`, only that member is replaced.
    """

    value: JSON | Removed
    says: str
    status: Status = "refused"
    key: str = ""


ANYTHING: Final = StandIn({}, "any value is accepted here", "opaque")
_NOTHING: Final = StandIn({}, "nothing is generated for it")
_IGNORED: Final = StandIn({}, "it is left out")
STAND_INS: Final[dict[str, StandIn]] = {
    "schema": ANYTHING,
    # The specification says that a header parameter of this name shall be ignored.
    # Nothing shorter keeps the pointers to the parameters after it.
    "parameter": StandIn(
        {"name": "Accept", "in": "header", "schema": {}},
        "the parameter is left out",
    ),
    "requestBody": StandIn(
        {"content": {"application/json": {}}},
        "any JSON value is sent",
        "opaque",
    ),
    "response": StandIn(
        {"description": "", "content": {"*/*": {}}},
        "its content is read as bytes",
        "opaque",
    ),
    "pathItem": _NOTHING,
    "callback": _NOTHING,
    "mediaType": StandIn({}, "any content is accepted here", "opaque"),
    "encoding": _IGNORED,
    "example": _IGNORED,
    "header": _IGNORED,
    "link": _IGNORED,
    # Without the key, the operation would be one that asks for no credentials.
    "scopes": StandIn([], "no scopes are asked for"),
}
"""By kind of object. Every other one is left out whole."""

ERROR_RESPONSE: Final = StandIn({"description": ""}, "its content is not read")
EMPTY: Final = StandIn("", "it is taken as empty")
NONE: Final = StandIn([], "there are none")
SAID: Final = {"info": ("title", "version"), "response": ("description",)}
"""Fields that are required, and say nothing that a client needs."""


def left_out(name: str) -> StandIn:
    """Return what takes the place of a member that can be missing."""
    what = "it" if name.isdecimal() else f"`{name}`"
    return StandIn(REMOVED, f"{what} is left out")
