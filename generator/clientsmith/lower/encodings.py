"""How the properties of a form are written, as `encoding` says.

https://spec.openapis.org/oas/v3.1.1.html#encoding-object
"""

from __future__ import annotations

from openapi_pydantic.v3.v3_1 import Encoding as EncodingObject
from openapi_pydantic.v3.v3_1 import MediaType

from clientsmith.ir import Encoding, Style, essence_of
from clientsmith.pointer import Pointer

from .context import Context
from .styles import FORM_STYLES

FORM = "application/x-www-form-urlencoded"
_OF_STYLES = frozenset({"allowReserved", "explode", "style"})
"""Where one of these is there, the media type of the property is ignored."""


def lower_encodings(
    context: Context, content_type: str, media_type: MediaType, at: Pointer
) -> tuple[Encoding, ...]:
    """List how the properties of a form are written that say so."""
    if essence_of(content_type) != FORM:
        return ()
    return tuple(
        _lower(context, key, node, at / "encoding" / key)
        for key, node in (media_type.encoding or {}).items()
    )


def _lower(context: Context, key: str, node: EncodingObject, at: Pointer) -> Encoding:
    if not _OF_STYLES & node.model_fields_set:
        return Encoding(property=key, content_type=node.contentType or "")
    style = _style(context, node, at)
    return Encoding(
        property=key,
        style=style,
        explode=style == "form" if node.explode is None else node.explode,
        allow_reserved=bool(node.allowReserved),
    )


def _style(context: Context, node: EncodingObject, at: Pointer) -> Style:
    known: dict[str, Style] = {style: style for style in FORM_STYLES}
    if node.style and node.style not in known:
        context.unsupported(
            "parameter-style",
            f"`style: {node.style}` is none for a form; `form` is used",
            at / "style",
        )
    return known.get(node.style or "form", "form")
