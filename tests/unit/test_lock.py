"""The lock keeps what was published; `generate` writes it and `check` reads it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from clientsmith import pins
from clientsmith.config import Target
from clientsmith.diagnostics import Exit
from clientsmith.lock import Lock, read_lock, write_lock
from hostile.command import DOCUMENT, SINGLE, Desk
from unit.holding import held

OPERATION = "#/paths/~1pets/get"
IDENTIFIER = f"{OPERATION}/operationId"
CONFIGURED = '[targets.one]\ninput = "api.yaml"\nout = "out"\npackage = "pets"\n'


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Stand in a folder with a description and its package."""
    desk = Desk(tmp_path)
    desk.generate("api.yaml", DOCUMENT)
    return desk


def lock_of(desk: Desk, path: str = "out/clientsmith.lock") -> dict[str, str]:
    """Read the names of the only target."""
    lock = json.loads((desk.folder / path).read_text("utf-8"))
    (target,) = lock["targets"].values()
    names: dict[str, str] = target["names"]
    return names


def locked(name: str, identifier: str = "listPets") -> dict[str, str]:
    """Return what a lock knows of the only operation."""
    return {OPERATION: name, IDENTIFIER: identifier}


def test_a_lock_is_written_with_the_package(desk: Desk) -> None:
    """Without what goes without saying: a component that is spelled like its class."""
    assert locked("pets.list") == lock_of(desk)


def test_a_configured_target_has_its_lock_beside_the_configuration(desk: Desk) -> None:
    """One for all targets, by their names."""
    desk.write("clientsmith.toml", CONFIGURED)
    ended = desk.run("generate")

    assert Exit.OK == ended.code
    assert locked("pets.list") == lock_of(desk, "clientsmith.lock")


def test_a_method_keeps_its_name(desk: Desk) -> None:
    """Whatever its `operationId` says now."""
    desk.write("api.yaml", DOCUMENT.replace("listPets", "findPets"))
    desk.run("generate", "api.yaml", *SINGLE)

    assert locked("pets.list", "findPets") == lock_of(desk)


def test_all_names_are_what_they_would_be_today_if_somebody_says_so(desk: Desk) -> None:
    """`--rename all` forgets the lock."""
    desk.write("api.yaml", DOCUMENT.replace("listPets", "findPets"))
    desk.run("generate", "api.yaml", *SINGLE, "--rename", "all")

    assert locked("pets.find", "findPets") == lock_of(desk)


PET = "#/components/schemas/Pet"


def test_one_name_is_changed_on_demand_and_stays_so(desk: Desk) -> None:
    """A class or a method; the next run asks nothing."""
    renames = (
        "--rename",
        "Pet=Animal",
        "--rename",
        "client.pets.list=client.animals.all",
    )
    ended = desk.run("generate", "api.yaml", *SINGLE, *renames)
    names = {**locked("animals.all"), PET: "Animal"}

    assert (Exit.OK, names) == (ended.code, lock_of(desk))
    assert (desk.folder / "out/pets/models/animal.py").is_file()
    assert Exit.OK == desk.run("check", "api.yaml", *SINGLE).code
    assert Exit.OK == desk.run("generate", "api.yaml", *SINGLE).code
    assert names == lock_of(desk)


def test_a_rename_that_is_done_asks_for_nothing(desk: Desk) -> None:
    """So that it may stand in a script; a misspelt one is still refused."""
    renames = ("--rename", "Pet=Animal", "--rename", "pets.list=animals.all")
    for _ in range(2):
        ended = desk.run("generate", "api.yaml", *SINGLE, *renames)

        assert (Exit.OK, {**locked("animals.all"), PET: "Animal"}) == (
            ended.code,
            lock_of(desk),
        )
    ended = desk.run("generate", "api.yaml", *SINGLE, "--rename", "Pat=Animal")

    assert (Exit.USAGE, True) == (ended.code, "nothing is called `Pat`" in ended.err)


@pytest.mark.parametrize(
    ("rename", "said"),
    [
        ("Pat=Animal", "nothing is called `Pat`"),
        ("Pet=class", "`class` cannot be a name: it is a word of Python"),
        ("Pet=9", "`9` cannot be a name: Python cannot spell it"),
        ("Pet=Any", "`Any` cannot be a name: the package needs it"),
        ("pets.list=find", "a method says its resource"),
    ],
)
def test_an_impossible_name_is_refused(desk: Desk, rename: str, said: str) -> None:
    """Before anything is written."""
    before = desk.files()
    ended = desk.run("generate", "api.yaml", *SINGLE, "--rename", rename)

    assert Exit.USAGE == ended.code
    assert said in ended.err
    assert before == desk.files()


