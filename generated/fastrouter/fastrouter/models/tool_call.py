"""A function that the model asks to be called."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import Model


class FunctionCall(Model):
    """A function and what to call it with."""

    name: str

    arguments: str
    """The arguments as JSON, written by the model and not always valid."""


class ToolCall(Model):
    """A function that the model asks to be called."""

    id: str
    """What the message with the result refers to."""

    type: Literal["function"] = "function"

    function: FunctionCall
