"""A name that was published does not change because something else did."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from clientsmith.load import Source
from clientsmith.pipeline import compile_description, produce
from clientsmith.plan import Options, kind_of
from clientsmith.plan.package import (
    ClassDefinition,
    DefinitionsModule,
    ResourceModule,
)

WORDS = st.sampled_from(["pet", "toy", "pet_toy", "petToy", "PetToy", "kind", "pets"])
SCALARS: list[dict[str, Any]] = [
    {"type": "string"},
    {"type": "string", "minLength": 5},
    {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}]},
    {"type": "array", "prefixItems": [{"type": "integer"}, {"type": "string"}]},
    {"type": "string", "enum": ["a", "b"]},
    {"type": "string", "enum": ["c", "d-e"], "title": "Kind"},
    {"type": "integer", "enum": [1, 2], "x-enum-varnames": ["One", "A"]},
]


def objects(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Make objects of a few properties, lists and unions of them."""
    found = st.builds(
        lambda properties, title: {
            "type": "object",
            "properties": properties,
            "required": sorted(properties),
            **title,
        },
        st.dictionaries(WORDS, inner, min_size=1, max_size=3),
        st.sampled_from(
            [{}, {}, {"title": "Toy"}, {"title": "Pet toy"}, {"description": "A toy."}]
        ),
    )
    lists = st.builds(lambda items: {"type": "array", "items": items}, found)
    variants = st.lists(found, min_size=2, max_size=3, unique_by=asserted)
    return found | lists | st.builds(lambda each: {"anyOf": each}, variants)


def asserted(variant: Any) -> str:
    """Return what a variant asserts, which no two in a union share here.

    Those that do allow the same values, and only their position tells them apart.
    """
    return json.dumps(unsaid(variant), sort_keys=True)


def unsaid(value: Any) -> Any:
    """Leave out what is said to people."""
    if isinstance(value, dict):
        kept = {key: unsaid(each) for key, each in value.items()}
        prose = ("title", "description", "x-enum-varnames")
        return {key: each for key, each in kept.items() if key not in prose}
    return [unsaid(each) for each in value] if isinstance(value, list) else value


SCHEMAS = objects(st.recursive(st.sampled_from(SCALARS), objects, max_leaves=2))
OPERATIONS = st.tuples(
    st.sampled_from(
        ["/pets", "/pet", "/pets/{id}", "/pet-toys", "/pets/{id}/toys", "/petToys"]
    ),
    st.sampled_from(["get", "post"]),
)
COMPONENTS = st.dictionaries(WORDS, SCHEMAS, max_size=3)
PARAMETERS = st.dictionaries(
    st.tuples(WORDS, st.sampled_from(["query", "header"])),
    st.sampled_from(SCALARS),
    max_size=2,
)
PATHS = st.dictionaries(
    OPERATIONS,
    st.tuples(
        st.sampled_from(["", "listPets", "listPETs", "list_toys", "toys"]),
        st.sampled_from(["", "", "PET toys", "Pet-Toys", "pet"]),
        SCHEMAS,
        PARAMETERS,
        st.none() | SCHEMAS,
    ),
    max_size=2,
)


def document(schemas: Mapping[str, Any], operations: Mapping[Any, Any]) -> str:
    """Write a description."""
    paths: dict[str, dict[str, Any]] = {}
    for (path, method), (name, tag, schema, parameters, body) in operations.items():
        listed = [
            {"name": name, "in": place, "schema": each}
            for (name, place), each in parameters.items()
        ]
        if "{" in path:
            listed.append({"name": "id", "in": "path", "required": True, "schema": {}})
        operation: dict[str, Any] = {
            "parameters": listed,
            "responses": {"200": {"description": "", **content(schema)}},
        }
        if name:
            operation["operationId"] = name
        if tag:
            operation["tags"] = [tag]
        if body and method == "post":
            operation["requestBody"] = content(body)
        paths.setdefault(path, {})[method] = operation
    head = {"openapi": "3.1.0", "info": {"title": "Pets", "version": "1"}}
    return json.dumps(
        {**head, "paths": paths, "components": {"schemas": dict(schemas)}}
    )


