"""What FastAPI writes twice, for each direction, has one name."""

from __future__ import annotations

from cases.using import Case

PART = {"size": "2.5", "parts": []}
ITEM = {
    "id": 7,
    "name": "Bolt",
    "state": "new",
    "parts": [PART],
    "origin": {"country": "NL", "city": "Delft"},
    "shape": {"kind": "round", "width": 2.5},
}


def test_each_direction_has_its_own_class(case: Case) -> None:
    """Arguments of the one, an answer of the other."""
    item = case.client(ITEM).items.create(
        name="Bolt",
        parts=[{"size": 2.5}],
        shape={"kind": "round"},
        origin={"country": "NL"},
    )

    assert isinstance(item, case.models.Item)
    assert isinstance(item.origin, case.models.ItemOrigin)
    assert isinstance(item.shape, case.models.Round)
    assert "2.5" == item.parts[0].size
    assert {
        "name": "Bolt",
        "parts": [{"size": 2.5}],
        "shape": {"kind": "round"},
        "origin": {"country": "NL"},
    } == case.sent
    assert ITEM == case.written(item)


def test_what_was_received_may_be_sent(case: Case) -> None:
    """It is the same thing, to people and to type checkers."""
    client = case.client(ITEM)
    item = client.items.create(name="Bolt")
    client.items.create(name="Nut", parts=item.parts, shape=item.shape)

    assert {"name": "Nut", "parts": [PART], "shape": ITEM["shape"]} == case.sent


def test_a_model_that_is_only_sent_holds_what_is_sent(case: Case) -> None:
    """So there is one of that, under the name that the document has."""
    models = case.models
    box = models.Box(part={"size": 2.5, "parts": [{"size": "1"}]})
    case.client([]).boxes.pack(part=box.part)

    assert isinstance(box.part.parts[0], models.PartInput)
    assert {"part": {"size": 2.5, "parts": [{"size": "1"}]}} == case.sent
    assert not hasattr(models, "ItemInput")


def test_what_is_no_pair_keeps_its_names(case: Case) -> None:
    """One that travels both ways is no half of anything."""
    models = case.models
    notes = case.client([{"text": "Mind the gap."}]).notes.replace(
        body=[models.NoteOutput(text="Mind."), {"text": "The gap."}]
    )

    assert isinstance(notes[0], models.NoteOutput)
    assert hasattr(models, "NoteInput")
