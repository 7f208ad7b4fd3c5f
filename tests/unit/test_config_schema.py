"""The JSON Schema of the configuration: shipped, and true."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from clientsmith.config import schema, tables
from clientsmith.config.schema import SHIPPED, json_schema, schema_text
from clientsmith.ir.page_schemes import SCHEME_KEYS
from clientsmith.misfits import keys_of

REPOSITORY = Path(__file__).parents[2]
EXAMPLE = re.search(
    r"^## Configuration$.*?^```toml\n(.*?)^```$",
    (REPOSITORY / "README.md").read_text(),
    re.MULTILINE | re.DOTALL,
)
TARGET: dict[str, Any] = {"input": "api.yaml", "out": "client", "package": "pets"}


def is_valid(configuration: dict[str, Any]) -> bool:
    """Ask a validator of JSON Schema."""
    validator = jsonschema.Draft202012Validator(json_schema())
    return validator.is_valid(configuration)


def test_the_shipped_file_is_what_the_tables_say() -> None:
    """`clientsmith config --schema` prints what replaces it."""
    shipped = Path(schema.__file__).with_name(SHIPPED).read_text("utf-8")

    assert shipped == schema_text()


def test_it_is_a_schema() -> None:
    """By its own dialect."""
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_configurations_fit() -> None:
    """That of this repository, and the example of the README."""
    assert EXAMPLE is not None
    texts = [(REPOSITORY / "clientsmith.toml").read_text(), EXAMPLE[1]]

    assert [True, True] == [is_valid(tomllib.loads(text)) for text in texts]


@pytest.mark.parametrize(
    "more",
    [
        {"formatter": "prettier"},
        {"packge": "x"},
        {"overlays": "fix.yaml"},
        {"package": "1"},
        {"address": "api.yaml"},
        {"policy": {"union-oder": "warn"}},
        {"policy": {"union-order": "no"}},
        {"webhooks": {"scheme": "magic"}},
        {"pagination": {"x": {"kind": "magic"}}},
    ],
)
def test_what_is_refused_does_not_fit(more: dict[str, Any]) -> None:
    """As `read_config` would report it."""
    assert is_valid({"targets": {"pets": TARGET}})
    assert not is_valid({"targets": {"pets": TARGET | more}})


def test_every_key_says_what_it_is() -> None:
    """To whoever completes it in an editor."""
    found = json_schema()["$defs"]
    silent = [
        f"{table}.{key}"
        for table in ("TargetTable", "Defaults", "Pages", "References", "SourceTable")
        for key, each in found[table]["properties"].items()
        if "description" not in each
    ]

    assert [] == silent


def test_pages_have_the_keys_that_are_read() -> None:
    """The extension that says the same is read by them."""
    assert {*SCHEME_KEYS} == {*keys_of(tables.Pages)}
