"""URI references and what they mean relative to where they stand.

https://www.rfc-editor.org/rfc/rfc3986#section-5
"""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

_PORTS = {"http": ":80", "https": ":443"}


def join(base: str, reference: str) -> str | None:
    """Resolve a reference against a base URI; None where it is no URI reference."""
    try:
        if not reference.partition("#")[0]:
            return base.partition("#")[0] + reference
        urlsplit(reference)
        return urljoin(base, reference)
    except ValueError:
        return None


def origin(uri: str) -> str:
    """Return scheme, host and port of a URI: what is trusted, or not.

    https://www.rfc-editor.org/rfc/rfc6454#section-4
    """
    parts = urlsplit(uri)
    host = parts.netloc.removesuffix(_PORTS.get(parts.scheme, ""))
    return f"{parts.scheme}://{host}".lower()


def scheme(uri: str) -> str:
    """Return the scheme of a URI."""
    return urlsplit(uri).scheme.lower()
