"""What type checkers know of things that are described twice."""

from typing import assert_type

from case_twins import Client
from case_twins.models import Item, Part, PartInput
from case_twins.params import PartParam


def use(client: Client, part: PartParam) -> None:
    """Send what is sent, and what was received."""
    item = client.items.create(name="Bolt", parts=[{"size": 2.5}, part])
    assert_type(item, Item)
    assert_type(item.parts, list[Part])

    client.items.create(name="Nut", parts=item.parts, origin=item.origin)
    client.items.create(name="Nut", parts=[PartInput(size=1)], shape=item.shape)
