"""Report."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime.models import Model


class ReportText(Model):
    """Report text."""

    text: str | None = None


class ShortAnswer(Model):
    """Short answer."""

    yes: bool


class LongAnswer(Model):
    """Long answer."""

    why: str


class ReportLong(Model):
    """Report long."""

    a: int | None = None


Progress: TypeAlias = Literal["draft", "done"] | str


class Report(Model):
    """Report."""

    body: ReportText

    choice: ShortAnswer | LongAnswer | None = None

    long: ReportLong | None = None

    state: Progress | None = None
