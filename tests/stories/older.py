"""Packages as they were generated before: by an older release, or formatted by one."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from clientsmith.shipped import templates_folder
from stories.maintainer import MANIFEST, Maintainer

RELEASE = "0.0.9"
FORMATTER = "0.1.0"
_RUN = """\
import sys
from pathlib import Path
import clientsmith
clientsmith.__version__ = {release!r}
from clientsmith import shipped
shipped.templates_folder = lambda: Path({templates!r})
from clientsmith.__main__ import main
sys.argv[1:] = ["generate", "--frozen", "--no-cache"]
main()
"""


def generate_by_an_older_release(maintainer: Maintainer, folder: Path) -> None:
    """Run what clientsmith was once: its requests and its errors said less."""
    templates = folder / "templates"
    shutil.copytree(templates_folder(), templates)
    returning = "    return {{ builder"
    for name, now, then in (
        ("definitions/builder.py.jinja", returning, f"    # Of old.\n{returning}"),
        ("runtime/errors.py", '"""', '"""Of old. '),
    ):
        text = (templates / name).read_text("utf-8")
        assert now in text
        (templates / name).write_text(text.replace(now, then, 1), "utf-8")
    script = _RUN.format(release=RELEASE, templates=str(templates))
    subprocess.run(
        [sys.executable, "-c", script],
        cwd=maintainer.folder,
        capture_output=True,
        check=True,
        timeout=120,
    )


def format_as_an_older_formatter(maintainer: Maintainer) -> None:
    """Lay out what is generated as a formatter did once, and note that it did."""
    package = maintainer.folder / "client" / "pets"
    lay_out(package)
    manifest = json.loads(maintainer.reads(MANIFEST))
    manifest["provenance"]["formatter_version"] = FORMATTER
    for path, entry in manifest["files"].items():
        text = (maintainer.folder / "client" / path).read_bytes()
        entry["sha256"] = sha256(text).hexdigest()
    maintainer.writes(MANIFEST, f"{json.dumps(manifest, indent=2)}\n")


def lay_out(folder: Path) -> None:
    """Format otherwise than clientsmith does: in longer lines."""
    command = ["ruff", "format", "--isolated", "--line-length=120", "--quiet"]
    subprocess.run(
        [sys.executable, "-m", *command, str(folder)], check=True, timeout=60
    )
