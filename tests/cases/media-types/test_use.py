"""Which media type a body is sent in is told by what is given."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import pytest

from cases.using import Case


def sent(case: Case, method: str, *, headers: Any = None, **params: Any) -> Any:
    """Call a method, and return the media type and the content of the request."""
    resource, _, name = method.partition(".")
    called = getattr(getattr(case.client(status=204, answer=b""), resource), name)
    called(**params, request_options={"headers": headers or {}})
    return case.request.headers.get("content-type"), case.content


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({"id": 1, "name": "a"}, ("application/json", b'{"id":1,"name":"a"}')),
        ({"body": "<item/>"}, ("application/xml", b"<item/>")),
        ({"body": b"PK"}, ("application/zip", b"PK")),
    ],
)
def test_the_kind_of_what_is_given_chooses(
    case: Case, params: dict[str, Any], expected: tuple[str, bytes]
) -> None:
    """Keywords are JSON, text is text, bytes are bytes."""
    assert expected == sent(case, "items.create", **params)


@pytest.mark.parametrize(
    ("media_type", "params", "content"),
    [
        (FORM, {"id": 1}, b"id=1"),
        ("text/csv", {"body": "a,b"}, b"a,b"),
    ],
)
def test_a_header_chooses_among_what_fits(
    case: Case, media_type: str, params: dict[str, Any], content: bytes
) -> None:
    """The description has it, and the caller wants it."""
    headers = {"Content-Type": media_type}

    assert (media_type, content) == sent(
        case, "items.create", headers=headers, **params
    )


def test_the_properties_choose(case: Case) -> None:
    """Of two objects, the one that has them."""
    as_json, _ = sent(case, "pictures.edit", prompt="p", urls=[])
    in_parts, content = sent(case, "pictures.edit", prompt="p", picture=b"x")

    assert "application/json" == as_json
    assert in_parts.startswith("multipart/form-data; boundary=")
    assert b'name="picture"; filename="upload"' in content


def test_what_fits_no_body_is_explained(case: Case) -> None:
    """Before anything is sent."""
    with pytest.raises(TypeError, match="as multipart/form-data, 'picture' is missing"):
        sent(case, "pictures.edit", prompt="p")
    with pytest.raises(TypeError, match="did you mean 'picture'"):
        sent(case, "pictures.edit", prompt="p", pictures=b"")


def test_help_names_the_keywords_of_all(case: Case) -> None:
    """Required is what every body requires."""
    parameters = inspect.signature(case.client().pictures.edit).parameters

    assert ["request_options", "prompt", "urls", "picture"] == [*parameters]
    assert inspect.Parameter.empty is parameters["prompt"].default
    assert inspect.Parameter.empty is not parameters["urls"].default


def test_lines_are_written_from_anything_that_yields_items(case: Case) -> None:
    """A list, or a generator that is read while it is sent."""
    expected = ("application/x-ndjson", b'{"id":1}\n{"id":2}\n')
    items = [{"id": 1}, {"id": 2}]

    assert expected == sent(case, "items.replace", body=items)
    assert expected == sent(case, "items.replace", body=iter(items))


def test_a_body_that_may_be_left_out_is(case: Case) -> None:
    """Nothing is sent, and no media type announced."""
    assert (None, b"") == sent(case, "items.describe")
    assert ("application/json", b'{"note":"n"}') == sent(
        case, "items.describe", note="n"
    )


def test_other_methods_have_bodies_too(case: Case) -> None:
    """Where they are described."""
    assert ("application/json", b"[1,2]") == sent(case, "items.delete", body=[1, 2])


def test_a_range_is_narrowed_by_the_name_of_the_file(
    case: Case, tmp_path: Path
) -> None:
    """No server takes `image/*` for a media type."""
    path = tmp_path / "a.png"
    path.write_bytes(b"x")

    assert ("image/png", b"x") == sent(case, "pictures.replace", body=path)


def test_text_may_be_a_number(case: Case) -> None:
    """As its schema says."""
    assert ("text/plain", b"5") == sent(case, "limit.set", body=5)


def test_a_name_says_more_than_a_schema(case: Case) -> None:
    """A ZIP file is bytes though it is said to be a string, and YAML is text."""
    zipped = b"PK\x03\x04\xff\xfe"

    assert ("application/zip", zipped) == sent(case, "archive.restore", body=zipped)
    assert ("application/yaml", b"a: 1") == sent(case, "archive.annotate", body="a: 1")
    with pytest.raises(TypeError, match="a body of application/yaml is text"):
        sent(case, "archive.annotate", body=zipped)


def test_a_body_that_can_only_be_empty_is_no_argument(case: Case) -> None:
    """There is nothing to give."""
    assert (None, b"") == sent(case, "limit.get")
    with pytest.raises(TypeError, match="body"):
        sent(case, "limit.get", body={})
