"""Where the files of a project come from that others publish, and how they are had.

What asks for them is in `pulling`, which only the command imports that does.
"""

from .upstream import Addresses, Command, PythonObject, SourceFile, Upstream

__all__ = ["Addresses", "Command", "PythonObject", "SourceFile", "Upstream"]
