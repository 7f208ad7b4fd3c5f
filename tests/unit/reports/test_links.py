"""Lines of descriptions are looked at where somebody says they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.diagnostics import Position
from clientsmith.reports import Links, Where, unknown_holes

TEMPLATE = "https://host.example/r/blob/{revision}/{path}#L{line}"


ROOT = Path("/work/shop")
HERE = Where(ROOT / "client", ROOT, "abc")
THERE = Where(ROOT / "client", ROOT, "def", is_here=False)


def link(file: str, links: Links, where: Where) -> str | None:
    """Link the seventh line of a file."""
    return links.of(Position(file, 7, 1), where)


def test_a_template_is_filled() -> None:
    """For both packages, each at its own revision, with paths from the root."""
    links = Links(TEMPLATE)

    assert "https://host.example/r/blob/abc/client/api.yaml#L7" == link(
        "api.yaml", links, HERE
    )
    assert "https://host.example/r/blob/def/spec/api.yaml#L7" == link(
        "../spec/api.yaml", links, THERE
    )


def test_names_of_files_are_no_addresses() -> None:
    """What has a meaning in an address is quoted."""
    name = "java script:a?b#c%.yaml"
    quoted = "java%20script%3Aa%3Fb%23c%25.yaml"

    assert f"https://host.example/r/blob/abc/client/{quoted}#L7" == link(
        name, Links(TEMPLATE), HERE
    )
    assert f"./{quoted}" == link(name, Links(here=HERE.folder), HERE)


def test_without_a_template_files_are_beside_the_page() -> None:
    """What is only found at a revision has no link."""
    links = Links(here=ROOT)

    assert "./client/api.yaml" == link("api.yaml", links, HERE)
    assert "./../api.yaml" == link("../../api.yaml", links, HERE)
    assert None is link("api.yaml", links, THERE)


@pytest.mark.parametrize("links", [Links(here=ROOT), Links(TEMPLATE)])
def test_what_is_on_the_web_is_linked_as_it_is(links: Links) -> None:
    """Other addresses, and what came from nowhere, have no link."""
    assert "https://a.example/b.yaml" == link("https://a.example/b.yaml", links, HERE)
    assert None is link("javascript://a.example/%0aalert(1)", links, HERE)
    assert None is link("-", links, HERE)


def test_a_template_is_for_files_of_the_repository() -> None:
    """Nobody can look at others there."""
    assert None is link("../../api.yaml", Links(TEMPLATE), HERE)


def test_unknown_holes_are_listed() -> None:
    """Nothing would be put in for them."""
    assert [] == unknown_holes(TEMPLATE)
    assert ["sha", ""] == unknown_holes("https://host.example/{sha}/{}")
