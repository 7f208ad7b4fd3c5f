"""The version in a project that its reader owns: read, and replaced alone.

https://packaging.python.org/en/latest/specifications/pyproject-toml/#version
"""

from __future__ import annotations

from typing import Any, Final

PROJECT: Final = "pyproject.toml"


def version_in(text: str) -> str | None:
    """Return the version that a project says itself, if it does."""
    import tomllib

    try:
        table: Any = tomllib.loads(text)
        version = table["project"]["version"]
    except (tomllib.TOMLDecodeError, LookupError, TypeError):
        return None
    return version if isinstance(version, str) else None


def with_version(text: str, version: str) -> str:
    """Replace the version of a project, which it has, and nothing else of it."""
    import tomlkit

    document: Any = tomlkit.parse(text)
    document["project"]["version"] = version
    return tomlkit.dumps(document)
