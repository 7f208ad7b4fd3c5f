"""What a released differ of descriptions says of the edits that `tests/diff` judges.

It is Optic (https://www.npmjs.com/package/@useoptic/optic), which compares descriptions
by rules for breaking changes:

    npm install --ignore-scripts --prefix benchmarks/differ
    python benchmarks/differences.py

Every disagreement has to be explained in `DISAGREEMENTS`; the run fails if one is not,
or if one is explained that is none. `docs/diff.md` has the same reasons.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

HERE: Final = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

from diff.editing import shop  # noqa: E402 - the path is set above
from diff.edits import EDITS, Edit, edited  # noqa: E402 - as above

OPTIC: Final = Path(os.environ.get("OPTIC", HERE / "differ/node_modules/.bin/optic"))
DISAGREEMENTS: Final[dict[str, str]] = {}
"""Why the verdicts differ, by the name of the edit."""


def breaks(folder: Path, edit: Edit) -> bool:
    """Ask the differ whether an edit breaks anything."""
    older, newer = folder / "older.json", folder / f"{EDITS.index(edit)}.json"
    newer.write_text(json.dumps(edited(shop(), edit)), "utf-8")
    quiet = {"OPTIC_TELEMETRY_LEVEL": "off", "DO_NOT_TRACK": "1", "OPTIC_ENV": "local"}
    done = subprocess.run(
        [OPTIC, "diff", older, newer, "--check"],
        env={**os.environ, **quiet},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if done.returncode and "Checks:" not in done.stdout:
        raise RuntimeError(done.stdout + done.stderr)
    return done.returncode != 0


def main() -> int:
    """Compare all verdicts."""
    found: set[str] = set()
    with TemporaryDirectory() as name, ThreadPoolExecutor(2) as pool:
        folder = Path(name)
        (folder / "older.json").write_text(json.dumps(shop()), "utf-8")
        for edit, theirs in zip(
            EDITS, pool.map(partial(breaks, folder), EDITS), strict=True
        ):
            ours = edit.verdict == "breaking"
            if theirs != ours:
                found.add(edit.name)
                who = "here" if ours else "there"
                why = DISAGREEMENTS.get(edit.name, "NOT EXPLAINED")
                print(f"breaking {who}: {edit.name}: {why}", flush=True)
    print(f"{len(EDITS) - len(found)} of {len(EDITS)} verdicts agree")
    return int(found != DISAGREEMENTS.keys())


if __name__ == "__main__":
    sys.exit(main())
