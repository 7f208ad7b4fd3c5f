"""A method that takes bodies of several kinds keeps what its arguments are called."""

from __future__ import annotations

import re

from clientsmith.load import Source
from clientsmith.pipeline import compile_description, produce
from clientsmith.plan import Options

HEAD = 'openapi: 3.1.0\ninfo: {title: Pets, version: "1"}\npaths:\n'
JSON = "application/json: {schema: {type: object, properties: {name: {}}}}"
PICTURE = (
    "multipart/form-data: {schema: {type: object, required: [picture], "
    "properties: {picture: {type: string, format: binary}, size: {}}}}"
)
FORM = (
    "application/x-www-form-urlencoded: "
    "{schema: {type: object, properties: {colour: {}}}}"
)


def operation(path: str, called: str, *content: str) -> str:
    """Describe a method that takes bodies."""
    body = f"requestBody: {{content: {{{', '.join(content)}}}}}"
    named = f"operationId: {called}, tags: [pets]"
    return f"  {path}: {{post: {{{named}, {body}, responses: {{}}}}}}\n"


def published(text: str, lock: dict[str, str]) -> tuple[set[str], dict[str, str]]:
    """Generate; return what the builder of `create` accepts, and the lock."""
    source = Source("api.yaml", f"{HEAD}{text}".encode())
    done = compile_description(source, (), Options("pets", pinned=lock))
    assert done.package is not None, done.diagnostics
    made = produce(done.package, "ruff").value or []
    (resource,) = (one.text for one in made if one.path == "pets/resources/pets.py")
    builders = re.findall(r"def create\(\s*\*\*params: Unpack\[(\w+)\]", resource)
    return {*builders}, dict(done.package.names)


def test_a_new_method_does_not_take_the_name_of_a_variant() -> None:
    """Though it would have the better right to it."""
    first = operation("/pets", "createPet", JSON, PICTURE)
    names, lock = published(first, {})
    new = operation("/pets/multipart", "createPetMultipart", JSON)
    later, _ = published(first + new, lock)

    assert {"PetCreateParams", "PetCreateMultipartParams"} == names
    assert names == later


def test_a_new_variant_does_not_take_the_name_of_another() -> None:
    """Which of them comes first does not matter."""
    names, lock = published(operation("/pets", "createPet", JSON, PICTURE), {})
    more = operation("/pets", "createPet", FORM, JSON, PICTURE)
    later, after = published(more, lock)

    assert names < later
    assert lock.items() <= after.items()
