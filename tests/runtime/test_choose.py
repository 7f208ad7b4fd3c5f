"""Which media type a body is sent in is told by what was given."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from shop_params import EditParams, EditPartsParams

from runtime.binary import binary_body
from runtime.body import Body, json_body, json_value
from runtime.choose import Offer, choose, keywords, whole
from runtime.forms import form_body
from runtime.json_lines_body import json_lines_body
from runtime.multipart import multipart_body
from runtime.text_bodies import text_body

JSON, FORM, PARTS = (
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
)
ALIKE = {
    JSON: keywords(json_body),
    FORM: keywords(form_body),
    PARTS: keywords(multipart_body),
}
APART = {
    JSON: keywords(json_body, EditParams),
    PARTS: keywords(multipart_body, EditPartsParams),
}
WHOLE: dict[str, Offer] = {
    JSON: whole(json_value, "json"),
    "text/csv": whole(text_body, "text"),
    "application/x-ndjson": whole(json_lines_body, "lines"),
    "application/zip": whole(binary_body, "bytes"),
}


def essence(body: Body | None, wanted: str = "") -> str | None:
    """Return what a body is sent as, if there is one."""
    return body and body.sent_as(wanted).media_type.partition(";")[0]


def test_json_comes_first() -> None:
    """Where everything could be sent either way."""
    assert JSON == essence(choose({"a": 1}, ALIKE))


@pytest.mark.parametrize("file", [b"x", Path("x"), ("x", b"x"), [b"x", b"y"]], ids=repr)
def test_files_need_parts(file: object) -> None:
    """JSON has no bytes, and forms have only their names."""
    assert PARTS == essence(choose({"a": 1, "file": file}, ALIKE))


def test_a_list_of_pairs_is_no_list_of_files() -> None:
    """The content of a file is never text."""
    assert JSON == essence(choose({"pairs": [("a", "b")], "names": ("a", "b")}, ALIKE))


@pytest.mark.parametrize("wanted", [FORM, f"{FORM}; charset=utf-8", PARTS])
def test_a_header_of_the_caller_chooses(wanted: str) -> None:
    """Among those that the description has."""
    body = choose({"a": 1}, ALIKE)

    assert wanted.partition(";")[0] == essence(body, wanted)
    assert JSON == essence(body, "text/html")


def test_the_properties_tell() -> None:
    """A body that lacks something, or has something else, is another one."""
    assert JSON == essence(choose({"images": [], "prompt": "p"}, APART))
    assert PARTS == essence(choose({"image": b"x", "prompt": None}, APART))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"prompt": "p"}, "as application/json, 'images' is missing; as multipart"),
        ({"images": [], "image": b"x"}, "'image' has no place; as multipart"),
    ],
)
def test_what_fits_nothing_is_explained(given: dict[str, Any], message: str) -> None:
    """By what each media type lacks and has no place for."""
    with pytest.raises(TypeError, match=message):
        choose(given, APART)


def test_a_body_is_alone() -> None:
    """Properties have no place beside it."""
    offers = {
        JSON: keywords(json_body, EditParams),
        "text/xml": whole(text_body, "text"),
    }

    assert "text/xml" == essence(choose({"body": "<a/>"}, offers))
    assert JSON == essence(choose({"images": []}, offers))
    with pytest.raises(TypeError, match="'body' has no place; as text/xml, 'images'"):
        choose({"images": [], "body": "<a/>"}, offers)


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        ({"a": 1}, JSON),
        ([1], JSON),
        (5, JSON),
        ("a;b", "text/csv"),
        (iter([1]), "application/x-ndjson"),
        (b"PK", "application/zip"),
        (Path(__file__), "application/zip"),
    ],
    ids=lambda one: type(one).__name__,
)
def test_a_whole_body_is_told_by_its_kind(body: object, media_type: str) -> None:
    """Objects, text, items and bytes."""
    assert media_type == essence(choose({"body": body}, WHOLE))


def test_another_kind_is_refused() -> None:
    """With its name."""
    offers = {"application/zip": whole(binary_body, "bytes")}
    with pytest.raises(TypeError, match="may not be dict"):
        choose({"body": {}}, offers)


def test_what_is_optional_may_be_left_out() -> None:
    """Arguments that go elsewhere are no reason to send a body."""
    wanted = partial(choose, offers=APART, optional=True, without=("limit",))

    assert wanted({"limit": 1, "prompt": None}) is None
    assert JSON == essence(wanted({"limit": 1, "images": []}))


def test_facts_hold_for_all() -> None:
    """Names on the wire, what is fixed, and what is sent elsewhere."""
    facts: dict[str, Any] = {
        "renamed": {"a": "A"},
        "fixed": {"s": True},
        "without": ("x",),
    }
    body = choose({"a": 1, "x": 2}, ALIKE, **facts)

    assert body is not None
    assert b'{"A":1,"s":true}' == body.encode()
    assert b"A=1&s=true" == body.sent_as(FORM).encode()
