"""What people do to a generated client: by hand, and beside each other."""

from __future__ import annotations

from pathlib import Path

from clientsmith.diagnostics import Exit
from stories.maintainer import CONFIGURATION, LOCK, MANIFEST, SPEC, Maintainer
from stories.upstream import Upstream

PET = "client/pets/models/pet.py"
EXTENSIONS = "client/pets/extensions.py"


def test_somebody_edits_a_generated_file(
    maintainer: Maintainer, upstream: Upstream
) -> None:
    """The line is shown, a run leaves all as it is, and there is a place for it."""
    upstream.answers("/pets", [{"name": "Rex"}])
    shout = "    def shout(self) -> str:\n        return self.name.upper()\n"
    maintainer.edits(PET, "    name: str\n", f"    name: str\n\n{shout}")

    checked = maintainer.checks()
    assert Exit.DRIFT == checked.code
    assert {PET} == checked.files
    assert [
        ("def shout(self) -> str:", "`pets/models/pet.py` was edited by hand")
    ] == checked.beside(PET)

    blocked = maintainer.generates()
    assert Exit.EDITED == blocked.code
    assert f"{PET}:14:1: error[output-edited]" in blocked.err
    assert {PET} == maintainer.changed

    maintainer.git("checkout", "--quiet", "--", PET)
    maintainer.writes(
        EXTENSIONS,
        "from .models import Pet\n\n\n"
        "def shout(pet: Pet) -> str:\n    return pet.name.upper()\n",
    )
    assert Exit.OK == maintainer.checks().code
    assert Exit.OK == maintainer.generates().code
    assert {EXTENSIONS} == maintainer.changed
    assert "REX\n" == maintainer.uses(
        "import pets\n"
        "from pets.extensions import shout\n"
        "print(shout(pets.Client().pets.list()[0]))"
    )


def test_a_team_keeps_its_edits(maintainer: Maintainer, upstream: Upstream) -> None:
    """Where it has said so, they are in what is generated next, too."""
    maintainer.edits(CONFIGURATION, "\n[sources", 'mode = "merge"\n\n[sources')
    assert Exit.OK == maintainer.generates().code
    maintainer.commits("Keep edits")
    maintainer.edits(PET, '    """Pet."""\n', '    """A pet of ours."""\n')
    assert Exit.OK == maintainer.checks().code
    maintainer.commits("Say whose pets they are")

    upstream.adds_property("Pet", "age", {"type": "integer"})
    maintainer.pulls()
    checked = maintainer.checks()
    assert Exit.DRIFT == checked.code
    assert [
        ('"age": {', "document changed: this is new in `pets/models/pet.py`")
    ] == checked.beside(SPEC)

    assert Exit.OK == maintainer.generates().code
    assert ["+    age: int | None = None"] == maintainer.difference(PET)
    assert "A pet of ours" in maintainer.reads(PET)
    assert Exit.OK == maintainer.checks().code


def test_two_people_regenerate_at_once(
    maintainer: Maintainer, upstream: Upstream, tmp_path: Path
) -> None:
    """Each in a branch: what version control cannot merge, a pull and a run do."""
    other = maintainer.clones(tmp_path / "other")
    upstream.answers("/pets", [{"name": "Rex", "age": 3}])

    upstream.adds_property("Pet", "age", {"type": "integer"})
    upstream.adds_operation("get", "/pets/newest", "findNewestPet")
    maintainer.follows()
    upstream.adds_property("Pet", "weight", {"type": "number"})
    upstream.adds_operation("get", "/pets/oldest", "findOldestPet")
    other.follows()

    conflicts = other.merges(maintainer)
    assert {SPEC, LOCK, MANIFEST, "client/REFERENCE.md"} <= conflicts
    assert Exit.OK == other.pulls().code
    assert Exit.OK == other.generates().code
    assert Exit.OK == other.checks().code
    other.commits("Merge")

    assert "" == other.git("diff", "HEAD^1")
    assert "3 True True\n" == other.uses(
        "import pets\n"
        "calls = pets.Client().pets\n"
        "print(calls.list()[0].age, *(hasattr(calls, f'find_{one}_pet') "
        "for one in ('newest', 'oldest')))"
    )
