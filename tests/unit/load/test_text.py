"""The format is what the text is, whatever its name says."""

from __future__ import annotations

import pytest

from unit.load.loading import places, shown, value

LOGIN = "<!-- a -->\n<!DOCTYPE html>\n<html><title> Sign in </title></html>"


@pytest.mark.parametrize("name", ["api.yaml", "api.json", "api.md", "<stdin>"])
def test_the_name_does_not_decide(name: str) -> None:
    """JSON and YAML are read under any name."""
    assert value('{"openapi": "3.1.0"}', name=name) == {"openapi": "3.1.0"}
    assert value("openapi: 3.1.0\n", name=name) == {"openapi": "3.1.0"}


def test_a_login_page_is_recognised() -> None:
    """What a private address answers is named with its title."""
    [line, *_] = shown(LOGIN)

    assert line.endswith('this is the HTML page "Sign in", not an OpenAPI description')


def test_many_comments_before_html_cost_nothing() -> None:
    """A page of comments is looked at once, not in every combination."""
    assert places("<!-- a -->" * 1000 + "<p>") == ["api.yaml:1:1 document-not-object"]


def test_xml_is_recognised() -> None:
    """XML is named as such."""
    assert places('<?xml version="1.0"?><a/>') == ["api.yaml:1:1 document-xml"]


def test_what_begins_like_json_is_meant_as_json() -> None:
    """YAML would read the missing value as null."""
    assert places('{"a": }', name="<stdin>") == ["<stdin>:1:7 json-syntax"]


def test_yaml_may_begin_like_json() -> None:
    """In a file called so, the YAML rules count."""
    assert value('{"a": 1, b: 2} # both') == {"a": 1, "b": 2}
    assert places('{"a": [1}') == ["api.yaml:1:9 yaml-syntax"]


def test_a_brace_alone_does_not_make_json() -> None:
    """The first key tells."""
    assert value("{a: 1}", name="<stdin>") == {"a": 1}
