"""Secrets."""

from typing import NotRequired, TypedDict


class SecretsParam(TypedDict):
    """Secrets."""

    key: NotRequired[str]

    owner: NotRequired[str]
