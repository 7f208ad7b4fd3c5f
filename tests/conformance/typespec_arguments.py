"""The arguments of a generated method, from what a scenario wants to be sent."""

from __future__ import annotations

import json
from base64 import b64decode
from typing import Any

from clientsmith.plan.package import Argument
from clientsmith.report import OperationEntry


def arguments(
    call: dict[str, Any], operation: OperationEntry, server: str
) -> dict[str, Any]:
    """Return what the method is called with.

    Raises:
        LookupError: The scenario gives something that the method does not take.
    """
    found, headers = _parameters(call, operation)
    options: dict[str, Any] = {"headers": headers} if headers else {}
    if "body" in call:
        taken = [each for each in operation.arguments if each.place == "body"]
        sent, others = _body(_with_address(call["body"], server), taken)
        found |= sent
        options |= {"extra_body": others} if others else {}
    return found | ({"request_options": options} if options else {})


def _parameters(
    call: dict[str, Any], operation: OperationEntry
) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the parameters, and headers that are none.

    `accept` is no parameter, whoever says so.
    """
    known = {(each.place, each.wire_name): each for each in operation.arguments}
    found: dict[str, Any] = {}
    headers: dict[str, str] = {}
    for place in ("path", "query", "header", "cookie"):
        for name, value in call[place].items():
            if (place, name) in known:
                found[known[place, name].name] = value
            elif place == "header":
                headers[name] = value
            else:
                problem = f"the method takes no {place} parameter {name!r}"
                raise LookupError(problem)
    return found, headers


def _body(
    body: dict[str, Any], taken: list[Argument]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the arguments that make a body, and what goes beside them."""
    match body:
        case {"json": value}:
            return _value(value, taken)
        case {"parts": dict(parts), "files": files}:
            return _value(parts | _files(files), taken)
        case {"base64": text}:
            return _whole(b64decode(text), taken), {}
        case {"is_file": True, "text": str(text)}:
            return _whole(text.encode(), taken), {}
        case {"text": str(text)}:
            return _whole(text, taken), {}
        case _:
            problem = f"a body that is {sorted(body)}"
            raise LookupError(problem)


def _value(value: Any, taken: list[Argument]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give a value property by property, if the method takes these."""
    names = {each.wire_name: each.name for each in taken}
    if not isinstance(value, dict) or names.keys() == {"body"} != value.keys():
        return _whole(value, taken), {}
    own = {names[key]: item for key, item in value.items() if key in names}
    others = {key: item for key, item in value.items() if key not in names}
    return own, others


def _whole(value: Any, taken: list[Argument]) -> dict[str, Any]:
    [one] = taken
    return {one.name: value}


def _files(files: list[dict[str, str]]) -> dict[str, Any]:
    """Gather files by field; a field that comes more often takes a list."""
    found: dict[str, Any] = {}
    for each in files:
        content = b64decode(each["base64"])
        file = (each["originalname"], content, each["mimetype"])
        if (before := found.get(each["fieldname"])) is None:
            found[each["fieldname"]] = file
        else:
            found[each["fieldname"]] = [
                *(before if isinstance(before, list) else [before]),
                file,
            ]
    return found


def _with_address(body: dict[str, Any], server: str) -> dict[str, Any]:
    """Put the address of the server where a scenario wants it."""
    replaced: dict[str, Any] = json.loads(
        json.dumps(body).replace("{{baseUrl}}", server)
    )
    return replaced
