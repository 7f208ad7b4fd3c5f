"""Models without the client are called what the client calls them."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest

from clientsmith.styles import ModelStyle as Style
from clientsmith.write import File
from golden.packages import FOLDER
from unit.models.making import BOOKSHOP, FASTROUTER, STYLES, run

CORPUS = Path(os.environ.get("CLIENTSMITH_CORPUS", ""))
REAL = ("petstore-3.1.json", "train-travel.yaml", "scalar-galaxy.yaml")
DOCUMENTS = [
    BOOKSHOP,
    FOLDER / "jobs" / "openapi.yaml",
    FOLDER / "weather" / "openapi.json",
    FASTROUTER,
    *(CORPUS / name for name in REAL),
]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("style", STYLES)
def test_classes_enums_and_aliases_have_the_names_of_the_client(
    path: Path, style: Style
) -> None:
    """Those that the API sends, and those that only requests hold."""
    if not path.is_file():
        pytest.skip("CLIENTSMITH_CORPUS does not name the folder of descriptions")
    client = run(path, "client", None)
    models = run(path, "models", style)
    received = defined(client.files, "client/models/")
    sent = {
        name
        for name in defined(client.files, "client/params/")
        if not name.endswith("Params") and name.removesuffix("Param") not in received
    }
    wanted = received if style == "pydantic" else received | sent

    assert wanted
    assert wanted == defined(models.files, "models/models")


def defined(files: list[File], folder: str) -> set[str]:
    """List what the modules of a folder define."""
    found: set[str] = set()
    for file in files:
        if file.path.startswith(folder) and not file.path.endswith("__init__.py"):
            for node in ast.parse(file.text).body:
                match node:
                    case ast.ClassDef(name=name):
                        found.add(name)
                    case ast.Assign(targets=[ast.Name(id=name)]):
                        found.add(name)
                    case ast.AnnAssign(target=ast.Name(id=name)):
                        found.add(name)
                    case _:
                        pass
    return found
