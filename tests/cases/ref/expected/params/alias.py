"""Alias."""

from typing import TypeAlias

from ..models.user import User
from .user import UserParam

AliasParam: TypeAlias = User | UserParam
