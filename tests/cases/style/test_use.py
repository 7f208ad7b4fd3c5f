"""Each parameter is written in the style that the document gives it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from cases.using import Case


def ask(case: Case, **params: Any) -> str:
    """List paints, and return the query that was sent."""
    case.client(status=204, answer=b"").paints.list(**params)
    return str(case.request.url.raw_path.decode().partition("?")[2])


def test_paths_have_styles(case: Case) -> None:
    """`matrix`, `label` and `simple`; since 3.2 a value may keep its slashes."""
    client = case.client(status=204, answer=b"")
    client.paints.get({"red": 1, "green": 2}, ["a", "b c"], "x/y?z")

    assert b"/paints/;red=1;green=2/.a.b%20c/x/y%3Fz" == case.request.url.raw_path


@pytest.mark.parametrize(
    ("params", "query"),
    [
        ({"color": ["blue", "black"]}, "color=blue&color=black"),
        ({"ids": [1, 2]}, "ids=1,2"),
        ({"words": ["a", "b"]}, "words=a%20b"),
        ({"sizes": [1.0, 2.5]}, "sizes=1%7C2.5"),
        ({"page": {"cursor": "c d"}}, "cursor=c%20d"),
        ({"back": "https://a/?b#c"}, "back=https://a/?b%23c"),
        ({"dry": True}, "dry=true"),
        ({"dry": ""}, "dry="),
        ({"color": [], "ids": None}, ""),
    ],
)
def test_queries_have_styles(case: Case, params: dict[str, Any], query: str) -> None:
    """Defaults are never sent, and neither is what is empty or None."""
    assert query == ask(case, **params)


def test_a_deep_object_is_nested(case: Case) -> None:
    """Its arrays are numbered."""
    query = ask(case, filter={"price": {"lt": 10}, "brands": ["a", "b"]})

    assert (
        "filter%5Bprice%5D%5Blt%5D=10"
        "&filter%5Bbrands%5D%5B0%5D=a&filter%5Bbrands%5D%5B1%5D=b"
    ) == query


def test_a_moment_keeps_its_zone_and_needs_one(case: Case) -> None:
    """RFC 3339 has no moment without."""
    noon = datetime(2024, 2, 29, 12, tzinfo=timezone(timedelta(hours=5, minutes=30)))

    assert "since=2024-02-29T12%3A00%3A00%2B05%3A30" == ask(case, since=noon)
    assert "since=2024-02-29T06%3A30%3A00Z" == ask(case, since=noon.astimezone(UTC))
    with pytest.raises(ValueError, match="needs a time zone"):
        ask(case, since=noon.replace(tzinfo=None))


def test_headers_are_simple(case: Case) -> None:
    """And not percent-encoded."""
    ask(case, x_tags=["a", "50%"], x_mix={"red": 1, "green": 2})

    assert "a,50%" == case.request.headers["x-tags"]
    assert "red=1,green=2" == case.request.headers["x-mix"]


def test_cookies_are_one_header(case: Case) -> None:
    """Those of `style: cookie` are sent as they are."""
    ask(case, session="a b", seen=[1, 2], theme="a%20b")

    assert (
        "session=a%20b; seen=1; seen=2; theme=a%20b" == case.request.headers["cookie"]
    )
