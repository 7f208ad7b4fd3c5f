"""Times `clientsmith generate` beside other generators.

They read the FastRouter page, or, with `--corpus`, three large descriptions of the
folder that CLIENTSMITH_CORPUS names.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from meter import Cost, FailedRunError, measure, median_of
from tools import OURS, PEERS, Task, Tool, programs_of, release_of

SPEC = Path(__file__).parents[1] / "spec" / "fastrouter"
OVERLAYS: dict[str, tuple[Path, ...]] = {
    "the page": (),
    "the page and its overlay": (SPEC / "overlay.yaml",),
}
CORPUS = ("github-rest.json", "openai.yaml", "stripe.yaml")


@dataclass(frozen=True, slots=True)
class Result:
    """What a tool made of a document, and at what cost; no cost where it failed."""

    document: str
    tool: str
    release: str
    cost: Cost | None
    files: int
    lines: int


def main() -> None:
    """Measure, print a table and, where asked, write JSON."""
    options = _options()
    tools = OURS if options.only_ours else (*OURS, *PEERS)
    releases = {tool: release_of(tool) for tool in tools}
    with tempfile.TemporaryDirectory() as name:
        results = [
            result
            for task in _tasks(Path(name), large=options.corpus)
            for result in _results(task, releases, options.runs)
        ]
    print(_table(results))
    if options.json:
        report = {**_machine(), "runs": options.runs}
        report["results"] = [asdict(result) for result in results]
        options.json.write_text(json.dumps(report, indent=2) + "\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="how often to run each")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures")
    parser.add_argument("--only-ours", action="store_true", help="leave out the peers")
    parser.add_argument("--corpus", action="store_true", help="large documents instead")
    return parser.parse_args()


def _tasks(folder: Path, *, large: bool) -> Iterator[Task]:
    return _large() if large else _small(folder)


def _large() -> Iterator[Task]:
    for name in CORPUS:
        path = Path(os.environ["CLIENTSMITH_CORPUS"]) / name
        yield Task(path.stem, path, (), path)


def _small(folder: Path) -> Iterator[Task]:
    program = programs_of(OURS[0]) / "clientsmith"
    page = SPEC / "chat-completions.md"
    for title, overlays in OVERLAYS.items():
        options = [f"--overlay={overlay}" for overlay in overlays]
        command = [str(program), "ir", str(page), "--stage=document", *options]
        document = folder / f"{len(overlays)}.json"
        document.write_bytes(
            subprocess.run(command, check=True, capture_output=True).stdout
        )
        yield Task(title, page, overlays, document)


def _results(task: Task, releases: dict[Tool, str], runs: int) -> Iterator[Result]:
    """Run the tools in turns, so that a busy minute does not fall on one of them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rounds = [
            {tool: _run(tool, task, folder) for tool in releases}
            # The first round compiles what is imported, and is not counted.
            for _ in range(runs + 1)
        ][1:]
        for tool, release in releases.items():
            costs = [cost for each in rounds if (cost := each[tool])]
            texts = [path.read_text() for path in (folder / tool.name).rglob("*.py")]
            yield Result(
                document=task.title,
                tool=tool.name,
                release=release,
                cost=median_of(costs) if costs else None,
                files=len(texts),
                lines=sum(text.count("\n") for text in texts),
            )


def _run(tool: Tool, task: Task, folder: Path) -> Cost | None:
    """Run a tool into a new folder of its own; return no cost where it failed."""
    out = folder / tool.name
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    command = tool.command(programs_of(tool), task, out)
    try:
        return measure([str(part) for part in command])
    except FailedRunError:
        return None


def _machine() -> dict[str, object]:
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
    }


def _table(results: Sequence[Result]) -> str:
    head = "| document | tool | CPU s | wall s | peak MiB | files | lines |"
    rows = [head, "| --- | --- | --- | --- | --- | --- | --- |"]
    for result in results:
        tool = f"{result.tool} {result.release}"
        cost = result.cost
        figures = (
            f"{cost.cpu:.2f} | {cost.wall:.2f} | {cost.peak:.0f}"
            if cost
            else "failed | | "
        )
        made = f"{result.files} | {result.lines}"
        rows.append(f"| {result.document} | {tool} | {figures} | {made} |")
    return "\n".join(rows)


if __name__ == "__main__":
    main()
