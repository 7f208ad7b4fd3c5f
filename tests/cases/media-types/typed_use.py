"""What type checkers know of bodies that are one of several."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from case_media_types import AsyncClient, Client
from case_media_types.params import Content, ItemParam, PictureEditMultipartParams


def items() -> Iterator[ItemParam]:
    """Yield what is to be written one by one."""
    yield {"id": 1}


async def items_later() -> AsyncIterator[ItemParam]:
    """Yield it when there is time."""
    yield {"id": 1}


def use(client: Client, content: Content) -> None:
    """Give each body what it requires."""
    client.items.create(id=1, name=None)
    client.items.create(body="<item/>")
    client.items.create(body=b"PK")
    client.items.create(body=content)
    client.items.replace(body=[{"id": 1}])
    client.items.replace(body=items())
    client.items.describe()
    client.pictures.edit(prompt="p", urls=["u"])
    client.pictures.edit(prompt="p", picture=Path("p.png"))
    client.limit.set(body=5)
    params: PictureEditMultipartParams = {"prompt": "p", "picture": b"x"}
    client.pictures.requests.edit(**params)


async def use_later(client: AsyncClient) -> None:
    """The same, for an event loop."""
    await client.items.create(body="a;b")
    await client.items.replace(body=items_later())
    await client.pictures.edit(prompt="p", picture=("p.png", b"x"))


def misuse(client: Client) -> None:
    """Strict checkers would call an ignored line that has no mistake one itself."""
    client.items.create(name="a")  # type: ignore[call-overload]
    client.items.create(id=1, body="<item/>")  # type: ignore[call-overload]
    client.items.create(body=5)  # type: ignore[call-overload]
    client.pictures.edit(prompt="p")  # type: ignore[call-overload]
    client.pictures.edit(prompt="p", picture="p.png")  # type: ignore[call-overload]
    client.limit.set(body="5")  # type: ignore[arg-type]
