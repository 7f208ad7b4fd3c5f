"""Every change is a change of something that callers know by a name."""

from __future__ import annotations

import pytest

from clientsmith.compare import Side, compare, inside, things
from diff.editing import shop, shop_surface, surface
from diff.edits import EDITS, Edit, edited


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_every_change_is_of_a_thing(edit: Edit) -> None:
    """Its name and the part that has changed are what the place says."""
    old, new = shop_surface(), surface(edited(shop(), edit))
    changes = compare(old, new)
    found = things(old, new, changes)

    assert [each.fingerprint for each in changes] == [*found]
    for each in changes:
        thing, side = found[each.fingerprint], each.after or each.before
        assert side is not None
        assert side.place.startswith(thing.name)
        assert inside(side) in side.place.removeprefix(thing.name)
        assert bool(thing.before or thing.after)


def test_changes_of_one_call_are_of_one_thing() -> None:
    """Also where it is called otherwise now."""
    document = shop()
    path = "/paths/~1pets~1{petId}/get/operationId"
    renamed = edited(document, Edit("", ((path, "fetchPet"),), "none", "", "", ""))
    gone = "/components/schemas/Pet/properties/tag/description"
    both = edited(renamed, Edit("", ((gone, "A tag."),), "none", "", "", ""))
    old, new = shop_surface(), surface(both)
    found = things(old, new, compare(old, new))
    names = sorted({(one.kind, one.group, one.name) for one in found.values()})

    assert ("calls", "client.pets", "client.pets.fetch") in names
    assert ("models", "models", "models.Pet") in names
    (call,) = {one for one in found.values() if one.name == "client.pets.fetch"}
    assert "client.pets.get(" == call.before[0]
    assert "client.pets.fetch(" == call.after[0]


@pytest.mark.parametrize(
    ("place", "part"),
    [
        ("client.pets.list()", ""),
        ("client.pets.list(limit=)", "limit="),
        ("client.pets.list(limit=) as PetListParams2", "limit= as PetListParams2"),
        ("client.pets.list() x-total", "x-total"),
        ("client.pets.list() raises GoneError", "raises GoneError"),
        ("models.Pet.name", "name"),
        ("models.Pet.*", "*"),
        ('params.PetParam["a(b).c"]', '["a(b).c"]'),
        ('webhooks.parse() "pet.sold"', ""),
        ("webhooks.parse_sold()", ""),
        ("errors.NotFoundError.body", "body"),
        ("Client(key=)", "key="),
    ],
)
def test_the_part_of_a_thing_is_what_its_place_adds(place: str, part: str) -> None:
    """Nothing, where it is the whole of it."""
    assert part == inside(Side(place, ""))
