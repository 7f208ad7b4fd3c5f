"""Plain text."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import Model


class TextPart(Model):
    """Plain text."""

    type: Literal["text"] = "text"

    text: str
