"""What a change of a package means for the people who call it."""

from .changes import Action, Aspect, Change, Side, Subject, Verdict
from .comparison import compare
from .versions import Bump, bump, bumped, grown

__all__ = [
    "Action",
    "Aspect",
    "Bump",
    "Change",
    "Side",
    "Subject",
    "Verdict",
    "bump",
    "bumped",
    "compare",
    "grown",
]