def content(schema: Any) -> dict[str, Any]:
    """Write what a JSON body holds."""
    return {"content": {"application/json": {"schema": schema}}}


def published(text: str, pinned: Mapping[str, str]) -> tuple[dict[Any, str], Any]:
    """Generate a package; return all of its names, and those for the lock."""
    source = Source("api.json", text.encode())
    options = Options("pets", pinned=pinned, enums="class")
    done = compile_description(source, (), options)

    assert done.package is not None, done.diagnostics
    components = {
        key: key.rpartition("/")[2]
        for key in done.package.emitted
        if key.count("/") == 3 and key.startswith("#/components/schemas/")
    }
    lock = done.package.names
    kept = {key: name for key, name in lock.items() if kind_of(key) != "variant"}
    names: dict[Any, str] = {**components, **kept}
    for call in done.package.calls:
        for one in call.arguments:
            names[call.pointer, one.place, one.wire_name] = one.name
    for page in done.package.pages:
        if "/models/" in page.path and isinstance(page.content, DefinitionsModule):
            names |= dict(attributes(page.content))
        if isinstance(page.content, ResourceModule):
            names |= dict(resources(page.content))
    return names, lock


def resources(module: ResourceModule) -> Iterator[tuple[Any, str]]:
    """Yield the classes of a resource and of its arguments, by what they are for."""
    where = re.findall("`(.*?)`", module.docstring)[0]
    yield ("resource", where), module.classes[0].name
    for builder in (one for group in module.builders for one in group.builders):
        for params in re.findall(r"Unpack\[(\w+)\]", builder.signature):
            yield ("params", f"{where}.{builder.name}"), params


def attributes(module: DefinitionsModule) -> Iterator[tuple[Any, str]]:
    """Yield the attributes and members of models, by class and key or value."""
    for definition in module.definitions:
        if isinstance(definition, ClassDefinition):
            for line in "\n".join(definition.fields).split("\n"):
                name, _, value = line.partition(" = ")
                name = name.partition(":")[0]
                alias = re.search(r'Field\(alias="(.*)"\)', line)
                known_as = alias[1] if alias else name
                if definition.base.startswith("Open"):
                    known_as = value
                yield (str(definition.name), known_as), name


def shuffled(value: Any) -> Any:
    """Write the members of every object, and the variants of unions, backwards."""
    if isinstance(value, dict):
        pairs = list(value.items())
        return {
            key: list(reversed(shuffled(each))) if key == "anyOf" else shuffled(each)
            for key, each in reversed(pairs)
        }
    return [shuffled(each) for each in value] if isinstance(value, list) else value


def grown(value: Any, key: str, extra: Any) -> Any:
    """Add a property to every object and a variant to every union."""
    if isinstance(value, list):
        return [grown(each, key, extra) for each in value]
    if not isinstance(value, dict):
        return value
    more = {name: grown(each, key, extra) for name, each in value.items()}
    if isinstance(value.get("properties"), dict):
        more["properties"] = {key: extra} | more["properties"]
    if isinstance(value.get("enum"), list):
        other = "d_e" if value["type"] == "string" else 3
        more["enum"] = [other, *value["enum"]]
        more["x-enum-varnames"] = ["A", "B", "C"]
    if isinstance(value.get("anyOf"), list):
        more["anyOf"] = [extra | {"title": "Extra"}, *more["anyOf"]]
    return more


def is_told(value: Any) -> bool:
    """Tell whether no two variants of a union have a label in common.

    Of several that have, and change what they require in one step, nobody can tell
    which is which (ADR 17).
    """
    if isinstance(value, list | tuple):
        return all(map(is_told, value))
    if not isinstance(value, dict):
        return True
    labels = [one.get("title", one["required"]) for one in value.get("anyOf", ())]
    distinct = len({str(label) for label in labels}) == len(labels)
    return distinct and all(map(is_told, value.values()))


