"""Shorthands of the tests of Swagger 2.0: YAML in, the converted values out."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

from clientsmith.diagnostics import Diagnostic, Outcome
from clientsmith.load import Source, load
from clientsmith.pipeline import Compiled, compile_description
from clientsmith.plan import Options
from clientsmith.resolve import Description, resolve
from unit.compiling import without_addresses

START = 'swagger: "2.0"\ninfo: {title: Pets, version: "1"}\n'


def resolved(text: str) -> Outcome[Description]:
    """Resolve a document of 2.0; `text` is what follows its head."""
    loaded = load(Source("api.yaml", f"{START}{dedent(text)}".encode()))

    assert loaded.value is not None
    return resolve(loaded.value)


def converted(text: str) -> Any:
    """Return a document of 2.0 as the later stages see it."""
    outcome = resolved(text)

    assert outcome.value is not None, outcome.diagnostics
    return outcome.value.value


def operation(text: str, rest: str = "") -> Any:
    """Convert the operation `GET /a`, without its responses."""
    whole = f"paths:\n  /a:\n    get: {{responses: {{}}, {text}}}\n{rest}"
    found = converted(whole)["paths"]["/a"]["get"]
    return {key: value for key, value in found.items() if key != "responses"}


def parameter(text: str) -> Any:
    """Convert the only parameter of an operation."""
    return operation(f"parameters: [{{{text}}}]")["parameters"][0]


def response(text: str, rest: str = "") -> Any:
    """Convert the only response of an operation."""
    whole = f"paths: {{/a: {{get: {{responses: {{'200': {{{text}}}}}}}}}}}\n{rest}"
    return converted(whole)["paths"]["/a"]["get"]["responses"]["200"]


def schema(text: str) -> Any:
    """Convert a definition."""
    components = converted(f"definitions: {{X: {text}, Y: {{}}}}\n")["components"]
    return components["schemas"]["X"]


def problems(text: str) -> list[Diagnostic]:
    """List what all stages have to say."""
    return compiled(text).diagnostics


def compiled(text: str, start: str = START) -> Compiled:
    """Run the stages that decide."""
    source = Source("api.yaml", f"{start}{dedent(text)}".encode())
    return without_addresses(compile_description(source, (), Options("pets")))
