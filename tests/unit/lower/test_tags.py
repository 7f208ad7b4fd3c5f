"""Tags that hold others make resources that hold others."""

from __future__ import annotations

from clientsmith.ir import Api
from unit.compiling import api, problems

START = 'openapi: 3.2.0\ninfo: {title: Pets, version: "1"}\n'


def described(tags: str, *used: str) -> str:
    """Write a description whose operations have tags."""
    paths = [f"/{index}: {{get: {{tags: [{tag}]}}}}" for index, tag in enumerate(used)]
    return f"tags: [{tags}]\npaths: {{{', '.join(paths)}}}\n"


def resources(found: Api) -> dict[str, str]:
    """List resources with what is said of them."""
    return {".".join(n.snake for n in one.path): one.docs for one in found.resources}


def test_a_tag_is_below_its_parent() -> None:
    """Without the words that the parent says already."""
    tags = (
        "{name: flights, summary: All.}, "
        "{name: domestic flights, parent: flights, description: At home.}, "
        "{name: delays, parent: domestic flights}"
    )

    assert {
        "flights": "All.",
        "flights.domestic": "At home.",
        "flights.domestic.delays": "",
    } == resources(api(described(tags, "delays"), START))


def test_a_tag_that_only_marks_does_not_group() -> None:
    """Unless an operation has no other."""
    tags = "{name: new, kind: badge}, {name: flights, kind: nav}"
    found = resources(api(described(tags, "new, flights", "new"), START))

    assert {"flights", "new"} == found.keys()
    assert ["flights", "new"] == [
        operation.resource[0].snake
        for operation in api(described(tags, "new, flights", "new"), START).operations
    ]


def test_a_parent_that_cannot_be_is_reported() -> None:
    """Once, and the tag stays at the top."""
    tags = "{name: a, parent: b}, {name: b, parent: a}, {name: c, parent: d}"
    text = described(tags, "a", "c")

    assert {"b", "b.a", "c"} == resources(api(text, START)).keys()
    assert [("tag-parent", "#/tags/1/parent"), ("tag-parent", "#/tags/2/parent")] == [
        (one.code, str(one.at)) for one in problems(text, START)
    ]


def test_tags_in_tags_have_an_end() -> None:
    """Those that are too deep stay at the top, with what is in them."""
    tags = ", ".join(f"{{name: t{n}, parent: t{n + 1}}}" for n in range(30))
    text = described(f"{tags}, {{name: t30}}", "t0", "t29")

    assert {"t0", "t30", "t30.t29"} == resources(api(text, START)).keys()
    assert ["tag-parent"] * 11 == [one.code for one in problems(text, START)]
