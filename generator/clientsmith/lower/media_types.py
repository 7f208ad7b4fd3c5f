"""Media types: those of `content`, and the ones it shares with other places.

https://spec.openapis.org/oas/v3.2.0.html#media-type-object
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from openapi_pydantic.v3.v3_1 import MediaType

from clientsmith.pointer import Pointer

from .context import Context


def follow_content(
    context: Context,
    content: Mapping[str, MediaType] | None,
    at: Pointer,
) -> Iterator[tuple[str, MediaType, Pointer]]:
    """Yield each media type of `content` by name, and where it is described.

    Since 3.2 it may be a reference, which the typed view takes for an unknown key.
    """
    for content_type, media_type in sorted((content or {}).items()):
        node, place = media_type, at / "content" / content_type
        while isinstance(reference := (node.model_extra or {}).get("$ref"), str):
            place = context.description.pointer(reference)
            node = context.description.view(place, MediaType)
        yield content_type, node, place


def report_items(context: Context, media_type: MediaType, at: Pointer) -> None:
    """Report that the items of a body are not told apart."""
    if "itemSchema" in (media_type.model_extra or {}):
        context.unsupported(
            "items-unsupported",
            f"the items of `{at.last}` are not read or written one by one yet",
            at,
        )
