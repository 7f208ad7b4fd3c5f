"""A checkout of somebody: the branch is there afterwards, and their work untouched."""

from __future__ import annotations

import json

import pytest

from clientsmith.diagnostics import Exit
from emit.workshop import BRANCH, OLDER, WISER, Repository, Workshop

CLIENT = "clients/pets/pets/client.py"
PET = "clients/pets/pets/models/pet.py"
NOTES = "clients/pets/NOTES.md"


@pytest.fixture
def shop(workshop: Workshop) -> Repository:
    """Keep a checkout beside the configuration, and the client in it."""
    workshop.configures("../shop")
    return workshop.checkout()


def test_a_branch_is_made_and_nothing_else(
    workshop: Workshop, shop: Repository
) -> None:
    """Whoever works there sees neither files nor a switch, and nothing is pushed."""
    ended = workshop.desk.run("emit")

    assert Exit.OK == ended.code, ended.err
    assert "pets: committed" in ended.out
    assert shop.holds(BRANCH, CLIENT)
    assert "main" == shop.git("branch", "--show-current")
    assert "" == shop.git("status", "--porcelain")
    assert not (shop.folder / "clients").exists()
    assert "" == workshop.remote.at(BRANCH)


def test_what_was_committed_is_pushed_later(
    workshop: Workshop, shop: Repository
) -> None:
    """When it is told to, and as it is."""
    workshop.desk.run("emit")
    ended = workshop.emits()

    assert "pets: pushed" in ended.out
    assert shop.at(BRANCH) == workshop.remote.at(BRANCH)


def test_what_somebody_keeps_here_is_not_published(
    workshop: Workshop, shop: Repository
) -> None:
    """A commit on the branch that was never pushed; without a push it is built on."""
    workshop.emits()
    pushed = workshop.remote.at(BRANCH)
    shop.git("switch", "--quiet", BRANCH)
    shop.commits("mine.md", "Mine\n")
    shop.git("switch", "--quiet", "main")
    workshop.describes(OLDER)
    refused = workshop.emits()
    ended = workshop.desk.run("emit")

    assert Exit.EDITED == refused.code
    assert "error[emit-local]" in refused.err
    assert pushed == workshop.remote.at(BRANCH)
    assert "pets: committed" in ended.out
    assert shop.holds(BRANCH, "mine.md")


def test_it_follows_what_was_pushed_by_others(
    workshop: Workshop, shop: Repository
) -> None:
    """The base is that of the remote, which the checkout may not have yet."""
    workshop.goes_on("NEWS.md", "News\n")
    workshop.desk.run("emit")

    assert shop.holds(BRANCH, "NEWS.md")
    assert not shop.holds("main", "NEWS.md")


def test_without_the_network_it_takes_what_is_known(
    workshop: Workshop, shop: Repository
) -> None:
    """Nobody is asked, and the same is said of the change."""
    workshop.goes_on("NEWS.md", "News\n")
    ended = workshop.desk.run("emit", "--frozen")

    assert Exit.OK == ended.code, ended.err
    assert "Add the client pets 0.1.0" in ended.out
    assert not shop.holds(BRANCH, "NEWS.md")


def test_unfinished_work_is_refused(workshop: Workshop, shop: Repository) -> None:
    """A file that was changed there, and not committed."""
    shop.writes("README.md", "# Shop, half\n")
    ended = workshop.desk.run("emit")

    assert Exit.EDITED == ended.code
    assert "error[emit-dirty]" in ended.err
    assert "README.md" in ended.err
    assert "" == shop.at(BRANCH)


def test_a_branch_that_somebody_looks_at_is_refused(
    workshop: Workshop, shop: Repository
) -> None:
    """It would change below them."""
    workshop.desk.run("emit")
    shop.git("switch", "--quiet", BRANCH)
    workshop.describes(OLDER)
    ended = workshop.desk.run("emit")

    assert Exit.EDITED == ended.code
    assert "error[emit-checked-out]" in ended.err


def test_a_worktree_is_a_checkout(workshop: Workshop, shop: Repository) -> None:
    """Also one that is linked to another."""
    shop.git("worktree", "add", "--quiet", "--detach", "../linked")
    workshop.configures("../linked")
    ended = workshop.desk.run("emit")

    assert Exit.OK == ended.code, ended.err
    assert shop.holds(BRANCH, CLIENT)
    assert 2 == len(shop.git("worktree", "list").splitlines())


def test_a_worktree_that_is_away_is_not_forgotten(
    workshop: Workshop, shop: Repository
) -> None:
    """Its disk is not mounted, and what is staged there is in it only."""
    shop.git("worktree", "add", "--quiet", "--detach", "../linked")
    linked = shop.folder.parent / "linked"
    away = linked.rename(shop.folder.parent / "away")
    ended = workshop.desk.run("emit")
    away.rename(linked)

    assert Exit.OK == ended.code, ended.err
    assert shop.at("main") == Repository(linked).at("HEAD")
    assert 2 == len(shop.git("worktree", "list").splitlines())


