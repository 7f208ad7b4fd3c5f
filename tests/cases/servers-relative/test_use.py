"""Relative servers are seen from where the description is published."""

from __future__ import annotations

from cases.using import Case


def test_a_relative_server_is_joined(case: Case) -> None:
    """With the address that the configuration gives: no `base_url` is needed."""
    case.connect().pages.list()

    assert "https://wiki.example/api/v1/pages" == str(case.request.url)


def test_so_is_that_of_an_operation(case: Case) -> None:
    """A path from the root of the host."""
    case.connect().pages.create()

    assert "https://wiki.example/upload/pages" == str(case.request.url)


def test_base_url_stands_for_both(case: Case) -> None:
    """As it does everywhere."""
    client = case.connect(base_url="http://own.example:9/wiki")
    client.pages.list()
    first = str(case.request.url)
    client.pages.create()

    assert "http://own.example:9/wiki/pages" == first == str(case.request.url)
