"""Cases of parameters that a client does not pass, and why."""

from __future__ import annotations

_DOT_SEGMENT = (
    "`/t/.` is `/t/` to everybody on the way: RFC 3986, 5.2.4 takes a dot segment out "
    "before anything is sent, and the suite itself says of `..` that the request must "
    "never reach another path; so the empty label is refused"
)

KNOWN: dict[str, str] = {
    "OAS 3.0.4 label explode=false empty in path": _DOT_SEGMENT,
    "OAS 3.1.2 label explode=false empty in path": _DOT_SEGMENT,
    "swagger-js should build a query parameter in form/no-explode format with "
    "allowReserved #3": "a raw `#` ends the query (RFC 3986, 3.4), and RFC 9112, 3.2 "
    "has no place for what follows it: servers would lose the rest of the value. The "
    "specification leaves it to applications to encode what a query does not allow; "
    "so `#` is sent as `%23`, and everything else as the case says",
}
"""A case that passes must leave this list."""
