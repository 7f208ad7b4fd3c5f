"""What is wrong with what somebody wants to be compared."""

from __future__ import annotations

from collections.abc import Iterable

from clientsmith.diagnostics import Diagnostic, Exit, error

from .repository import Repository


def _usage(code: str, message: str, advice: str) -> Diagnostic:
    return error(code, message, hint=advice, exit=Exit.USAGE)


def nothing_there(word: str, repository: Repository | None) -> Diagnostic:
    """Say that a word names nothing."""
    message = f"`{word}` is no file, and no revision"
    advice = "name a description, `REVISION:PATH`, or a revision"
    if repository is None:
        message = f"`{word}` is no file, and there is no repository of git here"
    return _usage("edition-unknown", message, advice)


def mixed() -> Diagnostic:
    """Say that one side is one package, and the other may be many."""
    message = "a description or a package cannot be compared with a whole revision"
    advice = "name it in the revision, too: `main:spec/api.yaml`"
    return _usage("edition-mixed", message, advice)


def foreign(title: str, found: list[str]) -> Diagnostic:
    """Say that a folder is no package of ours, or holds several."""
    if found:
        message = f"`{title}` holds several packages: {', '.join(found)}"
        return _usage("edition-foreign", message, "name the folder of one of them")
    message = f"`{title}` is a folder, and no package that clientsmith has written"
    advice = "name the folder that is imported, or a description"
    return _usage("edition-foreign", message, advice)


def unreadable(title: str, problem: OSError) -> Diagnostic:
    """Say that files of a folder cannot be read."""
    message = f"`{title}` cannot be read: {problem.strerror}"
    return _usage(
        "edition-unknown", message, "look at the permissions and the links of its files"
    )


def no_file(title: str) -> Diagnostic:
    """Say that a file was not there, or is not any more."""
    revision, _, path = title.rpartition(":")
    message = f"there is no `{path}` at {revision or 'present'}"
    advice = "look where it was: `git log --follow`"
    if not revision:
        advice = "name both sides: `main:spec/old.yaml spec/new.yaml`"
    return _usage("edition-unknown", message, advice)


def no_config(title: str, name: str) -> Diagnostic:
    """Say that there was no configuration."""
    message = f"there is no {name} at {title}"
    advice = "name two descriptions: `main:spec/api.yaml spec/api.yaml`"
    return _usage("edition-unknown", message, advice)


def no_target(name: str, known: list[str]) -> Diagnostic:
    """Say that a target is in neither configuration."""
    message = f"there is no target `{name}`"
    return _usage("target-unknown", message, f"its targets are: {', '.join(known)}")


def no_description(title: str, others: Iterable[str]) -> Diagnostic:
    """Say that a file is no description, though one may refer to it."""
    message = f"`{title}` is no description: it names no version of OpenAPI"
    revision, colon, _ = title.rpartition(":")
    shown = next((f", as `{revision}{colon}{each}`" for each in others), "")
    advice = f"name the description that refers to it{shown}"
    return _usage("edition-part", message, advice)