def test_a_class_may_have_the_name_of_a_member(desk: Desk) -> None:
    """Members are named in their enumeration, and renamed in the lock."""
    text = DOCUMENT.replace("{type: string}", "{type: string, enum: [URL, x-y]}")
    desk.write("api.yaml", text)
    as_class = ("api.yaml", *SINGLE, "--enums", "class")
    ended = desk.run("generate", *as_class, "--rename", "PetName=URL")
    names = lock_of(desk)
    key = "#/components/schemas/Pet/properties/name"

    assert Exit.OK == ended.code
    assert "URL" == names[key]
    assert ("UPPER_CASE", "X_Y") == (
        names[f"{key}/members"],
        names[f"{key}/members/x-y"],
    )

    lock = desk.folder / "out/clientsmith.lock"
    lock.write_text(lock.read_text().replace("X_Y", "WHY"))

    assert Exit.OK == desk.run("generate", *as_class).code
    assert 'WHY = "x-y"' in (desk.folder / "out/pets/models/pet.py").read_text()


def test_a_name_that_goes_without_saying_is_not_taken(desk: Desk) -> None:
    """Nobody's class becomes another one by a rename; one it is called by can be."""
    pet = "{pet: {$ref: '#/components/schemas/Pet'}}"
    other = f"    Foo_Bar: {{type: object, properties: {pet}}}"
    asked = DOCUMENT.replace("schemas/Pet", "schemas/Foo_Bar", 1)
    desk.write("api.yaml", asked.replace("servers:", f"{other}\nservers:"))
    taken = desk.run("generate", "api.yaml", *SINGLE, "--rename", "Pet=FooBar")
    known = desk.run("generate", "api.yaml", *SINGLE, "--rename", "FooBar=Foo")

    assert Exit.USAGE == taken.code
    assert "`FooBar` is the name of something else" in taken.err
    assert Exit.OK == known.code
    assert "Foo" == lock_of(desk)["#/components/schemas/Foo_Bar"]


def test_what_is_said_of_a_resource_stays(desk: Desk) -> None:
    """Also of one whose name had to be spelled in another way."""
    tags = "[{name: 1-Click, description: One click is enough.}]"
    described = DOCUMENT.replace("tags: [pets]", "tags: [1-Click]")
    described = described.replace("/pets", "/clicks").replace("listPets", "list")
    desk.write("api.yaml", f"tags: {tags}\n{described}")
    for _ in range(2):
        desk.run("generate", "api.yaml", *SINGLE)
        client = (desk.folder / "out/pets/client.py").read_text("utf-8")

        assert "One click is enough." in client


def test_what_has_no_arguments_takes_no_name(desk: Desk) -> None:
    """A typed dictionary that is not written is in nobody's way."""
    several = """
  /registries/{name}/key: {get: {tags: [Registries], operationId: getKey, parameters: [
    {name: name, in: path, required: true, schema: {type: string}}], responses: {}}}
  /registry/key: {get: {tags: [Registry], operationId: getKey, parameters: [
    {name: age, in: query, schema: {type: integer}}], responses: {}}}
components:"""
    desk.write("api.yaml", DOCUMENT.replace("\ncomponents:", several))
    desk.run("generate", "api.yaml", *SINGLE)
    first = lock_of(desk)
    desk.run("generate", "api.yaml", *SINGLE)

    assert first == lock_of(desk)
    assert Exit.OK == desk.run("check", "api.yaml", *SINGLE).code


def test_what_is_gone_leaves_the_lock(desk: Desk) -> None:
    """Its name is free again."""
    text = DOCUMENT.replace("/pets:", "/animals:").replace("listPets", "listAnimals")
    desk.write("api.yaml", text)
    desk.run("generate", "api.yaml", *SINGLE)

    assert "#/paths/~1animals/get" in lock_of(desk)
    assert OPERATION not in lock_of(desk)


def test_an_operation_that_moves_is_called_as_it_was(desk: Desk) -> None:
    """Its `operationId` is known; `check` asks for the lock that says where it is."""
    text = DOCUMENT.replace("/pets:", "/animals:").replace("[pets]", "[animals]")
    desk.write("api.yaml", text)
    desk.run("generate", "api.yaml", *SINGLE)
    place = "#/paths/~1animals/get"

    assert {place: "pets.list", f"{place}/operationId": "listPets"} == lock_of(desk)
    assert Exit.OK == desk.run("check", "api.yaml", *SINGLE).code


def test_a_lock_of_an_earlier_release_is_read(desk: Desk) -> None:
    """It knows no `operationId` yet, which is no other name; the next run adds it."""
    path = desk.folder / "out/clientsmith.lock"
    value = json.loads(path.read_text("utf-8"))
    value["targets"]["pets"]["names"] = {OPERATION: "animals.all"}
    path.write_text(json.dumps(value), "utf-8")
    desk.run("generate", "api.yaml", *SINGLE)
    whole = path.read_text("utf-8")
    path.write_text(json.dumps(value), "utf-8")
    checked = desk.run("check", "api.yaml", *SINGLE)

    assert Exit.NETWORK == checked.code
    assert "what is known of an operation, `listPets`, is not pinned" in checked.err
    assert Exit.OK == desk.run("generate", "api.yaml", *SINGLE).code
    assert whole == path.read_text("utf-8")
    assert locked("animals.all") == lock_of(desk)


