"""What FastAPI writes twice, for each direction, is two classes."""

from __future__ import annotations

from cases.using import Case

ITEM = {"id": 7, "name": "Bolt", "parts": [{"size": "2.5"}]}


def test_each_direction_has_its_own(case: Case) -> None:
    """Arguments of the one, an answer of the other."""
    item = case.client(ITEM).items.create(name="Bolt", parts=[{"size": 2.5}])

    assert isinstance(item, case.models.ItemOutput)
    assert "2.5" == item.parts[0].size
    assert {"name": "Bolt", "parts": [{"size": 2.5}]} == case.sent
    assert ITEM == case.written(item)
