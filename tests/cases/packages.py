"""The cases: a folder for each keyword, or for one that stands in company."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from clientsmith.ir import name_of
from clientsmith.targets import Run
from golden.blessing import DIAGNOSTICS, generate_from, shown

FOLDER = Path(__file__).parent
NAMES = tuple(sorted(path.parent.name for path in FOLDER.glob("*/openapi.yaml")))
MADE = tuple(name for name in NAMES if (FOLDER / name / "expected").is_dir())
"""Cases of which there is a package; the others are refused, and say why."""
_SHOWN = ("models", "params")
_CALLED = frozenset(
    {
        "contentSchema",
        "encoding",
        "format-binary",
        "media-types",
        "multipart",
        "parameter-content",
        "path",
        "style",
    }
)
"""Cases whose keyword shows in methods, too."""


@cache
def generate(name: str) -> Run:
    """Generate the package of a case in memory."""
    return generate_from(FOLDER / name, package_name(name))


def package_name(name: str) -> str:
    """Give a case a name that can be imported: `allOf` is `case_all_of`."""
    return f"case_{name_of(name).snake}"


def generated(name: str) -> dict[str, str]:
    """List what the folder of a case should hold: what its keyword decides."""
    run = generate(name)
    said = shown(run)
    folders = (*_SHOWN, "resources") if name in _CALLED else _SHOWN
    prefix = f"{package_name(name)}/"
    files = {
        f"expected/{path.removeprefix(prefix)}": file.text
        for file in run.files
        if (path := file.path).startswith(prefix)
        and Path(path).parent.name in folders
        and Path(path).name != "__init__.py"
    }
    return files | ({DIAGNOSTICS: said} if said else {})
