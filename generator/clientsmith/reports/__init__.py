"""What a comparison says to people, to programs and to services."""

from .as_json import as_json
from .commands import commands
from .findings import Found, Reported, report
from .markdown import markdown
from .text import text

__all__ = ["Found", "Reported", "as_json", "commands", "markdown", "report", "text"]
