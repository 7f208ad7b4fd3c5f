"""Commits of others on the branch stay, whatever happens."""

from __future__ import annotations

from clientsmith.diagnostics import Exit
from emit.workshop import BRANCH, OLDER, WISER, Repository, Workshop

NOTES = "clients/pets/NOTES.md"
THERE = f"on `{BRANCH}` of `../shop.git`, for target `pets`"
PET = "clients/pets/pets/models/pet.py"


def test_a_branch_of_ours_is_built_anew_on_a_base_that_moved(
    workshop: Workshop,
) -> None:
    """In one commit, if there is something new to say."""
    workshop.emits()
    workshop.goes_on("NEWS.md", "News\n")
    workshop.describes(OLDER)
    ended = workshop.emits()
    remote = workshop.remote

    assert Exit.OK == ended.code, ended.err
    assert remote.at("main") == remote.at(f"{BRANCH}~1")
    assert "age: int | None" in remote.reads(BRANCH, PET)


def test_a_base_that_moved_alone_changes_nothing(workshop: Workshop) -> None:
    """The branch merges as it is, and reviews of it hold."""
    workshop.emits()
    first = workshop.remote.at(BRANCH)
    workshop.goes_on("NEWS.md", "News\n")
    ended = workshop.emits()

    assert "pets: unchanged" in ended.out
    assert first == workshop.remote.at(BRANCH)


def test_a_commit_of_somebody_else_stays(workshop: Workshop) -> None:
    """The next change is on top of it."""
    workshop.emits()
    workshop.goes_on(NOTES, "Notes\n", BRANCH)
    theirs = workshop.remote.at(BRANCH)
    workshop.describes(OLDER)
    ended = workshop.emits()
    remote = workshop.remote

    assert Exit.OK == ended.code, ended.err
    assert theirs == remote.at(f"{BRANCH}~1")
    assert "age: int | None" in remote.reads(BRANCH, PET)
    assert "Notes" == remote.reads(BRANCH, NOTES)


def test_a_base_that_moved_is_merged_into_it(workshop: Workshop) -> None:
    """Nothing is built anew where somebody else has committed."""
    workshop.emits()
    workshop.goes_on(NOTES, "Notes\n", BRANCH)
    theirs = workshop.remote.at(BRANCH)
    workshop.goes_on("NEWS.md", "News\n")
    workshop.describes(OLDER)
    ended = workshop.emits()
    remote = workshop.remote

    assert Exit.OK == ended.code, ended.err
    assert [theirs, remote.at("main")] == remote.git(
        "log", "-1", "--format=%P", BRANCH
    ).split()
    assert "News" == remote.reads(BRANCH, "NEWS.md")
    assert "age: int | None" in remote.reads(BRANCH, PET)


def test_what_was_generated_on_both_sides_is_no_conflict(workshop: Workshop) -> None:
    """It is generated again: the base got a client of its own meanwhile."""
    workshop.emits()
    workshop.merges()
    workshop.describes(OLDER)
    workshop.emits()
    workshop.goes_on(NOTES, "Notes\n", BRANCH)
    workshop.describes("properties: {name: {type: string}, age: {type: number}}", OLDER)
    workshop.configures("../shop.git", 'branch = "other"\n')
    workshop.emits()
    workshop.remote.git("branch", "--force", "main", "other")
    workshop.configures("../shop.git")
    workshop.describes(OLDER, "properties: {name: {type: string}, age: {type: number}}")
    ended = workshop.emits()
    remote = workshop.remote

    assert Exit.OK == ended.code, ended.err
    assert "age: int | None" in remote.reads(BRANCH, PET)
    assert "Notes" == remote.reads(BRANCH, NOTES)
    assert "<<<<" not in remote.reads(BRANCH, "clients/pets/.clientsmith/pets.json")


def test_a_part_of_a_repository_is_enough(workshop: Workshop) -> None:
    """Where its host gives a clone without files, those are asked for when needed."""
    workshop.remote.git("config", "uploadpack.allowFilter", "true")
    workshop.remote.git("config", "uploadpack.allowAnySHA1InWant", "true")
    workshop.configures(f"file://{workshop.remote.folder}")
    workshop.emits()
    workshop.goes_on(NOTES, "Notes\n", BRANCH)
    workshop.goes_on("NEWS.md", "News\n")
    workshop.describes(OLDER)
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert "Notes" == workshop.remote.reads(BRANCH, NOTES)
    assert "News" == workshop.remote.reads(BRANCH, "NEWS.md")


