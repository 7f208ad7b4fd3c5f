"""The catalogue has every diagnostic that is said, and no other."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from architecture.sources import GENERATOR, REPOSITORY, modules
from clientsmith.catalogue import catalogue, page
from clientsmith.config import read_config
from clientsmith.diagnostics import Diagnostic
from clientsmith.features import FEATURES
from clientsmith.load import Source
from clientsmith.pipeline import compile_description
from clientsmith.plan import Options

CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
MAKERS = {"error", "warning", "hint"}
NO_CODES = {"json-lines", "json-seq"}
"""Words that begin as codes do."""
BASE = {
    "openapi": "openapi: 3.1.0",
    "info": 'info: {title: Pets, version: "1"}',
    "servers": 'servers: [{url: "https://pets.example.com"}]',
    "paths": "paths: {}",
}
EXAMPLES = [
    (code, kind, text)
    for code, entry in sorted(catalogue().items())
    for kind, text in entry.examples.items()
]
EXPLAINS_A_SETTING = {"reference-remote"}
"""Their example is the way out."""


def trees() -> list[ast.Module]:
    """Read the modules of the generator but the table of policies."""
    paths = [path for path in modules(GENERATOR) if path.name != "features.py"]
    return [ast.parse(path.read_text("utf-8")) for path in paths]


def makers(all_nodes: list[ast.AST]) -> set[str]:
    """Name the functions that make a diagnostic of a code that they are given."""
    taking = {
        node.name
        for node in all_nodes
        if isinstance(node, ast.FunctionDef)
        and any(argument.arg == "code" for argument in node.args.args)
    }
    positional = {
        node.name
        for node in all_nodes
        if isinstance(node, ast.FunctionDef)
        and any(argument.arg == "code" for argument in node.args.posonlyargs)
    }
    return MAKERS | taking | positional


def constants(node: ast.AST) -> Iterator[str]:
    """Yield the words in an expression that look like codes."""
    for each in ast.walk(node):
        is_text = isinstance(each, ast.Constant) and isinstance(each.value, str)
        if is_text and CODE.fullmatch(each.value):
            yield each.value


def said() -> set[str]:
    """List the codes of the source: given to makers, or called `code`."""
    nodes = [node for tree in trees() for node in ast.walk(tree)]
    names = makers(nodes)
    found: set[str] = set()
    for node in nodes:
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
                if name in names and node.args:
                    found |= {*constants(node.args[0])}
            case ast.Assign(targets=[ast.Tuple(elts=[ast.Name(id="code"), *_])]):
                if isinstance(node.value, ast.Tuple):
                    found |= {*constants(node.value.elts[0])}
            case ast.Assign(targets=[ast.Name(id="code")], value=value):
                found |= {*constants(value)}
            case ast.keyword(arg="code", value=value):
                found |= {*constants(value)}
            case _:
                pass
    return found


def spelled() -> set[str]:
    """List the words of the source that begin as a code of the catalogue does."""
    families = {code.partition("-")[0] for code in catalogue()}
    nodes = [node for tree in trees() for node in ast.walk(tree)]
    words = {word for node in nodes for word in constants(node)}
    return {word for word in words if word.partition("-")[0] in families}


def test_every_code_that_is_said_has_an_entry() -> None:
    """`explain` and SARIF tell what it means."""
    assert set() == said() - catalogue().keys()


def test_every_entry_is_said() -> None:
    """Else nobody can ever meet it."""
    assert set() == catalogue().keys() - said() - spelled()


def test_every_policy_has_an_entry() -> None:
    """They are codes."""
    assert set() == FEATURES.keys() - catalogue().keys()


def test_every_entry_has_one_example_and_two_sentences() -> None:
    """What it means, and what to do."""
    entries = catalogue().values()

    assert {1} == {len(entry.examples) for entry in entries}
    assert [] == [
        text
        for entry in entries
        for text in (entry.means, entry.remedy)
        if not text.endswith(".") or not (text[0].isupper() or text[0] in "`cd")
    ]


def test_the_page_is_the_catalogue() -> None:
    """`clientsmith explain --all > docs/diagnostics.md`."""
    written = (REPOSITORY / "docs" / "diagnostics.md").read_text("utf-8")

    assert page() == written


def completed(text: str) -> str:
    """Add to a fragment what every description has."""
    if "swagger:" in text:
        base = {"info": BASE["info"], "host": "host: pets.example.com"}
    else:
        base = BASE
    if text and (not re.match(r"[a-z]", text) or "\n---" in text):
        return text
    missing = [
        line
        for key, line in base.items()
        if not re.search(rf"^{key}:", text, re.MULTILINE)
    ]
    return "\n".join([*missing, text])


def read(kind: str, text: str, name: str) -> list[Diagnostic]:
    """Read an example as what it is."""
    overlays = [Source("overlay.yaml", text.encode())] if kind == "overlay" else []
    document = completed("") if overlays else text
    if kind == "yaml":
        document = completed(text)
    source = Source(name, f"{document}\n".encode())
    return compile_description(source, overlays, Options("pets", "1")).diagnostics


@pytest.mark.parametrize(
    ("code", "kind", "text"),
    [each for each in EXAMPLES if each[1] in {"yaml", "json", "markdown", "overlay"}],
    ids=lambda each: each if CODE.fullmatch(each) else "",
)
def test_an_example_is_one(code: str, kind: str, text: str) -> None:
    """What is shown of a description leads to the code that it is shown for."""
    suffix = {"json": "json", "markdown": "md"}.get(kind, "yaml")
    found = read(kind, text, f"api.{suffix}")

    assert code in {each.code for each in found}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (code, text)
        for code, kind, text in EXAMPLES
        if kind == "toml" and code not in EXPLAINS_A_SETTING
    ],
    ids=lambda each: each if CODE.fullmatch(each) else "",
)
def test_an_example_of_a_configuration_is_one(
    tmp_path: Path, code: str, text: str
) -> None:
    """It is read as one."""
    path = tmp_path / "clientsmith.toml"
    path.write_text(text, "utf-8")

    assert code in {each.code for each in read_config(path).diagnostics}
