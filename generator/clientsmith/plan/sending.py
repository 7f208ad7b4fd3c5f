"""What a builder says of the body: how it is made, of which of the keywords."""

from __future__ import annotations

from collections.abc import Iterable

from clientsmith.ir import MediaType, PartEncoding

from .arguments import Variant
from .bodies import Sent, SentKind
from .casing import named
from .code import Code, code, join, literal
from .facts import Facts, call, given
from .files import is_file
from .forms import FORM, encoding_arguments
from .imports import Import
from .nulls import takes_null
from .taken import Taken

_IN_FIELDS: dict[SentKind, tuple[str, str, str]] = {
    "json": ("body", "json_body", "application/json"),
    "form": ("forms", "form_body", FORM),
    "multipart": ("multipart", "multipart_body", "multipart/form-data"),
}
"""The module, the function and its media type that make a body of keywords."""
_AS_A_WHOLE: dict[SentKind, tuple[str, str, str]] = {
    "json": ("body", "json_value", "application/json"),
    "form": ("forms", "form_value", FORM),
    "multipart": ("multipart", "multipart_value", "multipart/form-data"),
    "text": ("text_bodies", "text_body", "text/plain"),
    "bytes": ("binary", "binary_body", "application/octet-stream"),
    "lines": ("json_lines_body", "json_lines_body", "application/x-ndjson"),
}
"""The same for a body that is one argument."""
_GIVEN_AS: dict[SentKind, Code] = {
    "json": Code('"json"'),
    "form": Code('"json"'),
    "multipart": Code('"json"'),
    "text": Code('"text"'),
    "bytes": Code('"bytes"'),
    "lines": Code('"lines"'),
}
"""What the value of that argument is, for the runtime to tell it from others."""


def body_argument(
    facts: Facts, fixed: dict[str | None, object], functions: set[Import]
) -> list[Code]:
    """Write what the request says of its body, if it has one."""
    arguments = facts.arguments
    if not arguments.bodies:
        return []
    if arguments.bodies[1:]:
        return [code("body={}", _choice(facts, fixed, functions))]
    (variant,) = arguments.variants
    if not variant.flattened:
        return [_whole(facts, variant, functions)]
    made = _of_keywords(facts, variant, fixed, functions)
    if arguments.body_required or fixed:
        return [code("body={}", made)]
    unless = call(facts, functions, "body", "unless_empty")
    return [code("body={}({})", unless, made)]


def empty_body(facts: Facts, functions: set[Import]) -> list[Code]:
    """Write a body that holds nothing, where one may be left out and is not JSON.

    A token that is sent in a body needs one, though the first request has none.
    """
    arguments = facts.arguments
    if arguments.body_required or not arguments.bodies:
        return []
    body = arguments.bodies[0]
    if body.kind not in {"json", "form"}:
        return []
    module, function, usual = _IN_FIELDS[body.kind]
    media_type = _media_type(body, usual)
    if body.kind == "json" and not media_type:
        return []
    made = call(facts, functions, module, function)
    return [code("empty={}({})", made, join(", ", [Code("{}"), *media_type]))]


def _of_keywords(
    facts: Facts,
    variant: Variant,
    fixed: dict[str | None, object],
    functions: set[Import],
) -> Code:
    """Make an object of the keywords that are properties of it."""
    (body,) = variant.bodies
    module, function, usual = _IN_FIELDS[body.kind]
    parts = [
        facts.arguments.gathered if variant.keywords else Code("{}"),
        *_shared(facts, fixed),
        *_settings(facts, variant, body, functions),
        *_media_type(body, usual),
    ]
    return code("{}({})", call(facts, functions, module, function), join(", ", parts))


def _shared(facts: Facts, fixed: dict[str | None, object]) -> list[Code]:
    """Say what holds in every media type: names, what is fixed, what is elsewhere."""
    keywords = facts.arguments.any[len(facts.arguments.positional) :]
    body = [one for one in keywords if one.place == "body" and not one.whole]
    renamed = {one.name: one.wire_name for one in body if one.name != one.wire_name}
    others = tuple(one.name for one in keywords if one.place != "body")
    parts: list[Code] = []
    if renamed:
        parts.append(code("renamed={}", literal(renamed)))
    if fixed:
        parts.append(code("fixed={}", literal(fixed)))
    if others:
        parts.append(code("without={}", literal(others)))
    return parts


def _settings(
    facts: Facts, variant: Variant, body: Sent, functions: set[Import]
) -> list[Code]:
    """Say what holds in one media type: what null means, how parts are written."""
    if body.kind == "json" and body.properties is not None:
        nullable = tuple(_nullable(facts, variant.keywords))
        return [code("nullable={}", literal(nullable))] if nullable else []
    if body.kind == "multipart" and isinstance(body.content, MediaType):
        parts = _parts(facts, body.content.parts, functions)
        files = _files(facts, variant, body)
        return [
            *([code("parts={{{}}}", join(", ", parts))] if parts else []),
            *([code("files={}", literal(files))] if files else []),
        ]
    if body.kind == "form" and isinstance(body.content, MediaType):
        content = body.content
        return encoding_arguments(facts, content.encoding, content.type, functions)
    return []


