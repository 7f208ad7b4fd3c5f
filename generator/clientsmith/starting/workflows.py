"""The workflows of GitHub that a project starts with.

They stand where GitHub looks for them, which is the root of the repository, and work
in the folder of the configuration.
https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
"""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import Final

from msgspec import Struct

from .installed import ELSEWHERE

_FOLDER: Final = ".github/workflows"


class Place(Struct, frozen=True):
    """Where a project is in its repository: at its root, or `below` it."""

    below: PurePosixPath = PurePosixPath()

    @property
    def root(self) -> PurePosixPath:
        """The way from the project to the root of the repository."""
        return PurePosixPath(*[".."] * len(self.below.parts))

    def workflow(self, name: str, package: str) -> str:
        """Return the path of a workflow from the project; those of others stay."""
        own = f"{name}-{package}" if self.below.parts else name
        return (self.root / _FOLDER / f"{own}.yml").as_posix()


def place_of(folder: Path) -> Place:
    """Find out where a project is in the repository that it belongs to, if in any."""
    whole = folder.resolve()
    for root in (whole, *whole.parents):
        if (root / ".git").exists():
            return Place(PurePosixPath(whole.relative_to(root).as_posix()))
    return Place()


def check_workflow(place: Place, requirement: str) -> str:
    """Write the workflow that fails where a client is not what it should be."""
    return _CHECK.format(where=_where(place), steps=_steps(requirement))


def upstream_workflow(place: Place, requirement: str, application: str | None) -> str:
    """Write the workflow that proposes what has changed upstream.

    `application` is what pip is told to install if the description is one's own.
    """
    steps = _steps(requirement)
    if application:
        steps += f"      - run: python -m pip install {application}\n"
    return _UPSTREAM.format(where=_where(place), steps=steps)


def application_in(folder: Path) -> str:
    """Say what pip has to install so that the application of a folder is imported."""
    for name in ("pyproject.toml", "setup.py"):
        if (folder / name).is_file():
            return "."
    if (folder / "requirements.txt").is_file():
        return "-r requirements.txt"
    return "PACKAGES  # what the application imports"


def _where(place: Place) -> str:
    if not place.below.parts:
        return ""
    folder = json.dumps(place.below.as_posix(), ensure_ascii=False)
    return f"\ndefaults:\n  run:\n    working-directory: {folder}\n"


def _steps(requirement: str) -> str:
    why = _OWNER if requirement == ELSEWHERE else ""
    return _STEPS.format(requirement=requirement, why=why)


_OWNER: Final = "  # OWNER is who keeps it"

_STEPS: Final = """\
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.13"
      - run: python -m pip install {requirement}{why}
"""

_CHECK: Final = """\
# Fails where a client is not what its description gives.
name: clients

on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read
{where}
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
{steps}      - run: clientsmith check --frozen --format github
"""

_UPSTREAM: Final = """\
# Proposes what changes when descriptions change where they are published.
name: upstream

on:
  schedule:
    - cron: "17 4 * * *"
  workflow_dispatch:

permissions:
  contents: write
  pull-requests: write
{where}
jobs:
  pull:
    runs-on: ubuntu-latest
    steps:
{steps}      - run: clientsmith pull
      - run: clientsmith generate --frozen
      - name: Propose it
        env:
          GH_TOKEN: ${{{{ github.token }}}}
        run: |
          if [ -z "$(git status --porcelain)" ]; then exit 0; fi
          branch="clientsmith/$(git hash-object clientsmith.lock | cut -c1-12)"
          if git ls-remote --exit-code origin "$branch" > /dev/null; then exit 0; fi
          git config user.name clientsmith
          git config user.email clientsmith@users.noreply.github.com
          git switch --create "$branch"
          git add --all
          git commit --message "Follow the descriptions upstream"
          git push origin "$branch"
          gh pr create --fill --head "$branch"
"""
