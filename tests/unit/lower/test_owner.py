"""An inline schema is named after what it is part of."""

from __future__ import annotations

from clientsmith.ir import Name, Part, name_of
from clientsmith.lower.owner import Owner
from clientsmith.pointer import Pointer

PET = Owner(Name(("Pet",)), Pointer(), root=True)


def rungs(owner: Owner) -> list[str]:
    """List the names of an owner as one word each."""
    full = owner.full
    return [*map(pascal, (*full.titled, *full.rungs))]


def pascal(name: Name) -> str:
    """Write a name as a class is called."""
    return "".join(word[:1].upper() + word[1:] for word in name.words)


def test_a_part_is_called_after_its_owner() -> None:
    """With everything on the way while that is readable."""
    assert ["PetStoreToy"] == rungs(PET.child(name_of("Store")).child(name_of("Toy")))


def test_an_item_has_the_singular_and_the_list_in_reserve() -> None:
    """For when the singular is a part of its own."""
    assert ["PetToy", "PetToysItem"] == rungs(PET.child(name_of("Toys")).item)


def test_the_tag_of_a_variant_stands_in_front() -> None:
    """And what else tells it apart behind."""
    toy = PET.child(name_of("Toy"))

    assert ["BallPetToy"] == rungs(toy.variant(Part(before=name_of("Ball"))))
    assert ["PetToyBall"] == rungs(toy.variant(Part(name_of("Ball"))))


def test_a_title_comes_before_the_owner() -> None:
    """For what has it, and for its parts."""
    titled = PET.child(name_of("Toy")).called(name_of("Ball"))

    assert ["Ball", "PetToy"] == rungs(titled)
    assert ["BallColour", "PetToyColour"] == rungs(titled.child(name_of("Colour")))


def test_words_in_the_middle_come_back_one_by_one() -> None:
    """Where a name would be long, the nearest ones are said first."""
    owner = PET.child(name_of("PreferredVeterinaryPractice"))
    owner = owner.child(name_of("EmergencyContact")).child(name_of("PhoneNumber"))

    assert [
        "PetEmergencyContactPhoneNumber",
        "PetPreferredVeterinaryPracticeEmergencyContactPhoneNumber",
    ] == rungs(owner)


def test_the_scope_of_a_tag_is_said_where_the_whole_does_not_say_it() -> None:
    """`response.created` of `ResponseEvent` is `CreatedResponseEvent`."""
    tag = Part(before=name_of("created"), scope=name_of("response"))
    event = Owner(name_of("ResponseEvent"), Pointer())
    notice = Owner(name_of("Notice"), Pointer())

    assert ["CreatedResponseEvent", "ResponseCreatedResponseEvent"] == [
        *map(pascal, event.variant(tag).anchors)
    ]
    assert ["ResponseCreatedNotice"] == [*map(pascal, notice.variant(tag).anchors)]
    part = event.child(name_of("item")).variant(tag)
    assert ["CreatedResponseEventItem", "ResponseCreatedResponseEventItem"] == [
        *rungs(part)
    ]


def test_what_an_answer_is_about_is_no_part_of_itself() -> None:
    """Each of the `pets` that a list of pets holds is a `Pet`."""
    answer = Owner(name_of("Pet"), Pointer(), whole=(name_of("PetListResponse"),))
    pets = answer.child(name_of("pets")).item

    assert ["Pet", "PetPet", "PetPetsItem"] == rungs(pets)
    assert ["PetToy", "PetPetToy"] == rungs(pets.child(name_of("toy")))[:2]


def test_what_is_listed_has_the_name_of_one() -> None:
    """Where the key is a word for any list."""
    listed = Owner(
        name_of("Shop"),
        Pointer(),
        whole=(name_of("ShopGetPetsResponse"),),
        each=name_of("ShopPet"),
    )
    pet = listed.child(name_of("data")).item

    assert ["ShopPet"] == rungs(pet)[:1]
    assert ["ShopPetToy", "ShopDataToy"] == rungs(pet.child(name_of("toy")))[:2]
    assert ["ShopToy"] == rungs(listed.child(name_of("toys")).item)[:1]
