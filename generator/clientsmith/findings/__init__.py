"""What a run found, as services show it beside the files of a repository."""

from .finding import Finding
from .gathering import gather
from .github import commands, grouped
from .sarif import sarif_log

__all__ = ["Finding", "commands", "gather", "grouped", "sarif_log"]
