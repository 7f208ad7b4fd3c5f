"""How a builder says that the properties of a form are written."""

from __future__ import annotations

import pytest

from unit.compiling import files

LIST = "{type: array, items: {type: string}}"
PROPERTIES = f"a: {{type: object}}, b: {LIST}, text: {{type: string}}"
NESTED = "a: {style: deepObject}, b: {style: deepObject, explode: true}"


def body(encoding: str, parameter: str = "id") -> str:
    """Return what a request says of its body, in one line."""
    schema = f"{{type: object, properties: {{{PROPERTIES}}}}}"
    media_type = f"{{schema: {schema}, encoding: {{{encoding}}}}}"
    content = f"content: {{application/x-www-form-urlencoded: {media_type}}}"
    named = (
        f"parameters: [{{name: {parameter}, in: path, required: true, schema: {{}}}}]"
    )
    request = f"requestBody: {{required: true, {content}}}"
    operation = f"{named}, {request}, responses: {{}}"
    made = files(f"paths: {{'/a/{{{parameter}}}': {{post: {{{operation}}}}}}}\n")
    written = " ".join("".join(made.values()).split())
    said = written.partition("body=")[2].partition(", returns=")[0]
    return said.replace("( ", "(").replace(", )", ")").replace(", }", "}")


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("", ""),
        ("text: {style: form}", ""),
        ("b: {style: form}", ', encoding={"b": form}'),
        (NESTED, ", nested=deep_object"),
        (
            f"{NESTED}, text: {{contentType: application/json}}",
            ', nested=deep_object, encoding={"text": json_fields}',
        ),
        ("a: {style: deepObject}", ', encoding={"a": deep_object}'),
        (
            "a: {contentType: application/json}, b: {contentType: application/json}",
            ', encoding={"a": json_fields, "b": json_fields}',
        ),
        (
            "b: {explode: false, allowReserved: true}",
            ', encoding={"b": partial(form, explode=False, allow_reserved=True)}',
        ),
        ("gone: {style: deepObject}", ""),
    ],
)
def test_an_encoding_is_said_where_it_matters(encoding: str, said: str) -> None:
    """A style that writes all that is nested is named once."""
    assert f"form_body(params{said})" == body(encoding)


def test_a_function_gives_way_to_an_argument() -> None:
    """What is imported has another name where a parameter has its own."""
    partial = body("b: {explode: false}", "partial")
    style = body("a: {style: deepObject}", "deep_object")

    assert 'form_body(params, encoding={"b": _partial(form, explode=False)})' == partial
    assert 'form_body(params, encoding={"a": _deep_object})' == style
