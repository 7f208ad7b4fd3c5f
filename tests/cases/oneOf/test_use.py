"""One of several is a union, told apart by what only one of them can be."""

from __future__ import annotations

import pytest

from cases.using import Case

ID = "123e4567-e89b-42d3-a456-426614174000"
SHAPE = {"id": 1, "area": {"radius": 2.5}}


@pytest.mark.parametrize(
    ("key", "value", "kind"),
    [
        ("id", ID, "UUID"),
        ("area", {"radius": 1.5}, "Circle"),
        ("area", {"side": 1.5}, "Square"),
        ("label", "a", "str"),
        ("label", None, "NoneType"),
        ("only", {"radius": 1.5}, "Circle"),
        ("style", {"kind": "plain"}, "PlainShapeStyle"),
        ("style", {"kind": "filled", "colour": "red"}, "FilledShapeStyle"),
        ("style", {"kind": "dotted", "dots": 3}, "Unknown"),
        ("paid", {}, "Cash"),
        ("paid", {"type": "coins"}, "Cash"),
        ("paid", {"type": "card", "change": 1}, "Card"),
        ("paid", {"type": "tap", "name": "a"}, "Card"),
        ("paid", {"type": "tap", "code": "a"}, "Voucher"),
        ("paid", {"type": "voucher"}, "Voucher"),
        ("paid", {"type": "shells"}, "Unknown"),
        ("nested", {"radius": 1.5}, "Circle"),
        ("nested", "a", "str"),
        ("nested", [1], "list"),
        ("level", 2, "int"),
        ("level", 7, "int"),
        ("twice", "a", "str"),
    ],
)
def test_a_value_has_the_class_of_its_variant(
    case: Case, key: str, value: object, kind: str
) -> None:
    """And is written as it came."""
    answer = {**SHAPE, key: value}
    shape = case.client(answer).shapes.create(id=1, area={"side": 1})

    assert kind == type(getattr(shape, key)).__name__
    assert answer == case.written(shape)


def test_either_may_be_sent(case: Case) -> None:
    """As a model or as a dictionary."""
    circle = case.models.Circle(radius=2.5)
    case.client(SHAPE).shapes.create(id=1, area=circle, style={"kind": "plain"})

    assert {"id": 1, "area": {"radius": 2.5}, "style": {"kind": "plain"}} == case.sent


def test_titled_constants_are_an_enumeration(case: Case) -> None:
    """Each is documented."""
    assert "`1`: Low: Nobody waits." in case.docs("models/shape")


@pytest.mark.parametrize(
    ("code", "refused"), [("ab", False), ("b", True), ("az", True)]
)
def test_alternatives_of_one_type_exclude_each_other(
    case: Case, code: str, *, refused: bool
) -> None:
    """In strict validation, just one of them fits."""
    answer = {**SHAPE, "code": code}

    assert refused == case.refuses(lambda client: client.shapes.create(**SHAPE), answer)


def test_what_fits_none_is_kept_by_default(case: Case) -> None:
    """It is never made one of them; strict validation refuses it."""
    answer = {"id": 1, "area": {"height": 3}}
    client = case.client(answer, validation="lenient")
    shape = client.shapes.create(id=1, area={"side": 1})

    assert answer == case.written(shape)
    assert case.refuses(lambda client: client.shapes.create(**SHAPE), answer)
