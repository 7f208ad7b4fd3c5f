"""What is said of a change where it is proposed: once, with a place and a title."""

from __future__ import annotations

import json
from typing import Any

from msgspec.structs import replace

from clientsmith.compare import compare
from clientsmith.emit.titles import with_step
from clientsmith.load import Source
from clientsmith.releases import Release, Settled
from clientsmith.surface import Surface
from diff.editing import surface_of_source
from diff.shared import CALL, DOCUMENT, edited, line_of
from emit.workshop import BRANCH, Workshop

REQUIRED = ("in: query", "in: query, required: true")


def proposed(workshop: Workshop, text: str) -> dict[str, Any]:
    """Say what is proposed once others have what the document describes."""
    workshop.desk.write("api.yaml", DOCUMENT)
    workshop.emits()
    workshop.merges()
    workshop.desk.write("api.yaml", text)
    said: dict[str, Any] = json.loads(workshop.emits("--json").out)["targets"][0]
    return said


def test_one_edit_of_many_calls_is_one_row_and_one_line(workshop: Workshop) -> None:
    """At the line of the component, though nobody has kept where it was."""
    text = edited(REQUIRED)
    said = proposed(workshop, text)
    headline = (
        "client.orders.list(limit=) and 2 other calls: "
        "required now, and no longer optional"
    )
    (row,) = [line for line in said["body"].splitlines() if "limit=" in line]
    message = workshop.remote.git("log", "-1", "--format=%B", BRANCH)

    assert row.startswith(
        f"| `{headline}`<br>also client.pets.list, client.shops.list |"
    )
    assert row.endswith(f"| api.yaml:{line_of(text, 'Limit: {')}:5 |")
    assert f"1 breaking in 3 places.\n\n- {headline}\n" in message


def test_a_new_client_is_counted_as_its_run_is(workshop: Workshop) -> None:
    """What the API asks of others is an operation, too."""
    hook = "{requestBody: {content: {application/json: {schema: {type: object}}}}, "
    done = 'responses: {"204": {description: Thanks.}}}'
    webhooks = f"webhooks:\n  sold: {{post: {hook}{done}}}\n"
    workshop.desk.write("api.yaml", DOCUMENT + webhooks)
    ended = workshop.emits()

    assert "operations   4 of 4" in ended.out + ended.err
    assert "4 operations (1 of them webhooks or callbacks) and 2 models." in ended.out


def test_what_is_gone_is_shown_where_it_was_a_part_of(workshop: Workshop) -> None:
    """In what holds it now: nobody has kept where it was itself."""
    shops = CALL.format(name="shops")
    text = edited((shops, ""), ("name: {type: string}", ""))
    text = text.replace(
        '      parameters: [{$ref: "#/components/parameters/Limit"}]\n', "", 1
    )
    rows = proposed(workshop, text)["body"].splitlines()

    def where(place: str) -> str:
        (row,) = [one for one in rows if one.startswith(f"| `{place}")]
        return row.split(" | ")[-1]

    call = line_of(text, "/orders:") + 1
    assert where("client.orders.list(limit=)").startswith(f"api.yaml:{call}:")
    assert where("client.shops.list()").startswith(
        f"api.yaml:{line_of(text, 'paths:')}:"
    )


def surfaces(*texts: str) -> list[Surface]:
    """Say what callers see of descriptions."""
    return [surface_of_source(Source("api.yaml", text.encode())) for text in texts]


def title(before: str, there: str, text: str) -> str:
    """Name the commit on top of another one."""
    old, step, new = surfaces(before, there, text)
    releases = [
        Release(version="1.0.0", made_by="", surface=one) for one in (step, new)
    ]
    settled = Settled(releases[1], compare(old, new), "1.0.0", releases[0])
    return with_step("Update things", settled)


def test_a_commit_is_called_after_what_changes_by_it() -> None:
    """And not by the one that it is on top of."""
    docs = edited(("in: query", "in: query, description: Few"))
    both = docs.replace("in: query", "in: query, required: true")
    other = both.replace("{type: integer}}", "{type: string}}")

    assert "Update things: 1 change in docs" == title(DOCUMENT, DOCUMENT, docs)
    assert "Update things: 1 breaking change" == title(DOCUMENT, docs, both)
    assert "Update things: nothing changes for callers" == title(DOCUMENT, both, both)
    assert "Update things: 3 breaking changes" == title(DOCUMENT, both, other)


def test_a_commit_that_callers_do_not_see_says_so() -> None:
    """Its package is another one all the same."""
    (same,) = surfaces(DOCUMENT)
    releases = [
        Release(version="1.0.0", made_by="", surface=replace(same, contents=contents))
        for contents in ("a", "b")
    ]
    settled = Settled(releases[1], (), "1.0.0", releases[0])

    assert "Update things: generated otherwise" == with_step("Update things", settled)


def test_a_title_that_would_be_too_long_counts() -> None:
    """What fits into one line is said itself."""
    gone = edited((CALL.format(name="shops"), ""))

    assert "Update things: client.shops.list() removed" == title(
        DOCUMENT, DOCUMENT, gone
    )
