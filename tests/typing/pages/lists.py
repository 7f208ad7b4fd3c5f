"""Lists that are read page by page, with the types of what they give."""

from collections.abc import AsyncIterator, Iterator
from typing import assert_type

from kennel import AsyncClient, Client
from kennel._runtime.async_pages import AsyncPages
from kennel._runtime.pages import Pages
from kennel._runtime.paging import Page, PagedRequest
from kennel.headers import TotalHeaders
from kennel.models import Dog, DogList

client = Client()
dogs = client.dogs.list(limit=20)
assert_type(dogs, Pages[Dog, DogList])
for dog in dogs:
    assert_type(dog, Dog)
assert_type(dogs.items(max_items=100), Iterator[Dog])
for page in dogs.by_page(start="a token"):
    assert_type(page, Page[Dog, DogList])
    assert_type(page.items, list[Dog])
    assert_type(page.next, str | None)
    assert_type(page.value, DogList)
    assert_type(page.response.status, int)
assert_type(dogs.first().value.data, list[Dog] | None)

request = client.dogs.requests.list(limit=20)
assert_type(request, PagedRequest[Dog, DogList])
assert_type(client.send(request).value, DogList)

cats = client.cats.list()
assert_type(cats, Pages[Dog, DogList, TotalHeaders])
assert_type(cats.first().response.headers.x_total, int | None)
assert_type(client.send(client.cats.requests.list()).headers, TotalHeaders)

# mypy says: "Pages[Dog, DogList, Mapping[str, str]]" has no attribute "data"
# pyright says: attribute "data" for class "Pages[Dog, DogList, Mapping[str, str]]"
# pyright says: Type of "data" is unknown
# pyright says: Type of "names" is unknown
names = dogs.data

# mypy says: Unexpected keyword argument "size"
# pyright says: No parameter named "size"
client.dogs.list(size=20)

# mypy says: Argument "max_items" to "items" of "Pages"
# pyright says: cannot be assigned to parameter "max_items"
dogs.items(max_items="100")


async def read() -> None:
    """Read with the async client."""
    client = AsyncClient()
    dogs = client.dogs.list()
    assert_type(dogs, AsyncPages[Dog, DogList])
    async for dog in dogs:
        assert_type(dog, Dog)
    assert_type(dogs.by_page(), AsyncIterator[Page[Dog, DogList]])
    assert_type(await dogs.first(), Page[Dog, DogList])
    # mypy says: Incompatible types in "await"
    # pyright says: "AsyncPages[Dog, DogList, Mapping[str, str]]" is not awaitable
    await dogs
