"""The cases of the header `Link`: read, and followed by a generated client."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

from clientsmith.load import Source
from roundtrip.packages import forget, generate, use
from runtime.errors import PaginationError
from runtime.links import find_link, parse_links
from runtime.page_addresses import resolve

PACKAGE = "linked_pages"
DESCRIPTION = """
openapi: 3.1.0
info: {title: Linked pages, version: "1"}
servers: [{url: "https://described.example"}]
security: [{key: []}]
paths:
  /items:
    get:
      operationId: listItems
      parameters:
        - {name: page, in: query, schema: {type: integer}}
      responses:
        "200":
          description: Items, with the address of the next page in a header.
          headers: {Link: {schema: {type: string}}}
          content:
            application/json:
              schema: {type: array, items: {type: string}}
components:
  securitySchemes: {key: {type: http, scheme: bearer}}
"""


def cases(name: str) -> list[dict[str, Any]]:
    """Read a file of cases, or none where there are none."""
    folder = os.environ.get("CLIENTSMITH_CONFORMANCE")
    if not folder:
        return []
    text = (Path(folder) / "link_header" / name).read_text("utf-8")
    found: list[dict[str, Any]] = json.loads(text)
    return found


def name_of(case: dict[str, Any]) -> str:
    """Return the name of a case."""
    return str(case["name"])


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """Generate a client of a list whose pages are linked by headers."""
    source = Source("linked.yaml", DESCRIPTION.encode())
    folder = tmp_path_factory.mktemp("linked")
    yield use(generate(source, PACKAGE), folder)
    sys.path.remove(str(folder))
    forget(PACKAGE)


@pytest.mark.parametrize("case", cases("cases.json"), ids=name_of)
def test_headers_are_read(case: dict[str, Any]) -> None:
    """Targets and parameters are those of the case; several lines are one header.

    What `title*` means in another alphabet is left to those who show titles.
    """
    found = parse_links(", ".join(case["header"]))

    wanted = [(each["target"], each["params"]) for each in case["links"]]
    assert wanted == [(each.target, each.params) for each in found]


@pytest.mark.parametrize("case", cases("next.json"), ids=name_of)
def test_the_next_page_is_found(case: dict[str, Any]) -> None:
    """Its address is whole, and its escaped characters are as they were."""
    target = find_link(case["header"], "next")
    found = None if target is None else resolve(target, case["base"])

    assert case.get("next", found) == found


@pytest.mark.parametrize("case", cases("next.json"), ids=name_of)
def test_the_next_page_is_fetched_where_it_may_be(
    case: dict[str, Any], package: ModuleType
) -> None:
    """At the same origin, once, as it is spelled; elsewhere nothing is sent."""
    asked: list[httpx2.Request] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        asked.append(request)
        # What leads to itself does so for ever.
        again = len(asked) == 1 or case["name"] == "same page again"
        headers = {"link": case["header"]} if again else {}
        return httpx2.Response(200, json=["one"], headers=headers)

    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    with (
        http,
        package.Client(
            api_key="secret", base_url="https://h", http_client=http
        ) as client,
    ):
        start = case["base"]
        error = _read(client.items.list(), start)

    # The first address that is asked for is the one that the case begins with.
    assert start == str(asked[0].url)
    fetched = [str(each.url) for each in asked[1:]]
    assert ["h"] * len(asked) == [each.url.host for each in asked]
    if case["name"] in REFUSED:
        assert isinstance(error, PaginationError | package.errors.PaginationError)
        assert [] == fetched
    else:
        assert error is None
        assert [case["next"]] * (case["next"] is not None) == fetched


REFUSED = {
    "scheme-relative target",
    "other host",
    "https to http",
    "same page again",
    "file scheme",
}


def _read(pages: Any, start: str) -> Exception | None:
    try:
        list(pages.items(start=start))
    except Exception as problem:  # noqa: BLE001 - it is looked at by the test
        return problem
    return None
