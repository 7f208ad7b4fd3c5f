"""Words of the runtime and of builders are nobody's but the document's."""

from __future__ import annotations

import ast
import json
import keyword
from collections.abc import Sequence
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl

import pytest

from clientsmith.load import Source
from clientsmith.plan.casing import ANNOTATION_NAMES
from clientsmith.shipped import templates_folder
from roundtrip.packages import generate, use

BUILDERS = {"content", "params", "cls", "path", "query", "headers", "cookies", "body"}
"""What stands in builders beside the names of functions."""


def vocabulary() -> list[str]:
    """List what functions, arguments and modules of the runtime are called."""
    words = {*BUILDERS}
    for path in (templates_folder() / "runtime").glob("*.py"):
        words.add(path.stem)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                words.add(node.name)
            elif isinstance(node, ast.arg):
                words.add(node.arg)
    return sorted(word for word in words - ANNOTATION_NAMES if _is_plain(word))


def _is_plain(word: str) -> bool:
    """Leave out words of Python, and those that no snake_case word is spelled like."""
    known = keyword.iskeyword(word) or word in {"self", "request_options"}
    return not known and not word.startswith("_") and word.islower()


WORDS = vocabulary()


NEVER_SENT = frozenset({"accept", "authorization"})
"""Headers that are no parameters, as the specification says."""


def document() -> str:
    """Use each word in each place, alone."""
    paths: dict[str, Any] = {}
    for word in WORDS:
        paths[f"/path/{word}/{{{word}}}"] = {
            "get": {"tags": ["path"], **operation(word, "path", parameters=[word])}
        }
        body = {"type": "object", "properties": {word: {"type": "string"}}}
        content = {"application/json": {"schema": body}}
        paths[f"/body/{word}"] = {
            "post": {
                "tags": ["body"],
                **operation(word, "body"),
                "requestBody": {"content": content},
            }
        }
    for place in ("query", "header", "cookie"):
        paths[f"/{place}"] = {
            "get": {"tags": [place], **operation("all", place, parameters=WORDS)}
        }
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "Words", "version": "1"},
            "servers": [{"url": "https://words.example"}],
            "paths": paths,
        }
    )


def operation(word: str, place: str, parameters: Sequence[str] = ()) -> dict[str, Any]:
    """Describe an operation that is called after a word."""
    return {
        "x-clientsmith-name": f"do_{word}",
        "parameters": [
            {
                "name": each,
                "in": place,
                "required": place == "path",
                "schema": {"type": "string"},
            }
            for each in parameters
        ],
        "responses": {},
    }


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Make a client of that."""
    generated = generate(Source("words.json", document().encode()), "words")
    package: ModuleType = use(generated, tmp_path_factory.mktemp("words"))
    return package.Client()


def test_a_path_parameter_has_its_own_name(client: Any) -> None:
    """Builders call functions under another one then."""
    found = {
        word: getattr(client.path.requests, f"do_{word}")(**{word: "a/b"}).path
        for word in WORDS
    }

    assert {word: f"/path/{word}/a%2Fb" for word in WORDS} == found


def test_a_property_of_a_body_has_its_own_name(client: Any) -> None:
    """It is a key, and no name in any function."""
    requests = client.body.requests
    sent = {
        word: json.loads(getattr(requests, f"do_{word}")(**{word: "x"}).body.encode())
        for word in WORDS
    }

    assert {word: {word: "x"} for word in WORDS} == sent


def test_other_parameters_have_their_own_names(client: Any) -> None:
    """All at once."""
    given = {word: f"the {word}" for word in WORDS}
    query = client.query.requests.do_all(**given).query
    sent = {word: text for word, text in given.items() if word not in NEVER_SENT}
    headers = client.header.requests.do_all(**sent).headers
    cookies = client.cookie.requests.do_all(**given).cookies

    assert given == dict(parse_qsl(query))
    assert sent == headers
    assert {f"{word}=the%20{word}" for word in WORDS} == {*cookies.split("; ")}
