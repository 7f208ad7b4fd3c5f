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
_CONNECTED = frozenset(
    {
        "security",
        "security-login",
        "security-oauth2",
        "servers",
        "servers-relative",
        "servers-unknown",
    }
)
"""Cases of what a client is told, which shows in its module and in methods."""


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
    prefix = f"{package_name(name)}/"
    files = {
        f"expected/{path}": file.text
        for file in run.files
        if _is_shown(name, path := file.path.removeprefix(prefix))
        and file.path.startswith(prefix)
    }
    return files | ({DIAGNOSTICS: said} if said else {})


def _is_shown(name: str, path: str) -> bool:
    """Tell whether a file of the package is decided by the keyword of a case."""
    folder, _, file = path.rpartition("/")
    if path == "client.py":
        return name in _CONNECTED
    shows_calls = name in _CALLED | _CONNECTED
    folders = (*_SHOWN, "resources") if shows_calls else _SHOWN
    return folder in folders and file != "__init__.py"