def test_a_lock_that_does_not_fit_is_a_mismatch(desk: Desk) -> None:
    """`check` says so and writes nothing."""
    (desk.folder / "out/clientsmith.lock").unlink()
    ended = desk.run("check", "api.yaml", *SINGLE)

    assert Exit.NETWORK == ended.code
    assert ["clientsmith.lock:1:1: error[lock-mismatch]"] == ended.places
    assert "there is no `clientsmith.lock` to keep a name" in ended.err
    assert not (desk.folder / "out/clientsmith.lock").exists()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{\n  oops", "2:3: error[lock-syntax]"),
        ("<<<<<<< ours\n{}", "1:1: error[lock-syntax]"),
        ('{\n "version": 9}', "2:2: error[lock-value]"),
        (
            '{"version": 1,\n "targets": {"pets": {"names": {"#/a": "no way!"}}}}',
            "2:33: error[lock-value]",
        ),
        ('{"version": 1,\n "targets": {"pets": {"names": {"#/a": 1}}}}', "2:33: error"),
        (
            '{"version": 1,\n "targets": {"a": {"names": {"#/a/members/b": "name"}}}}',
            "2:30: error[lock-value]",
        ),
        ('{"version": 1, "targets": []}', "1:16: error[lock-value]"),
        ("[]", "1:1: error[lock-value]"),
        ("[" * 100_000, "1:1: error[lock-syntax]"),
    ],
)
def test_a_broken_lock_stops_the_run(desk: Desk, text: str, place: str) -> None:
    """With the place, and without a traceback."""
    desk.write("out/clientsmith.lock", text)
    ended = desk.run("generate", "api.yaml", *SINGLE)

    assert Exit.NETWORK == ended.code
    assert f"clientsmith.lock:{place}" in ended.err


OTHER = """\
openapi: 3.1.0
info: {title: Cars, version: "1"}
paths:
  /cars: {get: {operationId: listCars, responses: {"204": {description: OK}}}}
servers: [{url: "https://cars.example.com"}]
"""
CARS = '[targets.cars]\ninput = "cars.yaml"\nout = "cars"\npackage = "cars"\n'


def targets_in(desk: Desk) -> dict[str, dict[str, str]]:
    """Read the names that the lock beside the configuration has, by target."""
    lock = json.loads((desk.folder / "clientsmith.lock").read_text("utf-8"))
    return {name: each["names"] for name, each in lock["targets"].items()}


@pytest.fixture
def fleet(desk: Desk) -> Desk:
    """Generate two targets, one of which has a name that nobody would choose."""
    desk.write("cars.yaml", OTHER)
    desk.write("clientsmith.toml", CONFIGURED + CARS)
    desk.run("generate")
    rename = ("--rename", "client.pets.list=client.animals.all")
    desk.run("generate", "--target", "one", *rename)
    return desk


def test_a_target_that_was_removed_blocks_nobody(fleet: Desk) -> None:
    """`check` warns of its names, and `generate` drops them and says so."""
    fleet.write("clientsmith.toml", CONFIGURED)
    checked = fleet.run("check")
    strict = fleet.run("check", "--fail-on", "warning")
    printed = json.loads(fleet.run("check", "--json").out)
    place = "clientsmith.lock:3:5: "

    assert (Exit.OK, Exit.NETWORK) == (checked.code, strict.code)
    assert [f"{place}warning[lock-target-unknown]"] == checked.places
    assert ["lock-target-unknown"] == [one["code"] for one in printed["diagnostics"]]
    assert {"cars", "one"} == targets_in(fleet).keys()

    generated = fleet.run("generate")

    assert Exit.OK == generated.code
    assert [f"{place}hint[lock-target-unknown]"] == generated.places
    assert {"one"} == targets_in(fleet).keys()
    assert (fleet.folder / "cars/cars/__init__.py").is_file()
    assert [] == fleet.run("check").places


def test_a_target_that_is_called_otherwise_takes_its_names_along(fleet: Desk) -> None:
    """Also if another one is added at once, and its package lies elsewhere."""
    names = targets_in(fleet)["one"]
    fleet.write("dogs.yaml", OTHER.replace("cars", "dogs"))
    dogs = CARS.replace("cars", "dogs")
    renamed = CONFIGURED.replace("one", "two").replace('"out"', '"moved"')
    fleet.write("clientsmith.toml", dogs + renamed)
    checked = fleet.run("check")
    generated = fleet.run("generate")

    assert [
        "clientsmith.lock:3:5: warning[lock-target-unknown]",
        "clientsmith.lock:12:5: warning[lock-target-renamed]",
    ] == checked.places[:2]
    assert Exit.OK == generated.code
    assert "`two` is what `one` was, and takes its names along" in generated.err
    assert {"dogs", "two"} == targets_in(fleet).keys()
    assert names == targets_in(fleet)["two"]
    assert locked("animals.all") == names
    assert Exit.OK == fleet.run("check").code


