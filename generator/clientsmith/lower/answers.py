"""What an answer is from outside: one thing, several, or what one is wrapped in.

https://spec.openapis.org/oas/v3.1.1.html#response-object
"""

from __future__ import annotations

from collections.abc import Mapping

from openapi_pydantic.v3.v3_1 import Operation, Reference, Response

from clientsmith.ir import Name, is_json, is_text, name_of
from clientsmith.pointer import Pointer

from .all_of import Located, parts
from .context import Context, SchemaLike
from .kinds import kind_of, type_names
from .listed import BESIDE, USUAL
from .media_types import follow_content

_IDENTITIES = frozenset({"gid", "id", "sid", "uid", "uuid"})
"""Keys of what a thing is known by."""
_OUTCOMES = frozenset({"ok", "success"})
"""Keys that say how a call went."""
_RECEIPTS = _OUTCOMES | _IDENTITIES | {"code", "message", "status", "time", "usage"}
"""Keys that say no more than that something was done, and to what."""
_SCALARS = frozenset({"boolean", "number", "string"})
_WRAPPERS = frozenset({"data", "payload", "response", "result"})
"""Keys of what an answer is about, whatever that is."""


def lists(context: Context, node: Operation, at: Pointer, path: str) -> bool | None:
    """Tell whether an operation answers with several things; None if nobody says."""
    steps = [step for step in path.split("/") if step and "{" not in step]
    noun = name_of(steps[-1]).snake if steps else ""
    for status, raw in sorted((node.responses or {}).items()):
        if status.startswith("2"):
            return _response_lists(context, raw, at / "responses" / status, noun)
    return None


def _response_lists(
    context: Context, raw: Response | Reference, at: Pointer, noun: str
) -> bool | None:
    node, place = context.description.follow(raw, at, Response)
    content = [*follow_content(context, node.content, place)]
    for content_type, media_type, where in content:
        schema = media_type.media_type_schema
        if is_json(content_type) and schema is not None:
            return _lists(context, Located(schema, where / "schema"), noun)
    texts = [is_text(content_type) for content_type, _, _ in content]
    return False if texts and all(texts) else None


def _lists(
    context: Context, answer: Located, noun: str, *, inside: bool = False
) -> bool | None:
    """Tell whether an answer is a list, or holds the one that it is about.

    What holds several, none of them under a usual word, is one thing.
    """
    if _is_list(context, answer):
        return True
    target, place = context.follow(answer.schema, answer.at)
    if kind_of(target) in _SCALARS:
        return False
    held = _held(context, target, place)
    if not held:
        return None
    listed = {key for key, one in held.items() if _is_list(context, one)} - BESIDE
    if listed & {*USUAL, noun} or len(listed) == 1:
        return True
    wrapped = [held[key] for key in sorted(_WRAPPERS & held.keys())]
    if wrapped and not inside:
        return _lists(context, wrapped[0], noun, inside=True)
    return False


def _is_list(context: Context, one: Located) -> bool:
    target, place = context.follow(one.schema, one.at)
    choice = [*(target.oneOf or ()), *(target.anyOf or ())]
    ways = [target, *(context.follow(each, place)[0] for each in choice)]
    return any("array" in type_names(each) for each in ways)


def is_thing(
    context: Context, schema: SchemaLike | None, at: Pointer, noun: Name, *, made: bool
) -> bool:
    """Tell whether a schema may be one of what `noun` names, and is not about it.

    That is what wraps one in `data`, and a receipt where one was made or changed.
    """
    held: Mapping[str, Located] = _held(context, schema, at) if schema else {}
    if made and held and held.keys() <= _RECEIPTS:
        return False
    if _OUTCOMES & held.keys():
        return False
    named = {noun.snake, noun.singular.snake, Name(noun.words[-1:]).singular.snake}
    wraps = bool(held.keys() & (_WRAPPERS | named))
    return not wraps or bool(held.keys() & _IDENTITIES)


def _held(context: Context, schema: SchemaLike, at: Pointer) -> Mapping[str, Located]:
    """Return the properties of an object by their words, however they are spelled."""
    return {
        name_of(key).snake: Located(value, part.at / "properties" / key)
        for part in parts(context, schema, at)
        for key, value in sorted((part.schema.properties or {}).items())
    }
