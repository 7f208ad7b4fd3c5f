"""The same edits in real descriptions, wherever these have what is edited.

They are read from the folder that `CLIENTSMITH_CORPUS` names.
"""

from __future__ import annotations

import copy
import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from clientsmith.compare import compare
from clientsmith.load import Source, load
from clientsmith.pointer import Pointer
from clientsmith.surface import Anything, Plain, Record, Surface
from diff.editing import shown, surface

FOLDER = os.environ.get("CLIENTSMITH_CORPUS", "")
WHOLE = "CLIENTSMITH_WHOLE_CORPUS" in os.environ
SAMPLE = (
    "notion.json",
    "petstore-3.0.yaml",
    "resend.yaml",
    "scalar-galaxy.yaml",
    "train-travel.yaml",
)
FURTHER = ("asana.yaml", "meilisearch.json", "openrouter.yaml", "prefect.json")
NAMES = (*SAMPLE, *FURTHER) if WHOLE else SAMPLE

pytestmark = pytest.mark.skipif(not FOLDER, reason="CLIENTSMITH_CORPUS names no folder")

Document: TypeAlias = dict[str, Any]
Edited: TypeAlias = tuple[Document, str, str]
"""A document, the verdict, and the place of a change that has it."""


@cache
def document(name: str) -> Document:
    """Read a description."""
    path = Path(FOLDER) / name
    if not path.exists():
        pytest.skip(f"the corpus has no {name}")
    outcome = load(Source(name, path.read_bytes()))

    assert outcome.value is not None
    value: Any = outcome.value.value
    return value


@cache
def before(name: str) -> Surface:
    """Say what callers see of it."""
    return surface(document(name), "api")


def held(value: Any, at: Pointer) -> tuple[Any, Any]:
    """Return what holds a place, and its key or index there."""
    for step in at.steps[:-1]:
        value = value[int(step) if isinstance(value, list) else step]
    return value, int(at.last) if isinstance(value, list) else at.last


def edited(name: str, at: Pointer, change: Callable[[Any, Any], None]) -> Document:
    """Apply a change to what holds a place."""
    made = copy.deepcopy(document(name))
    change(*held(made, at))
    return made


def read(name: str) -> Iterator[tuple[Record, Any]]:
    """List the models of component schemas that answers hold, with their fields."""
    for one in before(name).definitions:
        at = one.at
        is_component = at is not None and at.steps[:2] == ("components", "schemas")
        if isinstance(one, Record) and one.read and is_component and len(at.steps) == 3:
            for field in one.fields:
                if field.at is not None and field.at.steps[:4] == (
                    *at.steps,
                    "properties",
                ):
                    yield one, field


def operation_removed(name: str) -> Edited:
    """Take away the last operation."""
    one = before(name).methods[-1]

    assert one.at is not None
    made = edited(name, one.at, lambda holder, key: holder.pop(key))
    return made, "breaking", f"client.{one.name}()"


def parameter_added(name: str, *, required: bool) -> Edited:
    """Add a parameter to the first operation that has some of its own."""
    new = {
        "name": "zebra",
        "in": "query",
        "required": required,
        "schema": {"type": "string"},
    }
    for one in before(name).methods:
        assert one.at is not None
        holder, key = held(document(name), one.at)
        if "parameters" in holder[key]:
            made = edited(name, one.at, _with_parameter(new))
            verdict = "breaking" if required else "compatible"
            return made, verdict, f"client.{one.name}(zebra=)"
    raise LookupError


def _with_parameter(new: object) -> Callable[[Any, Any], None]:
    return lambda holder, key: holder[key]["parameters"].append(new)


def _replaced_by(new: object) -> Callable[[Any, Any], None]:
    return lambda holder, key: holder.__setitem__(key, new)


def _without_requiring(name: str) -> Callable[[Any, Any], None]:
    return lambda holder, key: holder[key]["required"].remove(name)


def optional_parameter_added(name: str) -> Edited:
    """Nobody has to give it."""
    return parameter_added(name, required=False)


def required_parameter_added(name: str) -> Edited:
    """Nobody gives it."""
    return parameter_added(name, required=True)


def parameter_removed(name: str) -> Edited:
    """Take away an argument that has no component of its own."""
    for one in before(name).methods:
        for each in one.overloads[0].parameters:
            at = each.at
            if each.wire.startswith("query.") and at and at.steps[0] == "paths":
                made = edited(name, at, lambda holder, key: holder.pop(key))
                return made, "breaking", f"client.{one.name}({each.name}=)"
    raise LookupError


def property_added(name: str) -> Edited:
    """Add what nobody reads yet."""
    record = next((record for record, _ in read(name)), None)
    if record is None or record.at is None:
        raise LookupError
    new = {"type": "string"}
    made = edited(
        name, record.at, lambda at, key: at[key]["properties"].update(zebra=new)
    )
    return made, "compatible", f"{record.name}.zebra"


def property_removed(name: str) -> Edited:
    """Take away what somebody may read."""
    for record, field in read(name):
        if not field.required and record.fields[1:]:
            made = edited(name, field.at, lambda holder, key: holder.pop(key))
            return made, "breaking", f"{record.name}.{field.name}"
    raise LookupError


def property_retyped(name: str) -> Edited:
    """Let text be a number."""
    for record, field in read(name):
        if field.type == Plain("str"):
            made = edited(name, field.at, _replaced_by({"type": "integer"}))
            return made, "breaking", f"{record.name}.{field.name}"
    raise LookupError


def property_no_longer_required(name: str) -> Edited:
    """Let an answer leave out what it always had."""
    for record, field in read(name):
        assert record.at is not None
        schema, key = held(document(name), record.at)
        required = schema[key].get("required", [])
        is_certain = field.wire in required and not isinstance(field.type, Anything)
        if is_certain and "None" not in str(field.type):
            made = edited(name, record.at, _without_requiring(field.wire))
            return made, "breaking", f"{record.name}.{field.name}"
    raise LookupError


def docs_changed(name: str) -> Edited:
    """Say something else of an operation."""
    one = before(name).methods[0]

    assert one.at is not None
    made = edited(
        name, one.at, lambda at, key: at[key].update(description="Something else.")
    )
    return made, "docs", f"client.{one.name}()"


def order_reversed(name: str) -> Edited:
    """Turn the order of paths and of schemas around."""
    made = copy.deepcopy(document(name))
    for holder, key in ((made, "paths"), (made.get("components", {}), "schemas")):
        if key in holder:
            holder[key] = dict(reversed(holder[key].items()))
    return made, "none", ""


def version_changed(name: str) -> Edited:
    """Release it anew."""
    made = copy.deepcopy(document(name))
    made["info"]["version"] = "99"
    return made, "none", ""


EDITS = (
    docs_changed,
    operation_removed,
    optional_parameter_added,
    order_reversed,
    parameter_removed,
    property_added,
    property_no_longer_required,
    property_removed,
    property_retyped,
    required_parameter_added,
    version_changed,
)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
@pytest.mark.parametrize("name", NAMES)
def test_an_edit_of_a_real_description_has_its_verdict(
    name: str, edit: Callable[[str], Edited]
) -> None:
    """At the place where callers find it; and there and back are mirror images."""
    try:
        made, verdict, place = edit(name)
    except LookupError:
        pytest.skip("it has nothing of that kind")
    after = surface(made, "api")
    changes = compare(before(name), after)
    places = {one.place for one in changes if one.verdict.value == verdict}

    assert (verdict == "none") == (not changes), shown(changes)[:10]
    assert verdict == "none" or place in places, (place, shown(changes)[:10])
    assert len(changes) == len(compare(after, before(name)))
