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
DISAGREEMENTS: Final = {
    name: why
    for why, names in {
        (
            "Optic knows operations by method and path, and callers know methods "
            "by their names"
        ): (
            "an operation is renamed",
            "an operation moves to another tag",
        ),
        (
            "the client sends the same call to the new path; only who writes "
            "requests by hand is broken"
        ): ("an operation moves to another path",),
        "the client sends the same call in the other media type": (
            "a body is sent as a form",
        ),
        "it is no part of what is sent; callers may give it by its name": (
            "a part of the path is renamed",
        ),
        "Optic has no rule for it": (
            "an operation needs other credentials",
            "a maximum becomes lower",
            "a pattern is added",
            "a text that is sent must be shorter",
            "a header of an answer is removed",
            "a webhook is removed",
            "a property of a webhook is removed",
            "a callback is renamed",
            "a scheme of credentials is removed",
            "a variable of the server loses a value",
            "the description no longer says where the API is",
            "a schema is renamed",
        ),
        (
            "servers often ignore what they do not know; a client does not have "
            "the argument any more"
        ): (
            "a parameter is removed",
            "a parameter is renamed",
            "a property of what is sent is removed",
            "a key within what is sent is removed",
        ),
        (
            "Optic does not look at these marks; the argument, or the attribute, "
            "is gone"
        ): (
            "a property becomes read-only",
            "a property becomes write-only",
        ),
        (
            "to Optic each change of a type breaks something; integers are "
            "numbers, and anything may be text"
        ): (
            "an integer becomes a number where it is sent",
            "what is sent may be anything",
            "a number becomes an integer where it is received",
            "a type of an untagged union that is received is removed",
        ),
        "Optic compares two types, and here one of them is missing": (
            "what is sent may no longer be anything",
            "what is received may be anything",
            "the values of a map take another type",
        ),
        "Optic does not look at formats; in Python it is another type": (
            "text becomes a date where it is received",
        ),
        "enumerations that are received are open: code has to expect any text": (
            "a value that is received is added",
        ),
        "Optic does not look for what answers may be in addition": (
            "a type is added to an untagged union that is received",
            "an answer may be of another kind, too",
        ),
        (
            "another status stands in its place; what was returned was nothing, "
            "and nobody could use it"
        ): ("what was empty is answered by something",),
    }.items()
    for name in names
}
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
