"""One style for every file, whichever engine applies it.

https://black.readthedocs.io/en/stable/the_black_code_style/current_style.html
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

from .deviations import as_black
from .diagnostics import Diagnostic, Exit, Outcome, error
from .scratch import scratch
from .styles import Formatter

_LINE_LENGTH = 88
_TARGET = "py311"
# Below this, starting the processes costs more than they save.
_FILES_WORTH_A_POOL = 100


class MalformedCodeError(Exception):
    """A generated file is not Python: a bug of the generator, never of its user."""

    def __init__(self, path: str, line: int, message: str) -> None:
        super().__init__(f"{path}:{line} is not Python: {message}")
        self.path = path
        self.line = line


def format_files(
    files: Mapping[str, str], formatter: Formatter
) -> Outcome[dict[str, str]]:
    """Format the Python among the files; leave the others as they are.

    Raises:
        MalformedCodeError: One of them does not parse.
    """
    sources = {path: text for path, text in files.items() if path.endswith(".py")}
    try:
        formatted = _format_sources(sources, formatter)
    except (ImportError, FileNotFoundError) as problem:
        return Outcome(None, (_missing(formatter, problem),))
    return Outcome({path: formatted.get(path, text) for path, text in files.items()})


def formatter_version(formatter: Formatter) -> str:
    """Name the release that `format_files` runs; empty for `none`."""
    if formatter == "none":
        return ""
    from importlib.metadata import version  # as slow as all of ours

    return version(formatter)


def _missing(formatter: Formatter, problem: Exception) -> Diagnostic:
    return error(
        "formatter-missing",
        f"the formatter `{formatter}` cannot be run: {problem}",
        hint="install it beside clientsmith, or choose another `formatter`",
        exit=Exit.USAGE,
    )


def check_syntax(sources: Mapping[str, str]) -> None:
    """Compile Python sources, by path, without keeping the code.

    Raises:
        MalformedCodeError: One of them is not Python.
    """
    for path, text in sources.items():
        try:
            compile(text, path, "exec", dont_inherit=True)
        except SyntaxError as problem:
            line = problem.lineno or 1
            raise MalformedCodeError(path, line, problem.msg) from problem


def _format_sources(sources: Mapping[str, str], formatter: Formatter) -> dict[str, str]:
    match formatter:
        case "ruff":
            return _ruff(sources)
        case "black":
            return _black(sources)
        case "none":
            return dict(sources)


def _ruff(sources: Mapping[str, str]) -> dict[str, str]:
    with scratch() as folder:
        # Numbers instead of paths: ruff would skip files in `dist/` or `venv/`.
        names = [folder / f"{number}.py" for number in range(len(sources))]
        for name, text in zip(names, sources.values(), strict=True):
            name.write_bytes(text.encode())
        process = _run_ruff(folder)
        if process.returncode:
            raise _refused_by_ruff(list(sources), process.stderr)
        return {
            path: as_black(name.read_bytes().decode(), _LINE_LENGTH)
            for path, name in zip(sources, names, strict=True)
        }


def _refused_by_ruff(paths: Sequence[str], complaint: str) -> Exception:
    """Read `error: Failed to parse 3.py:7:1: Expected an expression`."""
    found = re.search(r"(\d+)\.py:(\d+):\d+: (.*)", complaint)
    if found is None:
        return RuntimeError(f"ruff failed: {complaint}")
    number, line, message = found.groups()
    return MalformedCodeError(paths[int(number)], int(line), message)


def _run_ruff(folder: Path) -> subprocess.CompletedProcess[str]:
    # Imported by name: ruff's wheel carries no types.
    binary: str = import_module("ruff").find_ruff_bin()
    command = [
        *(binary, "format", "--isolated", "--no-cache"),
        *("--no-respect-gitignore", f"--line-length={_LINE_LENGTH}"),
        *(f"--target-version={_TARGET}", "."),
    ]
    return subprocess.run(  # noqa: S603 - the wheel's own binary, no shell
        command, cwd=folder, capture_output=True, text=True, check=False
    )


def _black(sources: Mapping[str, str]) -> dict[str, str]:
    check_syntax(sources)
    if len(sources) <= _FILES_WORTH_A_POOL or _is_one_of_many():
        return {path: _blacken(text) for path, text in sources.items()}
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Spawned, because forking a process that has threads may deadlock.
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        formatted = pool.map(_blacken, sources.values(), chunksize=8)
        return dict(zip(sources, formatted, strict=True))


def _is_one_of_many() -> bool:
    """Tell whether this process is one of those that share the cores already."""
    from multiprocessing import parent_process

    return parent_process() is not None


def _blacken(text: str) -> str:
    from black import format_str
    from black.mode import Mode, TargetVersion

    mode = Mode(
        target_versions={TargetVersion[_TARGET.upper()]}, line_length=_LINE_LENGTH
    )
    return format_str(text, mode=mode)
