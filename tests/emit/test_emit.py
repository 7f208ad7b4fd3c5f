"""`clientsmith emit`: a target arrives in another repository, as one commit."""

from __future__ import annotations

import json

from clientsmith.diagnostics import Exit
from emit.workshop import BRANCH, OLDER, WISER, Workshop

PET = "clients/pets/pets/models/pet.py"


def test_a_client_arrives_on_a_branch(workshop: Workshop) -> None:
    """In one commit on top of the base, beside what is there."""
    ended = workshop.emits()
    remote = workshop.remote

    assert Exit.OK == ended.code, ended.err
    assert ["Add the client pets 0.1.0"] == remote.subjects(f"main..{BRANCH}")
    assert "class Pet(Model):" in remote.reads(BRANCH, PET)
    assert "# Shop" == remote.reads(BRANCH, "README.md")
    assert "for the first time: 1 operation and 1 model." in ended.out
    assert remote.at("main") == remote.at(f"{BRANCH}~1")


def test_a_client_that_was_there_is_not_new(workshop: Workshop) -> None:
    """Though nobody knows what callers had of it, if it does not say so."""
    workshop.emits()
    workshop.merges()
    workshop.forgets("clients/pets/.clientsmith/pets.release.json")
    workshop.describes(OLDER)
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert ["Update pets"] == workshop.remote.subjects(f"main..{BRANCH}")
    assert "Nobody knows what callers had of `pets`." in ended.out


def test_a_change_says_what_it_means_for_callers(workshop: Workshop) -> None:
    """In the commit, and at length where nobody proposes it."""
    workshop.emits()
    workshop.merges()
    workshop.describes("properties: {name: {type: integer}}")
    ended = workshop.emits()
    message = workshop.remote.git("log", "-1", "--format=%B", BRANCH)

    assert Exit.OK == ended.code, ended.err
    assert message.startswith(
        "Update pets: models.Pet.name: type str → int\n\n"
        "1 breaking.\n\n- models.Pet.name: type"
    )
    assert "### Breaking (1)" in ended.out
    assert "`main (0.1.0)` → `0.1.0`: 1 breaking" in ended.out
    assert "api.yaml:" in ended.out


def test_a_second_change_is_on_the_same_branch(workshop: Workshop) -> None:
    """On top of the first one, called after itself, and said together with it."""
    workshop.emits()
    workshop.merges()
    workshop.describes(OLDER)
    workshop.emits()
    workshop.describes(WISER, OLDER)
    ended = workshop.emits("--json")
    (said,) = json.loads(ended.out)["targets"]

    assert "pushed" == said["status"]
    assert [
        "Update pets: models.Pet.wise added",
        "Update pets: models.Pet.age added",
    ] == workshop.remote.subjects(f"main..{BRANCH}")
    assert "Update pets" == said["title"]
    assert "models.Pet.age" in said["body"]
    assert "models.Pet.wise" in said["body"]


def test_a_client_is_new_until_it_is_merged(workshop: Workshop) -> None:
    """A change of what was proposed is no change of what callers have."""
    workshop.emits()
    workshop.describes(OLDER)
    ended = workshop.emits()

    assert "for the first time: 1 operation and 1 model." in ended.out
    assert [
        "Update pets: models.Pet.age added",
        "Add the client pets 0.1.0",
    ] == workshop.remote.subjects(f"main..{BRANCH}")


def test_what_has_not_changed_makes_no_commit(workshop: Workshop) -> None:
    """Neither while it is proposed nor when it was merged."""
    workshop.emits()
    first = workshop.remote.at(BRANCH)
    again = workshop.emits()
    workshop.merges()
    merged = workshop.emits()

    assert first == workshop.remote.at(BRANCH)
    assert again.out.startswith(f"pets: unchanged, {BRANCH} of ../shop.git at ")
    assert merged.out.startswith(f"pets: unchanged, {BRANCH} of ../shop.git at ")


