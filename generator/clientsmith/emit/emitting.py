"""Emits one target: from its repository as it is, to a change proposed there."""

from __future__ import annotations

import os
import time
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.account import Account
from clientsmith.accounting import account_of
from clientsmith.config import Target
from clientsmith.diagnostics import Diagnostic, Exit, hint
from clientsmith.inputs import read_sources, with_files
from clientsmith.scratch import scratch
from clientsmith.targets import Run, generate_target
from clientsmith.tasks import Task
from clientsmith.write.layout import Layout
from clientsmith.write.manifest_file import has_manifest

from .body import proposal_of
from .branches import Start, refuse_local, start_of
from .committing import (
    commit_all,
    is_said,
    keep_here,
    push,
    refuse_checked_out,
    stage_all,
    tree_of,
)
from .destination import Destination
from .emission import Emission, Status
from .git import Git, GitError
from .merging import Merge, merge_base
from .names import packages_of, unclaimed
from .places import in_repository, with_repository
from .problems import RefusedError, by_bug, by_git
from .proposing import Where, propose
from .records import Record, keep_record, read_record
from .saying import with_problems
from .site import Site, knowing, open_site
from .worktree import check_folder, forget_staged, worktree


class Wanted(Struct, frozen=True):
    """How far a change is to go."""

    push: bool = False
    frozen: bool = False
    """Whether nobody may be asked for anything."""
    task: Task = Task(command="generate")

    def pushes(self, destination: Destination) -> bool:
        """Tell whether what is committed is to be pushed."""
        return (self.push or destination.push) and not self.frozen


def emit(target: Target, destination: Destination, wanted: Wanted) -> Emission:
    """Generate a target where it is kept, and propose what has changed of it."""
    emission = _nothing_yet(target, destination)
    try:
        # Of the two, the one goes also if a signal ends the process, and the other
        # deletes what Windows holds on to.
        with scratch() as kept, TemporaryDirectory(dir=kept) as home:
            _emit_in(Path(home).resolve(), target, destination, wanted, emission)
    except RefusedError as refusal:
        _fail(emission, refusal.why)
    except GitError as problem:
        _fail(emission, by_git(problem, destination.shown))
    except Exception as problem:  # noqa: BLE001 - others have nothing to do with it
        _fail(emission, by_bug(problem))
    said = with_problems(emission.account, emission.problems, target, wanted.task)
    emission.account = said
    return emission


def _nothing_yet(target: Target, destination: Destination) -> Emission:
    account = Account(
        name=target.name,
        input=target.input,
        out=_shown(target, destination),
        package=target.package,
        exit=Exit.OK,
    )
    return Emission(
        name=target.name,
        repository=destination.shown,
        branch=destination.branch,
        account=account,
    )


def _shown(target: Target, destination: Destination) -> str:
    return f"{destination.shown}:{target.out.as_posix()}"


def _fail(emission: Emission, why: Diagnostic) -> None:
    emission.status = Status.FAILED
    said = with_repository(why, emission) if why.at is None else why
    emission.problems += (said,)


class _Emitting(Struct):
    """One target on its way."""

    target: Target
    site: Site
    scratch: Path
    wanted: Wanted
    emission: Emission
    known: Record | None
    """What the lock has of it."""
    packages: tuple[str, ...]
    """What its package was called so far, the last name last."""

    @property
    def pushes(self) -> bool:
        """Whether what is committed is to be pushed."""
        return self.wanted.pushes(self.site.destination)


def _emit_in(
    home: Path,
    target: Target,
    destination: Destination,
    wanted: Wanted,
    emission: Emission,
) -> None:
    known = read_record(target.lock, target.name)
    opened = open_site(target, destination, home, os.environ, frozen=wanted.frozen)
    site = knowing(opened, _pushed(known))
    emission.base = site.base
    refuse_checked_out(site)
    packages = packages_of(site.git, target, site.tips, known)
    _emit(_Emitting(target, site, home, wanted, emission, known, packages))


def _emit(one: _Emitting) -> None:
    site = one.site
    name, branch = one.target.name, site.destination.branch
    start = start_of(site.git, name, branch, site.tips)
    if one.pushes:
        refuse_local(site.git, name, branch, site.tips)
    with worktree(site.git, start.commit, one.scratch / "tree") as git:
        check_folder(git, one.target.out)
        if start.merges and start.tip:
            left = merge_base(git, _merge(one, git, start.tip))
            one.emission.problems += (*(in_repository(x, git.folder) for x in left),)
            check_folder(git, one.target.out)
        forget_staged(Layout(git.folder / one.target.out, one.target.package))
        run = _generated(one, git)
        # Steps that have failed, and conflicts, are written, and nothing to propose.
        if run.exit is Exit.OK and run.changes is not None:
            _hand_on(one, git, start, run)
        elif any(each.code == "output-foreign" for each in run.diagnostics):
            one.emission.problems += unclaimed(site.git, one.target, site.tips)


def _merge(one: _Emitting, git: Git, tip: str) -> Merge:
    target, site = one.target, one.site
    out = git.folder / target.out
    layouts = tuple(Layout(out, each) for each in one.packages)
    is_merging = target.mode == "merge"
    return Merge(site.tips.base, tip, site.destination.branch, layouts, is_merging)


