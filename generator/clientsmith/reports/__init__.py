"""What a comparison says to people, to programs and to services.

The page is not imported here: the other formats need no templates.
"""

from .as_json import as_json
from .commands import commands
from .findings import Found, Locators, Reported, report
from .links import Links, Where, unknown_holes
from .markdown import markdown, overviews
from .text import text

__all__ = [
    "Found",
    "Links",
    "Locators",
    "Reported",
    "Where",
    "as_json",
    "commands",
    "markdown",
    "overviews",
    "report",
    "text",
    "unknown_holes",
]
