"""Descriptions of several files are merged, and what contradicts is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.diagnostics import Exit
from clientsmith.excerpts import show
from clientsmith.load import JSON, Document, Source, Sources, load
from clientsmith.pointer import Pointer
from hostile.command import SINGLE, Desk

ONE = """\
openapi: 3.1.0
info: {title: One, version: "1"}
servers: [{url: "https://a.example"}]
tags: [{name: pets, description: Pets.}]
security: [{key: []}]
paths:
  /pets:
    get: {operationId: listPets, tags: [pets], responses: {"200": {description: OK}}}
components:
  securitySchemes:
    key: {type: apiKey, in: header, name: key}
  schemas:
    Error: {type: object}
"""
TWO = """\
# Another file, with lines of its own.
openapi: 3.1.1
info: {title: Two, version: "2"}
tags: [{name: pets, description: Animals.}, {name: dogs}]
security: [{key: []}]
paths:
  /pets:
    post: {operationId: addPet, tags: [pets], responses: {"201": {description: OK}}}
  /dogs:
    get: {operationId: listDogs, tags: [dogs], responses: {"200": {description: OK}}}
components:
  schemas:
    Error: {type: object}
    Dog: {type: string}
"""


def merged(*texts: str) -> Document:
    """Load parts that are expected to fit."""
    outcome = load(*_sources(texts)[:1], parts=_sources(texts)[1:])

    assert () == outcome.diagnostics
    assert outcome.value is not None
    return outcome.value


def shown(*texts: str) -> list[str]:
    """Show what is wrong with parts."""
    sources = _sources(texts)
    outcome = load(sources[0], parts=sources[1:])
    return show(outcome.diagnostics, outcome.value or Sources(tuple(sources)))


def _sources(texts: tuple[str, ...]) -> list[Source]:
    names = ("a.yaml", "b.yaml", "c.yaml")
    return [
        Source(name, text.encode()) for name, text in zip(names, texts, strict=False)
    ]


def value_at(document: Document, *steps: str) -> JSON:
    """Follow keys."""
    value = document.value
    for step in steps:
        assert isinstance(value, dict)
        value = value[step]
    return value


def place(document: Document, *steps: str) -> str:
    """Locate a value."""
    return str(document.locate(Pointer("", steps)))


def test_operations_and_components_add_up() -> None:
    """Methods of one path, too."""
    found = merged(ONE, TWO)

    assert {"get", "post"} == {*value_at(found, "paths", "/pets")}  # type: ignore[misc]
    assert ["/pets", "/dogs"] == [*value_at(found, "paths")]  # type: ignore[misc]
    assert ["Error", "Dog"] == [*value_at(found, "components", "schemas")]  # type: ignore[misc]


def test_the_first_says_what_the_whole_is_called() -> None:
    """And where it is; tags that have a description there keep it."""
    found = merged(ONE, TWO)

    assert "One" == value_at(found, "info", "title")
    assert "3.1.0" == value_at(found, "openapi")
    assert [{"url": "https://a.example"}] == value_at(found, "servers")
    assert [
        {"name": "pets", "description": "Pets."},
        {"name": "dogs"},
    ] == value_at(found, "tags")


def test_places_are_those_of_each_file() -> None:
    """By line and column."""
    found = merged(ONE, TWO)

    assert "a.yaml:8:5" == place(found, "paths", "/pets", "get")
    assert "b.yaml:8:5" == place(found, "paths", "/pets", "post")
    assert "b.yaml:14:11" == place(found, "components", "schemas", "Dog", "type")
    assert ("a.yaml", "b.yaml") == found.sources
    assert TWO == found.text_of("b.yaml")


@pytest.mark.parametrize(
    ("old", "new", "pointer", "place", "other"),
    [
        ("post:", "get:", "#/paths/~1pets/get", "b.yaml:8:5", "a.yaml:8:5"),
        (
            "Error: {type: object}",
            "Error: {type: string}",
            "#/components/schemas/Error",
            "b.yaml:13:5",
            "a.yaml:13:5",
        ),
        (
            "  schemas:\n",
            "  securitySchemes: {key: {type: http, scheme: basic}}\n  schemas:\n",
            "#/components/securitySchemes/key",
            "b.yaml:12:21",
            "a.yaml:11:5",
        ),
        (
            "tags: [{name: pets",
            "servers: [{url: 'https://b.example'}]\ntags: [{name: pets",
            "#/servers",
            "b.yaml:4:1",
            "a.yaml:3:1",
        ),
        ("3.1.1", "3.0.3", "#/openapi", "b.yaml:2:1", "a.yaml:1:1"),
    ],
)
def test_what_contradicts_is_shown_in_both_places(
    old: str, new: str, pointer: str, place: str, other: str
) -> None:
    """Neither is right by itself."""
    lines = shown(ONE, TWO.replace(old, new))

    assert (
        f"{place}: error[inputs-disagree]: two inputs disagree about {pointer}"
    ) == lines[0]
    assert f"  note: the other one ({other})" in lines
    assert "1 error" == lines[-1]


def test_a_third_is_compared_with_all_before() -> None:
    """And all contradictions are shown at once."""
    third = TWO.replace("/pets", "/cats").replace("listDogs", "dogs")
    third = third.replace("Dog: {type: string}", "Dog: {}")
    lines = shown(ONE, TWO, third)

    assert "  note: the other one (b.yaml:10:5)" in lines
    assert "  note: the other one (b.yaml:14:5)" in lines
    assert "2 errors" == lines[-1]


def test_operations_keep_the_security_of_their_file() -> None:
    """What asks for none is not asked for the key of the other file."""
    found = merged(ONE, TWO.replace("security: [{key: []}]\n", ""))

    assert [{"key": []}] == value_at(found, "security")
    assert [] == value_at(found, "paths", "/dogs", "get", "security")
    assert "security" not in value_at(found, "paths", "/pets", "get")  # type: ignore[operator]


def test_a_part_that_cannot_be_read_is_told_in_its_own_file() -> None:
    """And nothing is merged."""
    assert shown(ONE, "openapi: [")[0].startswith("b.yaml:1:")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder with two files, in folders of their own."""
    desk = Desk(tmp_path)
    desk.write("spec/a.yaml", ONE)
    desk.write("spec/b.yaml", TWO)
    return desk


