"""What tools do to a generated client: those that wrote it, and those of the team."""

from __future__ import annotations

import ast
from pathlib import Path

from clientsmith import __version__
from clientsmith.diagnostics import Exit
from clientsmith.format import formatter_version
from stories.maintainer import CONFIGURATION, LOCK, MANIFEST, SPEC, Maintainer
from stories.older import (
    FORMATTER,
    RELEASE,
    format_as_an_older_formatter,
    generate_by_an_older_release,
    lay_out,
)


def test_the_formatter_is_upgraded(maintainer: Maintainer) -> None:
    """Files are laid out anew, and mean what they did."""
    format_as_an_older_formatter(maintainer)
    maintainer.commits("Generate with a formatter of old")
    before = meaning(maintainer)

    checked = maintainer.checks()
    assert Exit.DRIFT == checked.code
    assert {"drift-formatter", "drift-formatting"} == {*checked.causes}
    assert (
        f"formatter changed: ruff {FORMATTER} -> ruff {formatter_version('ruff')}"
        in (checked.out)
    )
    assert not {SPEC, CONFIGURATION} & checked.files

    assert Exit.OK == maintainer.generates().code
    assert "client/pets/resources/pets.py" in maintainer.changed
    assert {"client"} == {path.partition("/")[0] for path in maintainer.changed}
    assert before == meaning(maintainer)
    assert Exit.OK == maintainer.checks().code


def test_the_formatter_of_the_team_goes_over_the_client(maintainer: Maintainer) -> None:
    """That is no edit: it is said, and the next run takes it back."""
    lay_out(maintainer.folder / "client" / "pets")
    assert maintainer.changed

    checked = maintainer.checks()
    assert Exit.DRIFT == checked.code
    assert ["drift-formatting"] == checked.causes
    assert maintainer.changed == checked.files

    assert Exit.OK == maintainer.generates().code
    assert set() == maintainer.changed


def test_clientsmith_is_upgraded(maintainer: Maintainer, tmp_path: Path) -> None:
    """Every package is brought up to date by one run, and keeps its names."""
    generate_by_an_older_release(maintainer, tmp_path)
    maintainer.commits("Generate with a release of old")
    assert "  # Of old." in maintainer.reads("client/pets/resources/pets.py")

    checked = maintainer.checks()
    assert Exit.DRIFT == checked.code
    assert ["drift-generator", "drift-templates", "drift-stale"] == checked.causes
    assert f"generator changed: {RELEASE} -> {__version__}" in checked.out
    assert not {SPEC, CONFIGURATION} & checked.files

    assert Exit.OK == maintainer.generates().code
    assert {
        MANIFEST,
        "client/pets/_runtime/errors.py",
        "client/pets/resources/owners.py",
        "client/pets/resources/pets.py",
    } == maintainer.changed
    assert not {SPEC, LOCK, CONFIGURATION} & maintainer.changed
    assert Exit.OK == maintainer.checks().code


def meaning(maintainer: Maintainer) -> dict[str, str]:
    """Return what each module says, whatever its layout."""
    package = maintainer.folder / "client" / "pets"
    return {
        path.relative_to(package).as_posix(): ast.dump(ast.parse(path.read_text()))
        for path in sorted(package.rglob("*.py"))
    }
