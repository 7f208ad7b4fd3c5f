"""The harbor client, whose description is cut into many files."""

from __future__ import annotations

import json
from collections.abc import Callable
from types import ModuleType

import pytest

from golden.answering import Server

SHIP = {
    "name": "Gorch Fock",
    "cargo": [
        {"kind": "box", "number": "7", "seal": {"broken": False}},
        {"kind": "bulk", "tons": 2.5},
    ],
    "escort": [{"name": "Tug", "cargo": []}],
}
BERTHS = [{"number": 3, "ship": SHIP}]


@pytest.fixture(scope="module")
def harbor(use: Callable[[str], ModuleType]) -> ModuleType:
    """Import the package."""
    return use("harbor")


def test_a_schema_of_another_file_is_a_class(harbor: ModuleType) -> None:
    """Under the name that a component gives it, else under that of its place."""
    ship = Server(SHIP).client(harbor).ships.get("123e4567-e89b-42d3-a456-426614174000")
    box, bulk = ship.cargo

    assert isinstance(ship, harbor.models.Vessel)
    assert isinstance(ship.escort[0], harbor.models.Vessel)
    assert isinstance(box, harbor.models.Container)
    assert isinstance(box.seal, harbor.models.Seal)
    assert isinstance(bulk, harbor.models.Bulk)


def test_there_is_one_class_whoever_refers_to_it(harbor: ModuleType) -> None:
    """The root document by an anchor, and other files by their paths."""
    [berth] = Server(BERTHS).client(harbor).berths.list()

    assert isinstance(berth, harbor.models.Berth)
    assert isinstance(berth.ship, harbor.models.Vessel)


def test_what_is_sent_comes_from_several_files(harbor: ModuleType) -> None:
    """Arguments, with what they hold."""
    server = Server(SHIP)
    made = server.client(harbor).ships.create(name="Gorch Fock", cargo=SHIP["cargo"])

    assert {"name": "Gorch Fock", "cargo": SHIP["cargo"]} == json.loads(server.request.content)
    assert isinstance(made, harbor.models.Vessel)


def test_an_error_of_another_file_has_a_body(harbor: ModuleType) -> None:
    """A shared response, with a schema that holds itself."""
    server = Server({"title": "No", "causes": [{"title": "Storm"}]}, status=418)
    with pytest.raises(harbor.HarborError) as raised:
        server.client(harbor).ships.list(flag="de")

    assert "GET /ships?flag=de" == server.asked
    assert isinstance(raised.value.body.causes[0], harbor.models.Problem)
