"""Where a redirect leads, and what goes along.

Methods that change nothing are followed everywhere, others where the status says that
the method stays or becomes `GET`. What leaves the origin of a request takes nothing
with it that could prove who sends it.
https://www.rfc-editor.org/rfc/rfc9110#section-15.4
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from .addresses import shown
from .origins import PORTS, origin
from .payload import is_spent

if TYPE_CHECKING:
    from .message import Message

MOST = 10
"""How many redirects in a row are followed."""

_SEE_OTHER = 303
_KEEPING = frozenset({307, 308})
_SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "QUERY"})
_FORWARDED = frozenset(
    {
        "accept",
        "accept-language",
        "content-length",
        "content-type",
        "if-match",
        "if-modified-since",
        "if-none-match",
        "if-range",
        "if-unmodified-since",
        "range",
        "user-agent",
    }
)
"""What another host may know. Any other header could be a credential."""
_OF_CONTENT = frozenset(
    {"content-encoding", "content-language", "content-length", "content-type"}
)


class RedirectRefused(Exception):
    """A redirect that must not be followed; the message says why."""


def follow(message: Message, status: int, location: str) -> Message:
    """Return the message that a redirect asks for.

    Raises:
        RedirectRefused: It must not be sent.
    """
    address = _address(message, location)
    if message.hops >= MOST:
        last = shown(address)
        raise RedirectRefused(f"more than {MOST} redirects, the last to {last}")
    here, there = urlsplit(message.url), urlsplit(address)
    if (here.scheme, there.scheme) == ("https", "http"):
        raise RedirectRefused(f"a redirect to {shown(address)} would not be encrypted")
    method = _method(message, status, address)
    headers = message.headers
    is_foreign = origin(here) != origin(there)
    if is_foreign:
        headers = {name: headers[name] for name in headers.keys() & _FORWARDED}
    content = message.content
    if method == message.method and is_spent(content):
        raise RedirectRefused("a body that can be read once is not sent again")
    if method != message.method:
        content = None
        headers = {n: value for n, value in headers.items() if n not in _OF_CONTENT}
    return message._replace(
        method=method,
        url=address,
        headers=headers,
        content=content,
        hops=message.hops + 1,
        is_foreign=message.is_foreign or is_foreign,
    )


def _address(message: Message, location: str) -> str:
    """Return where a redirect leads, relative to where it comes from."""
    if not location:
        raise RedirectRefused("a redirect that does not say where to")
    try:
        address = urljoin(message.url, location)
        there = urlsplit(address)
        is_known = there.scheme in PORTS and there.hostname and there.port != 0
    except ValueError:
        is_known = False
        address = ""
    if not is_known:
        raise RedirectRefused("a redirect to what is no address on the web")
    fragment = urlsplit(address).fragment
    return address.removesuffix(f"#{fragment}") if fragment else address


def _method(message: Message, status: int, address: str) -> str:
    if status == _SEE_OTHER:
        return "HEAD" if message.method == "HEAD" else "GET"
    if message.method in _SAFE or status in _KEEPING:
        return message.method
    raise RedirectRefused(f"{message.method} is not sent again to {shown(address)}")
