"""The configuration: which descriptions become which packages, and where."""

from .finding import FILE_NAME, PROJECT, find_config, in_folder
from .reading import Config, read_config
from .target import Target, has_enums

__all__ = [
    "FILE_NAME",
    "PROJECT",
    "Config",
    "Target",
    "find_config",
    "has_enums",
    "in_folder",
    "read_config",
]