def lost(before: dict[Any, str], after: dict[Any, str]) -> set[str]:
    """List the classes that are called like nothing that there is now."""
    classes = {name for key, name in before.items() if is_class(key)}
    return classes - {*after.values()}


def is_class(key: Any) -> bool:
    """Tell whether a class is known by a key."""
    return isinstance(key, str) and kind_of(key) == "class"


def renamed(
    before: dict[str, str], after: dict[str, str]
) -> dict[str, tuple[str, str]]:
    """List what is in both and is called differently."""
    return {
        key: (before[key], after[key])
        for key in before.keys() & after.keys()
        if before[key] != after[key]
    }


@settings(max_examples=25, deadline=None)
@given(COMPONENTS, PATHS, COMPONENTS, PATHS)
def test_with_a_lock_nothing_that_is_added_renames_anything(
    schemas: dict[str, Any],
    paths: dict[Any, Any],
    more_schemas: dict[str, Any],
    more_paths: dict[Any, Any],
) -> None:
    """Schemas and operations come and go; what stays is called as it was."""
    some = document(schemas, paths)
    more = document(more_schemas | schemas, more_paths | paths)
    names, lock = published(some, {})
    more_names, more_lock = published(more, lock)
    fewer_names, _ = published(some, more_lock)

    assert {} == renamed(names, more_names)
    assert set() == lost(names, more_names)
    assert {} == renamed(more_names, fewer_names)


@settings(max_examples=25, deadline=None)
@given(COMPONENTS, PATHS, WORDS, SCHEMAS)
def test_with_a_lock_no_part_that_is_added_renames_anything(
    schemas: dict[str, Any],
    paths: dict[Any, Any],
    key: str,
    extra: Any,
) -> None:
    """Properties, arguments and variants come and go; those that stay do not change."""
    assume(is_told([schemas, *paths.values(), extra]))
    names, lock = published(document(schemas, paths), {})
    more = {
        place: (name, tag, *(grown(part, key, extra) for part in parts))
        for place, (name, tag, *parts) in paths.items()
    }
    more_names, more_lock = published(document(grown(schemas, key, extra), more), lock)
    fewer_names, _ = published(document(schemas, paths), more_lock)

    assert {} == renamed(names, more_names)
    assert {} == renamed(more_names, fewer_names)


@settings(max_examples=25, deadline=None)
@given(COMPONENTS, PATHS)
def test_the_order_of_a_document_names_nothing(
    schemas: dict[str, Any],
    paths: dict[Any, Any],
) -> None:
    """Not of schemas, properties, operations or variants; with or without a lock."""
    text = document(schemas, paths)
    backwards = json.dumps(shuffled(json.loads(text)))
    names, lock = published(text, {})

    assert {} == renamed(names, published(backwards, {})[0])
    assert {} == renamed(names, published(backwards, lock)[0])


def elsewhere(key: Any) -> Any:
    """Return what is known of something when all paths begin with something more."""
    if isinstance(key, tuple):
        return tuple(map(elsewhere, key))
    return key.replace("/paths/~1", "/paths/~1v2~1") if isinstance(key, str) else key


@settings(max_examples=25, deadline=None)
@given(COMPONENTS, PATHS)
def test_with_a_lock_operations_keep_their_names_on_other_paths(
    schemas: dict[str, Any],
    paths: dict[Any, Any],
) -> None:
    """And so does everything in them; what they are called is all that is known."""
    called = {
        place: (f"{one[0]}{number}", *one[1:])
        for number, (place, one) in enumerate(sorted(paths.items(), key=str))
    }
    names, lock = published(document(schemas, called), {})
    moved = {(f"/v2{path}", method): one for (path, method), one in called.items()}
    later, _ = published(document(schemas, moved), lock)

    assert {elsewhere(key): name for key, name in names.items()} == later


