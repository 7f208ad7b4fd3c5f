"""Short."""

from typing import TypeAlias

from .title import TitleParam

ShortParam: TypeAlias = TitleParam
"""Deprecated. At most 5 characters."""
