"""Author."""

from typing import NotRequired, TypedDict

from ..models.author_home import AuthorHome
from .author_home import AuthorHomeParam


class AuthorParam(TypedDict):
    """Author."""

    name: str

    home: NotRequired[AuthorHome | AuthorHomeParam]
