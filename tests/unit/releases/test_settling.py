"""Which version comes next: from what callers have, and from what they see now."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from clientsmith.load import Source
from clientsmith.pipeline import compile_description
from clientsmith.plan import Options
from clientsmith.releases import Earlier, Release, Settled, Settling, release_text
from clientsmith.releases.older import without_limits
from hostile.command import DOCUMENT

PET = "properties: {name: {type: string}}"
MORE = "properties: {name: {type: string}, age: {type: integer}}"
ONE_OF = "properties: {name: {type: string, enum: [a, b]}}"
REVERSED = "properties: {name: {type: string, enum: [b, a]}}"
OTHER = "properties: {name: {type: integer}}"
LIMITED = "properties: {name: {type: string, maxLength: 9}}"
TOLD = 'properties: {name: {type: string, description: "What it is called."}}'


def settle(
    before: Earlier,
    there: Earlier | None = None,
    after: str = PET,
) -> tuple[Settled, Settling]:
    """Settle what has one of these properties now."""
    settling = Settling(before, there or before, "us", semantic=True)
    source = Source("api.yaml", DOCUMENT.replace(PET, after).encode())
    compile_description(source, (), Options("pets", "semver"), settle=settling)

    assert settling.settled is not None
    return settling.settled, settling


def had(
    version: str, made_by: str = "us", notes: str = "", after: str = PET
) -> Release:
    """Return what callers had, which is what the document says."""
    surface = settle(Earlier(), after=after)[0].release.surface
    return Release(version=version, made_by=made_by, notes=notes, surface=surface)


def next_of(version: str, after: str) -> str:
    """Return the version after a change."""
    return settle(Earlier(had(version), version), after=after)[0].release.version


@pytest.mark.parametrize(
    ("version", "after", "expected"),
    [
        ("1.2.3", PET, "1.2.3"),
        ("1.2.3", TOLD, "1.2.4"),
        ("1.2.3", MORE, "1.3.0"),
        ("1.2.3", OTHER, "2.0.0"),
        ("0.2.3", TOLD, "0.2.4"),
        ("0.2.3", MORE, "0.2.4"),
        ("0.2.3", OTHER, "0.3.0"),
    ],
)
def test_the_version_follows_from_the_change(
    version: str, after: str, expected: str
) -> None:
    """As `clientsmith diff --bump` has it, also before 1.0.0."""
    assert expected == next_of(version, after)


def test_the_first_version_is_said_to_be_one() -> None:
    """Where nothing was before."""
    settled, _ = settle(Earlier())

    assert "0.1.0" == settled.release.version
    assert (
        "## [0.1.0]\n\n### Added\n\n- The first version.\n\n" == settled.release.notes
    )
    assert settled.changes is None


def test_a_package_that_was_there_keeps_its_version() -> None:
    """Nobody knows what it was, so that nothing is said of it."""
    settled, _ = settle(Earlier(None, "3.1.0"))

    assert ("3.1.0", "") == (settled.release.version, settled.release.notes)


def test_what_the_project_says_comes_before_what_was_written() -> None:
    """Somebody has made it 1.0.0 and committed that."""
    settled, _ = settle(Earlier(had("0.4.0"), "1.0.0"), after=MORE)

    assert "1.1.0" == settled.release.version


def test_a_version_that_somebody_sets_is_kept() -> None:
    """Before it is committed, and nothing is added to it."""
    before = Earlier(had("0.4.0"), "0.4.0")
    settled, settling = settle(before, Earlier(had("0.4.1"), "1.0.0"), MORE)

    assert "1.0.0" == settled.release.version
    assert ["version-kept"] == [each.code for each in settling.problems]


def test_a_version_that_somebody_sets_says_that_nothing_has_changed() -> None:
    """As 1.0.0, of what was there for long."""
    before = Earlier(had("0.4.0"), "0.4.0")
    settled, _ = settle(before, Earlier(had("0.4.0"), "1.0.0"))
    told = "### Changed\n\n- Nothing has changed for callers.\n"

    assert f"## [1.0.0]\n\n{told}\n" == settled.release.notes


def test_a_version_that_somebody_sets_is_kept_by_each_run() -> None:
    """Until it is committed, and then it is what the next one is counted from."""
    before = Earlier(had("0.4.0"), "0.4.0")
    first, _ = settle(before, Earlier(had("0.4.1"), "1.0.0"), MORE)
    second, _ = settle(before, Earlier(first.release, "1.0.0"), MORE)
    committed, _ = settle(Earlier(first.release, "1.0.0"), after=MORE)
    later, _ = settle(Earlier(first.release, "1.0.0"), after=OTHER)

    assert first.release == second.release
    assert release_text(first.release) == release_text(committed.release)
    assert ("2.0.0", False) == (later.release.version, later.release.chosen)


def test_what_nobody_has_is_not_counted() -> None:
    """A second change starts from what callers have, not from the first one."""
    before = Earlier(had("1.0.0"), "1.0.0")
    settled, settling = settle(before, Earlier(had("1.1.0"), "1.1.0"), OTHER)

    assert "2.0.0" == settled.release.version
    assert () == settling.problems


@pytest.mark.parametrize("version", ["1.0", "1.0.0rc1", "2026.1.1.1"])
def test_a_version_that_is_not_semantic_stays(version: str) -> None:
    """And a warning says why."""
    settled, settling = settle(Earlier(had(version), version), after=MORE)

    assert version == settled.release.version
    assert ["version-not-semantic"] == [each.code for each in settling.problems]


def test_a_project_without_a_version_has_that_of_the_release() -> None:
    """It may be made by something else."""
    assert "1.1.0" == settle(Earlier(had("1.0.0")), after=MORE)[0].release.version


def test_another_generator_makes_a_patch() -> None:
    """The code is other code, though callers see nothing of it."""
    before = Earlier(had("1.0.0", made_by="those before us"), "1.0.0")
    settled, _ = settle(before)

    assert "1.0.1" == settled.release.version
    assert "nothing has changed for callers" in settled.release.notes


def test_what_callers_do_not_see_makes_a_patch() -> None:
    """It is another package, and one version is one package."""
    settled, _ = settle(Earlier(had("1.0.0", after=ONE_OF), "1.0.0"), after=REVERSED)

    assert "1.0.1" == settled.release.version
    assert (
        "## [1.0.1]\n\n### Changed\n\n- `import pets: generated otherwise`\n\n"
        == settled.release.notes
    )


def test_a_release_of_before_says_nothing_of_what_callers_do_not_see() -> None:
    """It has no digest, and no release follows from what nobody knows."""
    known = had("1.0.0", after=ONE_OF)
    untold = replace(known.surface, contents="", documented="")
    release = replace(known, surface=untold)
    settled, _ = settle(Earlier(release, "1.0.0"), after=REVERSED)

    assert "1.0.0" == settled.release.version
    assert () == settled.changes
    assert "" != settled.release.surface.contents


def test_a_release_of_before_has_no_limits_that_could_be_tighter() -> None:
    """It had those of arguments and fields alone, and nobody has changed others."""
    known = had("1.0.0", after=LIMITED)
    release = replace(known, surface=without_limits(known.surface), format=1)
    settled, _ = settle(Earlier(release, "1.0.0"), after=LIMITED)
    changed, _ = settle(Earlier(release, "1.0.0"), after=MORE)

    assert ("1.0.0", ()) == (settled.release.version, settled.changes)
    assert "1.1.0" == changed.release.version
    assert '"max_length"' in release_text(settled.release)
    assert '"format": 2' in release_text(settled.release)


def test_the_version_is_no_part_of_what_is_released() -> None:
    """Else every release would ask for another one."""
    first, _ = settle(Earlier(had("1.0.0"), "1.0.0"), after=MORE)
    second, _ = settle(Earlier(first.release, "1.1.0"), after=MORE)

    assert first.release.surface.contents == second.release.surface.contents
    assert "1.1.0" == second.release.version


def test_without_a_change_a_release_is_what_it_was() -> None:
    """With what was said of it."""
    release = had("1.0.0", notes="## [1.0.0]\n\n")
    settled, _ = settle(Earlier(release, "1.0.0"))

    assert release == settled.release
    assert () == settled.changes
