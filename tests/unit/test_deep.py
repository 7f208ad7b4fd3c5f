"""Schemas may lead to each other by the thousand."""

from __future__ import annotations

import json
import sys

import pytest

from clientsmith.deep import deeply
from clientsmith.load import Source
from clientsmith.pipeline import Compiled, compile_description
from clientsmith.plan import Options
from clientsmith.policy import Policy

WARN = Policy((("all", "warn"),))
MANY = 2000
LONGEST = 500


def depth(levels: int) -> int:
    """Recurse."""
    return 0 if levels == 0 else 1 + depth(levels - 1)


def chain(schema: str, length: int, policy: Policy = WARN) -> Compiled:
    """Compile schemas that lead to each other; `%s` is the next one of each."""
    schemas = {f"S{n}": json.loads(schema % f"S{n + 1}") for n in range(length)}
    schemas[f"S{length}"] = {"type": "object", "properties": {"end": {}}}
    described = {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "components": {"schemas": schemas},
    }
    source = Source("api.json", json.dumps(described).encode())
    return compile_description(source, (), Options("pets"), policy=policy)


def test_what_recurses_deeply_has_the_stack_for_it() -> None:
    """And the limit is what it was."""
    limit = sys.getrecursionlimit()

    assert 20 * limit == deeply(lambda: depth(20 * limit))
    assert limit == sys.getrecursionlimit()


def test_what_never_ends_is_an_error_still() -> None:
    """Of Python, and not of the operating system."""
    with pytest.raises(RecursionError):
        deeply(lambda: depth(10_000_000))


@pytest.mark.parametrize(
    "schema",
    [
        '{"type": "object", "properties": {"p": {"$ref": "#/components/schemas/%s"}}}',
        '{"type": "array", "items": {"$ref": "#/components/schemas/%s"}}',
        '{"oneOf": [{"$ref": "#/components/schemas/%s"}, {"type": "null"}]}',
    ],
)
def test_parts_of_values_may_be_nested_by_the_thousand(schema: str) -> None:
    """Each value has an end, however far it is."""
    done = chain(schema, MANY, Policy())

    assert not done.diagnostics
    assert done.report is not None
    assert {"emitted"} == {entry.status for entry in done.report.schemas}


@pytest.mark.parametrize(
    "schema",
    [
        '{"allOf": [{"$ref": "#/components/schemas/%s"}, {"required": ["end"]}]}',
        '{"$ref": "#/components/schemas/%s"}',
    ],
)
def test_parents_of_parents_have_an_end(schema: str) -> None:
    """Every five hundredth reference is left out, if a policy lets it."""
    done = chain(schema, LONGEST + 1)
    failed = chain(schema, LONGEST + 1, Policy())

    assert ["reference-deep"] == [one.code for one in done.diagnostics]
    assert done.report is not None
    assert failed.failed


def test_a_ring_of_parents_is_too_long_as_a_whole() -> None:
    """Where it starts is nowhere."""
    long = LONGEST + 1
    ring = {
        f"S{n}": {
            "allOf": [{"$ref": f"#/components/schemas/S{(n + 1) % long}"}],
            "required": ["end"],
        }
        for n in range(long)
    }
    described = {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "components": {"schemas": ring},
    }
    source = Source("api.json", json.dumps(described).encode())
    done = compile_description(source, (), Options("pets"), policy=WARN)

    deep = [one for one in done.diagnostics if one.code == "reference-deep"]
    assert long == len(deep)


def test_where_there_is_no_memory_for_it_recursion_ends_as_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As it does where the system gives a process little."""
    monkeypatch.setattr("clientsmith.deep._STACK", 1 << 60)

    with pytest.raises(RecursionError, match="memory"):
        deeply(lambda: depth(100_000))
