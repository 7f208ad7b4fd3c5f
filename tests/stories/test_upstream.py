"""What upstream does, and what a maintainer of its client sees and does then."""

from __future__ import annotations

from clientsmith.diagnostics import Exit
from stories.maintainer import LOCK, MANIFEST, SPEC, Maintainer
from stories.upstream import Upstream

PET = "client/pets/models/pet.py"


def test_a_property_is_added_upstream(
    maintainer: Maintainer, upstream: Upstream
) -> None:
    """It arrives in the client by a pull and a run, and with nothing else."""
    upstream.answers("/pets", [{"name": "Rex", "age": 3}])
    upstream.adds_property("Pet", "age", {"type": "integer"})

    assert Exit.OK == maintainer.checks().code
    assert Exit.OK == maintainer.pulls().code
    assert {SPEC, LOCK} == maintainer.changed

    checked = maintainer.checks()
    assert Exit.DRIFT == checked.code
    assert [
        ('"age": {', f"document changed: this is new in `{PET.partition('/')[2]}`")
    ] == checked.beside(SPEC)
    assert ["drift-document", "drift-stale"] == checked.causes

    assert Exit.OK == maintainer.generates().code
    assert {
        SPEC,
        LOCK,
        MANIFEST,
        PET,
        "client/pets/params/pet_add.py",
        "client/REFERENCE.md",
    } == maintainer.changed
    assert ["+    age: int | None = None"] == maintainer.difference(PET)

    assert Exit.OK == maintainer.checks().code
    assert "3\n" == maintainer.uses(
        "import pets\nprint(pets.Client().pets.list()[0].age + 0)"
    )


def test_an_operation_is_removed_upstream(
    maintainer: Maintainer, upstream: Upstream
) -> None:
    """Its method goes, and so does what only that needed; the neighbours stay."""
    upstream.answers("/pets", [{"name": "Rex"}])
    upstream.removes_operation("post", "/pets")
    maintainer.pulls()

    checked = maintainer.checks()
    assert Exit.DRIFT == checked.code
    assert [
        ('"/pets": {', "document changed: `#/paths/~1pets/post` is gone")
    ] == checked.beside(SPEC)

    assert Exit.OK == maintainer.generates().code
    assert "client/pets/resources/pets.py" in maintainer.changed
    assert not any("owner" in path for path in maintainer.changed)
    assert {"- add"} == {
        f"{line[0]} {line.partition('(')[0].split()[-1]}"
        for line in maintainer.difference("client/pets/resources/pets.py")
        if " def " in line
    }
    assert '-        "#/paths/~1pets/post": "pets.add",' in maintainer.difference(LOCK)

    assert Exit.OK == maintainer.checks().code
    assert "Rex False\n" == maintainer.uses(
        "import pets\n"
        "client = pets.Client()\n"
        "print(client.pets.list()[0].name, hasattr(client.pets, 'add'))"
    )


def test_a_value_of_an_enumeration_appears(
    maintainer: Maintainer, upstream: Upstream
) -> None:
    """The client at hand reads it already; the next one knows it."""
    reading = "import pets\nprint(pets.Client().pets.list()[0].kind)"
    knowing = (
        "import typing\n"
        "from pets.models import Kind\n"
        "print(*typing.get_args(typing.get_args(Kind)[0]))"
    )
    upstream.answers("/pets", [{"name": "Tweety", "kind": "bird"}])
    upstream.adds_value("Kind", "bird")

    assert "bird\n" == maintainer.uses(reading)
    assert "cat dog\n" == maintainer.uses(knowing)

    maintainer.pulls()
    checked = maintainer.checks()
    assert Exit.DRIFT == checked.code
    assert [
        ('"bird",', "document changed: this is new in `pets/models/kind.py`")
    ] == checked.beside(SPEC)

    assert Exit.OK == maintainer.generates().code
    assert {
        SPEC,
        LOCK,
        MANIFEST,
        "client/REFERENCE.md",
        "client/pets/models/kind.py",
        "client/pets/params/kind.py",
    } == maintainer.changed

    assert Exit.OK == maintainer.checks().code
    assert "bird\n" == maintainer.uses(reading)
    assert "bird cat dog\n" == maintainer.uses(knowing)


def test_a_mistake_upstream_is_patched_and_then_mended_upstream(
    maintainer: Maintainer, upstream: Upstream
) -> None:
    """The patch says when it is no longer needed, and goes without a trace."""
    upstream.answers("/pets", [{"name": "Rex", "age": "three"}])
    upstream.adds_property("Pet", "age", {"type": "integer"})
    maintainer.pulls()
    maintainer.generates()
    maintainer.commits("Follow upstream")
    assert "    age: int | None = None\n" in maintainer.reads(PET)

    maintainer.edits("clientsmith.toml", "\n[sources", f"\n{PATCH}\n[sources")
    checked = maintainer.checks()
    assert Exit.DRIFT == checked.code
    assert [
        ("[[targets.pets.patches]]", "configuration changed: patches")
    ] == checked.beside("clientsmith.toml")
    assert Exit.OK == maintainer.generates().code
    assert ["-    age: int | None = None", "+    age: str | None = None"] == (
        maintainer.difference(PET)
    )
    assert "three\n" == maintainer.uses(
        "import pets\nprint(pets.Client().pets.list()[0].age)"
    )
    maintainer.commits("Correct the age of pets")

    upstream.says_that("Pet", "age", is_of_type="string")
    maintainer.pulls()
    checked = maintainer.checks()
    assert Exit.OK == checked.code
    assert [("[[targets.pets.patches]]", UNNECESSARY)] == (
        checked.beside("clientsmith.toml")
    )

    maintainer.edits("clientsmith.toml", f"\n{PATCH}", "")
    checked = maintainer.checks()
    assert (Exit.OK, []) == (checked.code, checked.beside("clientsmith.toml"))
    assert Exit.OK == maintainer.generates().code
    assert {SPEC, LOCK, MANIFEST, "clientsmith.toml"} == maintainer.changed


PATCH = """\
[[targets.pets.patches]]
at = "#/components/schemas/Pet/properties/age/type"
set = "string"
expect = "integer"
reason = "they send words"
"""
UNNECESSARY = (
    "the patch of `#/components/schemas/Pet/properties/age/type` changes nothing: "
    "the description says so itself"
)