def test_a_conflict_is_for_people(workshop: Workshop) -> None:
    """The branch is as it was, and the files are named."""
    workshop.emits()
    workshop.goes_on("README.md", "# Mine\n", BRANCH)
    theirs = workshop.remote.at(BRANCH)
    workshop.goes_on("README.md", "# Yours\n")
    workshop.describes(OLDER)
    ended = workshop.emits()

    assert Exit.EDITED == ended.code
    assert "error[emit-conflict]" in ended.err
    assert "both have changed README.md" in ended.err
    assert THERE in ended.err
    assert theirs == workshop.remote.at(BRANCH)


def test_an_amended_commit_is_somebody_elses(workshop: Workshop) -> None:
    """Whoever forces something else onto the branch does not lose it."""
    workshop.emits()
    someone = workshop.checkout()
    someone.git("switch", "--quiet", BRANCH)
    someone.writes(NOTES, "Notes\n")
    someone.git("add", "--all")
    someone.git("commit", "--quiet", "--amend", "--no-edit")
    someone.git("push", "--quiet", "--force", "origin", BRANCH)
    workshop.goes_on("NEWS.md", "News\n")
    workshop.describes(OLDER)
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert "Notes" == workshop.remote.reads(BRANCH, NOTES)
    assert someone.at(BRANCH) in workshop.remote.git("log", "--format=%H", BRANCH)


def test_a_commit_with_another_message_is_somebody_elses(workshop: Workshop) -> None:
    """What it says is their work, though its files are as they were."""
    workshop.emits()
    someone = workshop.checkout()
    someone.git("switch", "--quiet", BRANCH)
    said = someone.git("log", "-1", "--format=%B")
    message = said.replace("Add the client", "SHOP-7: add the client")
    someone.git("commit", "--quiet", "--amend", "--message", message)
    someone.git("push", "--quiet", "--force", "origin", BRANCH)
    workshop.goes_on("NEWS.md", "News\n")
    workshop.describes(OLDER)
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert someone.at(BRANCH) in workshop.remote.git("log", "--format=%H", BRANCH)


def test_an_edit_of_a_generated_file_stops_the_target(workshop: Workshop) -> None:
    """It is said as it is anywhere, and kept."""
    workshop.emits()
    workshop.goes_on(PET, "# mine\n", BRANCH)
    edited = workshop.remote.at(BRANCH)
    workshop.describes(OLDER)
    ended = workshop.emits()

    assert Exit.EDITED == ended.code
    assert edited == workshop.remote.at(BRANCH)
    assert "error[output-edited]" in ended.err
    assert THERE in ended.err


def test_an_edit_on_the_base_stops_the_target(workshop: Workshop) -> None:
    """It comes along with the base, and is not taken for something generated."""
    edited = _has_two_sides(workshop, "")
    theirs = workshop.remote.at(BRANCH)
    ended = workshop.emits()

    assert Exit.EDITED == ended.code
    assert "error[output-edited]" in ended.err
    assert theirs == workshop.remote.at(BRANCH)
    assert edited == workshop.remote.reads("main", PET)


def test_an_edit_on_the_base_is_kept_where_edits_are(workshop: Workshop) -> None:
    """With what is generated anew around it."""
    _has_two_sides(workshop, 'mode = "merge"\n')
    workshop.describes(WISER, OLDER)
    ended = workshop.emits()
    merged = workshop.remote.reads(BRANCH, PET)

    assert Exit.OK == ended.code, ended.err
    assert "# mine" in merged
    assert "wise: str | None" in merged
    assert "Notes" == workshop.remote.reads(BRANCH, NOTES)


def test_a_file_of_others_on_the_base_is_not_replaced(workshop: Workshop) -> None:
    """It stands where the branch has something generated."""
    workshop.emits()
    workshop.goes_on(NOTES, "Notes\n", BRANCH)
    workshop.goes_on(PET, "# mine\n")
    ended = workshop.emits()

    assert Exit.EDITED == ended.code
    assert ("# mine", True) == (
        workshop.remote.reads("main", PET),
        PET.partition("pets/pets/")[2] in ended.err,
    )


def test_an_edit_of_what_is_no_longer_generated_is_kept_and_named(
    workshop: Workshop,
) -> None:
    """The branch has no model of that name any more, and the base has an edit of it."""
    workshop.emits()
    workshop.merges()
    workshop.describes("Cat", "Pet")
    workshop.emits()
    workshop.goes_on(NOTES, "Notes\n", BRANCH)
    workshop.goes_on(PET, f"# mine\n{workshop.remote.reads('main', PET)}\n")
    workshop.describes(OLDER)
    ended = workshop.emits()
    workshop.goes_on("NEWS.md", "News\n")
    workshop.describes(WISER, OLDER)
    later = workshop.emits()

    assert (Exit.OK, Exit.OK) == (ended.code, later.code), ended.err + later.err
    assert [f"{PET}:1:1: hint[output-kept]"] == ended.places
    assert workshop.remote.reads(BRANCH, PET).startswith("# mine\n")


