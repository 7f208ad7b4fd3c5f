"""A parameter can be written in a media type of its own."""

from __future__ import annotations

from typing import Any

from cases.using import Case

PLACE = {"lat": 1, "long": 2.5, "name": "é/;"}
ENCODED = "%7B%22lat%22%3A1%2C%22long%22%3A2.5%2C%22name%22%3A%22%C3%A9%2F%3B%22%7D"


def get(case: Case, **params: Any) -> str:
    """Get a map, and return what was asked."""
    case.client(status=204, answer=b"").maps.get(PLACE, **params)
    return str(case.request.url.raw_path.decode())


def test_json_is_encoded_in_the_address(case: Case) -> None:
    """Its slashes and question marks are its own."""
    assert f"/maps/{ENCODED}" == get(case)
    assert f"/maps/{ENCODED}?near={ENCODED}&words=a%20b" == get(
        case, near=PLACE, words="a b"
    )


def test_json_is_ascii_in_a_header(case: Case) -> None:
    """And encoded in a cookie, which has no semicolons."""
    get(case, x_from=PLACE, last=PLACE)

    json = r'{"lat":1,"long":2.5,"name":"\u00e9/;"}'
    assert json == case.request.headers["x-from"]
    assert f"last={ENCODED}" == case.request.headers["cookie"]


def test_the_whole_query_can_be_a_form(case: Case) -> None:
    """With an encoding for each property."""
    client = case.client(status=204, answer=b"")
    client.maps.find(
        search={"name": "a b", "near": {"lat": 1, "long": 2}, "ids": [1, 2]}
    )

    near = "%7B%22lat%22%3A1%2C%22long%22%3A2%7D"
    query = f"name=a+b&near={near}&ids=1,2"
    assert f"/maps?{query}" == case.request.url.raw_path.decode()
