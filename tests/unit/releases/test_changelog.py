"""A changelog gets a section on top, and nothing else of it is touched."""

from __future__ import annotations

import pytest

from clientsmith.compare import Change, Side, Verdict
from clientsmith.releases.changelog import body_of, section, with_section

OURS = section("1.1.0", "### Added\n\n- `models.Pet.age`\n")
OLDER = "## [1.0.0] - 2020-02-02\n\n- By hand.\n"


def change(action: str, place: str, verdict: Verdict, **more: str) -> Change:
    """Make a change."""
    said = {"aspect": "existence", "why": "it is so", "after": "", **more}
    before = None if action == "added" else Side(place, said.get("before", ""))
    after = None if action == "removed" else Side(place, said["after"])
    return Change(
        action=action,  # type: ignore[arg-type]
        subject="call",
        aspect=said["aspect"],  # type: ignore[arg-type]
        before=before,
        after=after,
        verdict=verdict,
        why=said["why"],
    )


def test_changes_are_listed_by_their_kinds() -> None:
    """What breaks first, with the reason; deprecations before what is gone."""
    fits, breaks = Verdict.COMPATIBLE, Verdict.BREAKING
    body = body_of(
        [
            change("removed", "client.pets.old()", breaks),
            change(
                "changed",
                "client.pets.late()",
                fits,
                aspect="deprecated",
                after="deprecated",
            ),
            change("changed", "a", fits, aspect="type", before="int", after="float"),
            change("changed", "b", breaks, aspect="type", before="int", after="str"),
            change("added", "client.pets.new()", fits),
            change("changed", "c", Verdict.DOCS, aspect="docs", after="x"),
        ]
    )

    assert (
        "### Added\n\n"
        "- `client.pets.new()`\n\n"
        "### Changed\n\n"
        "- **Breaking**: `b: type int → str`: it is so\n"
        "- `a: type int → float`\n\n"
        "### Deprecated\n\n"
        "- `client.pets.late(): deprecated`\n\n"
        "### Removed\n\n"
        "- **Breaking**: `client.pets.old()`: it is so\n\n"
        "### Documentation\n\n"
        "- What is said of 1 part of the API.\n"
    ) == body


def test_what_is_no_markup_stays_none() -> None:
    """A description may hold anything."""
    body = body_of([change("removed", "a`<b>", Verdict.BREAKING, why="<i>\nx")])

    assert "- **Breaking**: `a<b>`: &lt;i> x\n" in body


def test_hundreds_of_changes_are_counted() -> None:
    """Nobody reads more."""
    many = [change("added", f"m{index}", Verdict.COMPATIBLE) for index in range(130)]

    assert "- And 30 more." == body_of(many).splitlines()[-1]


def test_a_changelog_begins_with_the_first_section() -> None:
    """With a heading, and what its format is."""
    text = with_section(None, OURS, "")

    assert text.startswith("# Changelog\n\nThe format is [Keep a Changelog](")
    assert text.endswith("## [1.1.0]\n\n### Added\n\n- `models.Pet.age`\n")


@pytest.mark.parametrize(
    "before",
    [
        "# Changes\n\n",
        "# Changes\n\n## [Unreleased]\n\n- Soon.\n\n",
        "# Changes\n\n## unreleased\n\n",
        "",
    ],
)
def test_a_section_is_above_the_older_ones(before: str) -> None:
    """And below what is not released, and below all that stands at the top."""
    assert f"{before}{OURS}{OLDER}" == with_section(f"{before}{OLDER}", OURS, "")


def test_a_section_that_nobody_has_is_replaced() -> None:
    """Where it stands."""
    text = f"# Changes\n\n{OURS}{OLDER}"
    later = section("2.0.0", "### Removed\n\n- all\n")

    assert f"# Changes\n\n{later}{OLDER}" == with_section(text, later, OURS)
    assert f"# Changes\n\n{OLDER}" == with_section(text, "", OURS)


def test_an_edited_section_belongs_to_its_editor() -> None:
    """It stays, and one of the same version is not written again."""
    text = f"# Changes\n\n## [1.1.0]\n\n- Pets have an age.\n\n{OLDER}"
    later = section("1.2.0", "### Added\n\n- all\n")

    assert text == with_section(text, OURS, OURS)
    assert "Pets have an age." in with_section(text, later, OURS)
    assert with_section(text, later, OURS).startswith("# Changes\n\n## [1.2.0]\n")


def test_line_ends_stay_as_they_are() -> None:
    """Also those of the lines that are new."""
    text = with_section(f"# Changes\n\n{OLDER}".replace("\n", "\r\n"), OURS, "")

    assert f"# Changes\n\n{OURS}{OLDER}".replace("\n", "\r\n") == text
