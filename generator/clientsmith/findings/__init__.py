"""What a run found, as services show it beside the files of a repository."""

from .finding import Finding, Home
from .gathering import findings_of_strays
from .github import commands, grouped
from .sarif import sarif_log

__all__ = [
    "Finding",
    "Home",
    "commands",
    "findings_of_strays",
    "grouped",
    "sarif_log",
]