def _has_two_sides(workshop: Workshop, more: str) -> str:
    """Commit notes on the branch and an edit on the base; return what was edited."""
    table = (workshop.folder / "clientsmith.toml").read_text()
    workshop.desk.write("clientsmith.toml", table.replace("testing", f"{more}testing"))
    workshop.emits()
    workshop.merges()
    workshop.describes(OLDER)
    workshop.emits()
    workshop.goes_on(NOTES, "Notes\n", BRANCH)
    edited = f"# mine\n{workshop.remote.reads('main', PET)}"
    workshop.goes_on(PET, f"{edited}\n")
    return edited


def test_two_that_have_gone_on_are_made_one_by_people(workshop: Workshop) -> None:
    """A commit in a checkout that was never pushed, and another one that was."""
    workshop.configures("../shop")
    shop = workshop.checkout()
    workshop.emits()
    workshop.goes_on(NOTES, "Notes\n", BRANCH)
    shop.git("switch", "--quiet", BRANCH)
    shop.commits("mine.md", "Mine\n")
    shop.git("switch", "--quiet", "main")
    ended = workshop.emits()

    assert Exit.EDITED == ended.code
    assert "error[emit-diverged]" in ended.err


def test_a_branch_that_moves_while_it_is_pushed_is_left_alone(
    workshop: Workshop,
) -> None:
    """What was pushed in that moment stays, and the next run builds on it."""
    workshop.configures("../shop")
    shop = workshop.checkout()
    workshop.emits()
    _pushes_meanwhile(shop, workshop.checkout_at("rival"))
    workshop.describes(OLDER)
    ended = workshop.emits()

    assert Exit.NETWORK == ended.code
    assert "error[emit-moved]" in ended.err
    assert "Rival" == workshop.remote.reads(BRANCH, "rival.md")

    (shop.folder / ".git" / "hooks" / "pre-push").unlink()
    assert Exit.OK == workshop.emits().code
    assert "Rival" == workshop.remote.reads(BRANCH, "rival.md")
    assert "age: int | None" in workshop.remote.reads(BRANCH, PET)


def test_what_is_forced_meanwhile_is_not_written_over(workshop: Workshop) -> None:
    """Also where ours was built anew, and would have replaced what was there."""
    workshop.configures("../shop")
    shop = workshop.checkout()
    workshop.emits()
    rival = workshop.checkout_at("rival")
    _pushes_meanwhile(shop, rival, forces=True)
    workshop.goes_on("NEWS.md", "News\n")
    workshop.describes(OLDER)
    ended = workshop.emits()

    assert Exit.NETWORK == ended.code
    assert "error[emit-moved]" in ended.err
    assert rival.at(BRANCH) == workshop.remote.at(BRANCH)


def test_a_branch_that_somebody_has_emptied_gets_what_is_new(
    workshop: Workshop,
) -> None:
    """Whoever forces it back to the base has refused what was there, not the next."""
    workshop.emits()
    someone = workshop.checkout()
    someone.git("push", "--quiet", "--force", "origin", f"origin/main:{BRANCH}")
    workshop.describes(OLDER)
    ended = workshop.emits()

    assert Exit.OK == ended.code, ended.err
    assert 1 == len(workshop.remote.subjects(f"main..{BRANCH}"))
    assert "age: int | None" in workshop.remote.reads(BRANCH, PET)


def _pushes_meanwhile(
    shop: Repository, rival: Repository, *, forces: bool = False
) -> None:
    """Have a hook of a checkout wait for somebody else's push."""
    commit, force = (["--amend"], "--force") if forces else ([], "")
    rival.git("switch", "--quiet", BRANCH)
    rival.writes("rival.md", "Rival\n")
    rival.git("add", "--all")
    rival.git("commit", "--quiet", "--message", "Write rival.md", *commit)
    hook = shop.folder / ".git" / "hooks" / "pre-push"
    hook.parent.mkdir(exist_ok=True)
    push = f"git -C {rival.folder} push --quiet {force} origin {BRANCH}"
    # A hook is told which repository it is of, and this one is about another.
    hook.write_text(f"#!/bin/sh\nenv -u GIT_DIR -u GIT_PREFIX {push}\n")
    hook.chmod(0o755)
