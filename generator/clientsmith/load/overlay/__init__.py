"""Overlays: changes to a description that live in a file of their own.

https://spec.openapis.org/overlay/v1.1.0.html
"""

from .apply import apply_overlay
from .document import read_overlay
from .draft import Draft

__all__ = ["Draft", "apply_overlay", "read_overlay"]
