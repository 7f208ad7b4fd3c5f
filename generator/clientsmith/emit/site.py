"""The repository of a target, opened: a checkout of somebody, or a clone of ours."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from clientsmith.config import Target
from clientsmith.diagnostics import Exit

from .branches import Tips
from .destination import Destination
from .git import Git, GitError, git_in
from .git_version import refuse_old_git
from .hooks import with_hooks
from .problems import RefusedError, refused
from .secrets import Secret, secret_for

_DEFAULT: Final = re.compile(r"^ref: refs/heads/(\S+)\tHEAD$", re.MULTILINE)
_ORIGIN: Final = "origin"


class Site(Struct, frozen=True, kw_only=True):
    """A repository, and what of it is known."""

    git: Git
    destination: Destination
    remote: str | None
    """What the repository calls the one that is pushed to, if there is one."""
    is_checkout: bool
    """Whether it is somebody's, and stays."""
    base: str
    """The branch that changes are to go to."""
    tips: Tips
    """Where that and the branch for changes are."""


def open_site(
    target: Target,
    destination: Destination,
    scratch: Path,
    environment: Mapping[str, str],
    *,
    frozen: bool,
) -> Site:
    """Open the repository of a target, and bring what is new in it.

    Raises:
        RefusedError: It cannot be had, or somebody is at work in it.
    """
    refuse_old_git(scratch)
    token = _token(destination, environment)
    if not destination.is_remote:
        path = destination.path(target.folder).resolve()
        if not _is_bare(path, destination):
            address = git_in(path).maybe("remote", "get-url", _ORIGIN)
            secret = secret_for(address or "", token, scratch)
            return _checkout(git_in(path, secret), destination, frozen=frozen)
        return _cloned(git_in(scratch, Secret(token)), str(path), destination)
    if frozen:
        raise _frozen(destination)
    git = git_in(scratch, secret_for(destination.url, token, scratch))
    return _cloned(git, destination.url, destination)


def knowing(site: Site, pushed: str | None) -> Site:
    """Return a site whose branch is known to have been pushed with a commit."""
    commit = site.git.commit(pushed) if pushed else None
    if commit is None:
        return site
    tips = replace(site.tips, received=(*site.tips.received, commit))
    return replace(site, tips=tips)


def _is_bare(path: Path, destination: Destination) -> bool:
    if not path.is_dir():
        raise _no_repository(destination)
    try:
        return git_in(path).ask("rev-parse", "--is-bare-repository") == "true"
    except GitError as problem:
        raise _no_repository(destination, str(problem)) from problem


def _token(destination: Destination, environment: Mapping[str, str]) -> str:
    if destination.token is None:
        return ""
    token = environment.get(destination.token, "")
    if not token or not token.isprintable() or not token.isascii():
        message = f"the environment has no token in `{destination.token}`"
        advice = f"set the variable `{destination.token}` where clientsmith runs"
        at = destination.at.get("token")
        raise refused("emit-token", message, advice, Exit.NETWORK, at)
    return token


def _cloned(git: Git, source: str, destination: Destination) -> Site:
    """Clone what is needed to commit: all commits, and the files of one of them."""
    home = git.folder / "clone"
    less = ["--filter=blob:none"] if destination.is_remote else []
    # Whatever needs a file that has not come yet asks for it, and says who asks.
    told = [f"--config={key}={each}" for key, each in git.secret.settings.items()]
    try:
        clone = ("clone", "--quiet", "--no-checkout", *less, *told)
        git.ask(*clone, "--", source, str(home))
    except GitError as problem:
        raise _unreachable(destination, problem) from problem
    inside = replace(git, folder=home, secret=Secret(git.secret.token))
    own = inside.maybe("symbolic-ref", "--short", f"refs/remotes/{_ORIGIN}/HEAD")
    default = own.partition("/")[2] if own else None
    return _site(inside, destination, _ORIGIN, default, is_checkout=False)


def _checkout(git: Git, destination: Destination, *, frozen: bool) -> Site:
    top = Path(git.ask("rev-parse", "--show-toplevel"))
    if os.path.realpath(top) != os.path.realpath(git.folder):
        raise _no_repository(destination)
    changed = git.ask("status", "--porcelain", "--untracked-files=no")
    if changed:
        raise _dirty(destination, changed)
    remote = _ORIGIN if _ORIGIN in git.ask("remote").split() else None
    # A branch that was there, and is deleted there since, is known by this alone.
    seen = git.commit(f"refs/remotes/{_ORIGIN}/{destination.branch}")
    if remote and not frozen:
        default = _fetched(git, destination, remote)
    else:
        default = _known_default(git, remote)
    site = _site(git, destination, remote, default, is_checkout=True)
    return knowing(site, seen)


