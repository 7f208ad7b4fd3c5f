"""The generators that are compared, each with an environment of its own."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be generated from, as its owner publishes it and as plain JSON."""

    title: str
    page: Path
    overlays: tuple[Path, ...]
    document: Path
    """The page's description with the overlays applied, which every tool reads."""


Command: TypeAlias = Callable[[Path, Task, Path], Sequence[str | Path]]
"""From the folder of programs, the task and the output folder to a command."""

_CACHE = Path(__file__).parents[1] / ".cache" / "benchmarks"


@dataclass(frozen=True, slots=True)
class Tool:
    """A generator: the distribution it comes in, and how it is called."""

    name: str
    distribution: str
    command: Command


def _clientsmith(formatter: str) -> Command:
    def command(programs: Path, task: Task, out: Path) -> Sequence[str | Path]:
        overlays = [f"--overlay={overlay}" for overlay in task.overlays]
        options = ["--package=client", f"--formatter={formatter}", "--quiet", *overlays]
        return [programs / "clientsmith", "generate", task.page, "--out", out, *options]

    return command


def _openapi_python_client(
    programs: Path, task: Task, out: Path
) -> Sequence[str | Path]:
    program = programs / "openapi-python-client"
    return [
        program,
        "generate",
        "--path",
        task.document,
        "--output-path",
        out / "client",
    ]


def _datamodel_codegen(programs: Path, task: Task, out: Path) -> Sequence[str | Path]:
    scopes = ["--openapi-scopes", "schemas", "paths", "parameters"]
    options = ["--input-file-type", "openapi", "--target-python-version", "3.11"]
    program, output = programs / "datamodel-codegen", out / "client.py"
    return [program, "--input", task.document, "--output", output, *options, *scopes]


OURS = (
    Tool("clientsmith", "", _clientsmith("ruff")),
    Tool("clientsmith, black", "", _clientsmith("black")),
)
PEERS = (
    Tool("openapi-python-client", "openapi-python-client", _openapi_python_client),
    Tool(
        "datamodel-code-generator (models only)",
        "datamodel-code-generator",
        _datamodel_codegen,
    ),
)


def programs_of(tool: Tool) -> Path:
    """Return the folder of a tool's programs; install it where it is missing."""
    if not tool.distribution:
        return Path(sysconfig.get_path("scripts"))
    home = _CACHE / tool.distribution
    if not home.exists():
        _run(sys.executable, "-m", "venv", home)
        _run(home / "bin" / "python", "-m", "pip", "install", "-q", tool.distribution)
    return home / "bin"


def release_of(tool: Tool) -> str:
    """Return the version of the distribution that is measured."""
    distribution = tool.distribution or "clientsmith"
    code = f"from importlib.metadata import version; print(version({distribution!r}))"
    return _run(programs_of(tool) / "python", "-c", code).strip()


def _run(*command: str | Path) -> str:
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout
