"""What a change of a package means for the people who call it."""

from .changes import Action, Aspect, Change, Side, Subject, Verdict
from .comparison import are_docs, compare
from .grouping import grouped, likeness, prominence
from .packages import package_added, package_place, package_removed
from .things import Kind, Thing, inside, thing_alone, thing_of, things
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
    "are_docs",
    "bump",
    "bumped",
    "compare",
    "grouped",
    "grown",
    "inside",
    "likeness",
    "package_added",
    "package_place",
    "package_removed",
    "prominence",
    "thing_alone",
    "thing_of",
    "things",
]
