"""Parameters of every place and style, right and wrong."""

import datetime as dt

from case_style import Client
from case_style.models import Filter, Mix
from case_style.params import MixParam, PaintListParams

client = Client()
moment = dt.datetime(2024, 2, 29, tzinfo=dt.UTC)

client.paints.get({"red": 1}, ["a", "b"], "x/y")
client.paints.get(Mix(red=1), layers=("a",), place="x")
client.paints.list()
client.paints.list(
    color=["blue"],
    ids=(1, 2),
    filter={"price": {"lt": 1.5}, "brands": ["a"]},
    page={"limit": 10},
    since=moment,
    dry="",
    x_mix=Mix(green=2),
    session=None,
)
client.paints.list(since="2024-02-29T12:00:00Z", filter=Filter(brands=["a"]), dry=True)

mix: MixParam = {"red": 1, "green": 2}
params: PaintListParams = {"x_mix": mix, "sizes": [1, 2.5]}
client.paints.list(**params)

# mypy says: List item 0 has incompatible type "Literal['red']"
# pyright says: "list[str]" ... cannot be assigned to parameter "color"
client.paints.list(color=["red"])

# mypy says: List item 0 has incompatible type "str"; expected "int"
# pyright says: "list[str]" ... cannot be assigned to parameter "ids"
client.paints.list(ids=["1"])

# mypy says: Argument "filter" ... "dict[str, dict[str, str]]"; expected "Filter
# pyright says: "dict[str, dict[str, str]]" is not assignable to "FilterParam"
client.paints.list(filter={"price": {"lt": "cheap"}})

# mypy says: incompatible type "int"; expected "datetime | str | None"
# pyright says: "Literal[1709164800]" cannot be assigned to parameter "since"
client.paints.list(since=1709164800)

# mypy says: incompatible type "Literal['yes']"; expected "bool | Literal[''] | None"
# pyright says: "Literal['yes']" cannot be assigned to parameter "dry"
client.paints.list(dry="yes")

# mypy says: Unexpected keyword argument "X_Tags" for "list"
# pyright says: No parameter named "X_Tags"
client.paints.list(X_Tags=["a"])

# mypy says: Missing positional argument "place" in call to "get"
# pyright says: Argument missing for parameter "place"
client.paints.get({"red": 1}, ["a"])

# mypy says: Argument 2 to "get" ... "int"; expected "Sequence[str]"
# pyright says: "Literal[1]" cannot be assigned to parameter "layers"
client.paints.get({"red": 1}, 1, "x")
