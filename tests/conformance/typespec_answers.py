"""What a scenario wants a client to make of an answer, and how results differ."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

from roundtrip.same import difference

TERMINATOR = "[DONE]"
_STREAMS = ("application/jsonl", "text/event-stream")


def is_stream(api: dict[str, Any]) -> bool:
    """Tell whether a call is answered by a stream."""
    body = api["response"].get("body", {})
    return str(body.get("contentType", "")).startswith(_STREAMS)


def expected(api: dict[str, Any], server: str) -> Any:
    """Return the plain value that a call is to come to."""
    body = api["response"].get("body")
    if body is None or api["method"] == "head":
        return None
    body = json.loads(json.dumps(body).replace("{{baseUrl}}", server))
    match body:
        case {"contentType": "text/event-stream", "text": str(text)}:
            return [value for value in _events(text) if value != TERMINATOR]
        case {"contentType": "application/jsonl", "text": str(text)}:
            return [json.loads(line) for line in text.splitlines()]
        case {"json_with_matchers": value}:
            return value
        case {"contentType": "application/json", "text": str(text)}:
            return json.loads(text)
        case {"base64": str(text)}:
            return b64decode(text)
        case {"text": str(text)}:
            return text
        case _:
            return None


def _events(text: str) -> list[Any]:
    """Read the data of the events of a stream whose every event is complete."""
    found: list[Any] = []
    for block in text.split("\n\n"):
        lines = [line.partition(":")[::2] for line in block.splitlines()]
        data = [value.removeprefix(" ") for field, value in lines if field == "data"]
        if data:
            found.append(value_of("\n".join(data)))
    return found


def value_of(data: str) -> Any:
    """Read the data of an event, which need not be JSON."""
    try:
        return json.loads(data)
    except ValueError:
        return data


def wrong(wanted: Any, result: Any) -> str | None:
    """Say where a result is not what was wanted, if it is not."""
    if isinstance(wanted, bytes):
        return None if wanted == result else f"{result!r:.80} is not {wanted!r:.80}"
    if isinstance(result, bytes):  # what says it is base64, or a file that holds JSON
        is_text = isinstance(wanted, str)
        result = b64encode(result).decode() if is_text else json.loads(result)
    return difference(_met(wanted, result), result)


def _met(wanted: Any, result: Any) -> Any:
    """Replace what is compared by its meaning with the result, where it means that."""
    match wanted, result:
        case {"$match": str(kind), "value": str(text)}, _:
            return result if _means(kind, text, result) else text
        case dict(), dict():
            return {
                key: _met(item, result.get(key))
                for key, item in wanted.items()
                if not (isinstance(item, dict) and "$absent" in item)
            }
        case list(), list() if len(wanted) == len(result):
            return [_met(*pair) for pair in zip(wanted, result, strict=True)]
        case _:
            return wanted


def _means(kind: str, text: str, result: Any) -> bool:
    if not isinstance(result, str):
        return False
    if kind.endswith("rfc7231"):
        return parsedate_to_datetime(result) == parsedate_to_datetime(text)
    if "ate" in kind:
        return datetime.fromisoformat(result) == datetime.fromisoformat(text)
    return result == text
