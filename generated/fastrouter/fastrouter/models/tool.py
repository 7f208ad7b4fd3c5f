"""A function that the model may ask to be called."""

from __future__ import annotations

from typing import Any, Literal

from .._runtime.models import Model


class FunctionDefinition(Model):
    """What a function is called, does and takes."""

    name: str

    description: str | None = None
    """What the function does, so that the model knows when to call it."""

    parameters: dict[str, Any] | None = None
    """The JSON Schema of its arguments."""

    strict: bool | None = None
    """Whether arguments must fit the schema exactly."""


class Tool(Model):
    """A function that the model may ask to be called."""

    type: Literal["function"] = "function"

    function: FunctionDefinition
