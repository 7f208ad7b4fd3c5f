"""Which tool the model is to call, if any."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.models import Model

ToolChoiceMode: TypeAlias = Literal["none", "auto", "required"] | str
"""Whether the model may, must or must not call a tool."""


class FunctionName(Model):
    """The name of a function."""

    name: str


class NamedToolChoice(Model):
    """The one function to call."""

    type: Literal["function"] = "function"

    function: FunctionName


ToolChoice: TypeAlias = ToolChoiceMode | NamedToolChoice
"""Which tool the model is to call, if any."""
