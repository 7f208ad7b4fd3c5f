"""Methods that list something page by page."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from clientsmith.config import read_config
from clientsmith.diagnostics import Position
from clientsmith.load import Source
from clientsmith.pipeline import compile_description, produce
from clientsmith.plan import Options
from unit.compiling import START, compiled, files

LIST = """
paths:
  /pages:
    get:
      tags: [pages]
      operationId: listPages
      parameters: [{name: cursor, in: query, schema: {type: string}}]
      responses:
        "200":
          description: Pages of a book, page by page.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Offset"}
components:
  schemas:
    Offset:
      type: object
      properties:
        data: {type: array, items: {$ref: "#/components/schemas/Cursor"}}
        next_cursor: {type: string}
        has_more: {type: boolean}
    Cursor: {type: object, properties: {id: {type: string}}}
"""


def test_a_list_is_read_page_by_page() -> None:
    """By methods that send nothing, blocking and async, and by one request of both.

    What the API itself calls `Pages` or `Cursor` keeps its name.
    """
    module = files(LIST)["pets/resources/pages.py"]

    assert "from .._runtime.pages import Pages as _Pages\n" in module
    assert "import Cursor as CursorModel\n" in module
    assert ") -> _Pages[CursorModel, OffsetModel]:\n" in module
    assert ") -> _AsyncPages[CursorModel, OffsetModel]:\n" in module
    assert "    async def " not in module
    assert 'step=Cursor("cursor", "/next_cursor"),\n' in module
    assert 'items="/data",\n' in module
    assert 'more="/has_more",\n' in module
    assert "return _AsyncPages(self._client, self.requests.list(" in module


def test_only_packages_with_lists_carry_what_reads_them() -> None:
    """A client without any has no file for it."""

    def carried(text: str) -> set[str]:
        package = compiled(text).package
        assert package is not None
        made = produce(package, "none").value or []
        return {Path(file.path).stem for file in made if "_runtime" in file.path}

    ours = {"async_pages", "links", "page_steps", "page_values", "pages", "paging"}

    assert ours == ours & carried(LIST)
    assert set() == ours & carried(LIST.replace("cursor", "other"))


FORM = LIST.replace("get:", "post:").replace(
    "parameters: [{name: cursor, in: query, schema: {type: string}}]",
    """requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: {type: object, properties: {cursor: {type: string}}}""",
)


def test_a_form_carries_its_token() -> None:
    """Also where the first request has no form, because nothing was given for it."""
    module = files(FORM)["pets/resources/pages.py"]

    assert "body=unless_empty(form_body(params))" in module
    assert 'location="body", empty=form_body({})' in " ".join(module.split())


def test_json_needs_nothing_to_be_sent_in_unless_it_has_a_name_of_its_own() -> None:
    """JSON is what the runtime would send."""
    plain = FORM.replace("application/x-www-form-urlencoded", "application/json")
    own = plain.replace(
        "/json:\n            schema: {type", "/x+json:\n            schema: {type"
    )

    assert "empty=" not in files(plain)["pets/resources/pages.py"]
    assert 'empty=json_body({}, media_type="application/x+json")' in " ".join(
        files(own)["pets/resources/pages.py"].split()
    )


def test_documents_show_how_a_list_is_read() -> None:
    """By a list of the API itself."""
    made = files(LIST)

    assert "pages = client.pages.list()\nfor item in pages.items(" in made["README.md"]
    assert "Returns `Pages[Cursor, Offset]`." in made["REFERENCE.md"]
    assert "client.pages.list().first().value" in made["tests/test_calls.py"]
    assert "## Lists" not in files("paths: {}")["README.md"]


def test_the_configuration_has_schemes_for_all_targets_and_for_one(
    tmp_path: Path,
) -> None:
    """Those of the target count more."""
    path = tmp_path / "clientsmith.toml"
    path.write_text(
        dedent(
            """
            [targets.pets]
            input = "a"
            out = "b"
            package = "pets"
            [targets.pets.pagination.own]
            kind = "link"
            [pagination.all]
            kind = "cursor"
            parameter = "c"
            next = "meta.next"
            """
        )
    )
    config = read_config(path).value

    assert config is not None
    assert ["own", "all"] == [each.name for each in config.targets[0].pagination]


CONFIGURATION = """
[targets.pets]
input = "a"
out = "b"
package = "pets"
pagination.own = {kind = "link"}

[pagination.ours]
kind = "cursor"  # kind = "none"
parameter = "c"
next = "next"
operations = [
    "GET /pets",
]
"""


@pytest.mark.parametrize(
    ("right", "wrong", "line", "message"),
    [
        ('"cursor"', '"cursors"', 9, "`ours` in `pagination`: `kind` must be one of"),
        ('next = "next"', "", 8, "`ours` in `pagination`: `cursor` needs `next`"),
        ('next = "next"', "next = 1", 11, "`ours` in `pagination`: `next` must be"),
        ('"link"', '"links"', 6, "`own` in `pagination`: `kind` must be one of"),
        ("[pagination.ours]", "[pagination]", 9, "`kind` in `pagination`: it must be"),
        ("[pagination.ours]", "[[pagination]]", 8, "`pagination` must be a table of"),
    ],
)
def test_a_wrong_scheme_of_the_configuration_is_shown(
    tmp_path: Path, right: str, wrong: str, line: int, message: str
) -> None:
    """Where it stands, and what is wrong with it."""
    path = tmp_path / "clientsmith.toml"
    path.write_text(CONFIGURATION.replace(right, wrong, 1))
    problem = read_config(path).diagnostics[0]

    assert "config-value" == problem.code
    assert message == problem.message[: len(message)]
    assert isinstance(problem.at, Position)
    assert line == problem.at.line


def test_a_scheme_knows_where_it_is_said(tmp_path: Path) -> None:
    """So that what it does not fit can be shown there."""
    path = tmp_path / "clientsmith.toml"
    path.write_text(CONFIGURATION)
    config = read_config(path).value
    assert config is not None
    own, ours = config.targets[0].pagination

    assert Position("clientsmith.toml", 6, 1) == own.at
    assert Position("clientsmith.toml", 8, 2) == ours.at
    assert Position("clientsmith.toml", 12, 1) == ours.places["operations"]


def test_what_is_asked_for_is_planned_again_by_the_lock() -> None:
    """A second run changes nothing."""
    source = Source("api.yaml", f"{START}{LIST}".encode())
    first = compile_description(source, (), Options("pets")).package
    assert first is not None
    again = compile_description(source, (), Options("pets", pinned=first.names)).package

    assert again is not None
    assert first.names == again.names
    assert "pages.list" == first.names["#/paths/~1pages/get/pages"]
