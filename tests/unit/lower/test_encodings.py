"""How the properties of a form are written."""

from __future__ import annotations

from clientsmith.ir import Encoding, MediaType
from unit.compiling import operations, problems

SCHEMA = "{type: object, properties: {a: {type: string}, b: {type: array}}}"


def path(encoding: str, media_type: str = "application/x-www-form-urlencoded") -> str:
    """Describe an operation whose body is a form."""
    content = f"{{{media_type}: {{schema: {SCHEMA}, encoding: {encoding}}}}}"
    ok = "responses: {'204': {description: x}}"
    return f"/a: {{post: {{requestBody: {{content: {content}}}, {ok}}}}}"


def encodings(encoding: str, **about: str) -> tuple[Encoding, ...]:
    """Lower the encoding of a body."""
    body = operations(path(encoding, **about))[0].request_body
    assert body is not None
    (content,) = body.content
    return content.encoding if isinstance(content, MediaType) else ()


def test_a_style_rules_out_a_media_type() -> None:
    """So do `explode` and `allowReserved`, as the specification says."""
    found = encodings(
        "{a: {contentType: application/json}, b: {style: deepObject},"
        " c: {explode: false, contentType: application/json}, d: {allowReserved: true}}"
    )

    assert (
        Encoding(property="a", content_type="application/json"),
        Encoding(property="b", style="deepObject", explode=False),
        Encoding(property="c", style="form", explode=False),
        Encoding(property="d", style="form", allow_reserved=True),
    ) == found


def test_only_forms_have_them() -> None:
    """JSON has a way of its own."""
    assert () == encodings("{a: {style: form}}", media_type="application/json")


def test_a_style_of_another_place_is_not_used() -> None:
    """It is reported, and `form` is."""
    told = "{a: {style: matrix}}"

    assert ("form",) == tuple(one.style for one in encodings(told))
    codes = [one.code for one in problems(f"paths: {{{path(told)}}}\n")]
    assert ["parameter-style"] == codes
