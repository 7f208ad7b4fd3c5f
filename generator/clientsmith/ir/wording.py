"""What a schema asserts and no type expresses, in words.

https://json-schema.org/draft/2020-12/json-schema-core#section-10
https://json-schema.org/draft/2020-12/json-schema-validation#section-6
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .types import Assertion


def in_words(assertions: Iterable[Assertion]) -> Iterator[str]:
    """Say what assertions ask of a value, a sentence each without its end."""
    given = {each.keyword: json.loads(each.text) for each in assertions}
    for keyword, value in given.items():
        match keyword:
            case "anyOf" | "oneOf" if only_requires(value):
                yield _chosen(value, one=keyword == "oneOf")
            case "contains":
                low, high = given.get("minContains", 1), given.get("maxContains")
                yield from _contains(value, low, high)
            case "dependentRequired":
                yield from (_requires(key, value[key]) for key in _sorted(value))
            case "dependentSchemas":
                yield from (_depends(key, value[key]) for key in sorted(value))
            case "if":
                yield from _conditional(value, given)
            case "not":
                yield from _denied(value)
            case "propertyNames" if value not in ({}, True):
                yield _names(value)
            case "unevaluatedItems" | "unevaluatedProperties":
                yield _others(keyword.removeprefix("unevaluated").lower(), value)
            case _:
                pass  # what counts or concludes is said with what it belongs to


def only_requires(branches: Any) -> bool:
    """Tell whether alternatives say nothing but which properties there are."""
    return len(branches) > 1 and all(map(_is_required, branches))


def _is_required(branch: Any) -> bool:
    match branch:
        case {"required": [_, *_], **rest}:
            return not rest
        case _:
            return False


def _chosen(branches: Any, *, one: bool) -> str:
    listed = _joined(_groups(branches), "or")
    return f"Requires exactly one of {listed}" if one else f"Requires {listed}"


def _groups(branches: Any) -> list[str]:
    """List the properties of each alternative."""
    return [" with ".join(f"`{key}`" for key in one["required"]) for one in branches]


def _sorted(required: Mapping[str, list[str]]) -> list[str]:
    return sorted(key for key, others in required.items() if others)


def _contains(schema: Any, low: int, high: int | None) -> Iterator[str]:
    fit = f"fit {_quoted(schema)}"
    match low, high:
        case (0, None):
            return
        case (1, None):
            yield f"Some item fits {_quoted(schema)}"
        case (_, None):
            yield f"At least {low} items {fit}"
        case (0, _):
            yield f"At most {high} items {fit}"
        case _:
            yield f"{'Exactly' if low == high else f'From {low} to'} {high} items {fit}"


def _requires(key: str, others: list[str]) -> str:
    return f"`{key}` requires {_listed(others, 'and')}"


def _depends(key: str, schema: Any) -> str:
    match schema:
        case {"required": others, **rest} if not rest:
            return _requires(key, others)
        case _:
            return f"With `{key}`, it fits {_quoted(schema)}"


def _conditional(condition: Any, given: Mapping[str, Any]) -> Iterator[str]:
    said = [f"{key} {_quoted(given[key])}" for key in ("then", "else") if key in given]
    if said:
        yield f"If it fits {_quoted(condition)}, {', '.join(said)}"


def _denied(schema: Any) -> Iterator[str]:
    match schema:
        case {"const": value, **rest} if not rest:
            yield f"Anything but {_value(value)}"
        case {"enum": values, **rest} if not rest:
            yield f"Anything but {_joined([_value(each) for each in values], 'or')}"
        case {"required": [key], **rest} if not rest:
            yield f"Without `{key}`"
        case {"required": keys, **rest} if not rest:
            yield f"Without {_listed(keys, 'and')} together"
        case {} if not schema:
            return  # the type says that there is no value
        case _:
            yield f"Does not fit {_quoted(schema)}"


def _names(schema: Any) -> str:
    match schema:
        case {"pattern": pattern, **rest} if not rest:
            return f"Names match `{pattern}`"
        case {"enum": values, **rest} if not rest:
            return f"Names are {_listed(values, 'or')}"
        case _:
            return f"Names fit {_quoted(schema)}"


def _others(what: str, schema: Any) -> str:
    if schema is False:
        return f"No other {what}"
    return f"Other {what} fit {_quoted(schema)}"


def _listed(words: Iterable[object], conjunction: str) -> str:
    return _joined([f"`{word}`" for word in words], conjunction)


def _joined(words: list[str], conjunction: str) -> str:
    *first, last = words or ["nothing"]
    return f"{', '.join(first)} {conjunction} {last}" if first else last


def _value(value: object) -> str:
    return f"`{value}`" if isinstance(value, str) else _quoted(value)


def _quoted(value: object) -> str:
    return f"`{json.dumps(value, ensure_ascii=False, sort_keys=True)}`"
