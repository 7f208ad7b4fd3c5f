"""Where parameters are sent, and in which style.

https://spec.openapis.org/oas/v3.2.0.html#style-values
"""

from __future__ import annotations

from openapi_pydantic.v3.v3_1 import Parameter

from clientsmith.ir import Location, Style
from clientsmith.pointer import Pointer
from clientsmith.resolve import QUERYSTRING

from .context import Context

FORM_STYLES: tuple[Style, ...] = (
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
)
"""The styles of queries and of properties in forms."""
_STYLES: dict[Location, tuple[Style, ...]] = {
    "path": ("simple", "label", "matrix"),
    "header": ("simple",),
    "query": FORM_STYLES,
    "querystring": ("form",),
    "cookie": ("form", "cookie"),
}
"""The styles of each location, the usual one first."""
_LOCATIONS: dict[str, Location] = {location: location for location in _STYLES}
_EXPLODED = frozenset({"cookie", "form"})
"""Styles that explode unless the document says otherwise."""


def location_of(node: Parameter) -> Location:
    """Return where a parameter is sent; one location of 3.2 is written as a style."""
    if node.style == QUERYSTRING:
        return "querystring"
    return _LOCATIONS[str(getattr(node.param_in, "value", node.param_in))]


def style_of(context: Context, node: Parameter, at: Pointer) -> Style:
    """Return how a parameter is written; a style of another place is not used."""
    where = location_of(node)
    usual = _STYLES[where][0]
    known: dict[str, Style] = {style: style for style in _STYLES[where]}
    if node.style is None or where == "querystring":
        return usual
    if node.style not in known:
        context.unsupported(
            "parameter-style",
            f"`style: {node.style}` is none for `in: {where}`; `{usual}` is used",
            at / "style",
        )
    return known.get(node.style, usual)


def explodes(node: Parameter, style: Style) -> bool:
    """Tell whether the members of a value are written one by one."""
    return style in _EXPLODED if node.explode is None else node.explode


def allows_reserved(context: Context, node: Parameter) -> bool:
    """Tell whether reserved characters are sent as they are.

    Only queries may do so before 3.2; what is never encoded has none to spare.
    """
    is_new = context.description.version.startswith("3.2")
    places = {"query", "path", "cookie"} if is_new else {"query"}
    encoded = node.style != "cookie" and location_of(node) in places
    return node.allowReserved and encoded
