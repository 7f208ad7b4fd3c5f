"""A documentation page holds its description in fenced blocks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from unit.load.loading import at, document, places, shown, value

if TYPE_CHECKING:
    from clientsmith.load import JSON

PUBLISHED = Path(__file__).parents[3] / "spec/fastrouter/chat-completions.md"


def page(*blocks: str, fence: str = "```json") -> str:
    """Write a page of prose and blocks."""
    shown_blocks = [f"{fence}\n{block}\n{fence[:3]}\n\nProse.\n" for block in blocks]
    return "# A page\n\nProse.\n\n" + "\n".join(shown_blocks)


def part(paths: str, title: str = "t") -> str:
    """Write one part of a description."""
    return f'{{"openapi": "3.1.0", "info": {{"title": "{title}"}}, "paths": {paths}}}'


def paths_of(loaded: JSON) -> JSON:
    """Give the paths of a document."""
    assert isinstance(loaded, dict)
    return loaded["paths"]


def test_the_published_page_is_read() -> None:
    """Prose with code blocks of its own stands around one long line of JSON."""
    loaded = document(PUBLISHED.read_bytes(), name="chat-completions.md")

    paths = paths_of(loaded.value)

    assert isinstance(paths, dict)
    assert list(paths) == ["/api/v1/chat/completions"]
    assert at(loaded, "openapi") == "chat-completions.md:8:2"
    assert at(loaded, "info", "title") == "chat-completions.md:8:28"


@pytest.mark.parametrize("fence", ["```json", "```", "~~~yaml", "```yml title=a"])
def test_fences_and_labels(fence: str) -> None:
    """Blocks may be labelled JSON, YAML or nothing."""
    assert value(page("openapi: 3.1.0", fence=fence)) == {"openapi": "3.1.0"}


def test_lines_may_end_as_on_windows() -> None:
    """Carriage returns belong to the ends of lines."""
    text = page("openapi: 3.1.0\na: 1").replace("\n", "\r\n")
    loaded = document(text, name="page.md")

    assert loaded.value == {"openapi": "3.1.0", "a": 1}
    assert at(loaded, "a") == "page.md:7:1"


def test_an_indented_block_is_located_in_the_page() -> None:
    """A block inside a list keeps its indentation and its columns."""
    loaded = document("1. A list\n\n   ```yaml\n   openapi: 3.1.0\n   ```\n")

    assert at(loaded, "openapi") == "api.yaml:4:4"


def test_other_blocks_are_left_alone() -> None:
    """Examples of requests and answers may be broken JSON."""
    text = page('{"broken": ...}', part("{}"), '{"id": 1}')

    assert paths_of(value(text)) == {}


def test_a_page_without_a_description_is_refused() -> None:
    """The hint says what is expected."""
    found = places(page('{"id": 1}'), name="page.md")

    assert found == ["page.md:1:1 markdown-without-document"]


def test_a_broken_block_is_located_in_the_page() -> None:
    """The place is that of the page, not of the block."""
    found = places(page('{"openapi": "3.1.0",\n "info": }'), name="page.md")

    assert found == ["page.md:7:10 json-syntax"]


def test_parts_of_one_description_are_merged() -> None:
    """Each block shows some operations of the same API."""
    text = page(part('{"/a": {"get": {}}}'), part('{"/a": {"put": {}}, "/b": {}}'))
    loaded = document(text)

    assert paths_of(loaded.value) == {"/a": {"get": {}, "put": {}}, "/b": {}}
    assert at(loaded, "paths", "/a", "put") == "api.yaml:12:63"


def test_parts_that_disagree_are_refused() -> None:
    """Neither is right; both are shown."""
    text = page(part("{}", title="one"), part("{}", title="two"))
    lines = shown(text)

    assert lines[0].endswith("two blocks of this page disagree about #/info/title")
    assert "  note: the other one (api.yaml:6:31)" in lines
