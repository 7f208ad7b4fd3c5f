"""Which targets a change of files reaches, and what targets are made from."""

from .changes import (
    Reach,
    State,
    absolute,
    altered,
    changed_between,
    reached,
    state_of,
)
from .files import files_of, reaches_of

__all__ = [
    "Reach",
    "State",
    "absolute",
    "altered",
    "changed_between",
    "files_of",
    "reached",
    "reaches_of",
    "state_of",
]
