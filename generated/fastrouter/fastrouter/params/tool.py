"""A function that the model may ask to be called."""

from collections.abc import Mapping
from typing import Any, Literal, NotRequired, TypedDict

from ..models.tool import FunctionDefinition


class FunctionDefinitionParam(TypedDict):
    """What a function is called, does and takes."""

    name: str

    description: NotRequired[str]
    """What the function does, so that the model knows when to call it."""

    parameters: NotRequired[Mapping[str, Any]]
    """The JSON Schema of its arguments."""

    strict: NotRequired[bool]
    """Whether arguments must fit the schema exactly."""


class ToolParam(TypedDict):
    """A function that the model may ask to be called."""

    type: Literal["function"]

    function: FunctionDefinition | FunctionDefinitionParam
