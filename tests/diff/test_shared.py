"""One edit of what many calls refer to is said once, where it was made."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from clientsmith.compare import Change, compare, likeness
from clientsmith.compare.changes import breaks
from clientsmith.compare.spots import removed
from clientsmith.load import Source
from clientsmith.releases.changelog import body_of
from diff.editing import surface_of_source
from diff.outline import read_page
from diff.shared import CALL, CALLS, DOCUMENT, edited, line_of
from hostile.command import Desk

REQUIRED = edited(("in: query", "in: query, required: true"))
EDITS = [
    pytest.param(
        REQUIRED,
        "client.orders.list(limit=) and 2 other calls: "
        "required now, and no longer optional",
        "Limit: {",
        id="a parameter becomes required",
    ),
    pytest.param(
        edited(("security: [{key: []}]", "security: [{login: []}]")),
        "client.orders.list() and 2 other calls: "
        "credentials api_key → username and password",
        "security: [",
        id="the API needs other credentials",
    ),
    pytest.param(
        edited(("Total: {schema: {type: integer", "Total: {schema: {type: string")),
        "client.orders.list() x-total and 2 other calls: type int | None → str | None",
        "Total: {",
        id="a header takes another type",
    ),
    pytest.param(
        edited(
            ('      headers: {X-Total: {$ref: "#/components/headers/Total"}}\n', "")
        ),
        "client.orders.list() x-total and 2 other calls: header removed (int | None)",
        "Things:",
        id="an answer loses a header",
    ),
    pytest.param(
        edited(
            (
                'schema: {$ref: "#/components/schemas/Thing',
                'schema: {$ref: "#/components/schemas/Other',
            )
        ),
        "client.orders.list() and 2 other calls: type Thing → Other",
        "Things:",
        id="an answer is something else",
    ),
    pytest.param(
        edited(
            (
                '"404": {description: None.}',
                '"429": {$ref: "#/components/responses/Busy"}',
            )
        ),
        "client.orders.list() raises RateLimitError and 2 other calls: "
        "failure added (429)",
        '"429"',
        id="a status refers to a response",
    ),
]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder with the description as it was."""
    made = Desk(tmp_path)
    made.write("old.yaml", DOCUMENT)
    return made


def diff(desk: Desk, text: str, *words: str) -> str:
    """Compare another description with it."""
    desk.write("new.yaml", text)
    return desk.run("diff", "old.yaml", "new.yaml", *words).out


def changes(old: str, new: str) -> tuple[Change, ...]:
    """Compare two descriptions."""
    sources = (Source("api.yaml", text.encode()) for text in (old, new))
    return compare(*map(surface_of_source, sources))


@pytest.mark.parametrize(("text", "headline", "words"), EDITS)
def test_an_edit_is_said_once(desk: Desk, text: str, headline: str, words: str) -> None:
    """With the calls, at the line that was edited, or at its first use."""
    lines = diff(desk, text).splitlines()
    at = lines.index(f"  {headline}")

    assert "      also client.pets.list, client.shops.list" == lines[at + 1]
    assert lines[at + 3].startswith(f"      new.yaml:{line_of(text, words)}:")
    assert lines[at + 3].endswith(" and 2 more]")
    assert 1 == sum(headline.partition(": ")[2] in line for line in lines)


@pytest.mark.parametrize(("text", "headline", "words"), EDITS)
def test_an_edit_is_one_annotation(
    desk: Desk, text: str, headline: str, words: str
) -> None:
    """Of that line."""
    (written,) = [
        line
        for line in diff(desk, text, "--format", "github").splitlines()
        if headline in line
    ]

    assert f"line={line_of(text, words)}," in written
    assert written.endswith("%0Aalso client.pets.list, client.shops.list")


def test_what_is_counted_is_said(desk: Desk) -> None:
    """Edits, and the places that they are found in, where those are more."""
    text = REQUIRED.replace("size: {type: integer}", "size: {type: string}")
    lines = diff(desk, text).splitlines()

    assert "breaking (2 in 4 places)" in lines
    assert "2 breaking in 4 places: a major version" == lines[-1]


def test_json_has_each_call_and_what_belongs_together(desk: Desk) -> None:
    """By the fingerprint of the first one; approvals and counts are of each."""
    (target,) = json.loads(diff(desk, REQUIRED, "--format", "json"))["targets"]
    listed: list[dict[str, Any]] = target["changes"]

    assert ["orders", "pets", "shops"] == [one["place"].split(".")[1] for one in listed]
    assert {listed[0]["fingerprint"]} == {one["group"] for one in listed}
    assert 3 == len({one["fingerprint"] for one in listed})
    assert {"breaking": 3, "compatible": 0, "docs": 0} == target["counts"]


