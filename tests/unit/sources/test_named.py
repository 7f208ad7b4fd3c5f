"""Descriptions that are named on the command line and are no files."""

from __future__ import annotations

import json

import pytest

from clientsmith.diagnostics import Exit
from hostile.command import DOCUMENT, SINGLE, Desk
from servers.publisher import Publisher
from unit.sources.pulling import FILE, LARGER, Project


@pytest.fixture
def desk(project: Project, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Stand in an empty folder, with an empty cache."""
    cache = project.desk.folder / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    return project.desk


def test_an_address_is_generated_from(desk: Desk, publisher: Publisher) -> None:
    """And checked against; relative servers are seen from there."""
    text = DOCUMENT.replace("https://pets.example.com", "/v2")
    url = publisher.publish("/spec/api.yaml?token=s3cret", text)
    made, same = desk.run("generate", url, *SINGLE), desk.run("check", url, *SINGLE)
    publisher.publish("/spec/api.yaml?token=s3cret", text.replace("/pets:", "/dogs:"))
    other = desk.run("check", url, *SINGLE)
    files = b"".join(desk.files().values()).decode()

    assert [Exit.OK, Exit.OK, Exit.DRIFT] == [made.code, same.code, other.code]
    assert f"{publisher.address}/v2" in files
    assert f"{publisher.address}/spec/api.yaml" in files
    assert "s3cret" not in files


def test_what_an_address_refers_to_is_of_its_origin(
    desk: Desk, publisher: Publisher
) -> None:
    """It is pinned as any other reference; this machine is none of its business."""
    desk.write("pet.yaml", "type: string")
    text = DOCUMENT.replace("#/components/schemas/Pet", "pet.yaml")
    url = publisher.publish("/spec/api.yaml", text)
    pet = publisher.publish("/spec/pet.yaml", "{type: object, title: Cat}")
    ended = desk.run("generate", url, *SINGLE)
    lock = json.loads((desk.folder / "out/clientsmith.lock").read_text("utf-8"))

    assert Exit.OK == ended.code
    assert [pet] == list(lock["references"])


def test_problems_are_shown_in_what_was_fetched(
    desk: Desk, publisher: Publisher
) -> None:
    """With the line, and without what may be secret in the address."""
    wrong = DOCUMENT.replace("schemas/Pet", "schemas/Pett")
    url = publisher.publish("/api.yaml?key=s3cret", wrong)
    ended = desk.run("generate", url, *SINGLE)

    assert Exit.DOCUMENT == ended.code
    assert f"{publisher.address}/api.yaml:13:" in ended.err
    assert "s3cret" not in ended.err


def test_an_object_is_generated_from(desk: Desk) -> None:
    """It is imported from the folder that one stands in."""
    described = json.dumps(
        {"openapi": "3.1.0", "info": {"title": "P", "version": "1"}, "paths": {}}
    )
    desk.write("app/__init__.py", "")
    desk.write("app/main.py", f"def app(): return {described}")
    ended = desk.run("ir", "app.main:app", "--stage", "document")
    wrong = desk.run("generate", "app.main:nope", *SINGLE)

    assert (Exit.OK, json.loads(described)) == (ended.code, json.loads(ended.out))
    assert (Exit.NETWORK, ["error[source-object]"]) == (wrong.code, wrong.places)
    assert not desk.files()


def test_a_file_is_a_file_whatever_it_is_called(desk: Desk) -> None:
    """Also where its name could be that of an object."""
    desk.write("app:main", DOCUMENT)

    assert Exit.OK == desk.run("generate", "app:main", *SINGLE).code


@pytest.mark.parametrize("how", [{"status": 404}, {"status": 500}, {"missing": 5}])
def test_an_address_that_gives_nothing_is_said(
    desk: Desk, publisher: Publisher, how: dict[str, object]
) -> None:
    """With exit status 6, and nothing is written."""
    url = publisher.publish("/api.yaml", DOCUMENT, **how)
    ended = desk.run("generate", url, *SINGLE)

    assert (Exit.NETWORK, ["error[source-unreachable]"]) == (ended.code, ended.places)
    assert not desk.files()


@pytest.mark.parametrize("command", ["generate", "check"])
def test_frozen_asks_nobody_for_a_description(
    desk: Desk, publisher: Publisher, command: str
) -> None:
    """Neither a server nor an application."""
    url = publisher.publish("/api.yaml", DOCUMENT)
    ended = [
        desk.run(command, name, *SINGLE, "--frozen") for name in (url, "app.main:app")
    ]

    assert [Exit.NETWORK] * 2 == [one.code for one in ended]
    assert [["error[network-frozen]"]] * 2 == [one.places for one in ended]
    assert [] == publisher.asked


def test_frozen_fetches_no_reference(desk: Desk, publisher: Publisher) -> None:
    """One that is pinned and in the cache is not fetched anyway."""
    pet = publisher.publish("/pet.yaml", "type: object")
    desk.write(
        "clientsmith.toml",
        f'[references]\nallow = ["{publisher.address}"]\n'
        '[targets.pets]\ninput = "api.yaml"\nout = "out"\npackage = "pets"\n',
    )
    desk.write("api.yaml", DOCUMENT.replace("#/components/schemas/Pet", pet))
    unpinned = desk.run("generate", "--frozen")
    made, frozen = desk.run("generate"), desk.run("generate", "--frozen")
    for kept in (desk.folder / "cache").rglob("sha256-*"):
        kept.unlink()
    options = ("--frozen", "--no-cache")
    uncached = [desk.run(command, *options) for command in ("generate", "check")]

    assert ["api.yaml:13:45: error[reference-unpinned]"] == unpinned.places
    assert [Exit.OK, Exit.OK] == [made.code, frozen.code]
    assert [["api.yaml:13:45: error[network-frozen]"]] * 2 == [
        one.places for one in uncached
    ]
    assert ["/pet.yaml"] == publisher.paths


def test_an_input_of_the_configuration_is_a_file(desk: Desk) -> None:
    """The hint says what keeps it in one."""
    desk.write(
        "clientsmith.toml",
        '[targets.pets]\ninput = "https://a.example/b"\nout = "o"\npackage = "pets"\n',
    )
    ended = desk.run("generate")

    assert Exit.USAGE == ended.code
    assert ["clientsmith.toml:2:1: error[source-address]"] == ended.places
    assert '[sources."api.yaml"] url = "https://a.example/b"' in ended.err


def test_a_file_that_is_to_be_pulled_is_missed(
    project: Project, publisher: Publisher
) -> None:
    """The hint says by what it comes."""
    project.source(f'url = "{publisher.address}/api.yaml"')
    ended = project.desk.run("generate")

    assert Exit.USAGE == ended.code
    assert ["clientsmith.toml:2:1: error[source-missing]"] == ended.places
    assert "hint: run `clientsmith pull`" in ended.err
    assert [] == publisher.asked


@pytest.mark.parametrize("command", ["generate", "check"])
def test_an_edit_of_what_was_pulled_is_reported(
    project: Project, publisher: Publisher, command: str
) -> None:
    """As a warning that names the line of the lock; with `--frozen` as an error."""
    project.source(f'url = "{publisher.publish("/api.yaml", DOCUMENT)}"')
    unpinned = _written(project).desk.run(command, "--frozen")
    project.pull()
    project.desk.run("generate")
    sound = project.desk.run(command, "--frozen")
    project.file.write_text(LARGER, "utf-8")
    ended, frozen = project.desk.run(command), project.desk.run(command, "--frozen")
    again = project.desk.run(command)

    assert ended.places == again.places
    assert (Exit.NETWORK, ["error[source-unpinned]"]) == (
        unpinned.code,
        unpinned.places,
    )
    assert (Exit.OK, []) == (sound.code, sound.places)
    assert Exit.NETWORK != ended.code
    assert f"{FILE}:1:1: warning[source-edited]" in ended.err
    assert "  note: what was pulled (clientsmith.lock:" in ended.err
    assert (Exit.NETWORK, [f"{FILE}:1:1: error[source-edited]"]) == (
        frozen.code,
        frozen.places,
    )


def _written(project: Project) -> Project:
    """Put the file in place by hand, as one that the lock does not know."""
    project.desk.write(FILE, DOCUMENT)
    return project


_DOG = "more.yaml#/components/schemas/Dog"


@pytest.mark.parametrize("command", ["generate", "check"])
def test_an_edit_of_a_file_that_is_only_referred_to_is_reported(
    project: Project, publisher: Publisher, command: str
) -> None:
    """Every run that reads it says so, also where nothing has changed since."""
    more = (
        'openapi: 3.1.0\ninfo: {title: More, version: "1"}\npaths: {}\n'
        "components: {schemas: {Dog: {type: string}}}\n"
    )
    url = publisher.publish("/more.yaml", more)
    project.desk.write(
        "api.yaml",
        DOCUMENT.replace("name: {type: string}", f"name: {{$ref: '{_DOG}'}}"),
    )
    project.desk.write(
        "clientsmith.toml",
        '[targets.pets]\ninput = "api.yaml"\nout = "out"\npackage = "pets"\n'
        f'[sources."more.yaml"]\nurl = "{url}"\n',
    )
    pulled = project.desk.run("pull")
    sound = project.desk.run("generate").places
    project.desk.write("more.yaml", more.replace("string", "integer"))
    said = [project.desk.run(command).places for _ in range(2)]
    frozen = project.desk.run(command, "--frozen")
    place = "more.yaml:1:1: warning[source-edited]"

    assert (Exit.OK, []) == (pulled.code, sound)
    assert [[place], [place]] == said
    assert Exit.NETWORK == frozen.code


def test_an_overlay_may_be_pulled_as_well(
    project: Project, publisher: Publisher
) -> None:
    """It is an input as the description is."""
    overlay = (
        "overlay: 1.0.0\ninfo: {title: t, version: '1'}\n"
        "actions: [{target: $.info, update: {x-a: 1}}]\n"
    )
    url = publisher.publish("/overlay.yaml", overlay)
    project.desk.write("api.yaml", DOCUMENT)
    project.desk.write(
        "clientsmith.toml",
        '[targets.pets]\ninput = "api.yaml"\nout = "out"\npackage = "pets"\n'
        f'overlays = ["fix.yaml"]\n[sources."fix.yaml"]\nurl = "{url}"\n',
    )
    pulled, made = project.pull(), project.desk.run("generate")
    project.desk.write("fix.yaml", overlay.replace("x-a", "x-b"))

    assert [Exit.OK, Exit.OK] == [pulled.code, made.code]
    assert "fix.yaml:1:1: warning[source-edited]" in project.desk.run("check").places
