"""Where requests go: what the client chooses, and where operations are."""

from __future__ import annotations

from typing import Any

import pytest

from cases.using import Case


def address(case: Case, method: str, *arguments: str, **options: Any) -> str:
    """Call a method, and return where that went."""
    resource, _, name = method.partition(".")
    getattr(getattr(case.connect(**options), resource), name)(*arguments)
    return str(case.request.url)


@pytest.mark.parametrize(
    ("options", "host"),
    [
        ({}, "eu.weather.example/v1"),
        ({"server": "live", "region": "us"}, "us.weather.example/v1"),
        ({"server": "Live server"}, "eu.weather.example/v1"),
        ({"server": "Test server", "version": "v2"}, "test.weather.example/v2"),
        ({"server": 1}, "test.weather.example/v1"),
        ({"base_url": "https://own.example/x/"}, "own.example/x"),
        ({"base_url": "https://own.example", "server": 1}, "own.example"),
    ],
)
def test_a_server_is_chosen(case: Case, options: dict[str, Any], host: str) -> None:
    """By name, description or position, with variables; `base_url` wins."""
    assert f"https://{host}/stations" == address(case, "stations.list", **options)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"server": "staging"}, "one of 'live', 'Live server', 'Test server'"),
        ({"region": "mars"}, "one of 'eu', 'us'"),
    ],
)
def test_another_choice_is_refused_with_the_list(
    case: Case, options: dict[str, Any], message: str
) -> None:
    """When the client is made."""
    with pytest.raises(ValueError, match=message):
        case.connect(**options)


@pytest.mark.parametrize(
    ("method", "options", "expected"),
    [
        ("maps.get", {}, "https://maps.example/tiles/maps/sea"),
        ("maps.delete", {"tenant": "acme"}, "https://acme.maps.example/maps/sea"),
        ("maps.get", {"base_url": "http://own:9/v1"}, "http://own:9/v1/maps/sea"),
    ],
)
def test_a_path_or_an_operation_may_be_elsewhere(
    case: Case, method: str, options: dict[str, Any], expected: str
) -> None:
    """The operation's servers win over those of its path."""
    assert expected == address(case, method, "sea", **options)


@pytest.mark.parametrize(
    ("options", "host"),
    [
        ({}, "write.weather.example"),
        ({"server": "Test server"}, "write.test.weather.example"),
    ],
)
def test_an_operation_follows_the_choice(
    case: Case, options: dict[str, Any], host: str
) -> None:
    """Where it has a server for each of those of the API."""
    assert f"https://{host}/stations" == address(case, "stations.create", **options)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"region": "us"}, "https://us.weather.example/v1/beta/forecast"),
        ({"base_url": "http://own:9"}, "http://own:9/beta/forecast"),
    ],
)
def test_what_an_address_has_beyond_that_of_the_api_is_kept(
    case: Case, options: dict[str, Any], expected: str
) -> None:
    """Variables count there, too."""
    assert expected == address(case, "forecast.get", **options)


def test_a_place_that_nothing_fills_is_asked_for(case: Case) -> None:
    """By the call that needs it, and by no other."""
    assert address(case, "stations.list").startswith("https://eu.")
    with pytest.raises(ValueError, match="`tenant` is needed"):
        address(case, "maps.delete", "sea")


def test_without_a_scheme_what_the_caller_sets_is_sent(case: Case) -> None:
    """And nothing else that would prove anything."""
    case.connect(headers={"X-Token": "t"}).stations.list()

    assert "t" == case.request.headers["x-token"]
    assert "authorization" not in case.request.headers
