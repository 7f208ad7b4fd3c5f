"""Names that a document has for other generators are read, and ours go first."""

from __future__ import annotations

import pytest

from unit.lower.naming.calling import calls

PLACE = "GET /v1/x getThing things"


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ("x-speakeasy-name-override: fetchOne", "things.fetch_one"),
        ("x-speakeasy-group: chat.completions", "chat.completions.get_thing"),
        ("x-fern-sdk-method-name: fetch_one", "things.fetch_one"),
        ("x-fern-sdk-group-name: [v2, chat]", "v2.chat.get_thing"),
        ("x-fern-sdk-group-name: chat, x-clientsmith-resource: a.b", "a.b.get_thing"),
        ("x-fern-sdk-method-name: get, x-clientsmith-name: one", "things.one"),
        ("x-fern-sdk-method-name: 3, x-speakeasy-group: ''", "things.get"),
    ],
)
def test_a_document_says_names(extra: str, expected: str) -> None:
    """In the words of Speakeasy and of Fern."""
    assert [expected] == calls(PLACE, extra=extra)