def _nullable(facts: Facts, keywords: Iterable[Taken]) -> Iterable[str]:
    for one in keywords:
        in_body = one.place == "body" and not one.whole
        if in_body and takes_null(facts.names.api, one.type, required=one.required):
            yield one.name


def _files(facts: Facts, variant: Variant, body: Sent) -> tuple[str, ...]:
    """List the keywords that are files and can be nothing else."""
    if body.properties is None:
        return ()
    return tuple(
        one.name
        for one in variant.keywords
        if one.place == "body" and is_file(facts.names.api, one.type)
    )


def _parts(
    facts: Facts, encodings: Iterable[PartEncoding], functions: set[Import]
) -> list[Code]:
    written = [(one.property, _part(one)) for one in encodings]
    return [
        code("{}: {}({})", literal(name), _part_class(facts, functions), settings)
        for name, settings in written
        if settings
    ]


def _part_class(facts: Facts, functions: set[Import]) -> Code:
    return call(facts, functions, "multipart", "Part")


def _part(one: PartEncoding) -> Code:
    settings: list[Code] = []
    if one.content_type:
        settings.append(code("content_type={}", literal(one.content_type)))
    if one.headers:
        settings.append(code("headers={}", literal(dict(one.headers))))
    if one.style and not one.content_type:
        settings.append(code("style={}", literal(one.style)))
        if not one.explode:
            settings.append(Code("explode=False"))
    if one.base64:
        settings.append(Code("base64=True"))
    return join(", ", settings)


def _media_type(body: Sent, usual: str) -> list[Code]:
    own = body.content.content_type
    return [] if own == usual else [code("media_type={}", literal(own))]


def _whole(facts: Facts, variant: Variant, functions: set[Import]) -> Code:
    """Make a body of the one argument that is all of it."""
    (body,) = variant.bodies
    module, function, usual = _AS_A_WHOLE[body.kind]
    called = call(facts, functions, module, function)
    settings = [
        *_settings(facts, variant, body, functions),
        *_media_type(body, usual),
    ]
    taken = next(one for one in variant.keywords if one.place == "body")
    if taken.required:
        value = given(facts, taken)
        return code("body={}({})", called, join(", ", [value, *settings]))
    if takes_null(facts.names.api, taken.type, required=False):
        key, params = literal(taken.name), facts.arguments.gathered
        value = code("{}[{}]", params, key)
        made = code("{}({})", called, join(", ", [value, *settings]))
        return code("body=({} if {} in {} else None)", made, key, params)
    content = Code("_content" if "content" in facts.hidden else "content")
    made = code("{}({})", called, join(", ", [content, *settings]))
    value = given(facts, taken)
    return code("body=({} if ({} := {}) is not None else None)", made, content, value)


def _choice(
    facts: Facts, fixed: dict[str | None, object], functions: set[Import]
) -> Code:
    """List what the body may be made of, as the document does: by media type."""
    offers = [
        code(
            "{}: {}",
            literal(body.content.content_type),
            _offer(facts, variant, body, functions),
        )
        for variant in facts.arguments.variants
        for body in variant.bodies
    ]
    parts = [
        facts.arguments.gathered,
        code("{{{}}}", join(", ", offers)),
        *_shared(facts, fixed),
    ]
    if not facts.arguments.body_required and not fixed:
        parts.append(Code("optional=True"))
    chosen = call(facts, functions, "choose", "choose")
    return code("{}({})", chosen, join(", ", parts))


def _offer(facts: Facts, variant: Variant, body: Sent, functions: set[Import]) -> Code:
    settings = _settings(facts, variant, body, functions)
    if body.properties is None:
        module, function, _ = _AS_A_WHOLE[body.kind]
        made = call(facts, functions, module, function)
        parts = [made, _GIVEN_AS[body.kind], *_renamed(variant), *settings]
        whole = call(facts, functions, "choose", "whole")
        return code("{}({})", whole, join(", ", parts))
    module, function, _ = _IN_FIELDS[body.kind]
    made = call(facts, functions, module, function)
    parts = [made, *_told_apart(facts, variant, functions), *settings]
    return code(
        "{}({})", call(facts, functions, "choose", "keywords"), join(", ", parts)
    )


def _renamed(variant: Variant) -> list[Code]:
    taken = next(one for one in variant.keywords if one.whole)
    return [] if taken.name == "body" else [code("name={}", literal(taken.name))]


def _told_apart(facts: Facts, variant: Variant, functions: set[Import]) -> list[Code]:
    """Say which keywords a body is made of, where others are made of others."""
    variants = facts.arguments.variants
    if not variants[1:]:
        return []
    wanted = facts.params[variants.index(variant)]
    functions.add(wanted)
    return [named(wanted.name)]
