"""`Effort`, `Root` and `Sum`, which refer to each other."""

from __future__ import annotations

from typing import TypeAlias

from .._runtime.models import Model


class Sum(Model):
    """Sum."""

    sum: list[Effort]


class Root(Model):
    """Root."""

    root: Effort


Effort: TypeAlias = float | Sum | Root
