"""Edits that providers make, and what each means for those who call the client.

`code` is what somebody has written before: it fits the older package, and fits the
newer one unless the edit breaks it where type checkers see that.
"""

from __future__ import annotations

import copy
from typing import Any, Final, Literal

from msgspec import Struct

from clientsmith.pointer import parse_reference

GONE: Final = object()
"""In the place of a value: it is taken away."""


class From(Struct, frozen=True):
    """What stands elsewhere in the older document."""

    where: str


class Edit(Struct, frozen=True):
    """One edit of `shop.yaml`, and the verdict of a careful maintainer."""

    name: str
    changes: tuple[tuple[str, object], ...]
    """Where, as JSON pointers, and what is there now."""
    verdict: Literal["breaking", "compatible", "docs", "none"]
    place: str
    """Where callers find what has changed."""
    why: str
    code: str
    unseen: bool = False
    """Whether it breaks at run time only: no type checker sees it."""


def edited(document: dict[str, Any], edit: Edit) -> dict[str, Any]:
    """Apply an edit to a copy of a document."""
    made = copy.deepcopy(document)
    for where, told in edit.changes:
        *steps, last = parse_reference(f"#{where}").steps
        holder = _at(made, steps)
        value = _copied(document, told) if isinstance(told, From) else told
        if isinstance(holder, list):
            _in_list(holder, last, value)
        elif value is GONE:
            del holder[last]
        else:
            holder[last] = value
    return made


def _copied(document: dict[str, Any], other: From) -> object:
    """Copy what stands elsewhere."""
    steps = parse_reference(f"#{other.where}").steps
    return copy.deepcopy(_at(document, list(steps)))


def _at(value: Any, steps: list[str]) -> Any:
    for step in steps:
        value = value[int(step) if isinstance(value, list) else step]
    return value


def _in_list(items: list[Any], last: str, value: object) -> None:
    if last == "-":
        items.append(value)
    elif value is GONE:
        del items[int(last)]
    else:
        items[int(last)] = value


_LIST = "/paths/~1pets/get"
_PARAMETERS = f"{_LIST}/parameters"
_CREATE = "/paths/~1pets/post"
_ONE = "/paths/~1pets~1{petId}"
_PHOTO = "/paths/~1pets~1{petId}~1photo"
_ORDERS = "/paths/~1orders"
_SCHEMAS = "/components/schemas"
_JSON = "content/application~1json/schema"
_TEXT = {"type": "string"}
_NUMBER = {"type": "integer"}

_CALL = 'client.pets.list(token="t")'
_STATUS = 'client.pets.list(token="t", status="sold")'
_NEW = 'client.pets.create(name="Rex", tag="x", owner={"email": "e"})'
_GET = 'client.pets.get("1")'

CALLS: Final = (
    Edit(
        "an operation is added",
        (
            (
                "/paths/~1shops",
                {
                    "get": {
                        "operationId": "listShops",
                        "tags": ["shops"],
                        "responses": {"204": {"description": "None."}},
                    }
                },
            ),
        ),
        "compatible",
        "client.shops.list()",
        "nobody calls it yet",
        _CALL,
    ),
    Edit(
        "an operation is removed",
        ((f"{_ONE}/delete", GONE),),
        "breaking",
        "client.pets.delete()",
        "its method is gone",
        'client.pets.delete("1")',
    ),
    Edit(
        "a path is removed",
        (("/paths/~1orders~1search", GONE),),
        "breaking",
        "client.orders.search()",
        "its method is gone",
        'client.orders.search(text="x")',
    ),
    Edit(
        "an operation is renamed",
        ((f"{_ONE}/get/operationId", "fetchPet"),),
        "breaking",
        "client.pets.get()",
        "its method has another name, unless the lock keeps it",
        _GET,
    ),
    Edit(
        "an operation moves to another tag",
        ((f"{_ONE}/get/tags", ["animals"]),),
        "breaking",
        "client.pets.get()",
        "it is found elsewhere, unless the lock keeps it",
        _GET,
    ),
    Edit(
        "an operation moves to another path",
        (("/paths/~1v2~1orders", From(_ORDERS)), (_ORDERS, GONE)),
        "compatible",
        "client.orders.create()",
        "the client sends it there",
        'client.orders.create(number="1", lines=[])',
    ),
    Edit(
        "an operation takes the name of one that is removed",
        ((f"{_ONE}/get", GONE), (f"{_PHOTO}/get/operationId", "getPet")),
        "breaking",
        "client.pets.get()",
        "its method asks for something else now",
        f"{_GET}.name",
    ),
    Edit(
        "an operation is deprecated",
        ((f"{_ONE}/get/deprecated", True),),
        "compatible",
        "client.pets.get()",
        "it works as before",
        _CALL,
    ),
    Edit(
        "an operation is no longer deprecated",
        ((f"{_ONE}/delete/deprecated", False),),
        "compatible",
        "client.pets.delete()",
        "it works as before",
        _CALL,
    ),
    Edit(
        "what is said of an operation changes",
        ((f"{_LIST}/summary", "List all pets."),),
        "docs",
        "client.pets.list()",
        "only docs",
        _CALL,
    ),
    Edit(
        "an operation needs other credentials",
        ((f"{_LIST}/security", [{"login": []}]),),
        "breaking",
        "client.pets.list()",
        "clients that have but a key are refused",
        _CALL,
        unseen=True,
    ),
    Edit(
        "an operation may be called with other credentials, too",
        ((f"{_LIST}/security", [{"key": []}, {"login": []}]),),
        "compatible",
        "client.pets.list()",
        "a key is enough as before",
        _CALL,
    ),
    Edit(
        "an operation needs no credentials any more",
        ((f"{_LIST}/security", []),),
        "compatible",
        "client.pets.list()",
        "a key does no harm",
        _CALL,
    ),
)

