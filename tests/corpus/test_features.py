"""Hundreds of small descriptions, made to be difficult, generate or say why not.

`CLIENTSMITH_CORPUS_FEATURES` names their folder, which is the sibling of
`CLIENTSMITH_CORPUS` unless something else is said. Some of each source run with
every test, all of them in `nox -s corpus`.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from clientsmith.config import Target
from clientsmith.diagnostics import Severity
from clientsmith.inputs import read_sources
from clientsmith.targets import Run, prepare
from corpus.accounts import accounted
from corpus.descriptions import CORPUS, WHOLE
from corpus.tally import tally

SIBLING = CORPUS.absolute().parent / "corpus-features"
FEATURES = Path(os.environ.get("CLIENTSMITH_CORPUS_FEATURES", SIBLING))
EVERY = 8
"""One of so many runs with every test."""


@dataclass(frozen=True)
class Refusal:
    """Documents that do not generate, with the diagnostic that says why."""

    code: str
    reason: str
    slugs: tuple[str, ...]


REFUSALS = (
    Refusal(
        "field-missing",
        "`info` or its `version` is missing, which every version requires",
        (
            "datamodel-code-generator-allof-partial-override-array-items",
            "datamodel-code-generator-allof-partial-override-array-items-no-parent",
            "datamodel-code-generator-allof-partial-override-deeply-nested-array",
            "datamodel-code-generator-allof-partial-override-inherited-types",
            "datamodel-code-generator-allof-partial-override-nested-array-items",
            "datamodel-code-generator-allof-partial-override-non-array-field",
            "datamodel-code-generator-allof-single-ref-inline",
            "datamodel-code-generator-array-enum",
            "datamodel-code-generator-byte-format",
            "datamodel-code-generator-const",
            "datamodel-code-generator-custom-id",
            "datamodel-code-generator-date-class",
            "datamodel-code-generator-datetime",
            "datamodel-code-generator-datetime-local",
            "datamodel-code-generator-definitions",
            "datamodel-code-generator-discriminator",
            "datamodel-code-generator-discriminator-enum",
            "datamodel-code-generator-discriminator-enum-duplicate",
            "datamodel-code-generator-discriminator-enum-sanitized",
            "datamodel-code-generator-discriminator-enum-single-value",
            "datamodel-code-generator-discriminator-enum-single-value-anyof",
            "datamodel-code-generator-discriminator-in-array-anyof",
            "datamodel-code-generator-discriminator-in-array-oneof",
            "datamodel-code-generator-discriminator-in-array-underscore",
            "datamodel-code-generator-discriminator-with-properties",
            "datamodel-code-generator-discriminator-without-mapping",
            "datamodel-code-generator-inheritance",
            "datamodel-code-generator-max-items-enum",
            "datamodel-code-generator-nested-anyof",
            "datamodel-code-generator-nested-oneof",
            "datamodel-code-generator-override-required-all-of",
            "datamodel-code-generator-reference-same-hierarchy-directory-public-entities",
            "datamodel-code-generator-required-null",
            "datamodel-code-generator-type-mappings-byte-to-binary",
            "datamodel-code-generator-unquoted-null",
            "datamodel-code-generator-x-enum-varnames",
        ),
    ),
    Refusal(
        "field-missing",
        "a response has no `description`, which is required before 3.2",
        (
            "datamodel-code-generator-max-min-number",
            "ogen-examples-redoc-siblingRefDescription",
            "ogen-positive-client-options",
        ),
    ),
    Refusal(
        "document-invalid",
        "`required` lists something else than names, or `info` is empty",
        (
            "datamodel-code-generator-allof-required-fields",
            "datamodel-code-generator-anyof-required",
            "datamodel-code-generator-multiple-required-any-of",
        ),
    ),
    Refusal(
        "document-invalid",
        "`items` is a list, which OpenAPI 3 has never allowed",
        (
            "datamodel-code-generator-allof-partial-unconstrained-schemas",
            "datamodel-code-generator-body-and-parameters",
            "datamodel-code-generator-enum-models",
            "datamodel-code-generator-not-real-string",
            "ogen-positive-sample",
        ),
    ),
    Refusal(
        "json-syntax",
        "the text is not JSON",
        (
            "datamodel-code-generator-complex-reference",
            "datamodel-code-generator-subclass-enum",
        ),
    ),
    Refusal(
        "reference-circle",
        "schemas or references are nothing but themselves",
        (
            "datamodel-code-generator-allof-with-required-inherited-coverage",
            "ogen-negative-cyclic-allOf-double",
            "ogen-negative-cyclic-allOf-single",
            "ogen-negative-cyclic-anyOf-double",
            "ogen-negative-cyclic-anyOf-single",
            "ogen-negative-cyclic-oneOf-double",
            "ogen-negative-cyclic-oneOf-single",
            "openapi-python-client-documents-with-errors-circular-body-ref",
        ),
    ),
    Refusal(
        "reference-missing",
        "what a reference names is not there",
        (
            "datamodel-code-generator-duplicate-models2",
            "datamodel-code-generator-no-components",
            "openapi-python-client-documents-with-errors-missing-body-ref",
        ),
    ),
    Refusal(
        "reference-missing",
        "the path of a file is filled in by the tests of its source",
        (
            "datamodel-code-generator-external-ref-mapping-api-absolute-path-template",
            "datamodel-code-generator-external-ref-mapping-api-file-uri-template",
        ),
    ),
    Refusal(
        "reference-kind",
        "a schema is asked for, and a whole description is there",
        ("datamodel-code-generator-external-ref-mapping-api-no-fragment",),
    ),
    Refusal(
        "reference-remote",
        "references lead to the network, which nobody has allowed",
        (
            "datamodel-code-generator-body-and-parameters-remote-ref",
            "datamodel-code-generator-read-only-write-only-allof-url-ref",
            "datamodel-code-generator-read-only-write-only-url-ref",
            "datamodel-code-generator-refs",
        ),
    ),
    Refusal(
        "querystring-invalid",
        "a parameter is the whole query, and another one is in it",
        ("datamodel-code-generator-item-schema",),
    ),
)
REFUSED = {slug: one for one in REFUSALS for slug in one.slugs}


def listed() -> list[dict[str, Any]]:
    """List every description, or none where there is no folder of them."""
    manifest = FEATURES / "manifest.json"
    return json.loads(manifest.read_text("utf-8")) if manifest.is_file() else []


def described() -> list[Any]:
    """List the descriptions that this run looks at."""
    entries = sorted(listed(), key=lambda entry: (entry["tool"], entry["slug"]))
    chosen = entries if WHOLE else entries[::EVERY]
    return [pytest.param(entry, id=entry["slug"]) for entry in chosen]


def generated(entry: dict[str, Any]) -> Run:
    """Run the stages up to the formatted files; each source is a project."""
    project = FEATURES / entry["tool"]
    target = Target(
        name="features",
        input=(FEATURES / entry["file"]).relative_to(project).as_posix(),
        out=Path(),
        package="features",
        folder=project,
    )
    return prepare(target, read_sources(target))


pytestmark = pytest.mark.skipif(
    not listed(),
    reason="no folder of small descriptions: set CLIENTSMITH_CORPUS_FEATURES",
)


@pytest.mark.parametrize("entry", described())
def test_a_small_description_generates_or_says_why_not(entry: dict[str, Any]) -> None:
    """Nothing is lost; what is refused is listed above, with the reason."""
    run = generated(entry)
    errors = {one.code for one in run.diagnostics if one.severity is Severity.ERROR}
    refusal = REFUSED.get(entry["slug"])
    if refusal:
        assert refusal.code in errors
        return

    assert not errors
    assert run.compiled.report is not None
    assert tally(FEATURES / entry["file"]) == accounted(run.compiled.report)
    for file in run.files:
        if file.path.endswith(".py"):
            compile(file.text, file.path, "exec")


def test_the_list_of_what_is_refused_names_what_there_is() -> None:
    """A document that is gone is no reason any more."""
    known = {entry["slug"] for entry in listed()}

    assert set() == REFUSED.keys() - known
