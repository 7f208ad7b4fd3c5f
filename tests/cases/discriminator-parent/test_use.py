"""Where a parent with a discriminator is used, any of its children may stand."""

from __future__ import annotations

import pytest

from cases.using import Case

CAT = {"species": "cat", "name": "Tom", "lives": 9}


@pytest.mark.parametrize(
    ("star", "kind"),
    [
        (CAT, "Cat"),
        ({"species": "Bird", "name": "Tweety", "wings": 2}, "Bird"),
        (
            {"species": "Parrot", "name": "Polly", "words": ["hi"], "mother": CAT},
            "Parrot",
        ),
        ({"species": "animal", "name": "Alf", "mother": CAT}, "BaseAnimal"),
        ({"species": "fish", "name": "Wanda"}, "Unknown"),
    ],
)
def test_a_child_is_of_its_own_class(case: Case, star: object, kind: str) -> None:
    """Near or far, by its mapping or by its name."""
    answer = {"star": star, "animals": [star]}
    zoo = case.client(answer).zoos.create(star=CAT)

    assert kind == type(zoo.star).__name__
    assert kind == type(zoo.animals[0]).__name__
    assert answer == case.written(zoo)


def test_children_are_sent(case: Case) -> None:
    """As models or dictionaries."""
    cat = case.models.Cat(species="cat", name="Tom", lives=9)
    case.client({"star": CAT}).zoos.create(star=cat, animals=[CAT])

    assert {"star": CAT, "animals": [CAT]} == case.sent
