"""The cases of how parameters are written, each asked of a generated client.

Packages are generated from the documents of the suite, in the folder `params` of the
one that `CLIENTSMITH_CONFORMANCE` names; its README says how answers are compared.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote
from uuid import UUID

from conformance.recorder import Sent

FOLDER = Path(os.environ.get("CLIENTSMITH_CONFORMANCE", ""), "params")
_READERS = {
    "byte": base64.b64decode,
    "date": date.fromisoformat,
    "date-time": datetime.fromisoformat,
    "uuid": UUID,
}
_IGNORED = frozenset({"accept", "authorization", "content-type"})
"""Header parameters that the specification ignores, and no client takes."""


def cases(name: str) -> list[dict[str, Any]]:
    """List the cases of a file, none where there is no folder."""
    if "CLIENTSMITH_CONFORMANCE" not in os.environ:
        return []
    listed: list[dict[str, Any]] = json.loads((FOLDER / name).read_text("utf-8"))
    return listed


def given(case: dict[str, Any], *, typed: bool) -> dict[tuple[str, str], Any]:
    """Return what to call an operation with, by place and name.

    A typed caller gives a datetime where a careless one gives its text.
    """
    found: dict[tuple[str, str], Any] = {}
    for parameter in case["parameters"]:
        name, place = parameter["name"], parameter["in"]
        if name not in case["values"] or name.lower() in _IGNORED:
            continue
        value = case["values"][name]
        read = _READERS.get(parameter.get("schema", {}).get("format"))
        found[place, name] = read(value) if typed and read else value
    return found


@dataclass(frozen=True, slots=True)
class Expected:
    """What a case accepts: any of some messages, or that there is none."""

    answers: tuple[dict[str, Any], ...]
    may_refuse: bool

    def accepts(self, sent: Sent, prefix: str) -> bool:
        """Tell whether a message is one of the answers."""
        return any(_fits(answer, sent, prefix) for answer in self.answers)


def expected(case: dict[str, Any]) -> Expected:
    """Return what a case accepts; its other answers replace a part of the first."""
    others = case.get("also_accept", [])
    if case.get("must") == "refuse":
        return Expected((), may_refuse=True)
    first = {"path": "/t", "query": "", "header": {}, "cookie": None, **case["wire"]}
    return Expected(
        answers=(first, *(_instead(first, one) for one in others if "must" not in one)),
        may_refuse={"must": "refuse"} in others,
    )


def _instead(first: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    replaced = {key.partition("_")[0] for key in other}
    return {key: first[key] for key in first.keys() - replaced} | other


def _fits(answer: dict[str, Any], sent: Sent, prefix: str) -> bool:
    return all(_equals(kind, wanted, sent, prefix) for kind, wanted in answer.items())


def _equals(kind: str, wanted: Any, sent: Sent, prefix: str) -> bool:
    match kind:
        case "path":
            return sent.path == prefix + str(wanted)
        case "path_json":
            last = unquote(sent.path.rpartition("/")[2])
            return [json.loads(last)] == list(wanted.values())
        case "query":
            return sent.query == wanted
        case "query_decoded":
            return dict(parse_qsl(sent.query, keep_blank_values=True)) == wanted
        case "query_json":
            pairs = parse_qsl(sent.query, keep_blank_values=True)
            return {name: json.loads(text) for name, text in pairs} == wanted
        case "header":
            return all(_same(sent.header(name), text) for name, text in wanted.items())
        case "header_json":
            return all(
                json.loads(sent.header(name) or "null") == value
                for name, value in wanted.items()
            )
        case "cookie":
            return sent.header("cookie") == wanted
        case _:
            problem = f"the suite has a kind of answer of its own: {kind}"
            raise ValueError(problem)


def _same(received: str | None, text: str | None) -> bool:
    """Compare a header; white space at its ends is not part of it.

    https://www.rfc-editor.org/rfc/rfc9110#section-5.5
    """
    return received == (text if text is None else text.strip(" \t"))


def values(case: dict[str, Any]) -> Iterator[dict[tuple[str, str], Any]]:
    """Yield the ways to call an operation: with text, and with what text stands for."""
    plain = given(case, typed=False)
    typed = given(case, typed=True)
    yield plain
    if typed != plain:
        yield typed
