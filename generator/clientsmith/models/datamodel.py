"""The call of datamodel-code-generator, which is installed by who wants it."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from clientsmith.diagnostics import Diagnostic, Exit, Outcome, error, warning

from .normalise import JSONSchema
from .styles import Abilities

_NAME = "datamodel-code-generator"


def generator_version() -> str:
    """Name the release that would be called; empty where there is none."""
    try:
        return f"{_NAME} {version(_NAME)}"
    except PackageNotFoundError:
        return ""


def call_generator(
    schemas: JSONSchema, style: Abilities, aliases: Mapping[str, str], about: str
) -> Outcome[str]:
    """Make one module of the named schemas of a description."""
    try:
        # It imports several parsers, which only costs those who asked for models.
        from datamodel_code_generator import generate
    except ImportError:
        return Outcome(None, (_missing(),))
    options: dict[str, Any] = {
        **_OPTIONS,
        **style.options,
        "output_model_type": style.output,
        "aliases": aliases,
        "custom_file_header": about,
    }
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always", UserWarning)
            text = generate(schemas, **options)
    except Exception as problem:  # noqa: BLE001 - its bugs are not its user's
        return Outcome(None, (_failed(problem),))
    said = dict.fromkeys(str(each.message) for each in caught if _is_meant(each))
    return Outcome(str(text or about).rstrip() + "\n", tuple(map(_passed_on, said)))


_OPTIONS: Mapping[str, Any] = {
    "input_file_type": "openapi",
    "openapi_scopes": ["schemas"],
    "target_python_version": "3.11",
    "disable_timestamp": True,
    "enum_field_as_literal": "all",
    "formatters": ["builtin"],
    "keyword_only": True,
    "strict_nullable": True,
    "use_double_quotes": True,
    "use_field_description": True,
    "use_schema_description": True,
    "use_single_line_docstring": True,
    "use_tuple_for_fixed_items": True,
    "use_type_alias": True,
}


def _is_meant(caught: warnings.WarningMessage) -> bool:
    """Tell what is said of the document from what is said to programmers."""
    return caught.category is UserWarning


def _passed_on(message: str) -> Diagnostic:
    return warning(
        "models-limited",
        " ".join(message.split()),
        hint=f"{_NAME} says so; models of another kind may do, or a client",
    )


def _missing() -> Diagnostic:
    return error(
        "models-generator-missing",
        f"models of this style are made by {_NAME}, which is not installed",
        hint=f"python -m pip install {_NAME}",
        exit=Exit.USAGE,
    )


def _failed(problem: Exception) -> Diagnostic:
    said = next(iter(str(problem).splitlines()), "")
    return error(
        "models-generator-failed",
        f"{generator_version()} failed: {type(problem).__name__}: {said}",
        hint='another style may work, and `models = "pydantic"` does without it',
        exit=Exit.UNSUPPORTED,
    )
