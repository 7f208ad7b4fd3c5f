"""Several targets in one run: each is proposed for itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clientsmith.config import read_config
from clientsmith.diagnostics import Exit
from clientsmith.emit import emitting
from clientsmith.emit.emitting import Wanted
from clientsmith.emit.several import emit_all
from clientsmith.emit.site import Site
from emit.workshop import TABLE, Repository, Workshop

FISH = "clientsmith/fish"


@pytest.fixture
def farm(workshop: Workshop, tmp_path: Path) -> Repository:
    """Keep another client in another repository, and a third one here."""
    pets = TABLE.format(name="pets", url="../shop.git")
    fish = TABLE.format(name="fish", url="../farm.git")
    here = TABLE.partition("\n\n")[0].format(name="here")
    workshop.desk.write("clientsmith.toml", f"{pets}\n{here}\n\n{fish}")
    return Repository.bare(tmp_path / "farm.git")


def test_each_is_in_its_own_repository(workshop: Workshop, farm: Repository) -> None:
    """And only what is kept elsewhere is emitted."""
    ended = workshop.emits("--json")
    said = json.loads(ended.out)

    assert {"pets": "pushed", "fish": "pushed"} == {
        one["name"]: one["status"] for one in said["targets"]
    }
    assert farm.holds(FISH, "clients/fish/fish/client.py")
    assert not (workshop.folder / "clients").exists()


@pytest.mark.usefixtures("farm")
def test_one_that_fails_keeps_no_other_from_it(workshop: Workshop) -> None:
    """What is wrong is said, and the worst of it ends the run."""
    hook = workshop.remote.folder / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    ended = workshop.emits()
    lock = json.loads((workshop.folder / "clientsmith.lock").read_text())

    assert Exit.NETWORK == ended.code
    assert "pets: failed" in ended.out
    assert "fish: pushed" in ended.out
    assert ["fish"] == [
        name for name, each in lock["targets"].items() if "emitted" in each
    ]


def test_a_bug_with_one_keeps_no_other_from_it(
    workshop: Workshop, farm: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said of that target; the other one is done, and the lock knows of it."""

    def breaks(site: Site, *_: object) -> None:
        if site.destination.url == "../shop.git":
            raise LookupError(site.base)

    monkeypatch.setattr(emitting, "refuse_checked_out", breaks)
    config = read_config(workshop.folder / "clientsmith.toml").value
    targets = config.targets if config else ()
    kept = [one for one in targets if one.repository]
    pets, fish = emit_all(kept, Wanted(push=True), 1)
    lock = json.loads((workshop.folder / "clientsmith.lock").read_text())
    said = "\n".join(pets.account.lines)

    assert ("failed", "pushed") == (pets.status, fish.status)
    assert Exit.BUG == pets.account.exit
    assert "error[emit-bug]: clientsmith has a bug: LookupError" in said
    assert farm.at(FISH) == lock["targets"]["fish"]["emitted"]["commit"]


def test_one_is_chosen_by_its_name(workshop: Workshop, farm: Repository) -> None:
    """The other one waits."""
    ended = workshop.emits("--target", "fish")

    assert Exit.OK == ended.code, ended.err
    assert "pets:" not in ended.out
    assert farm.at(FISH)


@pytest.mark.usefixtures("farm")
def test_what_is_kept_elsewhere_is_not_generated_here(workshop: Workshop) -> None:
    """`generate` and `check` say so, and do what is theirs."""
    made = workshop.desk.run("generate")
    checked = workshop.desk.run("check")

    assert (Exit.OK, Exit.OK) == (made.code, checked.code), checked.err
    assert ["here"] == [each.name for each in (workshop.folder / "clients").iterdir()]
    for ended in (made, checked):
        assert "hint[target-elsewhere]: `pets`, `fish` are kept in" in ended.err


def test_two_in_one_repository_have_a_branch_each(
    workshop: Workshop, farm: Repository
) -> None:
    """One branch for both is refused, since each has a proposal of its own."""
    tables = [TABLE.format(name=name, url="../farm.git") for name in ("pets", "fish")]
    workshop.desk.write("clientsmith.toml", "\n".join(tables))
    apart = workshop.emits()
    branch = 'branch = "clients"\n'
    workshop.desk.write(
        "clientsmith.toml", "\n".join(f"{one}{branch}" for one in tables)
    )
    together = workshop.emits()

    assert Exit.OK == apart.code, apart.err
    assert farm.at("main") == farm.at(f"{FISH}~1") == farm.at("clientsmith/pets~1")
    assert ["clientsmith.toml:19:1: error[config-value]"] == together.places


@pytest.mark.usefixtures("farm")
def test_a_folder_of_nobody_keeps_no_other_from_it(workshop: Workshop) -> None:
    """`~nobody` is no user, so that there is no folder to look in."""
    table = (workshop.folder / "clientsmith.toml").read_text()
    nowhere = table.replace("../shop.git", "~nobody-of-this-name/shop")
    workshop.desk.write("clientsmith.toml", nowhere)
    ended = workshop.emits("--jobs", "2")

    assert Exit.USAGE == ended.code
    assert ["clientsmith.toml:8:1: error[emit-no-repository]"] == ended.places
    assert "fish: pushed" in ended.out
