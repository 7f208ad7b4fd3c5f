"""What a change of a package means for the people who call it."""

from .changes import Action, Aspect, Change, Side, Subject, Verdict
from .comparison import compare
from .things import Kind, Thing, inside, things
from .versions import Bump, bump, bumped, grown

__all__ = [
    "Action",
    "Aspect",
    "Bump",
    "Change",
    "Kind",
    "Side",
    "Subject",
    "Thing",
    "Verdict",
    "bump",
    "bumped",
    "compare",
    "grown",
    "inside",
    "things",
]
