"""Documented headers become classes that are called after what is in them."""

from __future__ import annotations

import pytest

from clientsmith.plan.package import DefinitionsModule
from unit.compiling import compiled


def classes(*headers: str) -> dict[str, list[str]]:
    """Plan operations that document some headers each; return what is planned."""
    paths = "".join(
        f"  /{index}: {{get: {{responses: {{'200': {{description: x, headers: "
        f"{{{each}}}}}}}}}}}\n"
        for index, each in enumerate(headers)
    )
    package = compiled(f"paths:\n{paths}").package
    assert package is not None
    pages = {page.path: page.content for page in package.pages}
    module = pages.get("pets/headers.py")
    if module is None:
        return {}
    assert isinstance(module, DefinitionsModule)
    return {
        str(one.name): [str(field).partition(" = ")[0] for field in one.fields]
        for one in module.definitions
        if hasattr(one, "fields")
    }


def text(*names: str) -> str:
    """Document headers that are text."""
    return ", ".join(f"{name}: {{schema: {{type: string}}}}" for name in names)


@pytest.mark.parametrize(
    ("names", "called"),
    [
        (("Link",), "LinkHeaders"),
        (("ETag",), "EtagHeaders"),
        (("X-RateLimit-Limit", "X-RateLimit-Reset"), "RateLimitHeaders"),
        (("Link", "X-Rate-Limit", "X-Rate-Reset"), "LinkRateHeaders"),
        (("Page-Limit", "Page-Total", "Location"), "LocationPageHeaders"),
        (("A", "B-C", "B-D", "E", "F"), "BAndMoreHeaders"),
    ],
)
def test_a_set_is_called_after_what_is_in_it(
    names: tuple[str, ...], called: str
) -> None:
    """What begins alike is said once."""
    assert [called] == [*classes(text(*names))]


def test_operations_share_a_class() -> None:
    """Whatever the order in which they name the headers."""
    assert {"LinkHeaders"} == classes(text("Link"), text("Link")).keys()
    assert {"LinkLocationHeaders"} == classes(
        text("Link", "Location"), text("Location", "Link")
    ).keys()


def test_sets_that_would_share_a_name_leave_it_together() -> None:
    """And say all of what is in them."""
    found = classes(text("Rate-Limit", "Rate-Reset"), text("Rate-Limit", "Rate-Rest"))

    assert {"RateLimitRateResetHeaders", "RateLimitRateRestHeaders"} == found.keys()


def test_the_same_names_with_other_types_are_told_apart() -> None:
    """By what they are, whatever else there is."""
    number = "Link: {schema: {type: integer}}"
    found = classes(text("Link"), number)

    assert 2 == len(found)
    assert found == classes(number, text("Link"))
    assert all(name.startswith("Link") for name in found)


def test_headers_of_every_type() -> None:
    """What is not there is None."""
    found = classes(
        "A: {schema: {type: integer}}, B: {schema: {type: string, format: date-time}}, "
        "C: {schema: {type: string, format: http-date}}, "
        "D: {schema: {type: array, items: {type: string}}}, E: {schema: {}}, "
        "F: {content: {application/json: {schema: {type: boolean}}}}, "
        "Content-Type: {schema: {type: string}}, Items: {schema: {type: string}}"
    )

    assert [
        [
            "a: int | None",
            "b: datetime.datetime | None",
            "c: datetime.datetime | None",
            "d: list[str] | None",
            "e: str | None",
            "f: bool | None",
            "items_: str | None",
        ]
    ] == [*found.values()]


def test_nothing_is_carried_where_nothing_is_documented() -> None:
    """Headers of errors are plain, and the media type is no header of its own."""
    assert {} == classes("Content-Type: {schema: {type: string}}")
