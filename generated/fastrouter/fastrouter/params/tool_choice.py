"""Which tool the model is to call, if any."""

from typing import Literal, TypeAlias, TypedDict

from ..models.tool_choice import FunctionName, NamedToolChoice

ToolChoiceModeParam: TypeAlias = Literal["none", "auto", "required"]
"""Whether the model may, must or must not call a tool."""


class FunctionNameParam(TypedDict):
    """The name of a function."""

    name: str


class NamedToolChoiceParam(TypedDict):
    """The one function to call."""

    type: Literal["function"]

    function: FunctionName | FunctionNameParam


ToolChoiceParam: TypeAlias = (
    ToolChoiceModeParam | NamedToolChoice | NamedToolChoiceParam
)
"""Which tool the model is to call, if any."""
