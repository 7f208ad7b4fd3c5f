"""What `client.certificates.create` accepts."""

from collections.abc import Sequence
from typing import NotRequired, TypedDict


class CertificateCreateParams(TypedDict):
    """What `client.certificates.create` accepts."""

    der: bytes | str

    chain: NotRequired[Sequence[bytes | str] | None]

    fingerprint: NotRequired[str | None]

    note: NotRequired[str | None]

    seal: NotRequired[bytes | str | None]
