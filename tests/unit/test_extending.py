"""Code of the team has a place in the package that nothing is generated at."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from clientsmith.write import read_manifest
from hostile.command import DOCUMENT, SINGLE, Desk

REPOSITORY = Path(__file__).parents[2]
EXTENSIONS = "out/pets/extensions.py"
DOCUMENTED = re.search(
    r"```python\n(.*?)```",
    (REPOSITORY / "docs/extending.md").read_text("utf-8"),
    re.DOTALL,
)
TWO = DOCUMENT.replace(
    "paths:\n",
    """\
paths:
  /pets/{id}:
    delete:
      operationId: deletePet
      tags: [pets]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"204": {description: It is gone.}}
""",
)
USE = """\
import httpx2
from pets.extensions import Pets

pets = [{"name": "A"}]
answer = httpx2.MockTransport(lambda request: httpx2.Response(200, json=pets))
with Pets(http_client=httpx2.Client(transport=answer)) as client:
    print(client.with_options(timeout=5).names())
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand beside a package that has the documented extension."""
    desk = Desk(tmp_path)
    desk.generate("api.yaml", TWO)
    assert DOCUMENTED is not None
    desk.write(EXTENSIONS, DOCUMENTED[1])
    desk.write("out/pets/extensions_too/deep/er.py", "mine = 1\n")
    return desk


def use(desk: Desk) -> str:
    """Call the method of the extension in a program of its own."""
    return subprocess.run(
        [sys.executable, "-c", USE],
        cwd=desk.folder / "out",
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_it_is_there_after_an_operation_has_gone(desk: Desk) -> None:
    """The same file, which works as before, while what it stands beside changes."""
    first = use(desk)
    path = desk.folder / EXTENSIONS
    before = path.stat()
    ended = desk.generate("api.yaml", DOCUMENT)

    assert Exit.OK == ended.code
    assert "delete" not in (desk.folder / "out/pets/resources/pets.py").read_text()
    assert (before.st_ino, before.st_mtime_ns) == (
        path.stat().st_ino,
        path.stat().st_mtime_ns,
    )
    assert "['A']\n" == first == use(desk)
    assert (desk.folder / "out/pets/extensions_too/deep/er.py").exists()


def test_it_is_there_after_everything_was_forced(desk: Desk) -> None:
    """`--force` gives up edits of generated files, and no others."""
    desk.write("out/pets/py.typed", "edited\n")
    ended = desk.generate("api.yaml", DOCUMENT, "--force")

    assert Exit.OK == ended.code
    assert "['A']\n" == use(desk)


def test_it_is_no_drift(desk: Desk) -> None:
    """`check` does not speak of it."""
    ended = desk.run("check", "api.yaml", *SINGLE)

    assert (Exit.OK, "") == (ended.code, ended.out)


def test_no_template_leads_there() -> None:
    """The modules at the top of a package are known, and none has that name."""
    folder = REPOSITORY / "templates/package/package"
    names = {path.name.partition(".")[0] for path in folder.iterdir()}

    assert {"client", "errors", "resources"} <= names
    assert "extensions" not in names


@pytest.mark.parametrize(
    ("title", "tag"), [("Extensions", "extensions"), ("extensions", "pets.extensions")]
)
def test_no_description_leads_there(desk: Desk, title: str, tag: str) -> None:
    """Schemas, tags and operations of that name are in folders of their own."""
    text = DOCUMENT.replace("Pet:", f"{title}:").replace(
        "schemas/Pet", f"schemas/{title}"
    )
    text = text.replace("[pets]", f'["{tag}"]').replace("listPets", "extensions")
    ended = desk.generate("api.yaml", text)
    manifest = read_manifest(desk.folder / "out", "pets").value

    assert Exit.OK == ended.code
    assert manifest is not None
    assert any("extensions" in path for path in manifest.files)
    assert [] == [path for path in manifest.files if path.startswith("pets/extensions")]
