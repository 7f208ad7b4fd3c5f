"""Shorthands of the tests of the middle stages: a few lines of YAML in, values out."""

from __future__ import annotations

import re
from textwrap import dedent, indent

from clientsmith.diagnostics import Diagnostic
from clientsmith.excerpts import show
from clientsmith.ir import Api, Declaration, ObjectSchema, Operation, Property, Type
from clientsmith.load import Source
from clientsmith.pipeline import Compiled, compile_description, produce
from clientsmith.plan import Options
from clientsmith.pointer import Pointer
from clientsmith.policy import Policy

UNSET = Policy()
START = 'openapi: 3.1.0\ninfo: {title: Pets, version: "1"}\n'


def compiled(text: str, start: str = START, policy: Policy = UNSET) -> Compiled:
    """Run the stages that decide; `text` is what follows the head of a document."""
    source = Source("api.yaml", f"{start}{text}".encode())
    done = compile_description(source, (), Options("pets"), policy=policy)
    return without_addresses(done)


def without_addresses(done: Compiled) -> Compiled:
    """Forget that a few lines do not say where an API is: nobody asks it."""
    done.diagnostics = [x for x in done.diagnostics if x.code != "servers-missing"]
    return done


def api(text: str, start: str = START) -> Api:
    """Lower a document that is expected to be sound."""
    done = compiled(text, start)

    assert done.lowered is not None, show(done.diagnostics, done.document or _NOWHERE)
    return done.lowered.api


def declared(text: str, name: str = "X", start: str = START) -> Declaration:
    """Lower the component schemas that a text lists; return one, or a part of one."""
    pointer = Pointer("", ("components", "schemas", *name.split("/")))
    return api(_schemas(text), start).declarations[pointer]


def property_type(schema: str, others: str = "", start: str = START) -> Type:
    """Lower a schema as a property, and return its type."""
    return property_of(schema, others, start).type


def property_of(schema: str, others: str = "", start: str = START) -> Property:
    """Lower a schema as a property."""
    text = f"X: {{type: object, properties: {{p: {schema}}}}}\n{others}"
    declaration = declared(text, start=start)

    assert isinstance(declaration, ObjectSchema)
    return declaration.properties[0]


def operations(paths: str) -> list[Operation]:
    """Lower the operations that a text lists, one path a line."""
    return list(api(f"paths:\n{_indented(paths)}").operations)


def problems(text: str, start: str = START) -> list[Diagnostic]:
    """List what the stages have to say."""
    return compiled(text, start).diagnostics


def problems_of_schemas(text: str, start: str = START) -> list[str]:
    """List the codes of what they say of component schemas."""
    return [each.code for each in problems(_schemas(text), start)]


def files(text: str, start: str = START) -> dict[str, str]:
    """Generate a package, without its runtime."""
    package = compiled(text, start).package

    assert package is not None
    made = produce(package, "ruff").value
    return {f.path: f.text for f in made or [] if "_runtime" not in f.path}


def models(schemas: str) -> dict[str, str]:
    """Generate models, by the name of their module."""
    found = files(_schemas(schemas))
    prefix = "pets/models/"
    return {
        path.removeprefix(prefix).removesuffix(".py"): text
        for path, text in found.items()
        if path.startswith(prefix)
    }


def classes(schemas: str) -> list[str]:
    """List the names of the models that schemas become."""
    found = files(_schemas(schemas))["pets/models/__init__.py"]
    names = re.findall(r'^    "(\w+)",$', found, re.MULTILINE)
    return sorted({*names} - {"Unknown"})


def classes_of(paths: str) -> list[str]:
    """List the names of the models and typed dictionaries that operations need."""
    found = files(f"paths:\n{_indented(paths)}")
    names = re.findall(
        r'^    "(\w+)",$',
        found["pets/models/__init__.py"] + found["pets/params/__init__.py"],
        re.MULTILINE,
    )
    return sorted(name for name in {*names} - {"Unknown"} if name[-6:] != "Params")


def _schemas(text: str) -> str:
    return f"paths: {{}}\ncomponents:\n  schemas:\n{_indented(text, 4)}"


def _indented(text: str, width: int = 2) -> str:
    return indent(f"{dedent(text).strip()}\n", " " * width)


class _Nowhere:
    """Knows no text."""

    def locate(self, pointer: Pointer) -> None:
        """Find nothing."""

    def text_of(self, file: str) -> None:
        """Know nothing."""


_NOWHERE = _Nowhere()
