"""Parameters of an operation, and those of its path."""

from __future__ import annotations

from clientsmith.ir import (
    ByShape,
    Constant,
    Nullable,
    Parameter,
    Primitive,
    Union,
    Variant,
)
from unit.compiling import operations, problems

OK = "responses: {'200': {description: x}}"


def parameters(path: str, own: str, shared: str = "") -> list[Parameter]:
    """Lower the parameters of one operation."""
    item = f"{path}: {{parameters: [{shared}], get: {{parameters: [{own}], {OK}}}}}"
    return [*operations(item)[0].parameters]


def test_defaults_depend_on_the_place() -> None:
    """As the specification has them."""
    found = parameters(
        "/a/{p}",
        "{name: p, in: path, required: true, schema: {}},"
        "{name: q, in: query, schema: {}},"
        "{name: h, in: header, schema: {}}, {name: c, in: cookie, schema: {}}",
    )

    assert [
        ("p", "simple", False),
        ("q", "form", True),
        ("h", "simple", False),
        ("c", "form", True),
    ] == [(one.name, one.style, one.explode) for one in found]


def test_an_operation_overrides_its_path() -> None:
    """By name and place."""
    found = parameters(
        "/a",
        "{name: q, in: query, description: own, schema: {}}",
        "{name: q, in: query, description: shared, schema: {}}",
    )

    assert ["own"] == [one.docs for one in found]


def test_headers_that_the_client_sends_itself_are_left_out() -> None:
    """The specification says that they shall be ignored."""
    assert [] == parameters("/a", "{name: Accept, in: header, schema: {}}")


def test_path_parameters_come_in_the_order_of_the_path() -> None:
    """They may be given by position."""
    one, two = (f"{{name: {n}, in: path, required: true, schema: {{}}}}" for n in "ba")

    assert ["a", "b"] == [p.name for p in parameters("/x/{a}/{b}", f"{one}, {two}")]


def test_content_that_is_no_json_is_sent_as_its_text() -> None:
    """Which is reported where it is no text."""
    told = "{name: q, in: query, content: {MEDIA: {schema: {type: string}}}}"
    text, other = (told.replace("MEDIA", one) for one in ("text/plain", "a/b"))

    assert [None] == [one.content_type for one in parameters("/a", text)]
    whole = f"paths: {{/a: {{get: {{parameters: [{other}], {OK}}}}}}}\n"
    assert ["parameter-content"] == [one.code for one in problems(whole)]


def test_a_style_of_another_place_is_not_used() -> None:
    """It is reported, and the usual one is."""
    told = "{name: q, in: query, style: simple, schema: {type: string}}"

    assert ["form"] == [one.style for one in parameters("/a", told)]
    whole = f"paths: {{/a: {{get: {{parameters: [{told}], {OK}}}}}}}\n"
    assert ["parameter-style"] == [one.code for one in problems(whole)]


def test_an_undeclared_path_parameter_is_a_string() -> None:
    """And reported."""
    found = parameters("/a/{id}", "")
    text = f"paths: {{'/a/{{id}}': {{get: {{{OK}}}}}}}\n"

    assert ["id"] == [one.name for one in found]
    assert ["path-parameter-undeclared"] == [one.code for one in problems(text)]


def codes(path: str, own: str) -> list[str]:
    """Name the problems of the parameters of one operation."""
    text = f"paths: {{'{path}': {{get: {{parameters: [{own}], {OK}}}}}}}\n"
    return [one.code for one in problems(text)]


def test_a_parameter_that_is_never_sent_is_reported() -> None:
    """One that the path does not take, or a header that the client sets itself."""
    gone = "{name: gone, in: path, required: true, schema: {}}"
    header = "{name: Content-Type, in: header, schema: {}}"

    assert ["parameter-ignored"] == codes("/a", gone)
    assert ["parameter-ignored"] == codes("/a#{gone}", gone)
    assert ["parameter-ignored"] == codes("/a", header)


def test_a_cookie_of_several_values_is_reported() -> None:
    """The specification leaves it undefined, unless the style is that of cookies."""
    told = "{name: c, in: cookie, schema: {type: array, items: {type: string}}}"

    assert ["cookie-exploded"] == codes("/a", told)
    assert [] == codes("/a", told.replace("schema", "explode: false, schema"))
    assert [] == codes("/a", "{name: c, in: cookie, schema: {type: string}}")


def test_what_may_be_empty_says_so_in_its_type() -> None:
    """A text may be empty anyway."""
    told = "{name: q, in: query, allowEmptyValue: true, schema: {type: TYPE}}"
    kinds = ["string", "boolean", "[integer, 'null']"]
    found = [parameters("/a", told.replace("TYPE", kind))[0].type for kind in kinds]

    assert [
        Primitive("string"),
        _or_empty(Primitive("boolean")),
        Nullable(_or_empty(Primitive("integer"))),
    ] == found


def _or_empty(type_: Primitive) -> Union:
    return Union((Variant(type_), Variant(Constant(""))), ByShape())
