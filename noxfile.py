"""What this repository does with itself: `nox` alone runs what CI runs."""

from __future__ import annotations

import nox

nox.needs_version = ">=2025.2"
nox.options.sessions = ["lint", "types", "tests", "check"]
nox.options.reuse_venv = "yes"
nox.options.default_venv_backend = "uv|virtualenv"

PROJECT = nox.project.load_toml("pyproject.toml")


def install(session: nox.Session, *groups: str) -> None:
    """Install clientsmith from this checkout with what a session needs beside it."""
    needed = nox.project.dependency_groups(PROJECT, *groups) if groups else ()
    session.install("-e", ".", *needed)


@nox.session
def generate(session: nox.Session) -> None:
    """Regenerate every target of clientsmith.toml."""
    install(session)
    session.run("clientsmith", "generate", *session.posargs)


@nox.session
def check(session: nox.Session) -> None:
    """Fail where a committed client is not what would be generated now."""
    install(session)
    session.run("clientsmith", "check", *session.posargs)


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests of the generator, the runtime and the generated client."""
    install(session, "tests")
    session.run("pytest", "-n", "auto", *session.posargs)


@nox.session
def golden(session: nox.Session) -> None:
    """Compare generated packages with the golden ones; `-- --bless` replaces them."""
    install(session, "tests")
    session.run("pytest", "tests/golden", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and layout."""
    install(session, "lint")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Check types strictly, with mypy and with pyright."""
    install(session, "tests", "types")
    session.run("mypy")
    session.run("pyright")
