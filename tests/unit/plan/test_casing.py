"""Names of a document become names of Python."""

from __future__ import annotations

import pytest

from clientsmith.ir import name_of
from clientsmith.plan.casing import (
    argument_name,
    attribute_name,
    class_name,
    constant_case,
    module_name,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chat_completion", "ChatCompletion"),
        ("HTTPError", "HTTPError"),
        ("2fa", "N2Fa"),
        ("None", "None_"),
        ("Literal", "LiteralSchema"),
        ("ValueError", "ValueErrorSchema"),
    ],
)
def test_a_class_name_hides_nothing(text: str, expected: str) -> None:
    """Neither builtins nor what the module imports."""
    assert expected == class_name(name_of(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("countryCode", "country_code"),
        ("class", "class_"),
        ("@type", "type"),
        ("schema", "schema_"),
        ("model_config", "model_config_"),
        ("list", "list_"),
        ("", "nameless"),
    ],
)
def test_an_attribute_can_be_had_by_a_model(text: str, expected: str) -> None:
    """No keyword, and nothing that Pydantic has taken."""
    assert expected == attribute_name(name_of(text))


def test_an_argument_is_in_snake_case() -> None:
    """And no keyword."""
    assert ("x_shop_branch", "from_") == (
        argument_name(name_of("X-Shop-Branch")),
        argument_name(name_of("from")),
    )


def test_a_long_module_fits_a_file_system() -> None:
    """Two that differ at their end stay two."""
    one, two = (module_name(name_of("very" * 90 + end)) for end in "ab")

    assert max(len(one), len(two)) < 120
    assert one != two


@pytest.mark.parametrize("text", ["日本", "名", "Pet", "N1", "a日本"])
def test_a_module_is_not_called_like_its_class(text: str) -> None:
    """Also where letters have no case; a package has one attribute for each name."""
    assert class_name(name_of(text)) != module_name(name_of(text))


def test_an_environment_variable_shouts() -> None:
    """Word by word."""
    assert "FAST_ROUTER" == constant_case(name_of("fastRouter"))
