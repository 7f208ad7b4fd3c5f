"""What a project starts with: a configuration with comments, and workflows."""

from .guesses import Guess, guess_package, guess_spec
from .scaffold import CI, Start, scaffold, write_all

__all__ = [
    "CI",
    "Guess",
    "Start",
    "guess_package",
    "guess_spec",
    "scaffold",
    "write_all",
]
