"""Headers and messages without the secrets in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .security import Credential

V = TypeVar("V")

SECRET = re.compile(
    "auth|cookie|key|passw|secret|session|signature|token", re.IGNORECASE
)
_SENDABLE = re.compile(r"([!-~]([\t -~]*[!-~])?)?")
_SHORT = 4
"""What has fewer characters may be any word."""

_A_WORD = 8
"""What has fewer characters may be part of any word, and goes as a whole one only."""


class Unseen(str):
    """A secret, which is not shown among the locals of a traceback."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "..."


def veiled(given: V) -> V | Unseen:
    """Have a text not shown, whatever else it may be."""
    return Unseen(given) if isinstance(given, str) else given


class Fields(dict[str, V]):
    """What shows its names alone, also among the locals of a traceback."""

    def __repr__(self) -> str:
        return f"<{', '.join(self)}>"


class Headers(Fields[str]):
    """Headers by their names."""


def lowered(*given: Mapping[str, str]) -> Headers:
    """Gather headers under names in small letters; later ones win."""
    return Headers(
        {name.lower(): value for each in given for name, value in each.items()}
    )


def check_sendable(headers: Mapping[str, str]) -> None:
    """Refuse what the HTTP library would refuse with the value in its message.

    Raises:
        ValueError: A value has a character that no header has.
    """
    # No local variable holds a value when this raises.
    refused = [name for name in headers if not _SENDABLE.fullmatch(headers[name])]
    if refused:
        raise ValueError(f"the value of the header {refused[0]} cannot be sent")


def without_secrets(
    text: str, credentials: Iterable[Credential], headers: Mapping[str, str]
) -> str:
    """Take out of a text what proves who has asked; some servers quote it."""
    values = [each.value for each in credentials]
    values += [value for name, value in headers.items() if SECRET.search(name)]
    # Behind a scheme: `Basic dXNlcjpwdw==`.
    values += [value.partition(" ")[2] for value in values]
    secrets = {value for value in values if len(value) >= _SHORT}
    return without(secrets.union(each.secret for each in credentials), text)


def without(secrets: Iterable[str], text: str) -> str:
    """Take secrets out of a text; one may be a part of another."""
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        if len(secret) < _A_WORD:
            text = re.sub(rf"(?<!\w){re.escape(secret)}(?!\w)", "...", text)
        else:
            text = text.replace(secret, "...")
    return text
