"""`clientsmith pull` from an object of Python, such as a FastAPI application."""

from __future__ import annotations

import json
import sys

import pytest

from clientsmith.diagnostics import Exit
from unit.sources.pulling import Project

FILE = "spec/api.json"
DESCRIPTION = {
    "openapi": "3.1.0",
    "info": {"title": "Häuser", "version": "1"},
    "paths": {"/houses": {"get": {"responses": {"200": {"description": "OK"}}}}},
}
FASTAPI = """\
from fastapi import FastAPI
from pydantic import BaseModel

class Pet(BaseModel):
    name: str

app = FastAPI(title="Pets")

@app.get("/pets")
def list_pets() -> list[Pet]:
    return []
"""


def pulled(project: Project, name: str, text: str) -> object:
    """Pull an object of a module, and read what was written."""
    project.desk.write("app/__init__.py", "")
    project.desk.write("app/main.py", text)
    project.source(f'python = "{name}"', file=FILE)
    ended = project.pull()

    assert (Exit.OK, "") == (ended.code, ended.err)
    return json.loads((project.desk.folder / FILE).read_text("utf-8"))


def test_an_application_of_fastapi_describes_itself(project: Project) -> None:
    """As it would at `/openapi.json`."""
    found = pulled(project, "app.main:app", FASTAPI)

    assert isinstance(found, dict)
    assert ["Pet"] == list(found["components"]["schemas"])
    assert Exit.OK == project.desk.run("generate").code


@pytest.mark.parametrize(
    "text",
    [
        "app = {D}",
        "class A:\n  def openapi(self): return {D}\napp = A()",
        "class A:\n  openapi = {D}\napp = A()",
        "class A:\n  def openapi(self): return {D}\ndef app(): return A()",
        "def app(): return {D}",
    ],
)
def test_an_object_is_a_description_or_makes_one(project: Project, text: str) -> None:
    """Itself, by `openapi()`, or when it is called."""
    assert DESCRIPTION == pulled(
        project, "app.main:app", text.replace("{D}", repr(DESCRIPTION))
    )


def test_attributes_of_attributes_are_found(project: Project) -> None:
    """As other frameworks keep it."""
    text = f"""\
class Spec:
    @staticmethod
    def to_dict(): return {DESCRIPTION!r}

class app:
    spec = Spec()
"""

    assert DESCRIPTION == pulled(project, "app.main:app.spec.to_dict", text)


def test_it_is_written_as_a_person_would(project: Project) -> None:
    """Indented, in its own order and its own letters, however often; keys are text."""
    text = f"""\
app = {DESCRIPTION!r}
app['x-set'] = [*{{'a', 'b', 'c', 'd'}}]
app['x-n'] = {{1: 2}}
"""
    pulled(project, "app.main:app", text)
    written = (project.desk.folder / FILE).read_text("utf-8")
    again = project.pull()

    assert written.startswith('{\n  "openapi": "3.1.0",\n  "info": {\n')
    assert '"title": "Häuser"' in written
    assert '"1": 2' in written
    assert f"{FILE}: unchanged\n" == again.out


def test_what_it_prints_is_no_part_of_it(project: Project) -> None:
    """Nor what another process prints, that it starts."""
    text = f"import os\nprint('Hello')\nos.system('echo there')\napp = {DESCRIPTION!r}"

    assert DESCRIPTION == pulled(project, "app.main:app", text)


@pytest.mark.parametrize(
    ("name", "text", "said", "place"),
    [
        ("app.other:app", "", "No module named 'app.other'", None),
        ("app.main:nope", "", "module 'app.main' has no attribute 'nope'", None),
        ("app.main:app", "x = 1\nraise ValueError('no key')", "ValueError: no key", 2),
        ("app.main:app", "app = (", "SyntaxError: '(' was never closed", 1),
        ("app.main:app", "import sys\nsys.exit('bye')", "SystemExit: bye", 2),
        (
            "app.main:app",
            "app = 1",
            "int is no dictionary and has no `openapi()`",
            None,
        ),
        ("app.main:app", "async def app(): ...", "coroutine is no dictionary", None),
        ("app.main:app", "app = {'a': float('nan')}", "not JSON compliant", None),
        ("app.main:app", "app = {'a': {1, 2}}", "set is not JSON", None),
        (
            "app.main:app",
            "import os\nos._exit(3)",
            "the interpreter with 3",
            None,
        ),
        ("app.main:app", "app = {'message': 'no'}", "this is no OpenAPI", None),
    ],
)
def test_what_goes_wrong_in_it_is_a_diagnostic(
    project: Project, name: str, text: str, said: str, place: int | None
) -> None:
    """With the line of the application, and nothing is written."""
    project.desk.write("app/__init__.py", "")
    project.desk.write("app/main.py", text)
    project.source(f'python = "{name}"', file=FILE)
    ended = project.pull()

    assert ended.code in {Exit.NETWORK, Exit.DOCUMENT}
    assert said in ended.err
    assert "Traceback" not in ended.err
    assert not project.file.parent.exists()
    assert (f"raised here (app/main.py:{place}:1)" in ended.err) == (place is not None)


def test_the_application_does_not_come_into_this_process(project: Project) -> None:
    """Whatever it changes, it changes for itself."""
    pulled(
        project, "app.main:app", f"import sys\nsys.secret = 1\napp = {DESCRIPTION!r}"
    )

    assert "app.main" not in sys.modules
    assert not hasattr(sys, "secret")
