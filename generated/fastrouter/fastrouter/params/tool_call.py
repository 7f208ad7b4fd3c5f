"""A function that the model asks to be called."""

from typing import Literal, TypedDict

from ..models.tool_call import FunctionCall


class FunctionCallParam(TypedDict):
    """A function and what to call it with."""

    name: str

    arguments: str
    """The arguments as JSON, written by the model and not always valid."""


class ToolCallParam(TypedDict):
    """A function that the model asks to be called."""

    id: str
    """What the message with the result refers to."""

    type: Literal["function"]

    function: FunctionCall | FunctionCallParam