def test_names_that_are_inherited_are_said_with_what_they_would_be(fleet: Desk) -> None:
    """A new target may have the description of one that is gone, and needs none."""
    renamed = CONFIGURED.replace("one", "two").replace('"pets"', '"animals"')
    fleet.write("clientsmith.toml", renamed.replace('"out"', '"moved"') + CARS)
    checked, generated = fleet.run("check"), fleet.run("generate")
    note = "note: `animals.all` stays, and would be `pets.list` in a new target"
    command = "clientsmith generate --target two --rename all"

    for ended in (checked, generated):
        assert note in ended.err
        assert f"nobody uses it yet: `{command}`" in ended.err

    fleet.run(*command.split()[1:])

    assert locked("pets.list") == targets_in(fleet)["two"]


def test_names_are_kept_while_it_is_not_clear_whose_they_are(fleet: Desk) -> None:
    """Another target may be who takes them along, and is not looked at."""
    fleet.write("clientsmith.toml", CONFIGURED.replace("one", "two") + CARS)
    ended = fleet.run("generate", "--target", "cars")

    assert Exit.OK == ended.code
    assert ["clientsmith.lock:12:5: warning[lock-target-unknown]"] == ended.places
    assert {"cars", "one"} == targets_in(fleet).keys()

    fleet.run("generate")

    assert {"cars", "two"} == targets_in(fleet).keys()


@pytest.mark.parametrize("command", [("targets",), ("explain", PET), ("pull",)])
def test_names_of_nobody_are_no_matter_to_other_commands(
    fleet: Desk, command: tuple[str, ...]
) -> None:
    """They neither write nor judge the lock."""
    fleet.write("clientsmith.toml", CONFIGURED)
    ended = fleet.run(*command)

    assert "lock-target" not in ended.err


def test_what_is_not_known_in_a_lock_is_kept(tmp_path: Path) -> None:
    """And every entry stands on a line of its own."""
    path = tmp_path / "clientsmith.lock"
    path.write_text('{"version": 1, "later": {"x": 1}, "references": {"u": "d"}}')
    lock = read_lock(path).value

    assert lock is not None
    write_lock(path, Lock(lock.references, {"t": {"#/a": "A"}}, lock.unknown))

    assert path.read_text() == (
        '{\n  "later": {\n    "x": 1\n  },\n  "references": {\n    "u": "d"\n  },\n'
        '  "targets": {\n    "t": {\n      "names": {\n        "#/a": "A"\n'
        '      }\n    }\n  },\n  "version": 1\n}\n'
    )
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="needs flock")
def test_a_run_that_holds_the_lock_is_named(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That is no matter of permissions."""
    desk.write("clientsmith.toml", CONFIGURED)
    monkeypatch.setattr(pins, "PATIENCE", 0.1)
    with held(desk.folder):
        ended = desk.run("generate")

    assert (Exit.USAGE, ["error[folder-busy]"]) == (ended.code, ended.places)
    assert "clientsmith.lock is not written: another run holds `.`" in ended.err
    assert "wait for it or end it" in ended.err


URL = "https://schemas.example.com/a.json"
FIRST, SECOND = "sha256:1", "sha256:2"


def test_the_first_pin_stays(tmp_path: Path) -> None:
    """A run that has fetched another content says so, and keeps its names."""
    target = _target(tmp_path, "pets")
    pins.keep(_target(tmp_path, "dogs"), {}, {URL: FIRST})
    (problem,) = pins.keep(target, {OPERATION: "pets.list"}, {URL: SECOND})
    lock = read_lock(target.lock).value or Lock()

    assert ("reference-changed", Exit.NETWORK) == (problem.code, problem.exit)
    assert {URL: FIRST} == lock.references
    assert {OPERATION: "pets.list"} == lock.names["pets"]


def test_the_same_pin_twice_is_no_contradiction(tmp_path: Path) -> None:
    """Two targets refer to one file, and both fetch it."""
    for name in ("pets", "dogs"):
        assert [] == pins.keep(_target(tmp_path, name), {}, {URL: FIRST})


def _target(folder: Path, name: str) -> Target:
    configuration = folder / "clientsmith.toml"
    return Target(
        name=name,
        input="api.yaml",
        out=folder / name,
        package=name,
        folder=folder,
        configuration=configuration,
    )
