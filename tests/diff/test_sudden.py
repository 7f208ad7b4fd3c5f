"""What is gone and was never deprecated is said to be so; nobody could know of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clientsmith.compare import Change, compare
from diff.editing import shop as document
from diff.editing import surface
from diff.edits import GONE, Edit, edited
from diff.outline import read_page
from diff.packages import read
from diff.repository import Shop

ONE = "/paths/~1pets~1{petId}"
LIST = "/paths/~1pets/get"
SCHEMAS = "/components/schemas"
PET = f"{SCHEMAS}/Pet/properties"
SOLD = "/webhooks/pet.sold/post"


def after(before: Any, *changes: tuple[str, object]) -> Any:
    """Apply changes to a document."""
    return edited(before, Edit("", changes, "none", "", "", ""))


def sudden(before: Any, *changes: tuple[str, object]) -> set[str]:
    """List the places of what is gone without a word, by plans and by packages."""
    later = after(before, *changes)
    planned = places(compare(surface(before), surface(later)))
    written = places(compare(read(before).surface, read(later).surface))

    assert planned == written
    return planned


def places(changes: tuple[Change, ...]) -> set[str]:
    """List where such things were found."""
    return {one.place for one in changes if one.sudden}


def deprecated(*places: str) -> Any:
    """Return the document with some deprecations."""
    return after(document(), *((f"{place}/deprecated", True) for place in places))


@pytest.mark.parametrize(
    ("gone", "place"),
    [
        (f"{ONE}/patch", "client.pets.update()"),
        (f"{LIST}/parameters/2", "client.pets.list(born=)"),
        (f"{PET}/tag", "models.Pet.tag"),
        (SOLD, 'webhooks.parse() "pet.sold"'),
    ],
)
def test_what_is_gone_was_deprecated_or_not(gone: str, place: str) -> None:
    """Calls, arguments, attributes and webhooks."""
    old = deprecated(gone)
    new = compare(surface(document()), surface(after(document(), (gone, GONE))))
    known = compare(surface(old), surface(after(old, (gone, GONE))))

    assert place in places(new)
    assert place not in places(known)


def test_calls_arguments_and_attributes_are_marked_in_packages_too() -> None:
    """Their files say what is deprecated."""
    patch, born, tag = f"{ONE}/patch", f"{LIST}/parameters/2", f"{PET}/tag"
    gone = ((patch, GONE), (born, GONE), (tag, GONE))
    expected = {"client.pets.update()", "client.pets.list(born=)", "models.Pet.tag"}

    assert expected == sudden(document(), *gone)
    assert set() == sudden(deprecated(patch, born, tag), *gone)


def test_what_a_deprecated_call_had_was_deprecated_with_it() -> None:
    """Its arguments, and the models that no other call has."""
    held: dict[str, object] = {"required": [], "properties": {"count": {}}}
    pets = {"type": "object", **held}
    inside = ((f"{LIST}/parameters/2", GONE), (f"{SCHEMAS}/PetList", pets))
    whole = ((LIST, GONE), (f"{SCHEMAS}/PetList", GONE))
    old = deprecated(LIST)

    assert {"client.pets.list(born=)", "models.PetList.items"} == sudden(
        document(), *inside
    )
    assert {"client.pets.list()", "models.PetList"} == sudden(document(), *whole)
    assert set() == sudden(old, *inside)
    assert set() == sudden(old, *whole)


def test_what_others_use_as_well_was_to_last() -> None:
    """A deprecated call says nothing of a model that another one returns."""
    old = deprecated(f"{ONE}/get")

    assert {"models.Pet.tag"} == sudden(old, (f"{PET}/tag", GONE))


def test_what_nothing_refers_to_may_be_named_all_the_same() -> None:
    """It was to last, unless it says otherwise."""
    alone = f"{SCHEMAS}/Alone"
    told = {"type": "object", "properties": {"name": {"type": "string"}}}
    old = after(document(), (alone, told))
    known = after(document(), (alone, {**told, "deprecated": True}))

    assert {"models.Alone"} == sudden(old, (alone, GONE))
    assert set() == sudden(known, (alone, GONE))


def test_what_breaks_nothing_needs_no_deprecation() -> None:
    """As a value that is only received, and what cannot be deprecated at all."""
    value = f"{SCHEMAS}/Happening/properties/kind"
    old = after(document(), (value, {"type": "string", "enum": ["a", "b", "c"]}))

    assert set() == sudden(old, (value, {"type": "string", "enum": ["a", "b"]}))
    assert set() == sudden(
        document(),
        ("/components/securitySchemes/login", GONE),
        ("/paths/~1pets~1{petId}~1photo/put/security", GONE),
    )


def test_an_approval_holds_whether_it_was_deprecated_or_not() -> None:
    """A fingerprint is that of what happened."""
    tag = f"{PET}/tag"
    gone = compare(surface(document()), surface(after(document(), (tag, GONE))))
    old = deprecated(tag)
    known = compare(surface(old), surface(after(old, (tag, GONE))))

    assert [one.fingerprint for one in gone] == [one.fingerprint for one in known]


def test_every_format_says_it(tmp_path: Path) -> None:
    """In a few words, where there is a reason."""
    shop = Shop(tmp_path)
    shop.edit("spec/overlay.yaml", "{tag: {type: string}}", "{}")
    text, told = shop.diff().out, "code that reads it fails; it was never deprecated"
    (target,) = json.loads(shop.diff("--format", "json").out)["targets"]
    page = read_page(shop.diff("--format", "html").out)

    assert f"      {told}\n" in text
    assert told in shop.diff("--format", "markdown").out
    assert told in shop.diff("--format", "github").out
    assert [True] == [one["never_deprecated"] for one in target["changes"]]
    assert "it was never deprecated" in page.one("p", class_="why").text

    shop.edit("spec/overlay.yaml", "{}", "{tag: {type: string, deprecated: true}}")
    shop.commit("Deprecate the tag")
    shop.edit("spec/overlay.yaml", "{tag: {type: string, deprecated: true}}", "{}")
    assert "never" not in shop.diff().out


def test_a_key_may_be_called_as_sets_of_arguments_are_told_apart() -> None:
    """`as` in a name is a part of it."""
    key = f"{SCHEMAS}/OwnerInput/properties/save as draft"
    old = after(document(), (key, {"type": "boolean"}))

    expected = {
        'params.OwnerInputParam["save as draft"]',
        "models.OwnerInput.save_as_draft",
    }

    assert expected == sudden(old, (key, GONE))
