"""What methods return, by every status and media type that means success."""

from __future__ import annotations

import pytest

from clientsmith.ir import Operation
from clientsmith.plan.annotations import Annotation
from clientsmith.plan.answers import answer, errors_argument, failures, used_content
from clientsmith.plan.casing import named
from clientsmith.pointer import Pointer
from unit.compiling import api

PET = "{$ref: '#/components/schemas/Pet'}"
OTHER = "{$ref: '#/components/schemas/Other'}"
DOCUMENT = """
components:
  schemas:
    Pet: {type: object, properties: {name: {type: string}}}
    Other: {type: object, properties: {id: {type: integer}}}
paths:
  /a:
    %s:
      responses: {%s}
"""
BINARY = "{type: string, format: binary}"


def operation(responses: str, method: str = "get") -> Operation:
    """Lower one operation."""
    return api(DOCUMENT % (method, responses)).operations[0]


def refer(pointer: Pointer) -> Annotation:
    """Name a declaration as its schema is called."""
    return Annotation(named(pointer.last))


def ok(**content: str) -> str:
    """Write a response of status 200 that may hold several media types."""
    listed = ", ".join(
        f"{name.replace('_', '/')}: {{schema: {schema}}}"
        for name, schema in content.items()
    )
    return f"'200': {{description: x, content: {{{listed}}}}}"


@pytest.mark.parametrize(
    ("responses", "annotation", "returns", "accept"),
    [
        (ok(application_json=PET), "Pet", "Pet", None),
        (
            ok(application_json=PET, text_csv="{type: string}"),
            "Pet | str",
            'ByMediaType({"application/json": Pet, "text/csv": str})',
            "application/json, text/csv;q=0.9",
        ),
        (
            ok(application_json=PET, application_xml=PET),
            "Pet",
            'ByMediaType({"application/json": Pet, "application/xml": str})',
            None,
        ),
        (
            ok(application_json=PET, application_pdf=PET),
            "Pet",
            'ByMediaType({"application/json": Pet, "application/pdf": bytes})',
            None,
        ),
        (
            ok(application_json="{type: string}", video_mp4=BINARY),
            "bytes | str",
            'ByMediaType({"video/mp4": bytes, "application/json": str})',
            "video/mp4, application/json;q=0.9",
        ),
        (
            ok(image_png=BINARY, image_jpeg=BINARY),
            "bytes",
            "bytes",
            "image/jpeg, image/png;q=0.9",
        ),
        (
            "'200': {description: x, content: {'image/*': {}}}",
            "bytes",
            "bytes",
            "image/*",
        ),
        (
            f"'200': {{description: x, content: {{'*/*': {{schema: {PET}}}}}}}",
            "Pet",
            'ByMediaType({"*/*": Pet})',
            "application/json, */*;q=0.9",
        ),
        (
            (
                "'200': {description: x, content: {application/vnd.api+json: "
                f"{{schema: {PET}}}}}}}"
            ),
            "Pet",
            "Pet",
            "application/vnd.api+json",
        ),
        (
            (
                f"{ok(application_json=PET)}, '202': {{description: x, content: "
                f"{{application/json: {{schema: {OTHER}}}}}}}, "
                "'204': {description: x}"
            ),
            "Pet | Other | None",
            "{200: Pet, 202: Other, 204: None}",
            None,
        ),
        (
            (
                "'200': {description: x, content: {application/json; charset=utf-8: "
                f"{{schema: {PET}}}, text/plain; charset=utf-8: "
                "{schema: {type: string}}}}"
            ),
            "Pet | str",
            'ByMediaType({"application/json": Pet, "text/plain": str})',
            "application/json, text/plain;q=0.9",
        ),
        (ok(application_pdf="{type: string}"), "bytes", "bytes", "application/pdf"),
        (
            ok(application_sdp="{type: string}"),
            "str",
            "str",
            "application/sdp",
        ),
        ("'302': {description: x}", "bytes", "bytes", "*/*"),
        ("'304': {description: x}", "None", "None", None),
    ],
)
def test_what_is_returned(
    responses: str, annotation: str, returns: str, accept: str | None
) -> None:
    """The union of what may come, how it is read, and what is asked for."""
    found = answer(operation(responses), refer)

    assert found is not None
    assert (annotation, returns) == (found.annotation.text, found.returns.text)
    assert accept == found.accept


def test_a_head_has_no_content() -> None:
    """Whatever its description says: there is only what a GET would have."""
    found = answer(operation(ok(application_json=PET), "head"), refer)

    assert found is not None
    assert ("None", "None") == (found.annotation.text, found.returns.text)


@pytest.mark.parametrize(
    ("content", "errors"),
    [
        (f"application/json: {{schema: {PET}}}", "{404: Pet}"),
        (
            (
                f"application/json: {{schema: {PET}}}, application/scim+json: "
                f"{{schema: {OTHER}}}"
            ),
            (
                "{404: ByMediaType("
                '{"application/json": Pet, "application/scim+json": Other})}'
            ),
        ),
        (
            f"application/json: {{schema: {PET}}}, text/plain: {{schema: {PET}}}",
            "{404: Pet}",
        ),
        (f"text/html: {{schema: {PET}}}, text/plain: {{schema: {PET}}}", "{404: Pet}"),
        (f"application/zip: {{schema: {PET}}}", "{404: Pet}"),
        ("text/plain: {schema: {type: string}}", "{404: str}"),
        ("application/json: {}", "{}"),
    ],
)
def test_what_errors_hold(content: str, errors: str) -> None:
    """By media type where that decides."""
    found = operation(f"'404': {{description: x, content: {{{content}}}}}")

    assert errors == errors_argument(failures(found, refer))


def test_every_media_type_that_is_understood_is_used() -> None:
    """And so is none of them reported."""
    responses = ok(application_json=PET, application_xml=PET, text_csv="{}")

    assert 3 == len(used_content(operation(responses)))


def test_lines_and_records_are_one_stream() -> None:
    """Whichever way the server separates them."""
    lines = operation(ok(application_jsonl=PET))
    both = operation(
        "'200': {description: x, content: {application/jsonl: {schema: "
        f"{PET}}}, application/json-seq: {{schema: {PET}}}}}}}"
    )

    assert (1, 2) == (len(used_content(lines)), len(used_content(both)))