def configured(desk: Desk, inputs: str) -> None:
    """Write a configuration."""
    target = f'[targets.pets]\ninput = {inputs}\nout = "out"\npackage = "pets"\n'
    desk.write("clientsmith.toml", target)


@pytest.mark.parametrize("inputs", ['["spec/a.yaml", "spec/b.yaml"]', '"spec"'])
def test_a_target_may_have_several_inputs(desk: Desk, inputs: str) -> None:
    """Each of them is a cause of drift; so are all of a folder."""
    configured(desk, inputs)
    made, same = desk.run("generate"), desk.run("check")
    desk.write("spec/b.yaml", TWO.replace("/dogs", "/cats"))
    other = desk.run("check")

    assert [Exit.OK, Exit.OK, Exit.DRIFT] == [made.code, same.code, other.code]
    assert "document changed: spec/b.yaml" in other.out
    assert "out/pets/resources/dogs.py" in desk.files()


def test_a_folder_may_be_named_on_the_command_line(desk: Desk) -> None:
    """What is no description in it is left alone, and what is hidden."""
    desk.write("spec/.hidden.yaml", ONE.replace("OK", "No"))
    desk.write("spec/overlay.yaml", "overlay: 1.0.0\n# openapi\n")
    desk.write("spec/notes.md", "# openapi\n")
    ended = desk.run("generate", "spec", *SINGLE)
    empty = desk.folder / "empty"
    empty.mkdir()
    nothing = desk.run("generate", "empty", *SINGLE)

    assert Exit.OK == ended.code
    assert (Exit.USAGE, ["error[source-is-directory]"]) == (
        nothing.code,
        nothing.places,
    )


def test_pages_each_have_a_part(desk: Desk) -> None:
    """As documentation is published; the places are those of the pages."""
    for name, text in (("a", ONE), ("b", TWO)):
        desk.write(f"pages/{name}.md", f"# Page\n\n```yaml\n{text}```\n")
    made = desk.run("generate", "pages", *SINGLE)
    wrong = TWO.replace("{description: OK}", "{$ref: '#/components/responses/No'}")
    desk.write("pages/b.md", f"# Page\n\n```yaml\n{wrong}```\n")
    ended = desk.run("generate", "pages", *SINGLE)

    assert Exit.OK == made.code
    assert "pages/b.md:11:67: error[reference-missing]" in ended.places


def test_references_begin_in_their_own_file(desk: Desk) -> None:
    """Also where that is in another folder, and where they lead to another part."""
    text = TWO.replace("Dog: {type: string}", "Dog: {$ref: dog.yaml}").replace(
        '"200": {description: OK}',
        '"200": {description: OK, content: {application/json: {schema: '
        "{$ref: '../spec/a.yaml#/components/schemas/Error'}}}}",
    )
    desk.write("more/b.yaml", text)
    desk.write("more/dog.yaml", "{type: object, properties: {name: {type: string}}}")
    configured(desk, '["spec/a.yaml", "more/b.yaml"]')
    ended = desk.run("generate")

    assert (Exit.OK, []) == (ended.code, ended.places)
    assert "out/pets/models/dog.py" in desk.files()


@pytest.mark.parametrize("inputs", ["[]", '""'])
def test_a_target_has_at_least_one_input(desk: Desk, inputs: str) -> None:
    """The place is that of the key."""
    configured(desk, inputs)

    assert ["clientsmith.toml:2:1: error[config-value]"] == desk.run("check").places