def test_a_change_is_the_same_whether_it_is_shared_or_not() -> None:
    """So that an approval holds when a parameter moves into the components."""
    reference = '{$ref: "#/components/parameters/Limit"}'
    inline = "{name: limit, in: query, schema: {type: integer}}"
    needed = "{name: limit, in: query, required: true, schema: {type: integer}}"
    alone = [DOCUMENT.replace(reference, one) for one in (inline, needed)]

    assert {one.fingerprint for one in changes(DOCUMENT, REQUIRED)} == {
        one.fingerprint for one in changes(*alone)
    }


def test_equal_edits_of_several_parameters_are_said_once(desk: Desk) -> None:
    """At the line of the first, and those of the others are counted."""
    reference = '{$ref: "#/components/parameters/Limit"}'
    inline = "{name: limit, in: query, schema: {type: integer}}"
    needed = "{name: limit, in: query, required: true, schema: {type: integer}}"
    desk.write("old.yaml", DOCUMENT.replace(reference, inline))
    text = DOCUMENT.replace(reference, needed)
    lines = diff(desk, text).splitlines()
    first = f"      new.yaml:{line_of(text, 'required: true')}:"
    (at,) = [line for line in lines if line.startswith(first)]
    (annotation,) = diff(desk, text, "--format", "github").splitlines()
    listed = json.loads(diff(desk, text, "--format", "json"))["targets"][0]["changes"]

    assert "breaking (1 in 3 places)" in lines
    assert " and 2 more places [" in at
    assert "%0Adescribed here, and in 2 more places%0Aalso " in annotation
    assert {listed[0]["fingerprint"]} == {one["group"] for one in listed}
    assert 3 == len({one["after"]["at"]["line"] for one in listed})


def test_what_is_gone_is_read_first(desk: Desk) -> None:
    """Then edits, those of many places first."""
    gone = REQUIRED.replace(CALL.format(name="shops"), "")
    text = gone.replace("name: {type: string}", "name: {type: integer}")
    lines = diff(desk, text).splitlines()
    start = lines.index("breaking (3 in 4 places)")
    headlines = [line for line in lines[start:] if line.startswith("  client")]

    assert "  client.shops.list(): call removed (GET /shops)" == headlines[0]
    assert headlines[1].startswith("  client.orders.list(limit=) and 1 other call: ")
    assert any(line.startswith("  models.Thing.name: ") for line in lines[start:])


def test_a_parameter_that_is_renamed_everywhere_is_said_once(desk: Desk) -> None:
    """By the name alone, since each call has its own place."""
    place = ("{name: limit, in: query", "{name: LETTER, in: path, required: true")
    known = edited(("  /", "  /{LETTER}/"), place)
    desk.write("old.yaml", known.replace("LETTER", "a"))
    lines = diff(desk, known.replace("LETTER", "b")).splitlines()

    assert "  client.orders.list(a=) and 2 other calls: argument renamed to b=" in lines


def test_a_reference_to_something_else_is_a_change_of_the_call(desk: Desk) -> None:
    """And not of what it refers to."""
    strict = "Strict: {name: limit, in: query, required: true, schema: {type: integer}}"
    there = edited(("parameters:\n    Limit", f"parameters:\n    {strict}\n    Limit"))
    first = CALL.format(name="pets")
    text = there.replace(first, first.replace("parameters/Limit", "parameters/Strict"))
    lines = diff(desk, text).splitlines()
    at = lines.index("  client.pets.list(limit=): required now, and no longer optional")
    use = line_of(text, "parameters/Strict")

    assert lines[at + 2].startswith(f"      new.yaml:{use}:")


def test_many_calls_are_counted(desk: Desk) -> None:
    """A terminal names eight of them, and a pull request three."""
    more = "".join(CALL.format(name=f"kind{at:02}") for at in range(18))
    desk.write("old.yaml", DOCUMENT.replace(CALLS, CALLS + more))
    text = REQUIRED.replace(CALLS, CALLS + more)
    told = diff(desk, text)
    table = diff(desk, text, "--format", "markdown")

    assert "client.kind00.list(limit=) and 20 other calls: required now" in told
    assert "client.kind08.list, and 12 more\n" in told
    assert "client.kind02.list, client.kind03.list, and 17 more |" in table