ARGUMENTS: Final = (
    Edit(
        "an optional parameter is added",
        ((f"{_PARAMETERS}/-", {"name": "page", "in": "query", "schema": _NUMBER}),),
        "compatible",
        "client.pets.list(page=)",
        "it may be left out",
        _CALL,
    ),
    Edit(
        "a required parameter is added",
        (
            (
                f"{_PARAMETERS}/-",
                {"name": "shop", "in": "query", "required": True, "schema": _TEXT},
            ),
        ),
        "breaking",
        "client.pets.list(shop=)",
        "no call gives it",
        _CALL,
    ),
    Edit(
        "a required header is added",
        (
            (
                f"{_PARAMETERS}/-",
                {"name": "X-Shop", "in": "header", "required": True, "schema": _TEXT},
            ),
        ),
        "breaking",
        "client.pets.list(x_shop=)",
        "no call gives it",
        _CALL,
    ),
    Edit(
        "a parameter is removed",
        ((f"{_PARAMETERS}/2", GONE),),
        "breaking",
        "client.pets.list(born=)",
        "calls give it",
        'client.pets.list(token="t", born="b")',
    ),
    Edit(
        "a parameter is renamed",
        ((f"{_PARAMETERS}/2/name", "birthday"),),
        "breaking",
        "client.pets.list(born=)",
        "calls give it by its old name",
        'client.pets.list(token="t", born="b")',
    ),
    Edit(
        "a parameter becomes required",
        ((f"{_PARAMETERS}/2/required", True),),
        "breaking",
        "client.pets.list(born=)",
        "calls leave it out",
        _CALL,
    ),
    Edit(
        "a parameter becomes optional",
        ((f"{_PARAMETERS}/7/required", False),),
        "compatible",
        "client.pets.list(token=)",
        "calls may go on giving it",
        _CALL,
    ),
    Edit(
        "a parameter moves from the query to a header",
        ((f"{_PARAMETERS}/2/in", "header"),),
        "compatible",
        "client.pets.list(born=)",
        "its argument is called the same",
        'client.pets.list(token="t", born="b")',
    ),
    Edit(
        "a parameter takes another type",
        ((f"{_PARAMETERS}/2/schema", _NUMBER),),
        "breaking",
        "client.pets.list(born=)",
        "calls give text",
        'client.pets.list(token="t", born="b")',
    ),
    Edit(
        "a parameter takes either of two types",
        ((f"{_PARAMETERS}/2/schema", {"type": ["string", "integer"]}),),
        "compatible",
        "client.pets.list(born=)",
        "text is fine as before",
        'client.pets.list(token="t", born="b")',
    ),
    Edit(
        "a type that has a name, and is sent, takes either of two types",
        ((f"{_SCHEMAS}/Code", {"type": ["string", "integer"]}),),
        "compatible",
        "models.Code",
        "text is fine as before",
        'code: models.Code = "c"\nclient.orders.watch(code=code)',
    ),
    Edit(
        "a number becomes an integer where it is sent",
        ((f"{_PARAMETERS}/3/schema", _NUMBER),),
        "breaking",
        "client.pets.list(weight=)",
        "calls give fractions",
        'client.pets.list(token="t", weight=1.5)',
    ),
    Edit(
        "an integer becomes a number where it is sent",
        ((f"{_PARAMETERS}/4/schema", {"type": "number"}),),
        "compatible",
        "client.pets.list(age=)",
        "integers are numbers",
        'client.pets.list(token="t", age=1)',
    ),
    Edit(
        "text becomes a date where it is sent",
        ((f"{_PARAMETERS}/2/schema/format", "date"),),
        "compatible",
        "client.pets.list(born=)",
        "a date may be given as text",
        'client.pets.list(token="t", born="b")',
    ),
    Edit(
        "text becomes one of some values where it is sent",
        ((f"{_PARAMETERS}/2/schema/enum", ["today", "once"]),),
        "breaking",
        "client.pets.list(born=)",
        "calls give any text",
        'client.pets.list(token="t", born=str(1))',
    ),
    Edit(
        "one of some values becomes any text where it is sent",
        ((f"{_PARAMETERS}/1/schema", _TEXT),),
        "compatible",
        "client.pets.list(status=)",
        "the values are texts",
        _STATUS,
    ),
    Edit(
        "a list becomes a single value where it is sent",
        ((f"{_PARAMETERS}/5/schema", _TEXT),),
        "breaking",
        "client.pets.list(words=)",
        "calls give lists",
        'client.pets.list(token="t", words=["a"])',
    ),
    Edit(
        "a maximum becomes lower",
        ((f"{_PARAMETERS}/0/schema/maximum", 50),),
        "breaking",
        "client.pets.list(limit=)",
        "the server refuses what it took",
        'client.pets.list(token="t", limit=60)',
        unseen=True,
    ),
    Edit(
        "a maximum becomes higher",
        ((f"{_PARAMETERS}/0/schema/maximum", 500),),
        "compatible",
        "client.pets.list(limit=)",
        "the server takes what it took",
        'client.pets.list(token="t", limit=60)',
    ),
    Edit(
        "a list is sent in another style",
        ((f"{_PARAMETERS}/5/explode", False),),
        "compatible",
        "client.pets.list(words=)",
        "the client writes it as it is wanted",
        'client.pets.list(token="t", words=["a", "b"])',
    ),
    Edit(
        "a default changes",
        ((f"{_PARAMETERS}/0/schema/default", 50),),
        "compatible",
        "client.pets.list(limit=)",
        "the client never sends defaults",
        _CALL,
    ),
    Edit(
        "a pattern is added",
        ((f"{_PARAMETERS}/2/schema/pattern", "^[0-9]+$"),),
        "breaking",
        "client.pets.list(born=)",
        "the server refuses what it took",
        'client.pets.list(token="t", born="b")',
        unseen=True,
    ),
    Edit(
        "a parameter is deprecated",
        ((f"{_PARAMETERS}/2/deprecated", True),),
        "compatible",
        "client.pets.list(born=)",
        "it works as before",
        'client.pets.list(token="t", born="b")',
    ),
    Edit(
        "what is said of a parameter changes",
        ((f"{_PARAMETERS}/2/description", "When."),),
        "docs",
        "client.pets.list(born=)",
        "only docs",
        _CALL,
    ),
    Edit(
        "a part of the path is renamed",
        (
            ("/paths/~1pets~1{id}", From(_ONE)),
            (_ONE, GONE),
            ("/paths/~1pets~1{id}/parameters/0/name", "id"),
        ),
        "breaking",
        "client.pets.get(pet_id=)",
        "calls that name it fail",
        'client.pets.get(pet_id="1")',
    ),
    Edit(
        "a part of the path takes another type",
        ((f"{_ONE}/parameters/0/schema", _NUMBER),),
        "breaking",
        "client.pets.get(pet_id=)",
        "calls give text",
        _GET,
    ),
    Edit(
        "the order of parameters changes",
        (
            (f"{_PARAMETERS}/0", {"name": "age", "in": "query", "schema": _NUMBER}),
            (
                f"{_PARAMETERS}/4",
                {
                    "name": "limit",
                    "in": "query",
                    "schema": {"type": "integer", "maximum": 100, "default": 20},
                },
            ),
        ),
        "none",
        "",
        "they are given by name",
        'client.pets.list(token="t", age=1, limit=2)',
    ),
)

