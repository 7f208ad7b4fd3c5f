"""What a project starts with: a configuration with comments, and workflows."""

from .further import further
from .guesses import Guess, guess_package, guess_spec
from .installed import ELSEWHERE, requirement
from .scaffold import CI, Start, scaffold, write_all
from .workflows import Place, application_in, place_of

__all__ = [
    "CI",
    "ELSEWHERE",
    "Guess",
    "Place",
    "Start",
    "application_in",
    "further",
    "guess_package",
    "guess_spec",
    "place_of",
    "requirement",
    "scaffold",
    "write_all",
]