def test_a_call_with_several_sets_of_arguments_is_one(desk: Desk) -> None:
    """An argument of all sets is said once, and of no other call."""
    thing, other = (
        f'{{schema: {{$ref: "#/components/schemas/{one}"}}}}'
        for one in ("Thing", "Other")
    )
    content = f"{{application/json: {thing}, multipart/form-data: {other}}}"
    post = f"post:\n      requestBody: {{content: {content}}}"
    made = CALL.format(name="pets").replace("get:", post)
    desk.write("old.yaml", DOCUMENT.replace(CALLS, made))
    told = diff(desk, REQUIRED.replace(CALLS, made))

    assert "breaking (1 in 2 places)" in told
    assert "  client.pets.list(limit=): required now, and no longer optional\n" in told
    assert "other call" not in told


def test_the_media_types_of_a_body_are_said_once(desk: Desk) -> None:
    """At the request body that the calls refer to."""
    posts = CALLS.replace(
        "get:", 'post:\n      requestBody: {$ref: "#/components/requestBodies/Thing"}'
    )
    known = DOCUMENT.replace(CALLS, posts).replace(
        "  headers:\n    Total",
        "  requestBodies:\n"
        "    Thing: {content: {application/json: {schema: {type: object, "
        "properties: {name: {type: string}}}}}}\n"
        "  headers:\n    Total",
    )
    text = known.replace(
        "application/json: {schema: {type", "text/json: {schema: {type"
    )
    desk.write("old.yaml", known)
    lines = diff(desk, text).splitlines()
    at = next(at for at, line in enumerate(lines) if "text/json" in line)

    assert lines[at].startswith("  client.orders.list() and 2 other calls: ")
    assert lines[at + 3].startswith(f"      new.yaml:{line_of(text, 'text/json')}:")


def test_the_page_lists_the_calls(desk: Desk) -> None:
    """Each with the address that it would have alone, below the first of them."""
    page = read_page(diff(desk, REQUIRED, "--format", "html"))
    change = page.one("li", class_="change")
    others = change.one("details", class_="others")

    assert "and 2 other calls" == others.one("summary").text
    assert [
        "client.pets.list(limit=)",
        "client.shops.list(limit=)",
    ] == [one.text for one in others.all("li")]
    assert all(
        re.fullmatch(r"t1-\w{16}", one.attributes["id"]) for one in others.all("li")
    )
    assert "client.shops.list(limit=)" in change.attributes["data-search"]
    assert "1 breaking in 3 places" == page.one("ul", class_="tally").all("li")[0].text


def test_a_changelog_says_it_once() -> None:
    """And names three other calls at most."""
    assert (
        "### Changed\n\n"
        "- **Breaking**: `client.orders.list(limit=) and 2 other calls: "
        "required now, and no longer optional`: it may no longer be left out\n"
        "  (also client.pets.list, client.shops.list)\n"
    ) == body_of(changes(DOCUMENT, REQUIRED))
    more = "".join(CALL.format(name=f"kind{at}") for at in range(4))
    many = [text.replace(CALLS, CALLS + more) for text in (DOCUMENT, REQUIRED)]

    assert (
        "  (also client.kind1.list, client.kind2.list, client.kind3.list, and 3 more)\n"
        in body_of(changes(*many))
    )


def test_packages_have_only_words_to_go_by(desk: Desk, tmp_path: Path) -> None:
    """What is said of several calls in the same words is said once."""
    for name, text in (("one", DOCUMENT), ("two", REQUIRED)):
        desk.write(f"{name}.yaml", text)
        desk.write(
            "clientsmith.toml",
            f'[targets.things]\ninput = "{name}.yaml"\nout = "{name}"\n'
            'package = "things"\ntesting = false\n',
        )
        desk.run("generate", "--quiet")
        (tmp_path / "clientsmith.toml").unlink()
    told = desk.run("diff", "one/things", "two/things").out

    assert "client.orders.list(limit=) and 2 other calls: required now" in told


def test_what_is_gone_as_a_whole_is_said_for_itself() -> None:
    """Two classes that go are two, though the words are the same."""
    gone = [
        removed("model", f"models.{one}", "class", None, breaks("")) for one in "AB"
    ]

    assert 2 == len({*map(likeness, gone)})
