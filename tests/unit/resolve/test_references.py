"""Every reference leads somewhere, to what its place asks for."""

from __future__ import annotations

import pytest

from unit.compiling import problems

PATHS = "paths: {/a: {get: {parameters: [{$ref: '%s'}], responses: {}}}}\n"
COMPONENTS = """\
components:
  parameters:
    Limit: {name: limit, in: query, schema: {type: integer}}
    Alias: {$ref: '#/components/parameters/Limit'}
    Loop: {$ref: '#/components/parameters/Loop'}
  schemas:
    Pet: {type: object}
"""


def found(reference: str) -> list[tuple[str, str | None]]:
    """List codes and hints for a document with a reference to a parameter."""
    text = (PATHS % reference) + COMPONENTS.replace("Loop", "Limit" + "2")
    return [(one.code, one.hint) for one in problems(text)]


def test_a_reference_to_a_reference_is_followed() -> None:
    """To the parameter itself."""
    codes = [
        one.code
        for one in problems(
            (PATHS % "#/components/parameters/Alias")
            + COMPONENTS.replace(
                "    Loop: {$ref: '#/components/parameters/Loop'}\n", ""
            ),
        )
    ]

    assert [] == codes


@pytest.mark.parametrize(
    "reference",
    ["#/components/parameters/Limits", "#/components/parameter/Limit"],
)
def test_a_missing_target_has_a_nearest_name(reference: str) -> None:
    """In the hint, whichever step is misspelt."""
    expected = ("reference-missing", "did you mean `#/components/parameters/Limit`?")

    assert expected in found(reference)


def test_a_header_may_be_a_parameter() -> None:
    """It says all that a header does."""
    text = "paths: {/a: {get: {responses: {'200': {description: d, headers: {a: {$ref: "
    text += "'#/components/parameters/P'}}}}}}}\n"
    text += "components: {parameters: {P: {name: a, in: header, schema: {}}}}\n"

    assert [] == problems(text)


def test_a_circle_is_refused() -> None:
    """It has no value."""
    text = "paths: {}\n" + COMPONENTS

    assert ["reference-circle"] == [one.code for one in problems(text)]


def test_a_circle_with_words_beside_it_is_one() -> None:
    """They say nothing of values."""
    loop = "X: {$ref: '#/components/schemas/X', description: d}"
    text = f"paths: {{}}\ncomponents: {{schemas: {{{loop}}}}}"

    assert ["reference-circle"] == [one.code for one in problems(text)]


@pytest.mark.parametrize("reference", ["other.yaml#/a", "https://example.com/a", "Pet"])
def test_a_text_from_nowhere_has_no_neighbours(reference: str) -> None:
    """Standard input has no files beside it."""
    problem = problems(PATHS % reference)[0]

    assert "reference-external" == problem.code
    assert "name the file of the description instead of standard input" == problem.hint


@pytest.mark.parametrize("reference", ["http://[", "//[x/y.yaml"])
def test_a_reference_is_a_uri(reference: str) -> None:
    """Or it leads nowhere, and is named."""
    problem = problems(PATHS % reference)[0]

    assert "reference-invalid" == problem.code


def test_a_reference_that_is_no_string_is_refused() -> None:
    """It would be a schema without a word otherwise."""
    text = "paths: {}\ncomponents: {schemas: {X: {properties: {a: {$ref: 3}}}}}\n"
    [problem] = problems(text)

    assert "document-invalid" == problem.code
    assert "`$ref` is a number; it must be a string" == problem.message


def test_a_reference_to_another_kind_is_refused() -> None:
    """A schema is no parameter."""
    text = (PATHS % "#/components/schemas/Pet") + COMPONENTS.replace(
        "    Loop: {$ref: '#/components/parameters/Loop'}\n",
        "",
    )
    problem = problems(text)[0]

    assert "reference-kind" == problem.code
    assert "a parameter has `name` and `in`" == problem.hint


@pytest.mark.parametrize(
    "text",
    [
        "paths: {/a: {$ref: '#/info/title'}}\n",
        "components: {schemas: {A: {$ref: '#/info/title'}}}\n",
        "components: {requestBodies: {A: {content: {a/b: {$ref: '#/info/title'}}}}}\n",
    ],
)
def test_a_reference_leads_to_an_object(text: str) -> None:
    """Text is nothing that a place could take."""
    assert "reference-kind" == problems(text)[0].code


def test_a_mapping_that_names_nothing_is_mentioned() -> None:
    """What it is for is unknown, as any value of tomorrow is."""
    text = """\
paths: {}
components:
  schemas:
    X: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}],
      discriminator: {propertyName: k,
        mapping: {c: '#/components/schemas/C', d: d.yaml, e: E, a: A}}}
    A: {required: [k], properties: {k: {const: a}}}
    B: {required: [k], properties: {k: {const: b}}}
"""

    assert ["mapping-missing"] * 3 == [one.code for one in problems(text)]


def test_a_reference_does_not_hide_other_mistakes() -> None:
    """They are shown together."""
    text = "components: {schemas: {X: {$ref: '#/nothing'}}}\npaths: {/a: []}\n"

    assert {"reference-missing", "document-invalid"} == {
        one.code for one in problems(text)
    }


def test_another_name_is_not_meant() -> None:
    """Though it has as many letters in common."""
    text = (
        "paths: {}\ncomponents: {schemas: {signerAttachment: {}, "
        "A: {$ref: '#/components/schemas/signHashDocument'}}}\n"
    )
    (problem,) = problems(text)

    assert (problem.hint or "").startswith("add #/components/schemas/signHashDocument")
