"""Fill the disk but for some bytes, write, make room and write again.

Started by `test_failures.py` in a folder that is a small file system of its own:
`python full.py FOLDER [merging]` prints JSON.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path
from typing import Any

from unit.write.target import Target

BLOCK = 4096


def version(number: int) -> dict[str, str]:
    """Make a package of 30 kB."""
    return {f"pets/m{index}.py": f"# {number}{'x' * 3000}\n" for index in range(10)}


def fill(ballast: Path, blocks: int) -> None:
    """Leave these blocks of the disk."""
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * BLOCK)
        except OSError:
            file.truncate(max(0, file.tell() - blocks * BLOCK))


def observe(target: Target, ballast: Path, blocks: int) -> dict[str, Any]:
    """Write to a disk that has these blocks left, and then to one that has many."""
    target.write(version(1))
    fill(ballast, blocks)
    codes = [found.code for found in target.write(version(2)).diagnostics]
    left = target.texts()
    ballast.unlink()
    again = target.write(version(2))
    return {
        "codes": codes,
        "left": [number for number in (1, 2) if left == version(number)],
        "again": again.diagnostics == () and target.texts() == version(2),
        "state": sorted(path.name for path in (target.out / ".clientsmith").iterdir()),
    }


def main(folder: str, *options: str) -> None:
    """Try as many blocks as two packages need, and a few more."""
    seen: list[dict[str, Any]] = []
    for blocks in range(1, 32, 2):
        target = Target(Path(folder, str(blocks)), merging="merging" in options)
        seen.append(observe(target, Path(folder, "ballast"), blocks))
        shutil.rmtree(target.out)
    sys.stdout.write(json.dumps(seen))


main(*sys.argv[1:])
