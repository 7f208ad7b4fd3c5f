"""Secret."""

from typing import TypeAlias

SecretParam: TypeAlias = str
