"""Author."""

from __future__ import annotations

from .._runtime.models import Model
from .author_home import AuthorHome


class Author(Model):
    """Author."""

    name: str

    home: AuthorHome | None = None