BODIES: Final = (
    Edit(
        "an optional property is added to what is sent",
        ((f"{_SCHEMAS}/NewPet/properties/colour", _TEXT),),
        "compatible",
        "client.pets.create(colour=)",
        "it may be left out",
        _NEW,
    ),
    Edit(
        "a required property is added to what is sent",
        (
            (f"{_SCHEMAS}/NewPet/properties/colour", _TEXT),
            (f"{_SCHEMAS}/NewPet/required/-", "colour"),
        ),
        "breaking",
        "client.pets.create(colour=)",
        "no call gives it",
        _NEW,
    ),
    Edit(
        "a property of what is sent is removed",
        ((f"{_SCHEMAS}/NewPet/properties/tag", GONE),),
        "breaking",
        "client.pets.create(tag=)",
        "calls give it",
        _NEW,
    ),
    Edit(
        "a property of what is sent becomes required",
        ((f"{_SCHEMAS}/NewPet/required/-", "hook"),),
        "breaking",
        "client.pets.create(hook=)",
        "calls leave it out",
        _NEW,
    ),
    Edit(
        "a property of what is sent becomes optional",
        ((f"{_SCHEMAS}/NewPet/required", []),),
        "compatible",
        "client.pets.create(name=)",
        "calls may go on giving it",
        _NEW,
    ),
    Edit(
        "a key within what is sent is added",
        ((f"{_SCHEMAS}/OwnerInput/properties/city", _TEXT),),
        "compatible",
        'params.OwnerInputParam["city"]',
        "it may be left out",
        _NEW,
    ),
    Edit(
        "a key within what is sent becomes required",
        ((f"{_SCHEMAS}/OwnerInput/required/-", "phone"),),
        "breaking",
        'params.OwnerInputParam["phone"]',
        "calls leave it out",
        _NEW,
    ),
    Edit(
        "a key within what is sent is removed",
        ((f"{_SCHEMAS}/OwnerInput/properties/phone", GONE),),
        "breaking",
        'params.OwnerInputParam["phone"]',
        "calls give it",
        'client.pets.create(name="Rex", owner={"email": "e", "phone": "1"})',
    ),
    Edit(
        "a key within what is sent takes another type",
        ((f"{_SCHEMAS}/OwnerInput/properties/email", _NUMBER),),
        "breaking",
        'params.OwnerInputParam["email"]',
        "calls give text",
        _NEW,
    ),
    Edit(
        "what is sent may be null",
        ((f"{_SCHEMAS}/OwnerInput/properties/email", {"type": ["string", "null"]}),),
        "compatible",
        'params.OwnerInputParam["email"]',
        "text is fine as before",
        _NEW,
    ),
    Edit(
        "what is sent may no longer be null",
        (
            (
                f"{_ONE}/patch/requestBody/content/application~1json/schema/properties/note",
                _TEXT,
            ),
        ),
        "breaking",
        "client.pets.update(note=)",
        "None was null, and leaves it out now",
        'client.pets.update("1", note=None)',
        unseen=True,
    ),
    Edit(
        "a text that is sent must be shorter",
        ((f"{_SCHEMAS}/NewPet/properties/tag/maxLength", 5),),
        "breaking",
        "client.pets.create(tag=)",
        "the server refuses what it took",
        _NEW,
        unseen=True,
    ),
    Edit(
        "a value that may be sent is added",
        ((f"{_SCHEMAS}/Search/properties/mode/enum/-", "wide"),),
        "compatible",
        'params.SearchModeParam["wide"]',
        "nobody has to know it",
        'client.orders.search(mode="deep")',
    ),
    Edit(
        "a value that may be sent is removed",
        ((f"{_SCHEMAS}/Search/properties/mode/enum/1", GONE),),
        "breaking",
        'params.SearchModeParam["deep"]',
        "calls give it",
        'client.orders.search(mode="deep")',
    ),
    Edit(
        "what is sent may be anything",
        ((f"{_SCHEMAS}/Search/properties/text", {}),),
        "compatible",
        "client.orders.search(text=)",
        "text is fine as before",
        'client.orders.search(text="x")',
    ),
    Edit(
        "what is sent may no longer be anything",
        ((f"{_SCHEMAS}/Search/properties/any", _NUMBER),),
        "breaking",
        "client.orders.search(any=)",
        "calls give anything",
        'client.orders.search(any="x")',
    ),
    Edit(
        "a body takes a whole list instead of an object",
        (
            (
                f"{_ORDERS}/post/requestBody/{_JSON}",
                {"type": "array", "items": {"$ref": "#/components/schemas/Line"}},
            ),
        ),
        "breaking",
        "client.orders.create(number=)",
        "its properties were arguments",
        'client.orders.create(number="1", lines=[])',
    ),
    Edit(
        "a body may be sent in another media type, too",
        ((f"{_ORDERS}/post/requestBody/content/text~1csv", {"schema": _TEXT}),),
        "compatible",
        "client.orders.create()",
        "objects are fine as before",
        'client.orders.create(number="1", lines=[])',
    ),
    Edit(
        "a body is sent as a form",
        (
            (f"{_ORDERS}/post/requestBody/content/application~1json", GONE),
            (
                f"{_ORDERS}/post/requestBody/content/application~1x-www-form-urlencoded",
                {"schema": {"$ref": "#/components/schemas/Order"}},
            ),
        ),
        "compatible",
        "client.orders.create()",
        "the client sends it as it is wanted",
        'client.orders.create(number="1", lines=[])',
    ),
    Edit(
        "a part of a form is added",
        (
            (
                f"{_PHOTO}/put/requestBody/content/multipart~1form-data/schema/properties/alt",
                _TEXT,
            ),
        ),
        "compatible",
        "client.pets.set_photo(alt=)",
        "it may be left out",
        'client.pets.set_photo("1", file=b"x")',
    ),
    Edit(
        "a property becomes read-only",
        ((f"{_SCHEMAS}/NewPet/properties/tag/readOnly", True),),
        "breaking",
        "client.pets.create(tag=)",
        "calls give it",
        _NEW,
    ),
)

