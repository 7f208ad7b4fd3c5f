"""Generates targets into other repositories, on branches that others may work on.

`emitting` does it for one target; what is here costs nothing to import.
"""

from .destination import PLACEHOLDERS, Destination

__all__ = ["PLACEHOLDERS", "Destination"]
