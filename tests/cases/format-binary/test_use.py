"""A body that is binary is bytes, a file or a path; an answer is bytes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from cases.using import Case

PNG = b"\x89PNG"


def test_an_answer_is_bytes(case: Case) -> None:
    """As they came."""
    assert PNG == case.client(PNG, media_type="image/png").scans.get()


@pytest.mark.parametrize("how", ["bytes", "file", "path"])
def test_a_request_may_be_given_any_of_them(
    case: Case, how: str, tmp_path: Path
) -> None:
    """The same bytes are sent."""
    path = tmp_path / "scan.png"
    path.write_bytes(PNG)
    given = {"bytes": PNG, "file": io.BytesIO(PNG), "path": path}[how]
    ticket = case.client({"id": 1}).scans.create(body=given)

    assert 1 == ticket.id
    assert PNG == case.content


def test_in_json_it_is_text(case: Case) -> None:
    """JSON has no bytes."""
    ticket = case.client({"id": 1, "scan": "raw"}).scans.create(body=PNG)

    assert "raw" == ticket.scan