ANSWERS: Final = (
    Edit(
        "a property is added to what is received",
        ((f"{_SCHEMAS}/Pet/properties/colour", _TEXT),),
        "compatible",
        "models.Pet.colour",
        "nobody reads it yet",
        f"{_GET}.name.upper()",
    ),
    Edit(
        "a property of what is received is removed",
        ((f"{_SCHEMAS}/Pet/properties/tag", GONE),),
        "breaking",
        "models.Pet.tag",
        "code reads it",
        f"print({_GET}.tag)",
    ),
    Edit(
        "a property of what is received is renamed",
        (
            (f"{_SCHEMAS}/Pet/properties/label", {"type": "string"}),
            (f"{_SCHEMAS}/Pet/properties/tag", GONE),
        ),
        "breaking",
        "models.Pet.tag",
        "code reads it by its old name",
        f"print({_GET}.tag)",
    ),
    Edit(
        "a property of what is received becomes optional",
        ((f"{_SCHEMAS}/Pet/required", ["id", "status", "animal"]),),
        "breaking",
        "models.Pet.name",
        "it may be None",
        f"{_GET}.name.upper()",
    ),
    Edit(
        "a property of what is received becomes required",
        ((f"{_SCHEMAS}/Pet/required/-", "tag"),),
        "compatible",
        "models.Pet.tag",
        "it is never None now",
        f"print({_GET}.tag)",
    ),
    Edit(
        "a property of what is received may be null",
        ((f"{_SCHEMAS}/Pet/properties/name/type", ["string", "null"]),),
        "breaking",
        "models.Pet.name",
        "it may be None",
        f"{_GET}.name.upper()",
    ),
    Edit(
        "a property of what is received takes another type",
        ((f"{_SCHEMAS}/Pet/properties/name", _NUMBER),),
        "breaking",
        "models.Pet.name",
        "code reads text",
        f"{_GET}.name.upper()",
    ),
    Edit(
        "a number becomes an integer where it is received",
        ((f"{_SCHEMAS}/Pet/properties/weight", _NUMBER),),
        "compatible",
        "models.Pet.weight",
        "integers are numbers",
        f"weight: float | None = {_GET}.weight",
    ),
    Edit(
        "text becomes a date where it is received",
        ((f"{_SCHEMAS}/Pet/properties/born/format", "date"),),
        "breaking",
        "models.Pet.born",
        "code reads text",
        f"born: str | None = {_GET}.born",
    ),
    Edit(
        "a value that is received is added",
        ((f"{_SCHEMAS}/Status/enum/-", "lent"),),
        "compatible",
        'models.Status["lent"]',
        "code expects any text",
        f"status: str = {_GET}.status",
    ),
    Edit(
        "a value that is received is removed",
        ((f"{_SCHEMAS}/Happening/properties/kind/enum", ["new", "old"]),),
        "compatible",
        "models.Happening.kind",
        "it is text as before",
        'for event in client.orders.watch():\n    print(getattr(event, "kind"))',
    ),
    Edit(
        "a value is removed that is sent and received",
        ((f"{_SCHEMAS}/Status/enum", ["available"]),),
        "breaking",
        'params.StatusParam["sold"]',
        "calls give it",
        _STATUS,
    ),
    Edit(
        "a variant is added to a tagged union",
        (
            (
                f"{_SCHEMAS}/Fish",
                {
                    "type": "object",
                    "required": ["kind"],
                    "properties": {"kind": {"const": "fish"}},
                },
            ),
            (f"{_SCHEMAS}/Animal/oneOf/-", {"$ref": "#/components/schemas/Fish"}),
            (
                f"{_SCHEMAS}/Animal/discriminator/mapping/fish",
                "#/components/schemas/Fish",
            ),
        ),
        "compatible",
        "models.Animal",
        "it was Unknown before, which code expects",
        f"animal = {_GET}.animal\n"
        "if isinstance(animal, models.Cat):\n"
        "    print(animal.lives + 1)",
    ),
    Edit(
        "a variant of a tagged union is removed",
        (
            (f"{_SCHEMAS}/Animal/oneOf/1", GONE),
            (f"{_SCHEMAS}/Animal/oneOf/-", {"$ref": "#/components/schemas/Owl"}),
            (
                f"{_SCHEMAS}/Animal/discriminator/mapping",
                {"cat": "#/components/schemas/Cat", "owl": "#/components/schemas/Owl"},
            ),
            (
                f"{_SCHEMAS}/Owl",
                {
                    "type": "object",
                    "required": ["kind", "age"],
                    "properties": {"kind": {"const": "owl"}, "age": _NUMBER},
                },
            ),
            (f"{_SCHEMAS}/Dog", GONE),
        ),
        "breaking",
        "models.Dog",
        "code names its class",
        f"print(isinstance({_GET}.animal, models.Dog))",
    ),
    Edit(
        "a type is added to an untagged union that is received",
        (
            (f"{_SCHEMAS}/Pet/properties/size/oneOf/-", {"type": "boolean"}),
            (
                f"{_SCHEMAS}/Pet/properties/size/oneOf/-",
                {"type": "array", "items": _TEXT},
            ),
        ),
        "breaking",
        "models.Pet.size",
        "code does not expect it",
        f"size: str | int | None = {_GET}.size",
    ),
    Edit(
        "a type of an untagged union that is received is removed",
        ((f"{_SCHEMAS}/Pet/properties/size/oneOf/1", GONE),),
        "compatible",
        "models.Pet.size",
        "code expects what is left",
        f"size: str | int | None = {_GET}.size",
    ),
    Edit(
        "the values of a map take another type",
        ((f"{_SCHEMAS}/Pet/properties/labels/additionalProperties", _NUMBER),),
        "breaking",
        "models.Pet.labels",
        "code reads text",
        f"labels = {_GET}.labels or {{}}\nlabels['a'].upper()",
    ),
    Edit(
        "what is received may be anything",
        ((f"{_SCHEMAS}/Pet/properties/name", {}),),
        "breaking",
        "models.Pet.name",
        "nobody says any more that it is text",
        f"{_GET}.name.upper()",
        unseen=True,
    ),
    Edit(
        "what was anything has a type",
        (
            (
                f"{_SCHEMAS}/Pet/properties/extra",
                {"type": "object", "properties": {"a": _TEXT}},
            ),
        ),
        "breaking",
        "models.Pet.extra",
        "code treats it as JSON",
        f"print({_GET}.extra['a'])",
    ),
    Edit(
        "a schema is renamed",
        (
            (f"{_SCHEMAS}/Person", From(f"{_SCHEMAS}/Owner")),
            (f"{_SCHEMAS}/Owner", GONE),
            (
                f"{_SCHEMAS}/Pet/properties/friends/items/$ref",
                "#/components/schemas/Person",
            ),
        ),
        "breaking",
        "models.Owner",
        "code names its class",
        "owner: models.Owner | None = None\nprint(owner)",
    ),
    Edit(
        "an answer becomes another object",
        ((f"{_ONE}/get/responses/200/{_JSON}/$ref", "#/components/schemas/Owner"),),
        "breaking",
        "client.pets.get()",
        "code reads a pet",
        f"print({_GET}.name)",
    ),
    Edit(
        "an answer becomes a list",
        (
            (
                f"{_ONE}/get/responses/200/{_JSON}",
                {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
            ),
        ),
        "breaking",
        "client.pets.get()",
        "code reads one",
        f"print({_GET}.name)",
    ),
    Edit(
        "an answer becomes empty",
        ((f"{_ONE}/get/responses/200/content", GONE),),
        "breaking",
        "client.pets.get()",
        "code reads a pet",
        f"print({_GET}.name)",
    ),
    Edit(
        "what was empty is answered by something",
        (
            (
                f"{_ONE}/delete/responses",
                {
                    "200": {
                        "description": "It.",
                        "content": {
                            "application/json": {
                                "schema": {"$ref": "#/components/schemas/Pet"}
                            }
                        },
                    }
                },
            ),
        ),
        "compatible",
        "client.pets.delete()",
        "nobody could use what there was",
        'client.pets.delete("1")',
    ),
    Edit(
        "an answer may be of another kind, too",
        (
            (
                f"{_ONE}/get/responses/202",
                {
                    "description": "Later.",
                    "content": {
                        "application/json": {
                            "schema": {"$ref": "#/components/schemas/Owner"}
                        }
                    },
                },
            ),
        ),
        "breaking",
        "client.pets.get()",
        "code reads a pet",
        f"print({_GET}.name)",
    ),
    Edit(
        "the events of a stream take another type",
        (
            (
                f"{_ORDERS}~1events/get/responses/200/content/text~1event-stream/schema",
                {"$ref": "#/components/schemas/Owner"},
            ),
        ),
        "breaking",
        "client.orders.watch()",
        "code reads what happened",
        "for event in client.orders.watch():\n    print(event.kind)",
    ),
    Edit(
        "a header of an answer is removed",
        ((f"{_LIST}/responses/200/headers", GONE),),
        "breaking",
        "client.pets.list() x-total",
        "code reads it",
        'print(client.send(client.pets.requests.list(token="t")).headers.x_total)',
    ),
    Edit(
        "a header is added to an answer",
        ((f"{_LIST}/responses/200/headers/X-Pages", {"schema": _NUMBER}),),
        "compatible",
        "client.pets.list() x-pages",
        "nobody reads it yet",
        _CALL,
    ),
    Edit(
        "what is said of a property changes",
        ((f"{_SCHEMAS}/Pet/properties/name/description", "Its name."),),
        "docs",
        "models.Pet.name",
        "only docs",
        _CALL,
    ),
    Edit(
        "a property is deprecated",
        ((f"{_SCHEMAS}/Pet/properties/tag/deprecated", True),),
        "compatible",
        "models.Pet.tag",
        "it is there as before",
        f"print({_GET}.tag)",
    ),
    Edit(
        "a property becomes write-only",
        ((f"{_SCHEMAS}/Pet/properties/tag/writeOnly", True),),
        "breaking",
        "models.Pet.tag",
        "code reads it",
        f"print({_GET}.tag)",
    ),
    Edit(
        "a property is added to what is sent and received",
        ((f"{_SCHEMAS}/Order/properties/gift", {"type": "boolean"}),),
        "compatible",
        "models.Order.gift",
        "it may be left out, and nobody reads it",
        'client.orders.create(number="1", lines=[])',
    ),
    Edit(
        "a required property that only the server sets is added to what is sent, too",
        (
            (f"{_SCHEMAS}/Line/properties/id", {**_TEXT, "readOnly": True}),
            (f"{_SCHEMAS}/Line/required/-", "id"),
        ),
        "breaking",
        "models.Line.id",
        "code that makes a line does not give it",
        'client.orders.create(number="1", lines=[models.Line(pet="p")])',
    ),
    Edit(
        "a property becomes required that is sent and received",
        ((f"{_SCHEMAS}/Order/required/-", "note"),),
        "breaking",
        "client.orders.create(note=)",
        "calls leave it out, though readers gain",
        'client.orders.create(number="1", lines=[])',
    ),
    Edit(
        "a property becomes optional that is sent and received",
        ((f"{_SCHEMAS}/Order/required", ["lines"]),),
        "breaking",
        "models.Order.number",
        "readers find None, though senders gain",
        'client.orders.create(number="1", lines=[]).number.upper()',
    ),
)

BESIDE: Final = (
    Edit(
        "a status is added that an operation refuses with",
        ((f"{_ONE}/get/responses/418", {"description": "Tea."}),),
        "compatible",
        "client.pets.get() raises ImATeapotError",
        "it was a StatusError before",
        _GET,
    ),
    Edit(
        "the only operation no longer refuses with a status",
        ((f"{_ONE}/get/responses/410", GONE),),
        "breaking",
        "errors.GoneError",
        "code names its class",
        "print(errors.GoneError)",
    ),
    Edit(
        "the body of an error takes another type",
        ((f"{_LIST}/responses/404/{_JSON}/$ref", "#/components/schemas/Owner"),),
        "breaking",
        "errors.NotFoundError.body",
        "code reads its title",
        "def title(error: errors.NotFoundError) -> str:\n"
        "    return error.body.title if error.body else ''\n"
        "print(title)",
    ),
    Edit(
        "a webhook is added",
        (
            (
                "/webhooks/pet.lost",
                {
                    "post": {
                        "requestBody": {
                            "content": {
                                "application/json": {
                                    "schema": {
                                        "type": "object",
                                        "title": "Lost",
                                        "required": ["type"],
                                        "properties": {"type": {"const": "pet.lost"}},
                                    }
                                }
                            }
                        },
                        "responses": {"204": {"description": "Thanks."}},
                    }
                },
            ),
        ),
        "compatible",
        'webhooks.parse() "pet.lost"',
        "it was unknown before",
        _CALL,
    ),
    Edit(
        "a webhook is removed",
        (
            ("/webhooks/pet.born", GONE),
            (
                "/webhooks/pet.lost",
                {
                    "post": {
                        "requestBody": {
                            "content": {
                                "application/json": {
                                    "schema": {"$ref": "#/components/schemas/Born"}
                                }
                            }
                        },
                        "responses": {"204": {"description": "Thanks."}},
                    }
                },
            ),
        ),
        "breaking",
        'webhooks.parse() "pet.born"',
        "code waits for it",
        _CALL,
        unseen=True,
    ),
    Edit(
        "a property of a webhook is removed",
        ((f"{_SCHEMAS}/Sold/properties/price", GONE),),
        "breaking",
        "models.Sold.price",
        "code reads it",
        "def price(sold: models.Sold) -> object:\n    return sold.price\nprint(price)",
    ),
    Edit(
        "a callback is renamed",
        (
            (f"{_CREATE}/callbacks/bought", From(f"{_CREATE}/callbacks/sold")),
            (f"{_CREATE}/callbacks/sold", GONE),
        ),
        "breaking",
        "webhooks.parse_sold()",
        "code calls its reader",
        "from {package} import webhooks\nprint(webhooks.parse_sold)",
    ),
    Edit(
        "a scheme of credentials is added that nothing asks for",
        (
            (
                "/components/securitySchemes/other",
                {"type": "apiKey", "in": "header", "name": "X-Other"},
            ),
        ),
        "compatible",
        "Client(other=)",
        "it may be left out",
        'print(Client(key="k"))',
    ),
    Edit(
        "a scheme of credentials is removed",
        (("/components/securitySchemes/login", GONE), (f"{_PHOTO}/put/security", GONE)),
        "breaking",
        "Client(username=)",
        "code gives it",
        'print(Client(username="u", password="p"))',
    ),
    Edit(
        "the key goes into another header",
        (("/components/securitySchemes/key/name", "X-Api-Key"),),
        "compatible",
        "Client(key=)",
        "the client sends it there",
        'print(Client(key="k"))',
    ),
    Edit(
        "the key becomes a token",
        (("/components/securitySchemes/key", {"type": "http", "scheme": "bearer"}),),
        "compatible",
        "Client(key=)",
        "the client sends it as it is wanted",
        'print(Client(key="k"))',
    ),
    Edit(
        "a variable of the server may take another value",
        (("/servers/0/variables/region/enum/-", "asia"),),
        "compatible",
        "Client(region=)",
        "what could be given still can",
        'print(Client(region="us"))',
    ),
    Edit(
        "a variable of the server loses a value",
        (("/servers/0/variables/region/enum/1", GONE),),
        "breaking",
        "Client(region=)",
        "code gives it",
        'print(Client(region="us"))',
    ),
    Edit(
        "what is said of the server changes",
        (("/servers/0/description", "In the cloud."),),
        "none",
        "",
        "no call says it",
        'print(Client(region="eu"))',
    ),
    Edit(
        "the server moves",
        (("/servers/0/url", "https://{region}.store.example"),),
        "compatible",
        "Client(base_url=)",
        "the client goes there",
        _CALL,
    ),
    Edit(
        "the description no longer says where the API is",
        (("/servers", GONE),),
        "breaking",
        "Client(base_url=)",
        "somebody has to say it",
        "print(Client())",
    ),
    Edit(
        "the version changes",
        (("/info/version", "2.0.0"),),
        "none",
        "",
        "it says nothing",
        _CALL,
    ),
    Edit(
        "what is said of the API changes",
        (("/info/description", "Sells."),),
        "none",
        "",
        "no call says it",
        _CALL,
    ),
    Edit(
        "an extension is added",
        (("/x-owner", "us"),),
        "none",
        "",
        "nobody reads it",
        _CALL,
    ),
    Edit(
        "an example is added",
        ((f"{_SCHEMAS}/Pet/examples", [{"id": "1"}]),),
        "none",
        "",
        "nothing depends on it",
        _CALL,
    ),
    Edit(
        "a schema is added that nothing refers to",
        ((f"{_SCHEMAS}/Spare", {"type": "object", "properties": {"a": _TEXT}}),),
        "compatible",
        "models.Spare",
        "nobody names it yet",
        _CALL,
    ),
    Edit(
        "a schema moves out of line",
        (
            (
                f"{_SCHEMAS}/Name",
                {"type": "string", "description": "What it is called."},
            ),
            (f"{_SCHEMAS}/Pet/properties/name", {"$ref": "#/components/schemas/Name"}),
        ),
        "compatible",
        "models.Name",
        "it is text as before",
        f"{_GET}.name.upper()",
    ),
)

EDITS: Final = (*CALLS, *ARGUMENTS, *BODIES, *ANSWERS, *BESIDE)