@settings(max_examples=15, deadline=None)
@given(COMPONENTS, PATHS)
def test_what_is_unrelated_renames_nothing_without_a_lock(
    schemas: dict[str, Any],
    paths: dict[Any, Any],
) -> None:
    """Only who wants the same name can change it."""
    other = {"type": "object", "properties": {"grape": {"enum": ["x", "y"]}}}
    names, _ = published(document(schemas, paths), {})
    added = document(
        {**schemas, "Orange": other},
        {**paths, ("/oranges", "get"): ("", "", other, {}, None)},
    )

    assert {} == renamed(names, published(added, {})[0])


def test_a_component_gives_way_to_a_published_name() -> None:
    """With a hint that says how to free it."""
    toy = {"type": "object", "properties": {"a": {}}}
    pet = {"Pet": {"type": "object", "properties": {"toy": toy}}}
    _, lock = published(document(pet, {}), {})
    text = document({**pet, "PetToy": toy | {"required": ["a"]}}, {})
    names, _ = published(text, lock)
    source = Source("api.json", text.encode())
    done = compile_description(source, (), Options("pets", pinned=lock))

    assert "PetToy" == names["#/components/schemas/Pet/properties/toy"]
    assert "PetToySchema" == names["#/components/schemas/PetToy"]
    assert ["name-collision"] == [one.code for one in done.diagnostics]
    assert "--rename PetToy=" in (done.diagnostics[0].hint or "")


def test_the_published_name_stays_with_the_most_of_twins_that_part() -> None:
    """The other one is named anew."""
    toy = {"title": "Toy", "type": "object", "properties": {"a": {}}}
    pets = {
        key: {"type": "object", "properties": {"toy": toy}} for key in ("A", "B", "C")
    }
    names, lock = published(document(pets, {}), {})
    other = {"type": "object", "properties": {"toy": toy | {"description": "New."}}}
    after, _ = published(document({**pets, "A": other}, {}), lock)
    places = [f"#/components/schemas/{key}/properties/toy" for key in ("A", "B", "C")]

    assert ["Toy", "Toy", "Toy"] == [names[place] for place in places]
    assert ["AToy", "Toy", "Toy"] == [after[place] for place in places]


def test_what_is_said_of_a_list_stays_under_a_lock() -> None:
    """A resource is found by what it is called then, which is spelled otherwise."""
    text = """\
openapi: 3.1.0
info: {title: T, version: '1'}
servers: [{url: https://t.example}]
paths:
  /Addresses:
    get:
      operationId: ListAddress
      tags: [Addresses]
      responses: {'200': {description: d, content: {application/json: {schema: {
        type: array, items: {type: string}}}}}}
"""
    texts: list[str] = []
    names: Mapping[str, str] = {}
    for _ in range(2):
        source = Source("a.yaml", text.encode())
        package = compile_description(source, (), Options("t", pinned=names)).package
        assert package is not None
        names = package.names
        (module,) = (
            one
            for one in produce(package, "none").value or ()
            if one.path == "t/resources/addresses.py"
        )
        texts.append(module.text)

    assert "List addresses." in texts[0]
    assert texts[0] == texts[1]


def test_a_class_that_gives_way_to_what_the_client_has_stays_under_a_lock() -> None:
    """Its attribute is that of its tag, and its class is not."""
    text = """\
openapi: 3.1.0
info: {title: T, version: '1'}
paths: {/tokens: {post: {operationId: getToken, tags: [OAuth2 API], responses: {}}}}
"""
    source = Source("a.yaml", text.encode())
    first = compile_description(source, (), Options("t")).package
    assert first is not None
    again = compile_description(source, (), Options("t", pinned=first.names)).package
    assert again is not None

    assert "OAuth2Resource" == first.names["#/resources/oauth2"]
    assert first.names == again.names
