"""One parameter can be the whole query, if it is the only one."""

from __future__ import annotations

import pytest

from unit.compiling import api, files, problems

START = 'openapi: 3.2.0\ninfo: {title: Pets, version: "1"}\n'
WHOLE = "{name: q, in: querystring, content: {application/json: {schema: {}}}}"


def described(*parameters: str) -> str:
    """Write an operation with parameters."""
    return f"paths: {{/a: {{get: {{parameters: [{', '.join(parameters)}]}}}}}}\n"


def test_it_is_a_parameter_of_its_own_place() -> None:
    """Written as its media type says; the name is not sent, and may be missing."""
    nameless = WHOLE.replace("name: q, ", "")
    found = api(described(nameless), START).operations[0].parameters

    assert [("query", "querystring", "application/json")] == [
        (one.name, one.location, one.content_type) for one in found
    ]


@pytest.mark.parametrize(
    "others",
    [
        ["{name: p, in: query, schema: {}}"],
        [WHOLE.replace("name: q", "name: r")],
    ],
)
def test_it_stands_alone(others: list[str]) -> None:
    """Nothing else can be in the query."""
    found = problems(described(WHOLE, *others), START)

    assert ["querystring-invalid"] == [one.code for one in found]


def test_it_needs_content() -> None:
    """A schema does not say how it is written."""
    found = problems(described("{name: q, in: querystring, schema: {}}"), START)

    assert ["querystring-invalid"] == [one.code for one in found]


@pytest.mark.parametrize(
    ("media_type", "function"),
    [
        ("application/json", "json_query"),
        ("application/x-www-form-urlencoded", "form_query"),
        ("application/jsonpath", "text_query"),
    ],
)
def test_the_media_type_says_how_it_is_written(media_type: str, function: str) -> None:
    """JSON, a form, or text that is only encoded."""
    text = described(WHOLE.replace("application/json", media_type))
    made = "".join(files(f"{text}").values())

    assert f'query={function}(params.get("q"))' in made
