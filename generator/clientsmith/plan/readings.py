"""As what the content of a response is read, media type by media type.

https://spec.openapis.org/oas/v3.1.1.html#media-type-object
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from clientsmith.ir import (
    Anything,
    Binary,
    MediaType,
    Primitive,
    Response,
    bare,
    is_json,
)

from .annotations import NONE, NULL, Annotation, Refer, received
from .code import Code, code, join, literal
from .imports import Import

JSON = "application/json"
_CHOICE = Import("._runtime.media_choice", "ByMediaType")
BYTES = Annotation(Code("bytes"))


class Reading(Struct, frozen=True):
    """What the content of one media type becomes."""

    content_type: str
    annotation: Annotation
    returns: Annotation
    """The same with what is asserted of it, for the run time."""
    as_json: bool = False
    """Whether it is JSON though its name does not say so."""
    repeats: bool = False
    """Whether another media type says the same."""


def plain_content(response: Response) -> list[MediaType | Binary]:
    """List the content of a response that does not stream, the preferred first.

    JSON comes first, unless it is mere text beside bytes: files are described so.
    """
    plain = [one for one in response.content if isinstance(one, MediaType | Binary)]
    if not plain[1:]:
        return plain
    has_bytes = any(isinstance(one, Binary) for one in plain)
    return sorted(plain, key=lambda one: _rank(one, has_bytes=has_bytes))


def _rank(content: MediaType | Binary, *, has_bytes: bool) -> int:
    if content.repeats:
        return 3
    if isinstance(content, Binary):
        return 1
    named = is_json(content.content_type)
    says_little = isinstance(bare(content.type), Anything | Primitive)
    return 2 if not named or (has_bytes and says_little) else 0


def reading(content: MediaType | Binary, refer: Refer) -> Reading:
    """Say as what content is read, with what is asserted of it."""
    name, repeats = content.content_type, content.repeats
    if isinstance(content, Binary):
        return Reading(name, BYTES, BYTES, repeats=repeats)
    annotation = received(bare(content.type), refer)
    returns = received(content.type, refer)
    return Reading(
        name,
        annotation,
        NULL if returns == NONE else returns,
        content.as_json,
        repeats,
    )


def by_media_type(readings: Iterable[Reading]) -> Annotation:
    """Say what each media type becomes, in one word where nothing depends on it."""
    listed = list(readings)
    if not listed:
        return NONE
    if _is_one(listed):
        return listed[0].returns
    pairs = [
        code("{}: {}", literal(bare_name(one.content_type)), one.returns.text)
        for one in listed
    ]
    imports = frozenset[Import]().union(*(one.returns.imports for one in listed))
    choice = Import("._runtime.media_choice", "ByMediaType")
    return Annotation(
        code("ByMediaType({{{}}})", join(", ", pairs)), imports | {choice}
    )


def _is_one(readings: list[Reading]) -> bool:
    """Tell whether all is read alike, whatever the server calls it."""
    if len({one.returns.text for one in readings}) > 1:
        return False
    as_it_comes = readings[0].returns.text in {"bytes", "str"}
    return as_it_comes or all(is_json(one.content_type) for one in readings)


def bare_name(content_type: str) -> str:
    """Return a media type as it is asked for: without the encoding of its text."""
    name, *parameters = (part.strip() for part in content_type.split(";"))
    told = [one for one in parameters if not one.lower().startswith("charset")]
    return "; ".join([name.lower(), *told])