def _known_default(git: Git, remote: str | None) -> str | None:
    """Return the default branch as far as it is known, else what is checked out."""
    if remote:
        head = git.maybe("symbolic-ref", "--short", f"refs/remotes/{remote}/HEAD")
        if head:
            return head.partition("/")[2]
    return git.maybe("symbolic-ref", "--short", "HEAD")


def _fetched(git: Git, destination: Destination, remote: str) -> str | None:
    """Bring both branches as they are now; return which one is the default."""
    branch = destination.branch
    try:
        names = ("HEAD", f"refs/heads/{branch}")
        listed = git.ask("ls-remote", "--symref", remote, *names)
        found = _DEFAULT.search(listed)
        default = found[1] if found else None
        base = destination.base or default
        wanted = [base] if base else []
        wanted += [branch] if f"\trefs/heads/{branch}" in listed else []
        _fetch(git, remote, wanted)
        tracked = f"refs/remotes/{remote}/{branch}"
        if branch not in wanted and git.commit(tracked):
            git.ask("update-ref", "-d", tracked)
    except GitError as problem:
        raise _unreachable(destination, problem) from problem
    return default


def _fetch(git: Git, remote: str, branches: list[str]) -> None:
    refs = [f"+refs/heads/{each}:refs/remotes/{remote}/{each}" for each in branches]
    # What has come before another commit is not known of the last few commits alone.
    is_shallow = git.maybe("rev-parse", "--is-shallow-repository") == "true"
    more = ["--unshallow"] if is_shallow else []
    git.ask("fetch", "--quiet", "--no-tags", *more, remote, *refs)


def _site(
    git: Git,
    destination: Destination,
    remote: str | None,
    default: str | None,
    *,
    is_checkout: bool,
) -> Site:
    base = destination.base or default or "HEAD"
    if base == destination.branch:
        raise _no_proposal(destination)
    tips = _tips(git, destination.branch, base, remote)
    if tips is None:
        raise _no_base(destination, base)
    return Site(
        git=with_hooks(git, is_checkout=is_checkout),
        destination=destination,
        remote=remote,
        is_checkout=is_checkout,
        base=base,
        tips=tips,
    )


def _tips(git: Git, branch: str, base: str, remote: str | None) -> Tips | None:
    def there(name: str) -> str | None:
        return git.commit(f"refs/remotes/{remote}/{name}") if remote else None

    def here(name: str) -> str | None:
        return git.commit(f"refs/heads/{name}")

    commit = there(base) or (None if remote else here(base))
    return Tips(commit, there(branch), here(branch)) if commit else None


def _no_repository(destination: Destination, said: str = "") -> RefusedError:
    return refused(
        "emit-no-repository",
        f"there is no repository of git at `{destination.shown}`",
        "clone it there, or name its address; the path begins at the configuration",
        Exit.USAGE,
        destination.at.get("url"),
        said,
    )


def _dirty(destination: Destination, changed: str) -> RefusedError:
    return refused(
        "emit-dirty",
        f"there is unfinished work in `{destination.shown}`",
        "commit it, or stash it",
        Exit.EDITED,
        destination.at.get("url"),
        changed,
    )


def _unreachable(destination: Destination, problem: GitError) -> RefusedError:
    return refused(
        "emit-unreachable",
        f"`{destination.shown}` cannot be read",
        "check the address, and that git may read it: `git ls-remote ADDRESS`",
        Exit.NETWORK,
        destination.at.get("url"),
        str(problem),
    )


def _no_base(destination: Destination, base: str) -> RefusedError:
    return refused(
        "emit-no-base",
        f"`{destination.shown}` has no branch `{base}` with a commit",
        "name another `base`, or make a first commit there",
        Exit.USAGE,
        destination.at.get("base") or destination.at.get("url"),
    )


def _no_proposal(destination: Destination) -> RefusedError:
    at = destination.at
    return refused(
        "emit-same-branch",
        f"`{destination.branch}` of `{destination.shown}` is the base: nothing would "
        "be proposed, and the change be there at once",
        "name another `branch`, or leave it out",
        Exit.USAGE,
        at.get("branch") or at.get("base") or at.get("url"),
    )


def _frozen(destination: Destination) -> RefusedError:
    return refused(
        "network-frozen",
        f"`--frozen` keeps `{destination.shown}` from being asked for",
        "leave `--frozen` out, or name a checkout",
        Exit.NETWORK,
        destination.at.get("url"),
    )
