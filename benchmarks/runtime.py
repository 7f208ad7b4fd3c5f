"""Measures generated clients beside the HTTP library alone and other clients.

All talk to one server on loopback, each in a process of its own and in turns, and what
counts is the CPU time of that process: the least of all rounds.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from answering import answering_server
from tools import PEERS, Task, Tool, programs_of

SUBJECTS = Path(__file__).with_name("subjects.py")
DOCUMENT = Path(__file__).with_name("chat.yaml")

Figures: TypeAlias = dict[str, dict[str, float]]
"""By subject and by what is measured."""

MEASURES = ("importing", "first", "calling", "streaming", "keeping")
STREAMLESS = "openapi-python-client"
"""It knows no event streams."""


def _nothing(_programs: Path, _task: Task, _out: Path) -> tuple[str, ...]:
    """Say how it generates: not at all, its owner has done that."""
    return ()


CLIENTS = tuple(Tool(name, name, _nothing) for name in ("openai", "anthropic"))


@dataclass(frozen=True, slots=True)
class Aim:
    """What a figure should be at most, as one of the same run."""

    what: str
    found: float
    most: float

    def __str__(self) -> str:
        word = "met" if self.found <= self.most else "MISSED"
        return f"{word}: {self.what}: {self.found:.2f}, aim {self.most:.2f}"


def main() -> None:
    """Measure, print a table and, where asked, hold it against the aims."""
    options = _options()
    pythons = {
        name: Path(sys.executable) for name in ("bytes", "httpx2", "clientsmith")
    }
    generated = Path()
    if not options.only_ours:
        peers = [*CLIENTS, *(tool for tool in PEERS if tool.name == STREAMLESS)]
        pythons |= {tool.name: programs_of(tool) / "python" for tool in peers}
        generated = _generated(peers[-1])
    with answering_server() as address:
        figures = _least(
            _measured(name, python, measure, [address, str(generated)])
            for _ in range(options.rounds)
            for measure in MEASURES
            for name, python in pythons.items()
            if (name, measure) != (STREAMLESS, "streaming")
        )
    print(_table(figures))
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    aims = list(_aims(figures))
    print(*aims, sep="\n")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n")
    if options.check and any(aim.found > aim.most for aim in aims):
        sys.exit(1)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often to run each")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures")
    parser.add_argument("--only-ours", action="store_true", help="leave out the peers")
    parser.add_argument("--check", action="store_true", help="fail if an aim is missed")
    return parser.parse_args()


def _generated(tool: Tool) -> Path:
    """Return the folder of a package that another generator has written."""
    programs = programs_of(tool)
    out = programs.parent / "generated"
    if not out.exists():
        out.mkdir()
        task = Task("chat", DOCUMENT, (), DOCUMENT)
        command = [str(part) for part in tool.command(programs, task, out)]
        path = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}"}
        subprocess.run(command, check=True, capture_output=True, env=path)
    return out / "client"


def _measured(name: str, python: Path, measure: str, rest: list[str]) -> Figures:
    command = [str(python), str(SUBJECTS), name, measure, *rest]
    # Without bytecode, importing would be compiling.
    kept = {n: v for n, v in os.environ.items() if n != "PYTHONDONTWRITEBYTECODE"}
    told = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, text=True, env=kept
    )
    figures: dict[str, float] = json.loads(told.stdout)
    return {name: figures}


def _least(rounds: Iterable[Figures]) -> Figures:
    """Return the least of each figure: company of other programs only adds to it."""
    least: Figures = {}
    for figures in rounds:
        for name, measured in figures.items():
            known = least.setdefault(name, {})
            for what, figure in measured.items():
                known[what] = min(figure, known.get(what, figure))
    return least


def _aims(figures: Figures) -> Iterable[Aim]:
    """Compare with the HTTP library, at the figures that its machine had."""
    ours, raw, socket = (figures[name] for name in ("clientsmith", "httpx2", "bytes"))
    yield Aim("own modules", ours["own modules"], 40)
    yield Aim(
        "import, of that of httpx2 and pydantic",
        ours["import"] / raw["import"],
        50 / 125,
    )
    yield Aim("a call, of one of httpx2", ours["call"] / raw["call"], 1.2)
    for way in ("event, in bulk", "event, one by one"):
        over = (ours[way] - socket[way]) / (raw[way] - socket[way])
        yield Aim(f"{way}, of splitting and validating", over, 5 / 2.8)
    yield Aim(
        "ms for 500 messages beside json.dumps",
        ours["500 messages"] - raw["500 messages"],
        1.0,
    )


def _table(figures: Figures) -> str:
    names = [name for name in figures if name != "bytes"]
    columns = list(figures["clientsmith"])
    rows = [f"| | {' | '.join(names)} |", f"| --- |{' --- |' * len(names)}"]
    for what in columns:
        cells = [figures[name].get(what) for name in names]
        texts = ["–" if cell is None else f"{cell:.4g}" for cell in cells]
        rows.append(f"| {what} | {' | '.join(texts)} |")
    return "\n".join(rows)


if __name__ == "__main__":
    main()
