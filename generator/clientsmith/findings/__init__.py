"""What a run found, as services show it beside the files of a repository."""

from .finding import Finding, Home
from .gathering import gather
from .github import commands, grouped
from .sarif import sarif_log

__all__ = ["Finding", "Home", "commands", "gather", "grouped", "sarif_log"]
