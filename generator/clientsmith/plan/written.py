"""How parameters are written: a call of the runtime for each, by style and place."""

from __future__ import annotations

from msgspec import Struct

from clientsmith.ir import Parameter, Style, essence_of, is_json

from .casing import named
from .code import Code, code, identifier, is_identifier, join, literal
from .facts import Facts, call, given
from .forms import FORM, STYLES, encoding_arguments
from .imports import Import
from .taken import Taken

_FUNCTIONS: dict[Style, tuple[str, str]] = {
    "simple": ("paths", "simple"),
    "label": ("paths", "label"),
    "matrix": ("paths", "matrix"),
    **STYLES,
}
"""The functions that write paths and queries, each after its module."""
_EXPLODED = frozenset({"cookie", "form"})
"""Styles whose functions explode unless told not to."""


class _Place(Struct, frozen=True):
    """Where parameters go: an argument of the request, and what gathers them."""

    name: str
    keyword: str
    module: str
    function: str


_PLACES = (
    _Place("query", "query", "parameters", "query_string"),
    _Place("header", "headers", "header_parameters", "header_fields"),
    _Place("cookie", "cookies", "header_parameters", "cookie_string"),
)


def write_path(facts: Facts, functions: set[Import]) -> Code:
    """Write what fills the template of the path, if there is anything to fill.

    What follows a `#` only tells paths apart, and is never sent.
    """
    template = literal(facts.operation.path.partition("#")[0])
    if not facts.arguments.positional:
        return template
    expand = call(facts, functions, "paths", "expand_path")
    values: list[Code] = []
    for one in facts.arguments.positional:
        text = _write(facts, one, named(one.name), functions)
        if is_identifier(one.wire_name):
            values.append(code("{}={}", identifier(one.wire_name), text))
        else:
            values.append(code("**{{{}: {}}}", literal(one.wire_name), text))
    return code("{}({}, {})", expand, template, join(", ", values))


def write_places(facts: Facts, functions: set[Import]) -> list[Code]:
    """Write the query, headers and cookies of a request."""
    found: list[Code] = []
    for place in _PLACES:
        group = [one for one in facts.arguments.keywords if one.place == place.name]
        if group:
            gather = call(facts, functions, place.module, place.function)
            values = [(one, given(facts, one)) for one in group]
            written = join(", ", [_write(facts, *each, functions) for each in values])
            found.append(code("{}={}({})", named(place.keyword), gather, written))
    return found


def write_whole_query(facts: Facts, functions: set[Import]) -> list[Code]:
    """Write the one parameter that is the query, as its media type says."""
    return [
        code("query={}", _whole(facts, one, one.parameter, functions))
        for one in facts.arguments.keywords
        if one.place == "querystring" and one.parameter is not None
    ]


def _whole(
    facts: Facts, one: Taken, parameter: Parameter, functions: set[Import]
) -> Code:
    essence = essence_of(parameter.content_type or "")
    value = given(facts, one)
    if essence == FORM:
        encoded = encoding_arguments(facts, parameter.encoding, one.type, functions)
        called = call(facts, functions, "forms", _whole_function(essence))
        return code("{}({})", called, join(", ", [value, *encoded]))
    function = _whole_function(essence)
    return code("{}({})", call(facts, functions, "query", function), value)


def _whole_function(essence: str) -> str:
    if essence == FORM:
        return "form_query"
    return "json_query" if is_json(essence) else "text_query"


def written_by(parameter: Parameter) -> tuple[str, dict[str, bool]]:
    """Return the function that writes a parameter, and its options."""
    if parameter.location == "querystring":
        return _whole_function(essence_of(parameter.content_type or "")), {}
    _, function = _function(parameter)
    return function, _options(parameter)


def _write(facts: Facts, one: Taken, value: Code, functions: set[Import]) -> Code:
    parameter = one.parameter
    if parameter is None:
        raise TypeError(f"{one.name} is not a parameter")
    module, function = _function(parameter)
    options = _options(parameter).items()
    parts = [
        value,
        *(code("{}={}", identifier(key), literal(value)) for key, value in options),
    ]
    if one.place != "path" or function == "matrix":
        parts.insert(0, literal(parameter.name))
    return code("{}({})", call(facts, functions, module, function), join(", ", parts))


def _function(parameter: Parameter) -> tuple[str, str]:
    match parameter.location, parameter.content_type:
        case "path", str():
            return "paths", "json_segment"
        case "header", str():
            return "header_parameters", "json_field"
        case _, str():
            return "query_styles", "json_parameter"
        case "header", _:
            return "header_parameters", "header_field"
        case "cookie", _:
            return "header_parameters", "cookie_pair"
        case _:
            return _FUNCTIONS[parameter.style]


def _options(parameter: Parameter) -> dict[str, bool]:
    """Say what differs from what a style does by itself."""
    if parameter.content_type is not None:
        return {}
    options: dict[str, bool] = {}
    if parameter.style == "cookie":
        options["encode"] = False
    usual = parameter.style in _EXPLODED
    if parameter.explode != usual and parameter.style != "deepObject":
        options["explode"] = parameter.explode
    if parameter.allow_reserved:
        options["allow_reserved"] = True
    return options
