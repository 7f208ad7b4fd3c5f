"""From the words of a name to Python's spellings of it."""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata
from functools import cache
from hashlib import sha256
from typing import Literal, TypeAlias

from clientsmith.ir import Name

from .code import Code, identifier

_MODEL_ATTRIBUTES = frozenset(
    {
        "construct",
        "copy",
        "dict",
        "from_orm",
        "json",
        "parse_file",
        "parse_obj",
        "parse_raw",
        "schema",
        "schema_json",
        "update_forward_refs",
        "validate",
    },
)
"""What models inherit from Pydantic under plain names."""
_PYDANTIC = frozenset(
    {
        "model_computed_fields",
        "model_config",
        "model_construct",
        "model_copy",
        "model_dump",
        "model_dump_json",
        "model_extra",
        "model_fields",
        "model_fields_set",
        "model_json_schema",
        "model_parametrized_name",
        "model_post_init",
        "model_rebuild",
        "model_validate",
        "model_validate_json",
        "model_validate_strings",
    },
)
_OF_ENUMS = frozenset({"is_known", "mro", "name", "value"})
ANNOTATION_NAMES = frozenset(
    {
        "bool",
        "bytes",
        "datetime",
        "decimal",
        "dict",
        "float",
        "frozenset",
        "int",
        "ipaddress",
        "list",
        "set",
        "str",
        "tuple",
    },
)
_OF_MODELS = _MODEL_ATTRIBUTES | _PYDANTIC | ANNOTATION_NAMES
_OF_METHODS = ANNOTATION_NAMES | {"request_options", "self"}
_CLASS_NAMES = frozenset(
    {
        "Annotated",
        "Any",
        "AnyItems",
        "Asserts",
        "Assumed",
        "Decimal",
        "Exact",
        "Field",
        "IntegerText",
        "Literal",
        "Mapping",
        "Model",
        "None",
        "NotRequired",
        "Nothing",
        "Null",
        "OpenIntEnum",
        "OpenStrEnum",
        "OrOtherJson",
        "Sequence",
        "Tag",
        "TypeAlias",
        "TypedDict",
        "UUID",
        "Unknown",
    },
)


_DIGEST = re.compile("[0-9a-f]{16}")
"""What a variant is known by beside its label."""
_LONGEST_FILE = 100
"""File systems take 255 bytes, to which writing and compiling add their own."""


@cache
def class_name(name: Name, suffix: str = "") -> str:
    """Return a name in PascalCase; acronyms stay as the document writes them."""
    text = "".join(_capital(word) for word in name.words) + suffix
    text = _valid(text, "N")
    if text in _CLASS_NAMES or hasattr(builtins, text):
        return f"{text}Schema"
    return text


def attribute_name(name: Name) -> str:
    """Return a name in snake_case that a model may have as an attribute."""
    text = argument_name(name)
    return f"{text}_" if text in _OF_MODELS else text


def keyword_name(name: Name) -> str:
    """Return a name in snake_case that no annotation beside it could mean."""
    text = argument_name(name)
    return f"{text}_" if text in ANNOTATION_NAMES else text


@cache
def argument_name(name: Name) -> str:
    """Return a name in snake_case that a function may take as an argument."""
    return _valid(name.snake, "n")


def module_name(name: Name) -> str:
    """Return a name in snake_case that a module may have, and a file after it.

    It is not that of a class, even in letters that have no case: the package around
    both has one attribute for a name.
    """
    text = _valid(name.snake, "n")
    if text == class_name(name):
        text += "_"
    if len(text) <= _LONGEST_FILE:
        return text
    digest = sha256(text.encode()).hexdigest()[:8]
    return f"{text[:_LONGEST_FILE]}_{digest}"


GivenKind: TypeAlias = Literal["property", "parameter"]
NameKind: TypeAlias = Literal[
    "class", "method", "attribute", "member", "variant", "identifier"
]


def name_problem(name: str, kind: NameKind) -> str | None:
    """Say why something cannot have a name, if so."""
    if kind == "identifier":
        return None
    if kind == "variant":
        return None if _DIGEST.fullmatch(name) else "it is no digest"
    parts = name.split(".")
    if not all(part.isidentifier() for part in parts):
        return "Python cannot spell it"
    if any(keyword.iskeyword(part) for part in parts):
        return "it is a word of Python"
    if (kind == "method") != bool(parts[1:]):
        return "a method says its resource, `pets.list`, and nothing else has a dot"
    if kind == "class" and (name in _CLASS_NAMES or hasattr(builtins, name)):
        return "the package needs it for something else"
    if kind == "class" and name[:1] != name[:1].upper():
        return "a class begins with a capital letter"
    if kind == "member" and (name.startswith("_") or _is_of_enums(name)):
        return "enumerations have something else of that name"
    return None


def given_problem(name: str, kind: GivenKind) -> str | None:
    """Say why somebody cannot give a property or a parameter a name, if so."""
    reason = name_problem(name, "attribute")
    if reason:
        return reason
    if name != name.lower() or name.startswith("_"):
        return "it is not written `like_this`"
    taken = _OF_MODELS if kind == "property" else _OF_METHODS
    return "the package needs it for something else" if name in taken else None


def _is_of_enums(name: str) -> bool:
    """Tell whether every member of an enumeration has an attribute of a name."""
    return name in _OF_ENUMS or hasattr(str, name) or hasattr(int, name)


def constant_case(name: Name) -> str:
    """Return a name in SCREAMING_SNAKE_CASE, as environment variables have it."""
    return _valid(name.snake.upper(), "N")


def named(text: str) -> Code:
    """Return a finished name as code."""
    return identifier(text)


@cache
def _capital(word: str) -> str:
    if word.isupper() and len(word) > 1:
        return word
    return word[:1].upper() + word[1:]


@cache
def _valid(text: str, prefix: str) -> str:
    if not (text.isascii() and f"_{text}".isidentifier()):
        text = unicodedata.normalize("NFKC", text)
        text = "".join(char for char in text if f"_{char}".isidentifier())
    if not text:
        return (
            f"{prefix}ameless".capitalize() if prefix.isupper() else f"{prefix}ameless"
        )
    if not text[0].isidentifier():
        text = f"{prefix}{text}"
    return f"{text}_" if keyword.iskeyword(text) else text
