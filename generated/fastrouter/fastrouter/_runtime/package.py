"""The name of the package that this runtime was copied into."""

from __future__ import annotations

__all__ = ["PACKAGE"]

PACKAGE = __name__.rpartition(".")[0].removesuffix("._runtime")
