"""A package read back from its files: what its callers see, and on which lines."""

from .alike import alike
from .contents import contents_of_both
from .files import PackageFiles, is_read, texts_of
from .reading import ReadBack, read_back

__all__ = [
    "PackageFiles",
    "ReadBack",
    "alike",
    "contents_of_both",
    "is_read",
    "read_back",
    "texts_of",
]