def _generated(one: _Emitting, git: Git) -> Run:
    began = time.perf_counter()
    there = replace(one.target, out=git.folder / one.target.out)
    former = _former(one, there.out)
    run = generate_target(there, since=one.site.tips.base, former=former)
    said = run.compiled.diagnostics
    run.compiled.diagnostics = [
        _said_there(one, in_repository(each, git.folder)) for each in said
    ]
    account = account_of(run, one.wanted.task, time.perf_counter() - began)
    shown = _shown(one.target, one.site.destination)
    one.emission.account = replace(account, out=shown)
    return run


def _said_there(one: _Emitting, problem: Diagnostic) -> Diagnostic:
    """Name the repository of what is wrong with files there."""
    is_there = problem.code.startswith("output-")
    return with_repository(problem, one.emission) if is_there else problem


def _former(one: _Emitting, out: Path) -> str | None:
    """Return what the package was called that it takes the place of, if it is there.

    Its base may have any of its names.
    """
    found = (each for each in reversed(one.packages) if each != one.target.package)
    return next((each for each in found if has_manifest(out, each)), None)


def _hand_on(one: _Emitting, git: Git, start: Start, run: Run) -> None:
    """Commit what has changed, if anything has, and take it as far as it is to go."""
    site, emission = one.site, one.emission
    out, layout = one.target.out, Layout(one.target.out, one.target.package)
    needed = [layout.state_file, *(each.path for each in run.files)]
    tree = stage_all(git, [(out / each).as_posix() for each in needed])
    is_done = is_said(git, site, start, tree)
    if tree == tree_of(git, site.tips.base):
        emission.commit = site.tips.base
        emission.status = Status.UNCHANGED
        emission.problems += () if is_done else (_obsolete(one),)
        _keep_names(one)
        return
    package = one.target.out / one.target.package
    is_new = not git.agrees("rev-parse", f"{site.tips.base}:{package.as_posix()}")
    emission.proposal = proposal_of(run, site.base, is_new=is_new)
    if is_done and start.tip:
        emission.commit = start.tip
        emission.status = Status.UNCHANGED
        _finish(one, git, run, is_new=False)
    elif site.is_checkout or one.pushes:
        said = emission.proposal
        name = one.target.name
        emission.commit = commit_all(git, name, said.subject, said.summary)
        _finish(one, git, run, is_new=True)
    else:
        emission.status = Status.PREVIEWED


def _finish(one: _Emitting, git: Git, run: Run, *, is_new: bool) -> None:
    """Push and propose what is on the branch, unless that was done before."""
    site, emission = one.site, one.emission
    is_due = is_new or site.tips.pushed != emission.commit
    if one.pushes and is_due:
        push(git, site, emission.commit)
        emission.status = Status.PUSHED
    keep_here(git, site, emission.commit)
    if is_new and not one.pushes:
        emission.status = Status.COMMITTED
    record = _record(one, run)
    _keep(one, record)
    is_proposed = record.proposed == emission.commit and not is_due
    if one.pushes and site.destination.pull_request and not is_proposed:
        where = Where(one.target.folder, one.scratch)
        emission.told = propose(git, site, _placeholders(one), where)
        emission.status = Status.PROPOSED
        _keep(one, replace(record, proposed=emission.commit))


def _record(one: _Emitting, run: Run) -> Record:
    """Say what a repository has now, and what of that is for others to see."""
    commit, known = one.emission.commit, one.known
    return Record(
        commit,
        _description(one.target),
        run.settled.release.version if run.settled else "",
        one.packages,
        pushed=commit if one.pushes else one.site.tips.pushed or _pushed(known),
        proposed=known.proposed if known else "",
    )


def _pushed(known: Record | None) -> str:
    return known.pushed if known else ""


def _keep(one: _Emitting, record: Record) -> None:
    """Note what a repository has received, if it has received anything."""
    if one.pushes or one.site.is_checkout:
        one.emission.problems += keep_record(one.target.lock, one.target.name, record)


def _keep_names(one: _Emitting) -> None:
    """Note what the package is called, if the lock does not say so yet."""
    known = one.known or Record(one.emission.commit, _description(one.target))
    if known.packages != one.packages:
        _keep(one, replace(known, packages=one.packages))


def _placeholders(one: _Emitting) -> dict[str, str]:
    said = one.emission.proposal
    return {
        "title": said.title if said else "",
        "text": said.body if said else "",
        "branch": one.site.destination.branch,
        "base": one.site.base,
        "target": one.target.name,
        "package": one.target.package,
    }


def _description(target: Target) -> str:
    """Digest what a target is described by, however its lines end."""
    texts = read_sources(with_files(target)).value or ()
    total = sha256()
    for each in texts:
        total.update(each.text.replace(b"\r\n", b"\n"))
    return total.hexdigest()


def _obsolete(one: _Emitting) -> Diagnostic:
    branch = one.emission.branch
    return hint(
        "emit-obsolete",
        f"`{one.site.base}` has what would be generated, and `{branch}` something else",
        hint="close its pull request, and delete the branch",
        exit=Exit.DRIFT,
    )
