"""Times what is done every day: to check, to follow one change, to run many targets.

Each situation starts with clients that are up to date. FastRouter's page is always
there; CLIENTSMITH_CORPUS names the folder that has github-rest.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from meter import Cost, measure
from tools import OURS, PEERS, Task, programs_of

PAGE = Path(__file__).parents[1] / "spec" / "fastrouter" / "chat-completions.md"
LARGE = "github-rest.json"
MANY = 20
TARGET = """\
[targets.{name}]
input = "{input}"
out = "out/{name}"
package = "{name}"
"""
CLIENTSMITH = str(programs_of(OURS[0]) / "clientsmith")


@dataclass(frozen=True, slots=True)
class Situation:
    """One thing that somebody does; `before` makes the folder what it starts from."""

    title: str
    command: Sequence[str]
    before: Callable[[], object] = lambda: None


class Project:
    """A folder with a configuration, and a cache of its own."""

    def __init__(self, folder: Path, *documents: Path) -> None:
        self.folder = folder
        folder.mkdir()
        targets: list[str] = []
        for number, document in enumerate(documents):
            name = f"api{number}"
            shutil.copy(document, folder / f"{name}{document.suffix}")
            targets.append(TARGET.format(name=name, input=f"{name}{document.suffix}"))
        folder.joinpath("clientsmith.toml").write_text("\n".join(targets))
        self.environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}

    def run(self, command: Sequence[str]) -> Cost:
        """Run a command here."""
        return measure(command, folder=self.folder, environment=self.environment)

    def clients(self, *options: str) -> list[str]:
        """Return the command that generates, after having run it."""
        command = [CLIENTSMITH, "generate", "--quiet", *options]
        self.run(command)
        return command

    def forget(self) -> None:
        """Remove what was generated, and what is remembered of it."""
        shutil.rmtree(self.folder / "out", ignore_errors=True)
        shutil.rmtree(self.folder / "cache", ignore_errors=True)


def main() -> None:
    """Measure each situation, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="how often to run each")
    runs = parser.parse_args().runs
    print("| situation | CPU s | wall s | peak MiB |\n| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as name:
        for project, situation in _situations(Path(name)):
            cost = _least(project, situation, runs)
            figures = f"{cost.cpu:.2f} | {cost.wall:.2f} | {cost.peak:.0f}"
            print(f"| {situation.title} | {figures} |", flush=True)


def _least(project: Project, situation: Situation, runs: int) -> Cost:
    """Return the cheapest of several runs: company only adds to what a run costs."""
    costs: list[Cost] = []
    for _ in range(runs):
        situation.before()
        costs.append(project.run(situation.command))
    return min(costs, key=lambda cost: cost.cpu)


def _situations(folder: Path) -> Iterator[tuple[Project, Situation]]:
    small = Project(folder / "small", PAGE)
    for each in _of_one("the page", small):
        yield small, each
    yield small, _beside(small)
    many = Project(folder / "many", *[PAGE] * MANY)
    for each in _of_many(many):
        yield many, each
    if corpus := os.environ.get("CLIENTSMITH_CORPUS"):
        large = Project(folder / "large", Path(corpus) / LARGE)
        for each in _of_one("github-rest", large):
            yield large, each
        yield large, _one_property(large)
        yield large, _difference(large)


def _of_one(name: str, project: Project) -> Iterator[Situation]:
    project.clients()
    check = [CLIENTSMITH, "check", "--quiet"]
    yield Situation(f"check of {name}, without memory", [*check, "--no-cache"])
    yield Situation(f"check of {name}, nothing has changed", check)


def _of_many(project: Project) -> Iterator[Situation]:
    for jobs in ("1", "2"):
        title = f"{MANY} clients of the page are generated, {jobs} at once"
        generate = [CLIENTSMITH, "generate", "--quiet", "--jobs", jobs]
        yield Situation(title, generate, project.forget)
    check = [CLIENTSMITH, "check", "--quiet"]
    yield Situation(f"{MANY} clients are checked, nothing has changed", check)


def _one_property(project: Project) -> Situation:
    """Add another property to one schema before each run."""
    path = next(project.folder.glob("api0.*"))

    def change() -> None:
        document = json.loads(path.read_text())
        properties = document["components"]["schemas"]["simple-user"]["properties"]
        properties[f"added_{len(properties)}"] = {"type": "string"}
        path.write_text(json.dumps(document))

    title = "github-rest is generated after one property was added"
    return Situation(title, project.clients(), change)


def _difference(project: Project) -> Situation:
    """Compare the description with one that lacks a path, and has new properties."""
    path = next(project.folder.glob("api0.*"))
    document = json.loads(path.read_text())
    paths, schemas = document["paths"], document["components"]["schemas"]
    paths.pop(next(iter(paths)))
    for schema in [*schemas.values()][:3]:
        schema.setdefault("properties", {})["added"] = {"type": "string"}
    newer = project.folder / "newer.json"
    newer.write_text(json.dumps(document, indent=2))
    command = [CLIENTSMITH, "diff", str(path), str(newer)]
    return Situation("github-rest is compared with an edited github-rest", command)


def _beside(project: Project) -> Situation:
    """Let a peer, which cannot tell that nothing has changed, make its client again."""
    peer = PEERS[0]
    page = project.folder / "api0.md"
    document = project.folder / "document.json"
    shown = [CLIENTSMITH, "ir", str(page), "--stage", "document"]
    with document.open("wb") as file:
        subprocess.run(shown, check=True, stdout=file)
    out = project.folder / "peer"
    out.mkdir()
    task = Task("the page", page, (), document)
    command = [str(part) for part in peer.command(programs_of(peer), task, out)]
    return Situation(
        f"{peer.name} makes a client of the page", [*command, "--overwrite"]
    )


if __name__ == "__main__":
    main()
