"""What a package was when somebody got it last, and which version that makes it now."""

from .earlier import Earlier, earlier_at, earlier_there, followed
from .keeping import keep_release
from .merged import unmerged
from .older import changes_since
from .release import Release, release_path, release_text
from .settling import SEMVER, Settled, Settling

__all__ = [
    "SEMVER",
    "Earlier",
    "Release",
    "Settled",
    "Settling",
    "changes_since",
    "earlier_at",
    "earlier_there",
    "followed",
    "keep_release",
    "release_path",
    "release_text",
    "unmerged",
]
