"""Keeps addresses that a server names at the server that they are asked of.

https://www.rfc-editor.org/rfc/rfc6454#section-5
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

from .addresses import shown, without_user
from .errors import PaginationError
from .origins import PORTS, origin

if TYPE_CHECKING:
    from collections.abc import Iterable


def at_home(address: str, server: str, described: Iterable[str]) -> str:
    """Return an address that a server has named, on the server that is used.

    An address of the API as it is described means the same one there: descriptions
    name the public server, and requests may go through another one.

    Raises:
        PaginationError: It is elsewhere, where no credential may go.
    """
    if _origin_of(address) == _origin_of(without_user(server)):
        return _from_origin(server, address)
    for known in described:
        if _is_below(address, known):
            return server.rstrip("/") + address[len(known.rstrip("/")) :]
    raise PaginationError(
        f"the next page is said to be at {shown(address)}, which is not a part of "
        f"{shown(server)}; nothing was sent there"
    )


def resolve(target: str, page: str) -> str:
    """Return the whole address of a target that is named by a page.

    What is whole stays as it is, byte for byte, but for its fragment.

    Raises:
        PaginationError: It is no address.
    """
    try:
        is_whole = urlsplit(target).scheme
        address = target if is_whole else urljoin(page, _rooted(target, page))
    except ValueError as problem:
        raise PaginationError(f"{shown(target)!r} is no address") from problem
    return address.partition("#")[0]


def _rooted(target: str, page: str) -> str:
    """Give back to a path what the server has left out before it.

    What is asked at `/api/v2/pets` and leads to `/pets?page=2` means itself: its server
    does not know below what it is.
    """
    asked, here = urlsplit(target).path, urlsplit(page).path
    steps, own = asked.split("/"), here.split("/")
    before = len(own) - len(steps)
    is_path = asked not in {"", "/"} and target.startswith(asked) and asked[0] == "/"
    if is_path and before > 0 and _read(own[1 + before :]) == _read(steps[1:]):
        return "/".join(own[: 1 + before]) + target
    return target


def _read(steps: list[str]) -> list[str]:
    return list(map(unquote, steps))


def _origin_of(address: str) -> tuple[str, str | None, int | None]:
    parts = urlsplit(address)
    # A name or a backslash before the host is read differently by different readers.
    is_clear = parts.scheme in PORTS and not {"@", "\\"} & {*parts.netloc}
    try:
        return origin(parts) if is_clear else (parts.scheme, address, None)
    except ValueError:
        return parts.scheme, address, None


def _from_origin(server: str, address: str) -> str:
    """Take the origin from the server, so that no reader finds another one."""
    start = server.partition("?")[0]
    parts = urlsplit(start)
    path = address.partition("://")[2]
    cut = min(at for at in (path.find("/"), path.find("?"), len(path)) if at >= 0)
    return f"{parts.scheme}://{parts.netloc}{path[cut:]}"


def _is_below(address: str, server: str) -> bool:
    start = server.rstrip("/")
    rest = address[len(start) :]
    return "://" in start and address.startswith(start) and rest[:1] in {"", "/", "?"}