def test_a_package_that_is_called_otherwise_takes_the_place(
    workshop: Workshop,
) -> None:
    """Of the old one, also where that is still what the base has."""
    workshop.emits()
    workshop.merges()
    text = (workshop.folder / "clientsmith.toml").read_text()
    named = text.replace('package = "pets"', 'package = "zoo"')
    workshop.desk.write("clientsmith.toml", named)
    first = workshop.emits()
    workshop.goes_on("NEWS.md", "News\n")
    workshop.describes(OLDER)
    second = workshop.emits()
    remote = workshop.remote

    assert (Exit.OK, Exit.OK) == (first.code, second.code), first.err + second.err
    assert "hint[package-renamed]" in first.err
    assert remote.holds(BRANCH, "clients/pets/zoo/client.py")
    assert not remote.holds(BRANCH, PET)
    assert not remote.holds(BRANCH, "clients/pets/.clientsmith/pets.json")


def test_nothing_is_pushed_without_being_told(workshop: Workshop) -> None:
    """What would be proposed is printed, and that is all."""
    ended = workshop.desk.run("emit")

    assert Exit.OK == ended.code
    assert "pets: previewed" in ended.out
    assert "Add the client pets 0.1.0" in ended.out
    assert "" == workshop.remote.at(BRANCH)


def test_a_target_may_be_pushed_always(workshop: Workshop) -> None:
    """If its configuration says so."""
    workshop.configures("../shop.git", "push = true\n")
    workshop.desk.run("emit")

    assert workshop.remote.at(BRANCH)


def test_the_branch_and_the_base_are_chosen(workshop: Workshop) -> None:
    """By the configuration."""
    workshop.goes_on("next.md", "Next\n")
    workshop.remote.git("branch", "next", "main~1")
    more = 'branch = "robots/pets"\nbase = "next"\n'
    workshop.configures("../shop.git", more)
    workshop.emits()
    remote = workshop.remote

    assert remote.at("main~1") == remote.at("robots/pets~1")
    assert "" == remote.at(BRANCH)


def test_the_lock_knows_what_was_received(workshop: Workshop) -> None:
    """The commit, and the digest of the description, beside the names."""
    workshop.emits()
    lock = json.loads((workshop.folder / "clientsmith.lock").read_text())
    target = lock["targets"]["pets"]

    assert workshop.remote.at(BRANCH) == target["emitted"]["commit"]
    assert 64 == len(target["emitted"]["description"])
    assert "0.1.0" == target["emitted"]["version"]
    assert "pets.list" == target["names"]["#/paths/~1pets/get"]


def test_a_base_that_has_it_makes_a_branch_obsolete(workshop: Workshop) -> None:
    """When the description is what it was, somebody has to close the proposal."""
    workshop.emits()
    workshop.merges()
    workshop.describes(OLDER)
    workshop.emits()
    proposed = workshop.remote.at(BRANCH)
    workshop.describes("properties: {name: {type: string}}", OLDER)
    ended = workshop.emits()

    assert Exit.OK == ended.code
    assert "hint[emit-obsolete]" in ended.err
    assert proposed == workshop.remote.at(BRANCH)


def test_models_alone_may_be_kept_elsewhere(workshop: Workshop) -> None:
    """Only they are compared then."""
    text = (workshop.folder / "clientsmith.toml").read_text()
    models = text.replace("testing = false", 'models = "pydantic"')
    workshop.desk.write("clientsmith.toml", models)
    workshop.emits()
    workshop.merges()
    workshop.describes(OLDER)
    ended = workshop.emits("--json")
    (said,) = json.loads(ended.out)["targets"]

    assert Exit.OK == ended.code, ended.err
    assert "models.Pet.age" in said["body"]
    assert "client." not in said["body"]


def test_a_quiet_run_says_what_is_wrong_and_no_more(workshop: Workshop) -> None:
    """Nothing, if nothing is."""
    ended = workshop.emits("--quiet")

    assert ("", "") == (ended.out, ended.err)
    assert workshop.remote.at(BRANCH)


def test_a_long_body_ends_where_hosts_end(workshop: Workshop) -> None:
    """With all that is open closed, and where the rest is."""
    workshop.emits()
    workshop.merges()
    fields = ", ".join(f"a{index}: {{type: string}}" for index in range(900))
    workshop.describes(f"properties: {{{fields}}}")
    ended = workshop.emits("--json")
    (said,) = json.loads(ended.out)["targets"]

    assert 50_000 < len(said["body"]) < 61_000
    assert said["body"].count("<details>") == said["body"].count("</details>")
    assert said["body"].endswith("than fits here: `clientsmith diff` lists it.\n")