def test_a_work_tree_of_ours_is_forgotten_even_if_it_is_broken(
    workshop: Workshop, shop: Repository
) -> None:
    """A step of `post` has deleted what git knows it by."""
    text = (workshop.folder / "clientsmith.toml").read_text()
    script = "import os; os.unlink('{out}/../../.git')"
    post = f'post = [["python", "-c", "{script}"]]\ntesting'
    workshop.desk.write("clientsmith.toml", text.replace("testing", post, 1))
    workshop.desk.run("emit")

    assert 1 == len(shop.git("worktree", "list").splitlines())


def test_a_repository_without_a_remote_is_one(workshop: Workshop) -> None:
    """Its base is what is checked out."""
    alone = Repository(workshop.folder.parent / "alone")
    alone.folder.mkdir()
    alone.git("init", "--quiet", "--initial-branch=trunk")
    alone.commits("README.md", "Alone\n")
    workshop.configures("../alone")
    ended = workshop.desk.run("emit")

    assert Exit.OK == ended.code, ended.err
    assert alone.at("trunk") == alone.at(f"{BRANCH}~1")
    assert "error[emit-unpushed]" in workshop.emits().err


def test_a_checkout_of_the_last_commit_alone_learns_the_rest(
    workshop: Workshop,
) -> None:
    """As services make them; else nobody could tell whose commits there are."""
    workshop.emits()
    workshop.goes_on("NEWS.md", "News\n")
    url = f"file://{workshop.remote.folder}"
    shallow = Repository(workshop.folder.parent / "shallow")
    workshop.remote.git("clone", "--quiet", "--depth=1", url, str(shallow.folder))
    workshop.configures("../shallow")
    workshop.describes(OLDER)
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert ["Add the client pets 0.1.0"] == shallow.subjects(f"origin/main..{BRANCH}")


def test_a_folder_of_another_repository_is_none(
    workshop: Workshop, shop: Repository
) -> None:
    """And neither is what is not there."""
    shop.commits("deep/x.md", "x\n")
    workshop.configures("../shop/deep")
    inside = workshop.desk.run("emit")
    workshop.configures("../nowhere")
    nowhere = workshop.desk.run("emit")

    assert ["clientsmith.toml:8:1: error[emit-no-repository]"] == inside.places
    assert ["clientsmith.toml:8:1: error[emit-no-repository]"] == nowhere.places
    assert Exit.USAGE == nowhere.code


@pytest.mark.parametrize("prunes", [False, True])
@pytest.mark.parametrize("option", ["--push", "--quiet"])
def test_a_branch_that_was_merged_and_deleted_is_nobodys_work(
    workshop: Workshop, shop: Repository, option: str, *, prunes: bool
) -> None:
    """What is left of it was pushed once; the next change begins at the base."""
    _has_a_merged_branch(workshop)
    if prunes:
        shop.git("fetch", "--quiet", "--prune")
    nothing = workshop.desk.run("emit", option)
    workshop.describes(WISER, OLDER)
    ended = workshop.desk.run("emit", option)

    assert (Exit.OK, Exit.OK) == (nothing.code, ended.code), nothing.err + ended.err
    assert [workshop.remote.at("main")] == shop.git(
        "log", "-1", "--format=%P", BRANCH
    ).split()
    assert "wise: str | None" in shop.reads(BRANCH, PET)
    assert "Notes" == shop.reads(BRANCH, NOTES)


def test_the_lock_knows_what_a_checkout_has_and_whether_it_was_pushed(
    workshop: Workshop, shop: Repository
) -> None:
    """A run without `--push` writes it, too."""
    workshop.desk.run("emit")
    kept = _emitted(workshop)
    workshop.emits()
    pushed = _emitted(workshop)

    assert (shop.at(BRANCH), "") == (kept["commit"], kept["pushed"])
    assert {**kept, "pushed": kept["commit"]} == pushed


def _emitted(workshop: Workshop) -> dict[str, str]:
    lock = json.loads((workshop.folder / "clientsmith.lock").read_text())
    found: dict[str, str] = lock["targets"]["pets"]["emitted"]
    return found


def test_what_nobody_has_pushed_stays_where_a_branch_was_merged_and_deleted(
    workshop: Workshop, shop: Repository
) -> None:
    """Somebody has gone on with it here."""
    _has_a_merged_branch(workshop)
    shop.git("switch", "--quiet", BRANCH)
    shop.commits("mine.md", "Mine\n")
    mine = shop.at(BRANCH)
    shop.git("switch", "--quiet", "main")
    workshop.describes(WISER, OLDER)
    ended = workshop.emits()

    assert Exit.EDITED == ended.code
    assert "error[emit-local]" in ended.err
    assert (mine, "") == (shop.at(BRANCH), workshop.remote.at(BRANCH))


def _has_a_merged_branch(workshop: Workshop) -> None:
    """Have a reviewer commit to what was proposed, and a host merge and delete it."""
    workshop.emits()
    workshop.goes_on(NOTES, "Notes\n", BRANCH)
    workshop.describes(OLDER)
    workshop.emits()
    workshop.merges()
    workshop.remote.git("branch", "--quiet", "-D", BRANCH)
